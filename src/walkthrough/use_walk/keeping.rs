//! What is kept on the device: wishes, and the place in a walk that may be broken off.

use super::UseWalk;
use crate::core::place::{KEEP_EVERY, KEY, Place};
use crate::core::plan::Choice;
use crate::core::walk::Phase;
use crate::core::wishes::{self, Wishes};
use crate::platform::page as view;
use crate::walkthrough::state::Deed;
use yew::prelude::*;

/// Looks once for what was wished, for a walk that was broken off, and for `?plan=`.
#[hook]
pub(super) fn use_arrival(walk: &UseWalk) {
    let walk = walk.clone();
    use_effect_with((), move |()| {
        let platform = &walk.platform;
        let wished = platform.storage.load(wishes::KEY).map(|line| {
            let choice = Choice::from_line(&line).unwrap_or_default();
            (Wishes::default().with(&line), choice)
        });
        let line = platform.storage.load(KEY);
        let place = line.and_then(|line| Place::from_line(&line));
        let place = place.filter(|place| place.is_fresh(platform.clock.wall()));
        let asked = view::query("plan");
        // Most find nothing: then the page stays as it was woken, and is not drawn a second time.
        if wished.is_some() || place.is_some() || asked.is_some() {
            (walk.act)(Deed::Found { wished, place, asked });
        }
    });
}

/// Keeps the place at each change and every quarter of a minute, and forgets it at the end.
#[hook]
pub(super) fn use_keeping(walk: &UseWalk) {
    let walk = walk.clone();
    let quarter = walk.now.walk.elapsed(walk.now.moment) / KEEP_EVERY;
    use_effect_with((walk.now.walk.phase(), walk.now.beat, quarter), move |_| {
        if !keep(&walk) && !walk.now.refused {
            (walk.act)(Deed::Refused);
        }
    });
}

/// Keeps the place of a running walk. `false` if the device refused.
pub(super) fn keep(walk: &UseWalk) -> bool {
    let (now, platform) = (&walk.now, &walk.platform);
    let elapsed = now.walk.elapsed(walk.player.now());
    let over = elapsed >= now.walk.total();
    match now.walk.phase() {
        Phase::Ready => true,
        Phase::Ended { .. } if over => {
            platform.storage.erase(KEY);
            true
        }
        _ => {
            let place = Place { choice: now.choice.clone(), elapsed, kept: platform.clock.wall() };
            platform.storage.save(KEY, &place.to_line())
        }
    }
}
