//! What is kept on the device: how somebody likes it, and the place in a walk that may be broken off.

use super::Session;
use crate::core::place::{KEY, OTHER_KEY, Place};
use crate::core::plan::Choice;
use crate::core::preferences::{self, Preferences};
use crate::core::walk::Phase;
use crate::walkthrough::state::Offer;
use crate::walkthrough::state::update::Action;
use std::rc::Rc;

impl Session {
    /// Looks for what was preferred, and for a walk that was broken off; `asked` is what stands in the address.
    pub(super) fn arrive(self: &Rc<Self>, asked: Option<String>) {
        let preferred = self.devices.platform.storage.load(preferences::KEY).map(|line| {
            let choice = Choice::from_line(&line).unwrap_or_default();
            (Preferences::default().with(&line), choice)
        });
        let offer = [KEY, OTHER_KEY].into_iter().find_map(|key| {
            let place = Place::from_line(&self.devices.platform.storage.load(key)?)?;
            place.is_fresh(self.devices.platform.clock.wall()).then_some(Offer { place, key })
        });
        // Most find nothing: then the page stays as it was woken, and is not drawn a second time.
        if preferred.is_some() || offer.is_some() || asked.is_some() {
            self.dispatch(Action::Found { preferred, offer, asked });
        }
    }

    /// Keeps the place of a walk that has begun, and forgets it at the end. `false` if the device refused.
    pub fn keep(&self) -> bool {
        let (state, storage) = (self.state(), &self.devices.platform.storage);
        let key = if state.yielded { OTHER_KEY } else { KEY };
        let elapsed = state.walk.elapsed(self.player.now());
        match state.walk.phase() {
            Phase::Ready => true,
            Phase::Ended { .. } if elapsed >= state.walk.total() => {
                storage.erase(key);
                true
            }
            _ => {
                let place =
                    Place { choice: state.choice.clone(), elapsed, kept: self.devices.platform.clock.wall() };
                storage.save(key, &place.to_line())
            }
        }
    }
}
