//! The walk: choosing a length, following it, and every step to read.

#[cfg(feature = "ssr")]
pub mod card;
mod chooser;
mod ending;
#[cfg(feature = "ssr")]
pub mod form;
mod hold_bar;
mod pacer;
mod player;
mod rest;
mod stage;
mod state;
#[cfg(feature = "ssr")]
pub mod steps;
mod times;
mod use_clock;
mod use_sound;
mod use_steps;
mod use_walk;

use crate::content::Words;
use crate::core::walk::{Event, Phase};
use crate::platform::page as view;
use crate::ui::Base;
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// Props of [`Walkthrough`].
#[derive(Clone, Deserialize, PartialEq, Properties, Serialize)]
pub struct WalkthroughProps {
    /// The words.
    pub words: Words,
}

/// The walk.
#[component]
pub fn Walkthrough(props: &WalkthroughProps) -> Html {
    let words = &props.words;
    let labels = &words.labels;
    let base = use_context::<Base>().expect("every island has the base path around it");
    let (walk, latest) = use_walk::use_walk(words, &base);
    let phase = match walk.now.walk.phase() {
        Phase::Ready => "ready",
        Phase::Holding { .. } => "holding",
        Phase::Paused { .. } => "paused",
        Phase::Ended { .. } => "ended",
    };
    let face = (*use_memo((), |()| use_clock::Face::default())).clone();
    use_clock::use_clock(&walk, &latest, &face);
    use_focus(phase, walk.now.resting);
    let stage = match phase {
        "ready" => "",
        _ if walk.now.resting => "rest",
        "ended" => "",
        _ => "held",
    };
    // For the style of what stands round the room: asking what an element holds costs at every change in it.
    use_effect_with(stage, |stage| view::mark("app", "data-stage", stage));
    let fields = chooser::use_fields(&walk, phase == "ready");
    let go = use_callback((), move |place: usize, ()| {
        let walk = latest.borrow().clone();
        walk.send(Event::To(walk.now.walk.start_of(place)));
    });
    let current = matches!(phase, "holding" | "paused").then(|| walk.now.at());
    use_steps::use_steps(words, &walk.now.holds, current, go);
    html! {
        <>
            if phase == "ready" {
                <p class="lead">{ &*labels.walk_is() }</p>
            }
            <section id="walk" class="stage" data-walk={phase} aria-label={labels.stage().to_string()}>
                { match phase {
                    "ready" => chooser::chooser(words, &walk, &fields),
                    "holding" | "paused" | "ended" if walk.now.resting => rest::rest(words, &walk),
                    "ended" => ending::ending(words, &walk),
                    _ => stage::stage(words, &walk, &face),
                } }
                <p id="walk-news" class="unseen" role="status">{ &*walk.now.news }</p>
                <p class={if walk.now.note.is_some() { "notice" } else { "unseen" }} role="status">
                    { walk.now.note.as_deref().unwrap_or_default() }
                </p>
                if walk.now.refused {
                    <p class="notice">{ &*labels.not_kept() }</p>
                }
            </section>
        </>
    }
}

/// What had the focus is gone with each of these: it goes to what has taken its place.
#[hook]
fn use_focus(phase: &'static str, resting: bool) {
    let kind = match phase {
        "holding" | "paused" => "on",
        other => other,
    };
    let first = use_mut_ref(|| true);
    use_effect_with((kind, resting), move |(kind, resting)| {
        if !first.replace(false) {
            view::focus_id("walk-focus");
        }
        if *kind == "on" && !resting {
            view::show_anchor("walk");
        }
    });
}
