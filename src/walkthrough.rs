//! The walk: choosing a length, following it, and every step to read.

#[cfg(feature = "ssr")]
pub mod card;
mod chooser;
mod ending;
mod hold_bar;
mod stage;
mod state;
mod steps;
mod times;
mod use_walk;

use crate::content::Words;
use crate::core::walk::Phase;
use crate::route::Route;
use yew::prelude::*;

/// Props of [`WalkPage`].
#[derive(PartialEq, Properties)]
pub struct WalkPageProps {
    /// The words.
    pub words: Words,
}

/// The walk.
#[component]
pub fn WalkPage(props: &WalkPageProps) -> Html {
    let words = &props.words;
    let labels = &words.labels;
    let walk = use_walk::use_walk(words);
    let phase = match walk.now.walk.phase() {
        Phase::Ready => "ready",
        Phase::Holding { .. } => "holding",
        Phase::Paused { .. } => "paused",
        Phase::Ended { .. } => "ended",
    };
    let current = matches!(phase, "holding" | "paused").then(|| walk.now.at());
    html! {
        <>
            <div class="page__head">
                <h1 tabindex="-1">{ &*words.pages[Route::Walk.place()].heading }</h1>
                if phase == "ready" {
                    <p class="lead">{ &*labels.walk_is() }</p>
                }
            </div>
            <section id="walk" class="stage" data-walk={phase} aria-label={labels.stage().to_string()}>
                { match phase {
                    "ready" => html! { <chooser::Chooser words={words.clone()} walk={walk.clone()} /> },
                    "ended" => html! { <ending::Ending words={words.clone()} walk={walk.clone()} /> },
                    _ => html! { <stage::Stage words={words.clone()} walk={walk.clone()} /> },
                } }
                <p id="walk-news" class="unseen" role="status">{ &*walk.now.news }</p>
                if walk.now.refused {
                    <p class="notice">{ &*labels.not_kept() }</p>
                }
            </section>
            <steps::Steps words={words.clone()} holds={walk.now.holds.clone()} {current} />
        </>
    }
}
