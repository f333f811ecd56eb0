//! The clock face of a running walk, and its bar: written once a second into their elements, past Yew. For an hour this
//! is all that a walk does while one position is held, and drawing the room anew for it would warm a phone.

use super::hold_bar::glides;
use super::state::State;
use super::times::clock_face;
use crate::core::Ms;
use crate::platform::page as view;
use yew::prelude::*;

/// A step of a long hold's bar, in thousandths.
const BAR_STEP: u64 = 5;

/// What is written: nobody else writes there, and translators leave digits alone.
#[derive(Clone, Default, PartialEq)]
pub struct Face {
    /// How long this step still is.
    pub left: NodeRef,
    /// How long the walk still is.
    pub in_all: NodeRef,
    /// The same, in the bar on other pages.
    pub in_bar: NodeRef,
    /// How far the step is.
    pub bar: NodeRef,
}

impl Face {
    /// A step goes on from here, or another one begins.
    pub fn begin(&self, state: &State) {
        if state.walk.phase().is_under_way() {
            let [over, seconds] = over(state, state.moment);
            view::set_style(&self.bar, "animation-duration", &[&seconds.to_string(), "s"].concat());
            view::set_style(&self.bar, "animation-delay", &["-", &over.to_string(), "ms"].concat());
        }
    }

    /// Writes what the time is.
    pub fn write(&self, state: &State, moment: Ms) {
        view::write(&self.left, &clock_face(state.on_face(moment)));
        let in_all = clock_face(state.walk.remaining(moment));
        view::write(&self.in_all, &in_all);
        view::write(&self.in_bar, &in_all);
        if !glides(state) {
            // An animation that stands would draw a second frame each time it is moved on. It is set in
            // steps: what changes less is hardly seen, and has styles made anew as well.
            let [over, seconds] = over(state, moment);
            let thousandths = over.checked_div(seconds).unwrap_or_default() / BAR_STEP * BAR_STEP;
            view::set_style(&self.bar, "transform", &["scaleX(", &thousandths.to_string(), "e-3)"].concat());
        }
    }
}

/// A time that is written by a [`Face`], in its place in a label.
pub fn timed(label: &str, time: &NodeRef) -> Html {
    let (before, after) = label.split_once("{time}").unwrap_or((label, ""));
    html! { <>{ before.to_owned() }<span ref={time} translate="no" />{ after.to_owned() }</> }
}

/// How much of the step is over, in milliseconds, and how many seconds it has.
fn over(state: &State, moment: Ms) -> [u64; 2] {
    let at = state.walk.current(moment);
    let seconds = state.holds.get(at).map_or(0, |hold| u64::from(hold.seconds));
    [state.walk.elapsed(moment).saturating_sub(state.walk.start_of(at)), seconds]
}
