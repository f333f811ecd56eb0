//! The lying figure, seen from its right side, and the practitioner's hands.
//!
//! The drawing itself stands once in every page (`static/figure/figure.svg`); here its parts are
//! only placed. Hands under the body lie between table and body, and fainter.

use super::hands::{Hand, hands};
use crate::core::Text;
use yew::prelude::*;

/// Props of [`Figure`].
#[derive(PartialEq, Properties)]
pub struct FigureProps {
    /// The id of the step that is drawn.
    pub place: Text,
    /// The drawing in words; nothing where the words stand beside it anyway.
    #[prop_or_default]
    pub says: AttrValue,
}

/// The drawing.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let hands = hands(&props.place);
    let drawn = |under: bool| hands.iter().filter(move |hand| hand.under == under).map(hand);
    let (role, label, hidden) = match props.says.is_empty() {
        true => (None, None, Some("true")),
        false => (Some("img"), Some(props.says.clone()), None),
    };
    html! {
        <svg class="figure" viewBox="-60 0 1140 300" {role} aria-label={label} aria-hidden={hidden}>
            <use href="#figure-table" width="1020" height="300" />
            <g key="under" class="figure__under">{ for drawn(true) }</g>
            <use href="#figure-body" width="1020" height="300" />
            <g key="over" class="figure__over">{ for drawn(false) }</g>
        </svg>
    }
}

fn hand(hand: &Hand) -> Html {
    let Hand { x, y, turn, mirrored, shape, .. } = hand;
    let flip = if *mirrored { " scale(1 -1)" } else { "" };
    html! {
        <g transform={format!("translate({x} {y}) rotate({turn}){flip}")}>
            <use href={*shape} x="-180" y="-60" width="260" height="120" />
        </g>
    }
}
