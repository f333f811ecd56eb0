//! A visit: islands wake in the pages that have them, and links lead on without a reload, so that a
//! running session goes on while somebody reads elsewhere.

use super::sharing;
use super::shortcuts::{self, Lead};
use super::wake::{self, Around, Sleep};
use crate::platform::events;
use crate::platform::here;
use crate::platform::keep_alive::KeepAlive;
use crate::platform::page as view;
use crate::platform::pages::{self, ON_USE, path_of};
use crate::platform::store::Shared;
use crate::route::Route;
use crate::ui::Base;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// The search box: whoever goes there wants to type.
const SEARCH: &str = "search";

/// A visit.
struct Visit {
    base: Base,
    store: Shared,
    /// The islands that are awake: those of the page that is shown, and those that outlive their pages.
    awake: RefCell<Vec<Awake>>,
    /// Counts navigations: a page that comes late is not shown any more.
    navigations: Cell<u32>,
    /// Counts pages that were shown: islands wake only in the page that they belong to.
    shown: Cell<u32>,
}

/// An island that is awake.
struct Awake {
    name: String,
    root: Element,
    keep_alive: KeepAlive,
    sleep: Sleep,
}

/// Begins a visit at the page that is shown.
pub fn begin() {
    let base = view::base();
    let visit = Rc::new(Visit {
        base: Base(base.clone().into()),
        store: Shared::new(crate::prepare::join),
        awake: RefCell::default(),
        navigations: Cell::default(),
        shown: Cell::default(),
    });
    pages::note_shown(&pages::address());
    // The browser has shown the page already; only a closed answer has to be opened.
    arrive_at_anchor(&pages::address());
    view::keep_scroll();
    sharing::begin();
    let at_key = visit.clone();
    events::on_press(move |press| at_key.press(&press));
    let at_link = visit.clone();
    pages::on_link(base, move |address| at_link.go(address, true));
    let at_history = visit.clone();
    pages::on_history(move || at_history.go(pages::address(), false));
    let at_use = visit.clone();
    pages::on_use(move |root| {
        let visit = at_use.clone();
        let _ = root.remove_attribute("data-failed");
        spawn_local(async move {
            visit.wake(root).await;
        });
    });
    visit.wake_islands();
}

impl Visit {
    /// Wakes the islands of the page that is shown. When all are awake, the page works.
    fn wake_islands(self: &Rc<Self>) {
        let (visit, shown) = (self.clone(), self.shown.get());
        spawn_local(async move {
            let mut all_good = true;
            for root in
                pages::islands().into_iter().filter(|root| !root.has_attribute(ON_USE) || has_kept(root))
            {
                if visit.shown.get() != shown {
                    return;
                }
                if !visit.come_back(&root) {
                    // Whoever uses it meanwhile doesn't wake it a second time.
                    pages::note_waking(&root);
                    all_good &= visit.wake(root).await;
                }
            }
            if visit.shown.get() == shown {
                if all_good { view::say_ready() } else { view::say_failed() }
            }
        });
    }

    /// Wakes one island; `false` when it does not come.
    async fn wake(&self, root: Element) -> bool {
        let keep_alive = KeepAlive::default();
        let around =
            Around { base: self.base.clone(), keep_alive: keep_alive.clone(), store: self.store.clone() };
        match wake::wake(root.clone(), around).await {
            Ok(sleep) => {
                let name = root.get_attribute("data-island").unwrap_or_default();
                self.awake.borrow_mut().push(Awake { name, root, keep_alive, sleep });
                true
            }
            Err(wake::Failed::Left) => true,
            Err(reason) => {
                let name = root.get_attribute("data-island").unwrap_or_default();
                view::log_error(&format!("the island “{name}” did not wake: {reason}"));
                wake::say_failed(&root);
                false
            }
        }
    }

