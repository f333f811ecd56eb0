//! The desk: keeps what is written on the page as it is typed, and makes sheet, order of questions and
//! calendar file of it.
//!
//! The fields on the page are what somebody sees, so they are the truth while the page is open; this
//! only writes down what changes, and reads it back. What was written before the program came is kept too.

mod calendar;
mod order;
mod paper;
mod said;

use crate::content::fill;
use crate::core::sheet::Wish;
use crate::platform::dom::{self, Done, Field};
use crate::platform::store::{Join, Status, Store};
use crate::platform::{Platform, notes, share, signal};
use said::said;
use std::cell::RefCell;
use std::rc::Rc;

/// The element that holds all of it.
pub const DESK: &str = "desk";

/// The field that keeps the questions; a person sees them as a list.
pub const QUESTIONS: &str = "questions";

/// The field for what somebody is asking a doctor about.
pub const DOCTOR: &str = "doctor";

/// The desk, for as long as the program runs.
#[derive(Clone)]
pub struct Desk {
    kept: Store,
    /// What was erased, to take back.
    erased: Rc<RefCell<Vec<(String, String)>>>,
}

/// Opens the desk: from now on it hears what is done at it. To be called once.
pub fn open() -> Desk {
    let kept = Store::new(notes::here(), Platform::here().clock, join, tell, |news| {
        fill_in(news);
        show();
    });
    let desk = Desk { kept, erased: Rc::default() };
    let hears = desk.clone();
    let listening = dom::listen(DESK, move |done| hears.done(done));
    let returns = desk.clone();
    let returning = signal::on_return(move || returns.read_again());
    // For as long as the page lives.
    std::mem::forget((listening, returning));
    desk
}

/// The desk of this program.
fn desk() -> Desk {
    thread_local! {
        static DESK: std::cell::OnceCell<Desk> = const { std::cell::OnceCell::new() };
    }
    DESK.with(|desk| desk.get_or_init(open).clone())
}

/// Wakes the desk of the page that has come.
pub fn wake() {
    desk().arrive();
}

/// Another page gives lines: questions to ask, or else what somebody is asking a doctor about. `then` hears
/// whether they are kept.
pub fn give(what: &str, lines: String, then: impl FnOnce(bool) + 'static) {
    desk().take(if what == QUESTIONS { QUESTIONS } else { DOCTOR }, lines, then);
}

impl Desk {
    /// The page has come, perhaps once more: what is kept goes into its fields. What was typed before the program
    /// came is joined to it.
    pub fn arrive(&self) {
        if !dom::is_there(DESK) {
            return;
        }
        let early = [fresh(), vec![(QUESTIONS.to_owned(), dom::taken(DESK).join("\n"))]].concat();
        self.kept.add(early, |_| {});
        fill_in(&[(QUESTIONS.to_owned(), self.kept.get(QUESTIONS))]);
        let desk = self.clone();
        self.kept.load(move |kept| {
            fill_in(kept);
            tell(desk.kept.status());
            // In two parts: somebody may be writing already.
            signal::soon(|| {
                show();
                paper::offer();
                dom::mark(DESK, ("id", "kept"), "data-ready", "1");
                dom::tell("stillpoint-desk");
            });
        });
    }

    /// Another page gives lines to be kept: they join those that are there. `then` hears whether they are kept.
    pub fn take(&self, name: &'static str, lines: String, then: impl FnOnce(bool) + 'static) {
        let kept = self.kept.clone();
        self.kept.load(move |_| {
            let all = Join::Lines.of(&kept.get(name), &lines);
            kept.set(vec![(name.to_owned(), all)], then);
        });
    }

    /// The page is seen again: another one may have written meanwhile.
    fn read_again(&self) {
        if dom::is_there(DESK) {
            self.kept.refresh();
        }
    }

    fn done(&self, done: Done) {
        match done {
            Done::Changed(field) => self.changed(field),
            Done::Took(question, taken) => self.took(&question, taken),
            Done::Tapped(place) => self.tapped(&place),
            Done::Entered(id) if id == "own-question" => self.add(),
            Done::Entered(_) => {}
            Done::Pressed(what, n) => self.pressed(&what, n),
        }
    }

    fn changed(&self, field: Field) {
        if field.kind == "place" {
            self.marked(&field.says, &field.value);
        }
        self.keep(&field.name, &field.value);
    }

    /// Keeps a value, and shows what follows.
    fn keep(&self, name: &str, value: &str) {
        self.kept.set(vec![(name.to_owned(), value.to_owned())], |_| {});
        show();
    }

    /// A tap on a place goes on to the next mark: fine, ask, not, open.
    fn tapped(&self, place: &str) {
        let name = format!("place-{place}");
        let Some(now) = dom::chosen(DESK, &name) else { return };
        let next = match Wish::of(&now.value) {
            None => Wish::Fine.name(),
            Some(Wish::Fine) => Wish::Ask.name(),
            Some(Wish::Ask) => Wish::Not.name(),
            Some(Wish::Not) => "",
        };
        dom::put(DESK, &name, next);
        self.marked(&now.says, next);
        self.keep(&name, next);
    }

