//! The bar on every other page while a session goes on: what is held, how long it still is, and the way to pause it, to
//! end it, and back to it.

use super::clock_face::{Face, timed};
use super::controls::toggle;
use super::state::State;
use super::state::update::Action;
use super::{Given, anew};
use crate::core::walk::{Event, Phase};
use crate::platform::page as view;
use crate::route::Route;
use crate::ui::{Base, Glyph, icon};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`SessionBar`].
#[derive(PartialEq, Properties)]
pub struct SessionBarProps {
    /// The words, and the way to act.
    pub given: Given,
    /// What is shown.
    pub state: Rc<State>,
    /// Where the time is written.
    pub face: Face,
    /// The base path.
    pub base: Base,
}

/// The bar. It's gone when somebody ends the session; one that is over says so until the next page.
#[component]
pub fn SessionBar(props: &SessionBarProps) -> Html {
    let SessionBarProps { given, state, face, base } = props;
    let labels = &given.words.labels;
    let (title, under_way) = match state.walk.phase() {
        Phase::Holding { .. } | Phase::Paused { .. } => (state.title(), true),
        Phase::Ended { elapsed } if elapsed >= state.walk.total() => (labels.ended(), false),
        Phase::Ready | Phase::Ended { .. } => return html! {},
    };
    let (action, name) = toggle(given, state.is_holding());
    // The button goes with the bar: the focus must be somewhere.
    let end = given.act.reform(|_| {
        view::focus_heading();
        Action::Walk(Event::End)
    });
    html! {
        <section class="session-bar" aria-label={labels.bar().to_string()}>
            <p class="session-bar__what">
                <a class="session-bar__back" href={base.to(Route::Walk, "")}>
                    <span class="unseen">{ &*labels.bar_back() }{ " " }</span>{ anew(&title) }
                </a>
                if under_way {
                    <span class="session-bar__left">{ timed(&labels.bar_left(), &face.in_bar) }</span>
                }
            </p>
            // The session's own page says these while it's shown.
            <p class={if state.note.is_some() { "session-bar__note" } else { "unseen" }} role="status">
                { anew(state.note.as_deref().unwrap_or_default()) }
            </p>
            <p class="unseen" role="status">{ anew(&state.news) }</p>
            if under_way {
                <div class="session-bar__controls">
                    <button type="button" class="control control--main" onclick={given.on(action)}>{ name }</button>
                    <button type="button" class="control control--end" onclick={end}>
                        { icon(Glyph::Stop) }<span>{ &*labels.end() }</span>
                    </button>
                </div>
            }
        </section>
    }
}
