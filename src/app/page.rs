//! Which room a page is in.

use crate::content::Words;
use crate::route::Route;
use crate::{faq, walkthrough};
use yew::prelude::*;

/// The content of a page. Pages that are only read are HTML already.
pub fn page(route: Route, words: &Words) -> Html {
    match route {
        Route::Walk => html! { <walkthrough::WalkPage words={words.clone()} /> },
        Route::Faq => html! { <faq::FaqPage words={words.clone()} /> },
        _ => Html::from_html_unchecked(AttrValue::from(words.read[route.place()].clone())),
    }
}
