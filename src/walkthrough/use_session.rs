//! Where a session meets the page: keys, leaving and returning, the clock face, and going on while another page is
//! shown.

use super::clock_face::Face;
use super::keys;
use super::session::Session;
use super::state::State;
use super::state::update::Action;
use crate::content::Words;
use crate::platform::devices::Devices;
use crate::platform::keep_alive::KeepAlive;
use crate::platform::{events, page as view};
use crate::ui::Base;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// Whether the page of the walk is shown, and how often it has been.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Page {
    /// Another page is shown.
    pub away: bool,
    /// How often somebody came back to it: then it is another element, as the host made it.
    pub returns: u32,
}

/// Follows a session. The first render is the same everywhere: the first plan, not begun.
#[hook]
pub fn use_session(words: &Words, base: &Base) -> (Rc<State>, Page, Callback<Action>, Face) {
    let devices = use_context::<Devices>();
    let session = use_memo((), |()| Session::new(devices.unwrap_or_else(Devices::here), &base.0, words));
    let face = (*use_memo((), |()| Face::default())).clone();
    let act = {
        let session = session.clone();
        use_callback((), move |action: Action, ()| session.dispatch(action))
    };
    let redraw = use_force_update();
    {
        let (session, face) = (session.clone(), face.clone());
        use_effect_with((), move |()| {
            let seen = session.clone();
            session.on_second(move || face.write(&seen.state(), seen.moment()));
            session.begin(view::query("plan"), move || redraw.force_update());
            let (returning, leaving) = (session.clone(), session.clone());
            let listening = (
                events::on_return(move || returning.come_back()),
                events::on_leave(move || {
                    leaving.keep();
                }),
            );
            move || {
                drop(listening);
                session.leave();
            }
        });
    }
    let state = session.state();
    let page = use_page(&session, state.walk.phase().is_under_way());
    // Each event, and each new element, has its time written at once.
    {
        let (state, face) = (state.clone(), face.clone());
        use_effect_with((state.ticks, state.resting, page), move |_| {
            face.begin(&state);
            face.write(&state, state.moment);
        });
    }
    (state, page, act, face)
}

/// A session under way goes on while another page is shown; keys are for its own page alone.
#[hook]
fn use_page(session: &Rc<Session>, under_way: bool) -> Page {
    let keep_alive = use_context::<KeepAlive>().unwrap_or_default();
    let page = use_state_eq(Page::default);
    {
        let (keep_alive, session, setter) = (keep_alive.clone(), session.clone(), page.setter());
        use_effect_with((), move |()| {
            let returns = Cell::new(0);
            keep_alive.on_move(move |away| {
                if away {
                    session.dispatch(Action::Away);
                } else {
                    returns.set(returns.get() + 1);
                }
                setter.set(Page { away, returns: returns.get() });
            });
        });
    }
    use_effect_with(under_way, move |under_way| keep_alive.want(*under_way));
    let session = session.clone();
    use_effect_with(page.away, move |away| {
        let listening = (!away).then(|| events::on_key(move |key| press(&session, &key)));
        move || drop(listening)
    });
    *page
}

/// Does what a key means; whether it meant anything.
fn press(session: &Rc<Session>, key: &events::Key) -> bool {
    if session.state().resting {
        session.dispatch(Action::Touch);
    }
    let action = keys::action(&session.state(), key);
    let used = action.is_some();
    if let Some(action) = action {
        session.dispatch(action);
    }
    used
}
