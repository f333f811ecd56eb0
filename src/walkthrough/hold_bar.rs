//! How far the walk is: a thread with one piece a step, as long as its minutes, and a bar for the
//! step that is held. The bar moves by a style animation on the compositor, so that nothing has
//! to be computed while it moves.

use super::use_walk::UseWalk;
use crate::core::walk::Phase;
use crate::platform::page as view;
use yew::prelude::*;

/// Props of [`HoldBar`].
#[derive(PartialEq, Properties)]
pub struct HoldBarProps {
    /// The walk.
    pub walk: UseWalk,
}

/// The thread and the bar.
#[component]
pub fn HoldBar(props: &HoldBarProps) -> Html {
    let now = &props.walk.now;
    let at = now.at();
    let fill = use_node_ref();
    {
        let (fill, now) = (fill.clone(), now.clone());
        use_effect_with((at, now.beat), move |(at, _)| {
            let over = now.walk.elapsed(now.moment) - now.walk.start_of(*at);
            view::set_style(&fill, "animation-duration", &format!("{}s", now.holds[*at].seconds));
            view::set_style(&fill, "animation-delay", &format!("-{over}ms"));
        });
    }
    let running = matches!(now.walk.phase(), Phase::Holding { .. });
    let total = now.walk.total() / 1_000;
    // The gap between two pieces, in seconds of the walk: about a hundredth of the whole.
    let gap = total / 110;
    html! {
        <>
            <div class="bar" aria-hidden="true">
                <div key={now.beat} ref={fill} class="bar__fill" data-running={running.to_string()} />
            </div>
            <svg class="thread" viewBox={format!("0 0 {total} 10")} preserveAspectRatio="none" aria-hidden="true" focusable="false">
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
