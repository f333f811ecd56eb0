//! What a person writes, by name: in memory at once, and on the device as soon as it takes it.
//!
//! Nothing that is kept is ever overwritten unread. Until the device has told what it keeps, changes are only
//! remembered; then they are joined to it and written. One request is on its way at a time, and what changes
//! meanwhile goes with the next: fast typing never queues up. A device that doesn't answer stops nobody: after a
//! few seconds all goes on from memory, and if it answers after all, what was written meanwhile is joined.

mod join;
mod requests;
mod shared;
#[cfg(test)]
mod tests;

pub use join::Join;
pub use shared::Shared;

use super::clock::Clock;
use super::indexed_db::Notes;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::{Rc, Weak};

/// So long the device may take before all goes on without it, in milliseconds. A slow phone that has just woken
/// takes one or two seconds.
pub const PATIENCE: u32 = 4_000;

/// Which names are meant.
pub type Names = fn(&str) -> bool;

/// Texts with their names.
pub type Texts = Vec<(String, String)>;

/// Whether what was written is on the device.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// It is on its way.
    Saving,
    /// All of it is.
    Kept,
    /// The device refused it, or can't be read. It is tried again with the next change.
    NotKept,
    /// The device doesn't answer.
    NeverAnswered,
}

type Heard = Box<dyn FnOnce(bool)>;
type Loaded = Box<dyn FnOnce(&[(String, String)])>;
type Hears = Rc<dyn Fn(Change)>;

/// What those who have subscribed hear.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change<'a> {
    /// The status is another one.
    Status(Status),
    /// This has come from the device after it was loaded: an answer that came late, or what another page has
    /// changed.
    News(&'a [(String, String)]),
}

/// Someone hears of changes, as long as this is kept.
#[must_use = "dropping it ends the subscription"]
pub struct Subscription(Weak<Inside>, u32);

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(inside) = self.0.upgrade() {
            inside.subscribers.borrow_mut().retain(|(number, _)| *number != self.1);
        }
    }
}

struct Inside {
    notes: Rc<dyn Notes>,
    clock: Rc<dyn Clock>,
    /// How two texts of this name are joined.
    join: fn(&str) -> Join,
    texts: RefCell<BTreeMap<String, String>>,
    /// Names that have changed since they were last written.
    changed: RefCell<BTreeSet<String>>,
    /// Who waits for the next write to be over, for the one on its way, and for what is kept.
    waiting: RefCell<Vec<Heard>>,
    writing: RefCell<Vec<Heard>>,
    loading: RefCell<Vec<Loaded>>,
    /// What is on the device is known.
    read: Cell<bool>,
    /// It couldn't be read: all goes on from memory.
    refused: Cell<bool>,
    /// Which names are to go from the device, asked for before it told what it keeps.
    erased: Cell<Option<Names>>,
    /// Something is to be written.
    wanted: Cell<bool>,
    /// A request is on its way.
    busy: Cell<bool>,
    /// It has been for longer than we wait.
    overdue: Cell<bool>,
    alarm: RefCell<Option<Box<dyn Any>>>,
    status: Cell<Status>,
    subscribers: RefCell<Vec<(u32, Hears)>>,
    /// How many there have been.
    subscribed: Cell<u32>,
}

/// What is kept; all who hold it hold the same.
#[derive(Clone)]
pub struct Store(Rc<Inside>);

impl Store {
    /// Nothing yet.
    pub fn new(notes: Rc<dyn Notes>, clock: Rc<dyn Clock>, join: fn(&str) -> Join) -> Self {
        Self(Rc::new(Inside {
            notes,
            clock,
            join,
            texts: RefCell::default(),
            changed: RefCell::default(),
            waiting: RefCell::default(),
            writing: RefCell::default(),
            loading: RefCell::default(),
            read: Cell::default(),
            refused: Cell::default(),
            erased: Cell::default(),
            wanted: Cell::default(),
            busy: Cell::default(),
            overdue: Cell::default(),
            alarm: RefCell::default(),
            status: Cell::new(Status::Saving),
            subscribers: RefCell::default(),
            subscribed: Cell::default(),
        }))
    }

    /// Hears of each change of the status, and of what comes from the device later than it was asked for.
    pub fn subscribe(&self, hears: impl Fn(Change) + 'static) -> Subscription {
        let number = self.0.subscribed.get() + 1;
        self.0.subscribed.set(number);
        self.0.subscribers.borrow_mut().push((number, Rc::new(hears)));
        Subscription(Rc::downgrade(&self.0), number)
    }

    /// Whether what is written is on the device.
    pub fn status(&self) -> Status {
        self.0.status.get()
    }

    /// What is kept under a name, as far as it is known.
    pub fn get(&self, name: &str) -> String {
        self.0.texts.borrow().get(name).cloned().unwrap_or_default()
    }

    /// Everything that is known to be kept.
    pub fn all(&self) -> Texts {
        self.0.texts.borrow().iter().map(|(name, text)| (name.clone(), text.clone())).collect()
    }

    /// Gives everything that is kept, once the device has told it; what is in memory, where it doesn't. What is known
    /// already is given at once, and what another page has changed since comes as news.
    pub fn load(&self, then: impl FnOnce(&[(String, String)]) + 'static) {
        if self.0.read.get() {
            then(&self.all());
            self.refresh();
        } else {
            self.newest(Box::new(then));
        }
    }

    /// Keeps texts under their names; an empty one is forgotten. `then` hears whether the device has them.
    pub fn set(&self, texts: Texts, then: impl FnOnce(bool) + 'static) {
        for (name, text) in texts {
            self.0.changed.borrow_mut().insert(name.clone());
            self.0.texts.borrow_mut().insert(name, text);
        }
        self.change(Box::new(then));
    }

    /// Joins texts to those that are kept.
    pub fn add(&self, texts: Texts, then: impl FnOnce(bool) + 'static) {
        let joined = texts.into_iter().map(|(name, typed)| {
            let text = (self.0.join)(&name).of(&self.get(&name), &typed);
            (name, text)
        });
        let other = joined.filter(|(name, text)| self.get(name) != *text);
        self.set(other.collect(), then);
    }

    /// Adds lines to a list, or to a text of which each line is to be there once. `then` hears whether they're kept.
    pub fn add_lines(&self, name: &str, lines: String, then: impl FnOnce(bool) + 'static) {
        let (store, name) = (self.clone(), name.to_owned());
        // Where they are given, nothing shows what another page has written meanwhile.
        self.newest(Box::new(move |_| {
            let all = Join::Lines.of(&store.get(&name), &lines);
            store.set(vec![(name, all)], then);
        }));
    }

    /// Forgets every text whose name `goes`, and gives those there were.
    pub fn clear(&self, goes: Names) -> Texts {
        let all: Texts =
            self.all().into_iter().filter(|(name, text)| goes(name) && !text.is_empty()).collect();
        if !self.0.read.get() {
            self.0.erased.set(Some(goes));
        }
        self.set(all.iter().map(|(name, _)| (name.clone(), String::new())).collect(), |_| {});
        all
    }

    /// Asks the device once more for what another page has changed.
    pub fn refresh(&self) {
        if self.0.read.get() {
            self.newest(Box::new(|_| {}));
        }
    }

    fn say(&self, status: Status) {
        if self.0.status.replace(status) != status {
            self.tell(Change::Status(status));
        }
    }

    fn tell(&self, change: Change) {
        // Whoever hears it may subscribe or leave.
        let all = self.0.subscribers.borrow().clone();
        for (_, hears) in all {
            hears(change);
        }
    }
}
