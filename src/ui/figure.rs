//! The lying figure, seen from its right side, with the practitioner's hands.
use crate::core::Text;
use yew::prelude::*;

/// Props of [`Figure`].
#[derive(PartialEq, Properties)]
pub struct FigureProps {
    /// The id of the step that is drawn.
    pub place: Text,
    /// The drawing in words.
    pub says: AttrValue,
}

/// The drawing.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    html! { <svg class="figure" viewBox="0 0 1000 300" role="img" aria-label={props.says.clone()}></svg> }
}
