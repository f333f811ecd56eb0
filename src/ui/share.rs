//! A link to hand on: to a page, a position or a question. It leads there without a script; with one it is
//! shared or copied, and never carries what somebody wrote.

use super::Base;
use crate::core::Text;
use crate::route::Route;
use yew::prelude::*;

/// Props of [`ShareLink`].
#[derive(PartialEq, Properties)]
pub struct ShareLinkProps {
    /// The page.
    pub to: Route,
    /// The place on it, with its `#`; may be empty.
    #[prop_or_default]
    pub rest: AttrValue,
    /// What it says.
    pub label: Text,
}

/// A link to hand on.
#[component]
pub fn ShareLink(props: &ShareLinkProps) -> Html {
    let base = use_context::<Base>().expect("the app provides the base path");
    html! {
        <p class="share"><a href={base.to(props.to, &props.rest)} data-share="">{ &*props.label }</a></p>
    }
}
