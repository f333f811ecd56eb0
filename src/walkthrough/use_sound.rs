//! What goes with a walk beside its track: its recordings, the device's own voice, the lock screen, the lit
//! screen.

use super::player::Player;
use super::use_walk::UseWalk;
use crate::content::Words;
use crate::core::track::ms;
use crate::core::track::timeline::Sounds;
use crate::core::walk::{Event, Phase};
use crate::core::wishes::Voice;
use crate::platform::media_session::{self, Asked, Shown};
use crate::platform::{body, signal};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// So long after Start the running walk has been seen, in milliseconds. To ask for fifty recordings takes a slow
/// phone a quarter of a second.
const SEEN: u32 = 50;

/// Asks for the recordings once the walk runs.
#[hook]
pub fn use_recordings(walk: &UseWalk) {
    let begun = !matches!(walk.now.walk.phase(), Phase::Ready | Phase::Ended { .. });
    let walk = walk.clone();
    use_effect_with(begun, move |begun| {
        let due = begun.then(|| {
            let clock = walk.platform.clock.clone();
            clock.after(SEEN, Box::new(move || walk.fetch()))
        });
        move || drop(due)
    });
}

/// Says each line with the device's voice as it is due, where that is wished.
#[hook]
pub fn use_device_voice(walk: &UseWalk, words: &Words) {
    let now = walk.now.clone();
    let words = words.clone();
    let speaks = now.wishes.voice == Voice::Device && matches!(now.walk.phase(), Phase::Holding { .. });
    // A line that is over is not said again after a pause.
    let elapsed = now.walk.elapsed(now.moment);
    let due = now.cue().filter(|cue| speaks && ms(cue.end()) > elapsed).copied();
    use_effect_with(due, move |due| {
        let line = due.filter(|cue| matches!(cue.what, Sounds::Saying(_)));
        if let Some(cue) = line {
            let volume = f64::from(now.wishes.voice_level) / f64::from(crate::core::wishes::LOUDEST);
            body::speak(&words.caption(&now.choice, cue.what), volume);
        }
        move || {
            if line.is_some() {
                body::hush();
            }
        }
    });
}

/// Shows the walk on the lock screen, and does what is asked from there.
#[hook]
pub fn use_lock_screen(walk: &UseWalk, latest: &Rc<RefCell<UseWalk>>, words: &Words) {
    let (now, player, words) = (walk.now.clone(), walk.player.clone(), words.clone());
    let settled = now.walk.settling(now.moment) == 0;
    use_effect_with((now.walk.phase(), now.at(), now.beat, settled), move |(phase, at, ..)| match phase {
        Phase::Ready | Phase::Ended { .. } => media_session::show(None),
        Phase::Holding { .. } | Phase::Paused { .. } => {
            let moment = Player::now(&player);
            media_session::show(Some(&Shown {
                title: &words.steps[usize::from(now.holds[*at].step)].title,
                album: &words.labels.name(),
                picture: &player.picture(),
                playing: matches!(phase, Phase::Holding { .. }),
                position: now.walk.elapsed(moment),
                length: now.walk.total(),
            }));
        }
    });
    let begun = !matches!(walk.now.walk.phase(), Phase::Ready | Phase::Ended { .. });
    let latest = latest.clone();
    use_effect_with(begun, move |begun| {
        let listening = begun.then(|| {
            media_session::listen(move |asked| {
                let walk = latest.borrow().clone();
                walk.send(match asked {
                    Asked::Play => Event::Resume,
                    Asked::Pause => Event::Pause,
                    Asked::Next => Event::Next,
                    Asked::Previous => Event::Previous,
                    Asked::Stop => Event::End,
                    Asked::To(moment) => Event::To(moment),
                });
            })
        });
        move || {
            if listening.is_some() {
                media_session::show(None);
            }
            drop(listening);
        }
    });
}

/// Keeps the screen lit while a walk is on, and asks again when the page is shown again.
#[hook]
pub fn use_screen(walk: &UseWalk) {
    let holding = matches!(walk.now.walk.phase(), Phase::Holding { .. });
    use_effect_with(holding, move |holding| {
        let listening = holding.then(|| {
            body::keep_awake(true);
            signal::on_return(|| body::keep_awake(true))
        });
        move || {
            if listening.is_some() {
                body::keep_awake(false);
            }
        }
    });
}
