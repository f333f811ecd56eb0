//! A page that is read: its contents at the side, its sections beside them.

use crate::core::Text;
use yew::prelude::*;

/// Props of [`Columns`].
#[derive(PartialEq, Properties)]
pub struct ColumnsProps {
    /// Heading of the contents.
    pub title: Text,
    /// The list of contents.
    pub contents: Html,
    /// The sections.
    pub children: Html,
}

/// Contents and sections.
#[component]
pub fn Columns(props: &ColumnsProps) -> Html {
    html! {
        <div class="columns">
            <nav class="contents" aria-labelledby="contents">
                <h2 id="contents" class="contents__title">{ &*props.title }</h2>
                { props.contents.clone() }
            </nav>
            { props.children.clone() }
        </div>
    }
}

/// One line of the contents.
pub fn place(id: &str, title: &str) -> Html {
    html! { <li><a href={format!("#{id}")}>{ title.to_owned() }</a></li> }
}
