//! The controls of a running walk. End is always there.

use super::state::update::Action;
use super::{Given, anew};
use crate::core::walk::Event;
use crate::ui::{Glyph, icon};
use yew::prelude::*;

/// Props of [`Controls`].
#[derive(PartialEq, Properties)]
pub struct ControlsProps {
    /// The words, and the way to act.
    pub given: Given,
    /// Whether the walk goes on.
    pub holding: bool,
}

/// What pressing the main control does, what it is called, and its glyph.
pub fn toggle(given: &Given, holding: bool) -> (Action, Html) {
    let labels = &given.words.labels;
    let (event, label, glyph) = match holding {
        true => (Event::Pause, labels.pause(), Glyph::Pause),
        false => (Event::Resume, labels.resume(), Glyph::Play),
    };
    (Action::Walk(event), html! { <>{ icon(glyph) }{ anew(&label) }</> })
}

/// Back, pause or go on, forward, and stop.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let ControlsProps { given, holding } = props;
    let labels = &given.words.labels;
    let (action, name) = toggle(given, *holding);
    let send = |event: Event| given.on(Action::Walk(event));
    html! {
        <div class="held__controls"><div class="controls">
            <button type="button" class="control control--skip" onclick={send(Event::Previous)}>
                { icon(Glyph::SkipBack) }<span>{ &*labels.previous_position() }</span>
            </button>
            <button type="button" class="control control--main" id="walk-focus" onclick={given.on(action)}>{ name }</button>
            <button type="button" class="control control--skip" onclick={send(Event::Next)}>
                { icon(Glyph::SkipForward) }<span>{ &*labels.next_position() }</span>
            </button>
            <button type="button" class="control control--end" onclick={send(Event::End)}>
                { icon(Glyph::Stop) }<span>{ &*labels.end() }</span>
            </button>
        </div></div>
    }
}
