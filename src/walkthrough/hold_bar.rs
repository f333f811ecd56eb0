//! How far the walk is: a thread with one piece a step, as long as its minutes, and a bar for the
//! step that is held. In a short step the bar moves by a style animation on the compositor; in a long one
//! it goes on with the text, once a second, so that the screen rests in between.

use super::state::Now;
use crate::core::walk::Phase;
use crate::platform::page as view;
use yew::prelude::*;

/// A step of at least so many seconds moves the bar by less than a letter's width a second: no eye sees that it
/// does not glide. Gliding draws sixty pictures a second for an hour.
const LONG: u16 = 60;

/// Whether the bar glides by itself.
fn glides(now: &Now) -> bool {
    let running = matches!(now.walk.phase(), Phase::Holding { .. }) && now.walk.settling(now.moment) == 0;
    running && now.holds.get(now.at()).is_some_and(|hold| hold.seconds < LONG)
}

/// The thread and the bar.
pub fn hold_bar(now: &Now, bar: &NodeRef) -> Html {
    let at = now.at();
    let total = now.walk.total() / 1_000;
    // The gap between two pieces, in seconds of the walk: about a hundredth of the whole.
    let gap = total / 110;
    html! {
        <>
            <div class="bar" aria-hidden="true">
                <div key={now.beat} ref={bar} class="bar__fill" data-running={glides(now).to_string()} />
            </div>
            <svg class="thread" viewBox={["0 0 ", &total.to_string(), " 10"].concat()} preserveAspectRatio="none" aria-hidden="true" focusable="false">
                { for now.holds.iter().enumerate().map(|(place, hold)| {
                    let x = now.walk.start_of(place) / 1_000;
                    let width = u64::from(hold.seconds).saturating_sub(gap).max(1);
                    let state = match place.cmp(&at) {
                        std::cmp::Ordering::Less => "over",
                        std::cmp::Ordering::Equal => "held",
                        std::cmp::Ordering::Greater => "to-come",
                    };
                    html! { <rect x={x.to_string()} y="0" width={width.to_string()} height="10" data-state={state} /> }
                }) }
            </svg>
        </>
    }
}

/// Sets the bar to where the walk is; from there it glides by itself, or is set again with the next second.
#[hook]
pub fn use_hold_bar(now: &Now, bar: &NodeRef) {
    let (over, seconds) = match now.holds.get(now.at()) {
        Some(hold) => (now.walk.elapsed(now.moment) - now.walk.start_of(now.at()), hold.seconds),
        None => (0, 0),
    };
    let bar = bar.clone();
    let settled = now.walk.settling(now.moment) == 0;
    let second = (!glides(now)).then_some(now.moment / 1_000);
    use_effect_with((now.at(), now.beat, settled, now.resting, second), move |_| {
        view::set_style(&bar, "animation-duration", &[&seconds.to_string(), "s"].concat());
        view::set_style(&bar, "animation-delay", &["-", &over.to_string(), "ms"].concat());
        // Where nothing glides. An animation that stands would draw a second picture each time it is moved on.
        let thousandths = over.checked_div(u64::from(seconds)).unwrap_or_default();
        view::set_style(&bar, "transform", &["scaleX(", &thousandths.to_string(), "e-3)"].concat());
    });
}
