//! What is kept: in memory for this visit, and on the device as soon as it takes it.
//!
//! One write is on its way at a time, and what changes meanwhile goes with the next one. So fast typing
//! never queues up, and nothing waits for a timer.

use super::said::said;
use crate::platform::dom;
use crate::platform::notes::{self, Notes};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

type Heard = Box<dyn FnOnce(bool)>;

struct Inside {
    notes: Rc<dyn Notes>,
    texts: RefCell<BTreeMap<String, String>>,
    /// Names that have changed since they were last written.
    changed: RefCell<BTreeSet<String>>,
    /// Who waits for the next write to be over.
    waiting: RefCell<Vec<Heard>>,
    writing: Cell<bool>,
    open: Cell<bool>,
}

/// What is kept; all who hold it hold the same.
#[derive(Clone)]
pub struct Kept(Rc<Inside>);

impl Kept {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(Rc::new(Inside {
            notes: notes::here(),
            texts: RefCell::default(),
            changed: RefCell::default(),
            waiting: RefCell::default(),
            writing: Cell::default(),
            open: Cell::default(),
        }))
    }

    /// Whether the device has been asked for what it keeps.
    pub fn is_open(&self) -> bool {
        self.0.open.get()
    }

    /// What is kept under a name.
    pub fn get(&self, name: &str) -> String {
        self.0.texts.borrow().get(name).cloned().unwrap_or_default()
    }

    /// Gives everything that is kept; the device is asked once.
    pub fn read(&self, then: impl FnOnce(&[(String, String)]) + 'static) {
        let all = |inside: &Inside| -> Vec<(String, String)> {
            inside.texts.borrow().iter().map(|(name, text)| (name.clone(), text.clone())).collect()
        };
        if self.is_open() {
            return then(&all(&self.0));
        }
        let kept = self.clone();
        self.0.notes.load(Box::new(move |found| {
            kept.0.open.set(true);
            kept.tell(found.is_some());
            for (name, text) in found.into_iter().flatten() {
                // What was changed in the meantime is newer.
                kept.0.texts.borrow_mut().entry(name).or_insert(text);
            }
            then(&all(&kept.0));
        }));
    }

    /// Asks the device once more, and gives what another page has changed.
    pub fn read_anew(&self, then: impl FnOnce(&[(String, String)]) + 'static) {
        if self.0.writing.get() {
            return;
        }
        let kept = self.clone();
        self.0.notes.load(Box::new(move |found| {
            let Some(found) = found.filter(|_| !kept.0.writing.get()) else { return };
            let found: BTreeMap<String, String> = found.into_iter().collect();
            let mut changed = Vec::new();
            let mut texts = kept.0.texts.borrow_mut();
            let names: BTreeSet<String> = texts.keys().chain(found.keys()).cloned().collect();
            // What the device did not take is only here.
            let unkept = kept.0.changed.borrow();
            for name in names.difference(&unkept).cloned() {
                let new = found.get(&name).cloned().unwrap_or_default();
                if texts.get(&name).map_or("", String::as_str) != new {
                    texts.insert(name.clone(), new.clone());
                    changed.push((name, new));
                }
            }
            drop((texts, unkept));
            then(&changed);
        }));
    }

    /// What stands in the fields is kept as well, where it is something else.
    pub fn settle(&self, fields: Vec<(String, String)>) {
        let other = fields.into_iter().filter(|(name, text)| self.get(name) != *text);
        let other: Vec<(String, String)> = other.collect();
        if !other.is_empty() {
            self.set(other, |_| {});
        }
    }

    /// Keeps texts under their names; an empty one is forgotten. `then` hears whether the device has them.
    pub fn set(&self, texts: Vec<(String, String)>, then: impl FnOnce(bool) + 'static) {
        for (name, text) in texts {
            self.0.changed.borrow_mut().insert(name.clone());
            self.0.texts.borrow_mut().insert(name, text);
        }
        self.0.waiting.borrow_mut().push(Box::new(then));
        self.write();
    }

    /// Forgets everything, and gives what there was.
    pub fn clear(&self) -> Vec<(String, String)> {
        let all = self.0.texts.take();
        dom::mark(super::DESK, ("id", "kept"), "data-kept", "soon");
        self.0.changed.borrow_mut().extend(all.keys().cloned());
        self.0.waiting.borrow_mut().push(Box::new(|_| {}));
        let kept = self.clone();
        // Also what only the device knows.
        self.0.notes.clear(Box::new(move |_| kept.write()));
        all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }

    fn write(&self) {
        if self.0.writing.get() || self.0.waiting.borrow().is_empty() {
            return;
        }
        self.0.writing.set(true);
        dom::mark(super::DESK, ("id", "kept"), "data-kept", "soon");
        let names = self.0.changed.take();
        let waiting = self.0.waiting.take();
        let notes: Vec<(String, String)> = names.iter().map(|name| (name.clone(), self.get(name))).collect();
        let kept = self.clone();
        self.0.notes.save(
            notes,
            Box::new(move |good| {
                kept.0.writing.set(false);
                if !good {
                    // They go with the next write: there may be space again.
                    kept.0.changed.borrow_mut().extend(names);
                }
                kept.tell(good);
                for heard in waiting {
                    heard(good);
                }
                kept.write();
            }),
        );
    }

    /// Says whether the device keeps what is written.
    fn tell(&self, good: bool) {
        let mark = if good { "yes" } else { "no" };
        dom::mark(super::DESK, ("id", "kept"), "data-kept", mark);
        dom::set_text("kept", &said(if good { "kept" } else { "unkept" }));
    }
}
