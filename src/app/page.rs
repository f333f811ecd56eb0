//! Which room a page is in.

use super::Still;
use crate::content::Words;
use crate::route::Route;
use crate::{faq, walkthrough};
use yew::prelude::*;

/// The content of a page. Pages that are only read are HTML already.
pub fn page(route: Route, words: &Words, still: &Still) -> Html {
    match route {
        Route::Walk => html! { <walkthrough::WalkPage key="walk" words={words.clone()} /> },
        Route::Faq => html! { <faq::FaqPage key="faq" words={words.clone()} /> },
        _ => html! {
            <div key={route.place()} class="still">
                { Html::from_html_unchecked(AttrValue::from(still.get(route).unwrap_or_default())) }
            </div>
        },
    }
}
