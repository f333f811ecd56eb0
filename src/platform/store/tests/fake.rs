//! A device that answers when a test says so, and a store over it.

use super::super::*;
use crate::platform::fake::FakeClock;
use crate::platform::indexed_db::{Answer, Read, Then};
use std::mem::take;

/// What was asked of the device and is not answered yet.
pub enum Asked {
    Load(Read),
    Save(Texts, Then),
}

/// A device that answers when the test says so.
#[derive(Default)]
pub struct Device {
    pub kept: RefCell<BTreeMap<String, String>>,
    pub asked: RefCell<Vec<Asked>>,
    pub emptied: Cell<bool>,
}

impl Notes for Device {
    fn load(&self, then: Read) {
        self.asked.borrow_mut().push(Asked::Load(then));
    }

    fn save(&self, notes: Texts, then: Then) {
        self.asked.borrow_mut().push(Asked::Save(notes, then));
    }
}

impl Device {
    fn done<T>(&self, done: T) -> Answer<T> {
        if self.emptied.take() { Answer::Emptied(done) } else { Answer::Done(done) }
    }

    /// Does what was asked first, or refuses it.
    pub fn answer(&self, good: bool) {
        let asked = self.asked.borrow_mut().remove(0);
        match asked {
            Asked::Load(then) if good => {
                let all = self.kept.borrow().clone().into_iter().collect();
                then(self.done(all));
            }
            Asked::Save(notes, then) if good => {
                let (empty, full): (Texts, Texts) = notes.into_iter().partition(|(_, text)| text.is_empty());
                self.kept.borrow_mut().extend(full);
                self.kept.borrow_mut().retain(|name, _| empty.iter().all(|(gone, _)| gone != name));
                then(self.done(()));
            }
            Asked::Load(then) => then(Answer::Failed),
            Asked::Save(_, then) => then(Answer::Failed),
        }
    }

    /// Answers until nothing is asked any more.
    pub fn answer_all(&self) {
        while !self.asked.borrow().is_empty() {
            self.answer(true);
        }
    }
}

/// A store over such a device, and what it says.
pub struct Bench {
    pub device: Rc<Device>,
    clock: Rc<FakeClock>,
    pub store: Store,
    pub statuses: Rc<RefCell<Vec<Status>>>,
    pub news: Rc<RefCell<Texts>>,
    heard: Rc<RefCell<Vec<bool>>>,
    pub loaded: Rc<RefCell<Vec<Texts>>>,
    pub subscription: Option<Subscription>,
}

/// Texts by their names.
pub fn texts(list: &[(&str, &str)]) -> Texts {
    list.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

impl Bench {
    pub fn new(kept: &[(&str, &str)]) -> Self {
        let device = Rc::new(Device::default());
        device.kept.borrow_mut().extend(texts(kept));
        let clock = Rc::new(FakeClock::default());
        let (statuses, news) = (Rc::<RefCell<Vec<Status>>>::default(), Rc::<RefCell<Texts>>::default());
        let (says, tells) = (statuses.clone(), news.clone());
        let join = |name: &str| match name {
            "text" | "other" => Join::Text,
            "list" => Join::Lines,
            _ => Join::Newer,
        };
        let store = Store::new(device.clone(), clock.clone(), join);
        let subscription = store.subscribe(move |change| match change {
            Change::Status(status) => says.borrow_mut().push(status),
            Change::News(all) => tells.borrow_mut().extend(all.to_vec()),
        });
        let (heard, loaded) = (Rc::default(), Rc::default());
        Self { device, clock, store, statuses, news, heard, loaded, subscription: Some(subscription) }
    }

    pub fn load(&self) {
        let loaded = self.loaded.clone();
        self.store.load(move |all| loaded.borrow_mut().push(all.to_vec()));
    }

    pub fn set(&self, name: &str, text: &str) {
        let heard = self.heard.clone();
        self.store.set(texts(&[(name, text)]), move |good| heard.borrow_mut().push(good));
    }

    /// So much time goes by that whoever waits for the device waits no longer.
    pub fn wait(&self) {
        self.clock.advance(PATIENCE.into());
    }

    /// Both the device and the memory hold just this.
    #[track_caller]
    pub fn holds(&self, wanted: &[(&str, &str)]) {
        let wanted: BTreeMap<String, String> = texts(wanted).into_iter().collect();
        assert_eq!(*self.device.kept.borrow(), wanted, "on the device");
        let mut here = self.store.0.texts.borrow().clone();
        here.retain(|_, text| !text.is_empty());
        assert_eq!(here, wanted, "in memory");
    }

    pub fn heard(&self) -> Vec<bool> {
        take(&mut *self.heard.borrow_mut())
    }
}