    /// Whether the island of this element has outlived its page: then it takes its place again.
    fn come_back(&self, root: &Element) -> bool {
        let awake = self.awake.borrow();
        let name = root.get_attribute("data-island").unwrap_or_default();
        let Some(kept) = awake.iter().find(|awake| awake.name == name && awake.keep_alive.is_away()) else {
            return false;
        };
        let _ = root.replace_with_with_node_1(&kept.root);
        let keep_alive = kept.keep_alive.clone();
        drop(awake);
        keep_alive.tell(false);
        true
    }

    /// A key was pressed; `true` if it leads somewhere. It leads nobody out of a dialog or a session.
    fn press(self: &Rc<Self>, press: &events::Press) -> bool {
        let Some(lead) = shortcuts::lead(press, view::has_id(SEARCH)) else { return false };
        let runs = |awake: &Awake| awake.keep_alive.is_wanted() && !awake.keep_alive.is_away();
        if view::has_dialog() || self.awake.borrow().iter().any(runs) {
            return false;
        }
        match lead {
            Lead::Box => view::focus_id(SEARCH),
            Lead::Page => {
                let path = Route::Faq.path().trim_start_matches('/');
                self.go([&*self.base.0, path, "#", SEARCH].concat(), true);
            }
        }
        true
    }

    /// The page is left: its islands end, but for those that are to go on.
    fn leave(&self) {
        let left = self.awake.take();
        for awake in left {
            if pages::is_outside(&awake.root) {
                self.awake.borrow_mut().push(awake);
            } else if awake.keep_alive.is_wanted() {
                awake.root.remove();
                awake.keep_alive.tell(true);
                self.awake.borrow_mut().push(awake);
            } else {
                (awake.sleep)();
            }
        }
    }

    /// Goes to an address of the site: by a link, or along the history.
    fn go(self: &Rc<Self>, address: String, by_link: bool) {
        let navigation = self.navigations.get() + 1;
        self.navigations.set(navigation);
        let path = path_of(&address);
        if by_link {
            // The browser reports scrolling with the next frame; by then the page may be gone.
            view::note_scroll();
        }
        // Read now: while a page is on its way, browsers scroll the one that is still shown.
        let top = if by_link { None } else { view::kept_scroll() }.unwrap_or(0.0);
        if !by_link && path == pages::shown() {
            // Another page was on its way; it's not wanted any more.
            view::set_loading(false);
            return arrive(&address, Some(top));
        }
        let visit = self.clone();
        spawn_local(async move {
            view::set_loading(true);
            let page = pages::load(path_of(&address)).await;
            if visit.navigations.get() != navigation {
                return;
            }
            view::set_loading(false);
            match page {
                Some(page) => visit.show(&page, &address, by_link, top),
                None => visit.leave_to_the_browser(&address),
            }
        });
    }

    /// Puts a page in the place of the one that is shown.
    fn show(self: &Rc<Self>, page: &pages::Page, address: &str, by_link: bool, top: f64) {
        // A dialog would cover the page that comes.
        view::close_dialogs();
        self.leave();
        // Browsers, too, make no second entry for the address that is shown.
        if by_link && address != pages::address() {
            pages::push(address);
        }
        view::say_waiting();
        pages::show(page);
        pages::note_shown(address);
        self.shown.set(self.shown.get() + 1);
        view::focus_heading();
        arrive(address, Some(top));
        pages::restore(true);
        self.wake_islands();
    }

    /// A page can't be shown here: it doesn't come, or belongs to another release. The browser goes there itself,
    /// unless that would end a running session.
    fn leave_to_the_browser(&self, address: &str) {
        if self.awake.borrow().iter().any(|awake| awake.keep_alive.is_wanted()) {
            view::say_unreached();
        } else {
            pages::leave_for(address);
        }
    }
}

/// Whether the island of this element has something to show that it kept. `localStorage` says so at once; what
/// is kept itself is in a database.
fn has_kept(root: &Element) -> bool {
    let storage = here::storage();
    let kept = wake::island(root).is_some_and(|it| it.kept().iter().any(|key| storage.load(key).is_some()));
    kept && !root.has_attribute(pages::WAKING)
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
    if anchor == SEARCH {
        view::focus_id(SEARCH);
    }
    shown
}
