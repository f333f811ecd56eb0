//! The clock face of a running walk, and its bar: written once a second, without drawing the room anew. For an hour
//! this is all that a walk does while one position is held.

use super::hold_bar::glides;
use super::state::Now;
use super::times::clock_face;
use super::use_walk::{LEAST_WAIT, UseWalk};
use crate::content::fill;
use crate::core::Ms;
use crate::core::walk::Phase;
use crate::platform::page as view;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// A step of a long hold's bar, in thousandths.
const BAR_STEP: u64 = 5;

/// What is written: nobody else writes there.
#[derive(Clone, Default, PartialEq)]
pub struct Face {
    /// How long this step still is.
    pub left: NodeRef,
    /// How long the walk still is.
    pub in_all: NodeRef,
    /// How far the step is.
    pub bar: NodeRef,
}

/// The call that comes with the next second.
type Due = Rc<RefCell<Option<Box<dyn Any>>>>;

/// Follows the time between two events; each of them begins this anew.
#[hook]
pub fn use_clock(walk: &UseWalk, latest: &Rc<RefCell<UseWalk>>, face: &Face) {
    let due: Due = use_mut_ref(|| None);
    let (now, latest, face) = (walk.now.clone(), latest.clone(), face.clone());
    use_effect_with((now.ticks, now.resting), move |_| {
        if !matches!(now.walk.phase(), Phase::Ready | Phase::Ended { .. }) && !now.resting {
            let over = over(&now, now.moment);
            view::set_style(&face.bar, "animation-duration", &[&over[1].to_string(), "s"].concat());
            view::set_style(&face.bar, "animation-delay", &["-", &over[0].to_string(), "ms"].concat());
            write(&latest.borrow(), &face, now.moment);
            go_on(&latest, &face, &due);
        }
        move || drop(due.take())
    });
}

/// Waits for the next second, and writes it.
fn go_on(latest: &Rc<RefCell<UseWalk>>, face: &Face, due: &Due) {
    let walk = latest.borrow().clone();
    if !walk.is_holding() {
        return;
    }
    let wait = to_next_second(&walk.now, walk.moment()).max(LEAST_WAIT);
    let next = (latest.clone(), face.clone(), due.clone());
    let call = move || {
        let (latest, face, due) = next;
        let walk = latest.borrow().clone();
        if walk.is_due() {
            return walk.tick();
        }
        walk.look();
        write(&walk, &face, walk.moment());
        go_on(&latest, &face, &due);
    };
    due.replace(Some(walk.platform.clock.after(wait as u32, Box::new(call))));
}

/// How long it is until the face shows another second.
fn to_next_second(now: &Now, moment: Ms) -> Ms {
    match shown(now, moment) % 1_000 {
        0 => 1_000,
        part => part,
    }
}

/// What the face shows: how long it takes to settle down, and then how long the step still is.
fn shown(now: &Now, moment: Ms) -> Ms {
    match now.walk.settling(moment) {
        0 => now.walk.remaining_here(moment),
        settling => settling,
    }
}

/// How much of the step is over, in milliseconds, and how many seconds it has.
fn over(now: &Now, moment: Ms) -> [u64; 2] {
    let at = now.walk.current(moment);
    let seconds = now.holds.get(at).map_or(0, |hold| u64::from(hold.seconds));
    [now.walk.elapsed(moment).saturating_sub(now.walk.start_of(at)), seconds]
}

fn write(walk: &UseWalk, face: &Face, moment: Ms) {
    let now = &walk.now;
    let in_all = clock_face(now.walk.remaining(moment));
    view::write(&face.left, &clock_face(shown(now, moment)));
    view::write(&face.in_all, &fill(&walk.words.labels.left_in_all(), &[("time", &in_all)]));
    if !glides(now) {
        // An animation that stands would draw a second picture each time it is moved on. It is set in
        // steps: what changes less is hardly seen, and has styles made anew as well.
        let [over, seconds] = over(now, moment);
        let thousandths = over.checked_div(seconds).unwrap_or_default() / BAR_STEP * BAR_STEP;
        view::set_style(&face.bar, "transform", &["scaleX(", &thousandths.to_string(), "e-3)"].concat());
    }
}
