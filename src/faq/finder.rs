//! The finder: searches as somebody types, and shows what it finds.
//!
//! It writes only what changes, straight into the page: each letter finds anew, and an old phone has to keep up.

mod hits;
mod kinds;

use crate::content::{Finds, fill, said};
use crate::core::search::{Found, search};
use crate::platform::dom::{self, Done};
use crate::platform::{Platform, file, list, page as view};
use kinds::{Kinds, by_kind};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// The element that holds search, hits and list.
pub const PLACE: &str = "faq-list";
/// The search box.
pub const FIELD: &str = "search";
/// Empties it.
pub const CLEAR: &str = "faq-clear";
/// How many places are shown.
pub const COUNT: &str = "faq-count";
/// Where help is offered to somebody who may be in danger.
pub const CRISIS: &str = "faq-crisis";
/// What was found.
pub const HITS: &str = "faq-hits";
/// All questions by group.
pub const LIST: &str = "faq-all";
/// What the page carries for the program to say.
pub const SAYS: &str = "faq-says";

/// So long nobody has typed when the address takes on what is asked, in milliseconds: browsers take their
/// time for it.
const RESTING: u32 = 700;

/// The texts that the page carries.
#[derive(Default)]
struct Says(String);

impl Says {
    /// The text of this name.
    fn of(&self, name: &str) -> &str {
        said(&self.0, name)
    }
}

/// The file that finds things comes when somebody is about to type: who only reads does not pay for it.
#[derive(Clone, Default)]
enum Index {
    #[default]
    Unasked,
    Coming,
    /// It can't be had. It is asked for again when somebody comes to the search again.
    Lost,
    There(Rc<Finds>),
}

#[derive(Default)]
struct State {
    /// Read once a page: asking the page costs time at each letter.
    says: Says,
    index: Index,
    /// What is asked, as it stands in the box.
    asked: String,
    found: Option<Found>,
    /// Questions that were opened among what was found.
    opened: Vec<usize>,
    /// The sections that are shown, as HTML.
    shown: Vec<String>,
    /// Will write the address.
    resting: Option<Box<dyn Any>>,
}

/// The finder, for as long as the program runs.
#[derive(Clone, Default)]
pub struct Finder(Rc<RefCell<State>>);

/// Opens the finder: from now on it hears what is typed. To be called once.
pub fn open() -> Finder {
    let finder = Finder::default();
    let (hears, comes) = (finder.clone(), finder.clone());
    let listening = dom::listen(PLACE, move |done| hears.done(done));
    let coming = dom::on_focus(FIELD, move |here| comes.focused(here));
    // For as long as the page lives.
    std::mem::forget((listening, coming));
    finder
}

/// Wakes the search of the page that has come.
pub fn wake() {
    thread_local! {
        static FINDER: std::cell::OnceCell<Finder> = const { std::cell::OnceCell::new() };
    }
    FINDER.with(|finder| finder.get_or_init(open).arrive());
}

impl Finder {
    /// The page has come, perhaps once more. `?q=` fills the box; letters typed before the program came are
    /// already in it.
    pub fn arrive(&self) {
        if !dom::is_there(FIELD) {
            return;
        }
        let index = std::mem::take(&mut self.0.borrow_mut().index);
        if let Index::There(_) = index {
            view::say("stillpoint-finds");
        }
        *self.0.borrow_mut() = State { index, says: Says(dom::text(SAYS)), ..State::default() };
        let typed = dom::value(FIELD);
        let asked = if typed.is_empty() { view::query("q").unwrap_or_default() } else { typed };
        if dom::is_focused(FIELD) {
            self.fetch();
        }
        if !asked.is_empty() {
            dom::set_value(FIELD, &asked);
            self.ask(asked);
        }
    }

    fn done(&self, done: Done) {
        match done {
            Done::Changed(field) if field.name == "q" => {
                self.follow(&field.value);
                self.ask(field.value);
            }
            Done::Pressed(what, _) if what == "clear" => {
                dom::set_value(FIELD, "");
                view::focus_id(FIELD);
                self.follow("");
                self.ask(String::new());
            }
            Done::Tapped(place) => self.opened(place.parse().ok()),
            _ => {}
        }
    }

