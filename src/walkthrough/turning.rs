//! The scene of the stage: the one that's held, the one before it while it fades, and the next, which is there ahead of
//! its time. Style sheets do the fading.

use crate::ui::{Base, address};
use yew::prelude::*;

/// Props of [`Turning`].
#[derive(PartialEq, Properties)]
pub struct TurningProps {
    /// The base path.
    pub base: Base,
    /// The scene that's shown.
    pub now: AttrValue,
    /// The one after it; the same where there's none.
    pub next: AttrValue,
}

/// The scenes, one above the other.
#[component]
pub fn Turning(props: &TurningProps) -> Html {
    let TurningProps { base, now, next } = props;
    let shown = use_mut_ref(|| (now.clone(), now.clone()));
    let past = {
        let mut shown = shown.borrow_mut();
        if shown.1 != *now {
            *shown = (shown.1.clone(), now.clone());
        }
        shown.0.clone()
    };
    let mut scenes = vec![(now, "now")];
    for (scene, turn) in [(&past, "past"), (next, "next")] {
        if scenes.iter().all(|(known, _)| *known != scene) {
            scenes.push((scene, turn));
        }
    }
    // By name, so that none is ever moved: an element that's moved starts to fade anew.
    scenes.sort();
    html! {
        <div class="turning" aria-hidden="true">
            { for scenes.into_iter().map(|(scene, turn)| html! {
                <div key={scene.to_string()} class="figure" data-at={scene.clone()} data-turn={turn}>
                    <svg viewBox="0 0 1400 880" focusable="false"><use href={address(base, scene)} /></svg>
                </div>
            }) }
        </div>
    }
}
