//! How far the walk is: a thread with one piece a step, as long as its minutes, and a bar for the
//! step that is held. In a short step the bar moves by a style animation on the compositor; in a long one
//! it goes on with the clock face, once a second, so that the screen rests in between.

use super::state::State;
use yew::prelude::*;

/// A step of at least so many seconds moves the bar by less than a letter's width a second: no eye sees that it
/// does not glide. Gliding draws sixty pictures a second for an hour.
const LONG: u16 = 60;

/// Whether the bar glides by itself.
pub fn glides(state: &State) -> bool {
    let running = state.is_holding() && state.walk.settling(state.moment) == 0;
    running && state.holds.get(state.at()).is_some_and(|hold| hold.seconds < LONG)
}

/// The thread and the bar.
pub fn hold_bar(state: &State, bar: &NodeRef) -> Html {
    let at = state.at();
    let total = state.walk.total() / 1_000;
    // The gap between two pieces, in seconds of the walk: about a hundredth of the whole.
    let gap = total / 110;
    html! {
        <>
            <div class="bar" aria-hidden="true">
                <div key={state.beat} ref={bar} class="bar__fill" data-running={glides(state).to_string()} />
            </div>
            <svg class="thread" viewBox={["0 0 ", &total.to_string(), " 10"].concat()} preserveAspectRatio="none" aria-hidden="true" focusable="false">
                { for state.holds.iter().enumerate().map(|(place, hold)| {
                    let x = state.walk.start_of(place) / 1_000;
                    let width = u64::from(hold.seconds).saturating_sub(gap).max(1);
                    let part = match place.cmp(&at) {
                        std::cmp::Ordering::Less => "over",
                        std::cmp::Ordering::Equal => "held",
                        std::cmp::Ordering::Greater => "to-come",
                    };
                    html! { <rect x={x.to_string()} y="0" width={width.to_string()} height="10" data-state={part} /> }
                }) }
            </svg>
        </>
    }
}
