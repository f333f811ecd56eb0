//! Text made from Markdown on the host, and the line that names its sources.

use super::Link;
use crate::core::Text;
use crate::route::Route;
use yew::prelude::*;

/// Props of [`Prose`].
#[derive(PartialEq, Properties)]
pub struct ProseProps {
    /// HTML that we made ourselves.
    pub html: Text,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
}

/// Paragraphs, lists and links.
#[component]
pub fn Prose(props: &ProseProps) -> Html {
    html! {
        <div class={classes!("prose", props.class.clone())}>
            { Html::from_html_unchecked(AttrValue::from(props.html.clone())) }
        </div>
    }
}

/// Props of [`SourceNote`].
#[derive(PartialEq, Properties)]
pub struct SourceNoteProps {
    /// The word before them.
    pub label: Text,
    /// Anchor and short name of each source. Nothing is shown for none.
    pub sources: Vec<(Text, Text)>,
}

/// The sources of a text, last and small; each leads to its full reference.
#[component]
pub fn SourceNote(props: &SourceNoteProps) -> Html {
    if props.sources.is_empty() {
        return html! {};
    }
    html! {
        <p class="sources">
            <span class="sources__label">{ &*props.label }{ ": " }</span>
            { for props.sources.iter().enumerate().map(|(n, (id, short))| html! {
                <>
                    if n > 0 { { " · " } }
                    <Link to={Route::About} rest={format!("#{id}")}>{ &**short }</Link>
                </>
            }) }
        </p>
    }
}