    /// Says what a place is marked with.
    fn marked(&self, place: &str, value: &str) {
        let mark = said(match Wish::of(value) {
            Some(Wish::Fine) => "mark_fine",
            Some(Wish::Ask) => "mark_ask",
            Some(Wish::Not) => "mark_not",
            None => "mark_open",
        });
        dom::set_text("marked", &fill(&said("marked"), &[("place", place), ("mark", &mark)]));
    }

    fn pressed(&self, what: &str, n: Option<usize>) {
        match what {
            "add" => self.add(),
            "up" | "down" | "remove" => self.reorder(what, n.unwrap_or_default()),
            "hear" => paper::rehearse(),
            "print" => share::print("sheet"),
            "print-blank" => share::print("blank"),
            "print-lists" => share::print("lists"),
            "copy" | "save" | "share" | "show" | "hide" => paper::pressed(what),
            "reset-lists" => self.reset_lists(),
            "erase" => self.erase(),
            "unerase" => self.unerase(),
            "weekly" => self.weekly(),
            "calendar" => self.calendar(),
            _ => {}
        }
    }

    fn reset_lists(&self) {
        let ticked = dom::fields(DESK).into_iter().filter(|field| field.kind == "list");
        let empty: Vec<(String, String)> = ticked.map(|field| (field.name, String::new())).collect();
        for (name, _) in &empty {
            dom::put(DESK, name, "");
        }
        self.kept.set(empty, |_| {});
        dom::set_text("lists-told", &said("lists_done"));
    }

    fn erase(&self) {
        let all = self.kept.clear();
        for field in dom::fields(DESK) {
            dom::put(DESK, &field.name, usual(&field.name));
        }
        if !all.is_empty() {
            self.erased.replace(all);
        }
        dom::show("unerase", true);
        dom::set_text("paper-told", &said("erased"));
        show();
    }

    fn unerase(&self) {
        // What was written since then stays as well.
        let back = |(name, text): (String, String)| {
            let now = self.kept.get(&name);
            let text = if now.is_empty() { text } else { join(&name).of(&text, &now) };
            (name, text)
        };
        let all: Vec<(String, String)> = self.erased.take().into_iter().map(back).collect();
        fill_in(&all);
        self.kept.set(all, |_| {});
        dom::show("unerase", false);
        dom::set_text("paper-told", &said("back_again"));
        show();
    }
}

/// Shows everything that is made of the fields.
fn show() {
    let fields = dom::fields(DESK);
    order::show(&order::questions());
    paper::show(&fields);
    dom::unmark(DESK, "data-place", "data-mark");
    for field in fields.iter().filter(|field| field.kind == "place") {
        let id = field.name.trim_start_matches("place-");
        dom::mark(DESK, ("data-place", id), "data-mark", &field.value);
    }
    let count = fields.iter().find(|field| field.name == "visits");
    dom::mark(DESK, ("class", "visits"), "data-count", count.map_or("1", |field| &field.value));
}

/// Puts texts into their fields.
fn fill_in(texts: &[(String, String)]) {
    for (name, text) in texts {
        dom::put(DESK, name, if text.is_empty() { usual(name) } else { text });
    }
}

/// Says whether the device keeps what is written.
fn tell(status: Status) {
    let (mark, says) = match status {
        Status::Saving => ("soon", None),
        Status::Kept => ("yes", Some("kept")),
        Status::NotKept => ("no", Some("unkept")),
        Status::NeverAnswered => ("no", Some("unanswered")),
    };
    dom::mark(DESK, ("id", "kept"), "data-kept", mark);
    if let Some(says) = says {
        dom::set_text("kept", &said(says));
    }
}

/// How two texts of a field, written without knowing of each other, stand together.
pub fn join(name: &str) -> Join {
    match name {
        QUESTIONS => Join::Lines,
        "name" | "company-who" | "sign-own" | "sentence-own" | "called-own" | "visit-place" => Join::Line,
        DOCTOR => Join::Text,
        _ if name.ends_with("-own") => Join::Text,
        _ => Join::Newer,
    }
}

/// What stands in the fields and is not as it was at first.
fn fresh() -> Vec<(String, String)> {
    // The page's HTML may come again with questions of before: nobody types into their field.
    let fields = dom::fields(DESK).into_iter().filter(|field| field.name != QUESTIONS);
    let fields = fields.filter(|field| !field.value.is_empty());
    fields.map(|field| (field.name, field.value)).filter(|(name, value)| !is_usual(name, value)).collect()
}

/// How a choice is at first.
fn usual(name: &str) -> &'static str {
    match name {
        "visits" => "1",
        "length" => "60",
        "called" => "plain",
        _ => "",
    }
}

fn is_usual(name: &str, value: &str) -> bool {
    usual(name) == value
}
