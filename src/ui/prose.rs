//! Text made from Markdown on the host.

use crate::core::Text;
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
