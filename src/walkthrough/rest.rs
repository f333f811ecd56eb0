//! Rest mode: almost dark, a large dim caption, one slow dot. Touch or a key shows the controls for
//! a while (a style animation that begins anew); End is always there.

use super::state::State;
use super::state::update::Action;
use super::{Given, anew};
use crate::core::walk::Event;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Rest`].
#[derive(PartialEq, Properties)]
pub struct RestProps {
    /// The words, and the way to act.
    pub given: Given,
    /// What is shown.
    pub state: Rc<State>,
}

/// The running walk in the dark.
#[component]
pub fn Rest(props: &RestProps) -> Html {
    let RestProps { given, state } = props;
    let labels = &given.words.labels;
    let holding = state.is_holding();
    let (toggle, toggle_name) = match holding {
        true => (Event::Pause, labels.pause()),
        false => (Event::Resume, labels.resume()),
    };
    let button = |action: Action, end: bool, name: &str| {
        html! {
            <button type="button" class={classes!("rest__button", end.then_some("rest__end"))}
                id={(action == Action::Rest(false)).then_some("walk-focus")} onclick={given.on(action)}>
                { anew(name) }
            </button>
        }
    };
    let over = !state.walk.phase().is_under_way();
    html! {
        <div class="rest" data-touch={(state.touches % 2).to_string()} onpointerdown={given.on(Action::Touch)}>
            <p class="rest__bell">{ anew(&state.bell()) }</p>
            <p class="rest__caption">{ anew(state.caption().as_deref().unwrap_or_default()) }</p>
            // It's said by the status of the page below, which is covered.
            if let Some(note) = &state.note {
                <p class="rest__note" aria-hidden="true">{ anew(note) }</p>
            }
            <span class="rest__dot" data-running={holding.to_string()} aria-hidden="true" />
            <p class="rest__line">{ &*labels.locked() }</p>
            <div class="rest__controls">
                if !over {
                    { button(Action::Walk(toggle), false, &toggle_name) }
                }
                { button(Action::Rest(false), false, &labels.rest_leave()) }
                if !over {
                    { button(Action::Walk(Event::End), true, &labels.end()) }
                }
            </div>
        </div>
    }
}
