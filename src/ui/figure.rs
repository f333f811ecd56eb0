//! The drawn scenes: two true bodies, posed and drawn by `authoring/figure/`.
//!
//! A scene is a file of its own, taken in by name, so that the tokens of the page colour it. A picture far down a page
//! names its file only in `data-href`; `static/js/pictures.js` asks for it when somebody comes near.

use super::Base;
#[cfg(feature = "ssr")]
use crate::core::Text;
#[cfg(feature = "ssr")]
use yew::prelude::*;

/// The scene that is shown at a step.
pub fn scene_of(step: &str) -> &str {
    match step {
        "arrive" => "talking",
        "settle" | "rest" => "lying",
        "rise" | "return" => "edge",
        held => held,
    }
}

/// Its file, and what is drawn in it.
pub fn address(base: &Base, scene: &str) -> String {
    [&*base.0, "figure/", scene, ".svg#it"].concat()
}

/// The scene across the home page, at once, and below it the words for who doesn't see it. It's wider than the others.
#[cfg(feature = "ssr")]
pub fn wide_figure(base: &Base, scene: &str, drawn: &Text) -> Html {
    let href = address(base, scene);
    html! {
        <>
            { framed(scene, Some("figure--wide"), "0 0 2400 880", html! { <use href={href} /> }) }
            { in_words(Some(drawn)) }
        </>
    }
}

/// A scene that comes when somebody comes near, and its words; none where they stand beside it anyway.
#[cfg(feature = "ssr")]
pub fn far_figure(base: &Base, scene: &str, drawn: Option<&Text>) -> Html {
    let href = address(base, scene);
    html! {
        <>
            { framed(scene, None, "0 0 1400 880", html! { <use data-href={href} /> }) }
            { in_words(drawn) }
        </>
    }
}

#[cfg(feature = "ssr")]
fn in_words(drawn: Option<&Text>) -> Html {
    html! { if let Some(drawn) = drawn { <p class="unseen">{ &**drawn }</p> } }
}

#[cfg(feature = "ssr")]
fn framed(scene: &str, kind: Option<&'static str>, shown: &'static str, drawing: Html) -> Html {
    html! {
        <div class={classes!("figure", kind)} data-at={scene.to_owned()} aria-hidden="true">
            <svg viewBox={shown} focusable="false">{ drawing }</svg>
        </div>
    }
}
