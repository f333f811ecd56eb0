//! The walk: choosing a length, following it, and every step to read.
//!
//! `session` runs it, with all devices; `state` says what an action changes; the components show the state and hand
//! actions back.

mod bar;
#[cfg(feature = "ssr")]
pub mod card;
mod chooser;
mod clock_face;
mod controls;
mod ending;
#[cfg(feature = "ssr")]
pub mod form;
mod form_action;
mod hold_bar;
mod keys;
mod options;
mod pacer;
mod player;
mod rest;
#[cfg(test)]
mod sample;
mod session;
mod stage;
mod state;
#[cfg(feature = "ssr")]
pub mod steps;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod times;
mod turning;
mod use_session;
mod use_steps;

use crate::content::Words;
use crate::platform::page as view;
use crate::ui::Base;
use bar::SessionBar;
use chooser::Chooser;
use ending::Ending;
use rest::Rest;
use serde::{Deserialize, Serialize};
use stage::Stage;
use state::Screen;
use state::update::Action;
use use_session::use_session;
use yew::prelude::*;

/// The element of every page that the bar of a running session is shown in, outside what a link replaces.
pub const BAR: &str = "session-bar";

/// Props of [`Walkthrough`].
#[derive(Clone, Deserialize, PartialEq, Properties, Serialize)]
pub struct WalkthroughProps {
    /// The words.
    pub words: Words,
}

/// What the components get: the words, and the way to act.
#[derive(Clone, PartialEq)]
pub struct Given {
    /// The words.
    pub words: Words,
    /// Takes an action.
    pub act: Callback<Action>,
}

impl Given {
    /// A handler that does this.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        self.act.reform(move |_| action.clone())
    }
}

/// The walk.
#[component]
pub fn Walkthrough(props: &WalkthroughProps) -> Html {
    let base = use_context::<Base>().expect("every island has the base path around it");
    let words = &props.words;
    let (state, page, act, face) = use_session(words, &base);
    let screen = state.screen();
    let phase = state.walk.phase();
    // For the style of what stands around it: asking what an element holds costs at every change in it.
    use_effect_with((state.stage(), page), |(stage, page)| {
        if !page.away {
            view::mark("app", "data-stage", stage);
        }
    });
    // After that: where the stage is depends on it.
    use_focus(screen, phase.as_str() == "ended");
    let current = phase.is_under_way().then(|| state.at());
    use_steps::use_steps(words, &state.holds, current, page, act.reform(Action::To));
    let given = Given { words: words.clone(), act };
    let labels = &words.labels;
    html! {
        <>
            <section id="walk" class="stage" data-walk={phase.as_str()} aria-label={labels.stage().to_string()}>
                { match screen {
                    Screen::Choosing => html! { <Chooser given={given.clone()} state={state.clone()} /> },
                    Screen::Held => html! { <Stage given={given.clone()} state={state.clone()} face={face.clone()} base={base.clone()} /> },
                    Screen::Resting => html! { <Rest given={given.clone()} state={state.clone()} /> },
                    Screen::Ended => html! {
                        <Ending
                            given={given.clone()}
                            left_at={state.walk.elapsed(state.moment)}
                            whole={state.walk.total()}
                            base={base.clone()}
                        />
                    },
                } }
                <p id="walk-news" class="unseen" role="status">{ anew(&state.news) }</p>
                <p class={if state.note.is_some() { "notice" } else { "unseen" }} role="status">
                    { anew(state.note.as_deref().unwrap_or_default()) }
                </p>
                if state.not_kept {
                    <p class="notice">{ &*labels.not_kept() }</p>
                }
            </section>
            if page.away {
                { view::portal(BAR, html! { <SessionBar {given} {state} {face} base={base.clone()} /> }) }
            }
        </>
    }
}

/// A text that changes while it is shown. Its element is made anew with each: a translator replaces text nodes, and
/// what is written into the old ones is never seen.
fn anew(text: &str) -> Html {
    html! { <span key={text}>{ text.to_owned() }</span> }
}

/// What had the focus is gone with each screen: it goes to what has taken its place.
#[hook]
fn use_focus(screen: Screen, ended: bool) {
    let first = use_mut_ref(|| true);
    use_effect_with((screen, ended), move |(screen, _)| {
        if !first.replace(false) {
            view::focus_id("walk-focus");
        }
        if *screen == Screen::Held {
            view::show_anchor("walk");
        }
    });
}