    /// Somebody is about to type, or has left the box: then the address need not wait.
    fn focused(&self, here: bool) {
        if here {
            return self.fetch();
        }
        let resting = self.0.borrow_mut().resting.take();
        if resting.is_some() {
            view::set_query("q", dom::value(FIELD).trim());
        }
    }

    /// The address follows once nobody types.
    fn follow(&self, asked: &str) {
        let (finder, asked) = (self.clone(), asked.trim().to_owned());
        let write = Box::new(move || {
            finder.0.borrow_mut().resting = None;
            view::set_query("q", &asked);
        });
        self.0.borrow_mut().resting = Some(Platform::here().clock.after(RESTING, write));
    }

    fn ask(&self, typed: String) {
        let was_empty = std::mem::replace(&mut self.0.borrow_mut().asked, typed).is_empty();
        if was_empty {
            self.fetch();
        }
        self.find();
    }

    /// Gets the file that finds things, if it is not there or on its way.
    fn fetch(&self) {
        if matches!(self.0.borrow().index, Index::Coming | Index::There(_)) {
            return;
        }
        self.0.borrow_mut().index = Index::Coming;
        let finder = self.clone();
        let address = self.0.borrow().says.of("finds").to_owned();
        file::fetch(&address, move |bytes| {
            let opened = bytes.and_then(|bytes| Finds::open(&bytes)).map(Rc::new);
            if opened.is_some() {
                // The plain search of the page has done its work.
                view::say("stillpoint-finds");
            }
            finder.0.borrow_mut().index = opened.map_or(Index::Lost, Index::There);
            finder.find();
        });
    }

    fn find(&self) {
        let mut state = self.0.borrow_mut();
        let state = &mut *state;
        let (says, asked) = (&state.says, state.asked.trim());
        dom::show(CLEAR, !state.asked.is_empty());
        let Index::There(finds) = &state.index else {
            let missing = matches!(state.index, Index::Lost) && !asked.is_empty();
            // Meanwhile the page's own plain search is at work.
            let silent = !missing && !asked.is_empty();
            let name = if missing { "missing" } else { "all" };
            return dom::set_text(COUNT, if silent { "" } else { says.of(name) });
        };
        let found = search(&finds.index, asked);
        let crisis = found.crisis;
        let found = Some(found).filter(|found| !found.entries.is_empty());
        let kinds = found.as_ref().map(|found| by_kind(found, finds)).unwrap_or_default();
        dom::set_text(COUNT, &count(says, found.as_ref(), &kinds, asked));
        let help = crisis.then(|| view::html_in(&["#", CRISIS, "-words"].concat())).flatten();
        dom::set_html(CRISIS, &help.unwrap_or_default());
        // The list of all steps aside, and comes back as it was.
        if found.is_some() != state.found.is_some() {
            view::mark(LIST, "data-away", if found.is_some() { "true" } else { "false" });
        }
        let now = found.as_ref().map(|found| hits::hits(says, found, finds, &kinds, &state.opened));
        let now = now.unwrap_or_default();
        list::put(HITS, &state.shown, &now);
        (state.shown, state.found) = (now, found);
    }

    /// A question among what was found was opened, or closed.
    fn opened(&self, place: Option<usize>) {
        let mut state = self.0.borrow_mut();
        let state = &mut *state;
        let (Some(place), Some(found), Index::There(finds)) = (place, &state.found, &state.index) else {
            return;
        };
        match state.opened.iter().position(|known| *known == place) {
            Some(at) => drop(state.opened.remove(at)),
            None => {
                state.opened.push(place);
                dom::set_html(&["hit-", &place.to_string()].concat(), &hits::body(found, finds, place));
            }
        }
    }
}

/// How many places are shown, and why.
fn count(says: &Says, found: Option<&Found>, kinds: &Kinds, asked: &str) -> String {
    let shown: usize = kinds.iter().map(|(_, places)| places.len()).sum();
    match found {
        None => says.of("all").to_owned(),
        Some(found) if found.only_near => fill(says.of("none"), &[("query", asked)]),
        Some(_) if shown == 1 => says.of("one").to_owned(),
        Some(_) => fill(says.of("many"), &[("n", &shown.to_string())]),
    }
}
