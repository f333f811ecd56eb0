//! A visit: rooms wake in the pages that have one, and links lead on without a reload.

use crate::content::Words;
use crate::platform::page as view;
use crate::platform::pages::{self, path_of};
use crate::ui::Base;
use crate::walkthrough::{WalkPage, WalkPageProps};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::{AppHandle, Renderer};

/// The anchor of the search: who goes there wants to type.
const SEARCH: &str = "#search";

/// A visit.
pub struct Visit {
    /// The packed words: each room opens them anew, with what its own page brings.
    pack: Vec<u8>,
    base: Base,
    /// The walk, where it is awake.
    room: RefCell<Option<AppHandle<WalkPage>>>,
    /// Counts what was gone to: a page that comes late is not shown any more.
    gone: Cell<u32>,
    /// Counts what was shown: a room wakes only in the page that it belongs to.
    shown: Cell<u32>,
}

/// Begins a visit at the page that is shown. Its room is still to be woken.
pub fn begin(pack: Vec<u8>, base: &str) -> Rc<Visit> {
    let base = Base(base.to_owned().into());
    let visit = Rc::new(Visit {
        pack,
        base: base.clone(),
        room: RefCell::default(),
        gone: Cell::default(),
        shown: Cell::default(),
    });
    // The browser has shown the page already; only a closed answer has to be opened.
    arrive_at_anchor(&pages::address());
    view::keep_scroll();
    let at_link = visit.clone();
    pages::on_link(base.0.to_string(), move |address| at_link.go(address, true));
    let at_history = visit.clone();
    pages::on_history(move || at_history.go(pages::address(), false));
    visit
}

impl Visit {
    /// The words of the room of the page that is shown; `None` where it has none. On an old phone opening them and
    /// waking the room each take so long that somebody who taps would notice both together.
    ///
    /// # Errors
    /// When the packed words are of another release.
    pub fn words(&self) -> Result<Option<Words>, String> {
        pages::room().map(|_| Words::open(&self.pack, view::html_in)).transpose()
    }

    /// Wakes the room of the page that is shown; a page without one works at once.
    pub fn wake(&self, words: Option<Words>) {
        let Some(root) = pages::room() else { return view::say_ready() };
        // Somebody may have gone on meanwhile: then the room is awake, or wakes once its page has been seen.
        let Some(words) = words.filter(|_| self.room.borrow().is_none()) else { return };
        let base = self.base.clone();
        let room = Renderer::with_root_and_props(root, WalkPageProps { words, base }).hydrate();
        self.room.replace(Some(room));
    }

    /// Goes to an address of the site: by a link, or along the history.
    fn go(self: &Rc<Self>, address: String, by_link: bool) {
        let gone = self.gone.get() + 1;
        self.gone.set(gone);
        let path = path_of(&address);
        if by_link {
            // The browser tells of scrolling with the next frame; by then the page may be gone.
            view::note_scroll();
        }
        // Read now: while a page is on its way, browsers scroll the one that is still shown.
        let top = if by_link { None } else { view::kept_scroll() }.unwrap_or(0.0);
        if !by_link && path == pages::shown() {
            return arrive(&address, Some(top));
        }
        let visit = self.clone();
        pages::bring(&address.clone(), true, move |came| {
            if visit.gone.get() != gone {
                return;
            }
            if !came {
                return pages::leave_for(&address);
            }
            visit.leave();
            if by_link {
                pages::push(&address);
            }
            // Asked before: afterwards the browser would lay the page out to answer.
            let is_there = view::scrolled() == top;
            view::say_waiting();
            pages::show(path_of(&address), address.contains('#') || top > 0.0);
            view::focus_heading();
            arrive(&address, (!is_there).then_some(top));
            pages::restore(true);
            visit.wake_soon();
        });
    }

    /// The room that was awake goes to sleep.
    fn leave(&self) {
        if let Some(room) = self.room.take() {
            room.destroy();
        }
    }

    /// Completes a page once it has been seen, and wakes its room.
    fn wake_soon(self: &Rc<Self>) {
        let shown = self.shown.get() + 1;
        self.shown.set(shown);
        let visit = self.clone();
        pages::once_seen(move || {
            if visit.shown.get() == shown {
                // Letters that came late are put in while the page fades in.
                view::say("stillpoint-going");
                pages::finish();
                // The pack was opened before; it opens again.
                visit.wake(visit.words().ok().flatten());
            }
        });
    }
}

/// Scrolls to where somebody wants to be: an anchor, or so many pixels from the top if that is elsewhere.
fn arrive(address: &str, top: Option<f64>) {
    if !arrive_at_anchor(address)
        && let Some(top) = top
    {
        view::scroll_to(top);
    }
}

fn arrive_at_anchor(address: &str) -> bool {
    let Some((_, anchor)) = address.split_once('#') else { return false };
    let shown = view::show_anchor(anchor);
    if address.ends_with(SEARCH) {
        view::focus_id("search");
    }
    shown
}
