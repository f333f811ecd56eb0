//! The head of a page: its one first-level heading, and what stands below it.

use crate::core::Text;
use yew::prelude::*;

/// Props of [`PageHead`].
#[derive(PartialEq, Properties)]
pub struct PageHeadProps {
    /// The heading. It takes the focus when the page is gone to.
    pub heading: Text,
    /// What leads in.
    #[prop_or_default]
    pub children: Html,
}

/// The head of a page.
#[component]
pub fn PageHead(props: &PageHeadProps) -> Html {
    html! {
        <div class="page__head">
            <h1 tabindex="-1">{ &*props.heading }</h1>
            { props.children.clone() }
        </div>
    }
}
