//! Devices for tests: they do what the test says, and remember what was asked of them.

mod clock;

pub use clock::FakeClock;

use super::Platform;
use super::audio::{Audio, AudioDevice, AudioEvent, Manner};
use super::body::{Vibration, WakeLock};
use super::clock::Clock;
use super::devices::Devices;
use super::events::Listening;
use super::file::{File, Files, Then};
use super::local_storage::Storage;
use super::media_session::{Asked, LockScreen, Shown};
use super::speech::Speech;
use super::tabs::Tabs;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A player whose file moves with the clock.
pub struct FakeSound {
    clock: Rc<FakeClock>,
    /// The files that it was given, in order.
    pub files: RefCell<Vec<File>>,
    /// Since when it plays, on the clock, while it does.
    since: Cell<Option<u64>>,
    over: Cell<u64>,
    /// It takes everything and never moves.
    pub stuck: Cell<bool>,
    /// Nobody holds it any more.
    pub dropped: Cell<bool>,
    /// Whether it repeats its file.
    pub repeated: bool,
    on_event: Rc<dyn Fn(AudioEvent)>,
}

impl FakeSound {
    /// Whether it plays.
    pub fn is_playing(&self) -> bool {
        self.since.get().is_some() && !self.dropped.get()
    }

    /// The device does something by itself.
    pub fn happen(&self, event: AudioEvent) {
        if event != AudioEvent::Resumed {
            self.stop();
        }
        (self.on_event)(event);
    }

    fn stop(&self) {
        self.over.set(self.position());
        self.since.set(None);
    }

    fn position(&self) -> u64 {
        let moved = self.since.get().map_or(0, |since| self.clock.monotonic() - since);
        self.over.get() + if self.stuck.get() { 0 } else { moved }
    }
}

struct Player(Rc<FakeSound>);

impl Audio for Player {
    fn play(&self, file: Option<&File>) {
        if let Some(file) = file {
            self.0.files.borrow_mut().push(file.clone());
            self.0.over.set(0);
            self.0.since.set(None);
        }
        if self.0.since.get().is_none() {
            self.0.since.set(Some(self.0.clock.monotonic()));
        }
    }

    fn pause(&self) {
        self.0.stop();
    }

    fn position(&self) -> u64 {
        self.0.position()
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        self.0.dropped.set(true);
    }
}

/// Who hears the keys of the lock screen.
type Ask = Rc<dyn Fn(Asked)>;

/// All devices, and what was asked of them.
#[derive(Default)]
pub struct Fake {
    /// The clock.
    pub clock: Rc<FakeClock>,
    /// The players, in the order in which they were opened.
    pub sounds: RefCell<Vec<Rc<FakeSound>>>,
    /// Players that are opened from now on are stuck.
    pub stuck: Cell<bool>,
    /// Players are refused as soon as they are opened.
    pub refuses: Cell<bool>,
    /// What is kept, in all tabs of a browser.
    pub kept: Rc<RefCell<BTreeMap<String, String>>>,
    /// The device keeps nothing.
    pub keeps_nothing: Cell<bool>,
    /// What is being fetched.
    pub fetching: RefCell<Vec<(String, Then)>>,
    /// What was saved: names and files.
    pub saved: RefCell<Vec<(String, File)>>,
    /// What was said with the device's voice.
    pub spoken: RefCell<Vec<String>>,
    /// The device has no voice.
    pub voiceless: Cell<bool>,
    /// What the lock screen shows: title, and whether it plays.
    pub shown: RefCell<Option<(String, bool)>>,
    /// Who hears the keys of the lock screen.
    pub asks: RefCell<Option<Ask>>,
    /// Whether the screen is kept lit.
    pub awake: Cell<bool>,
    /// The device can't shake.
    pub shakeless: Cell<bool>,
    /// How often it shook.
    pub shaken: Cell<u32>,
    /// Who hears that another tab plays.
    pub other_tab: RefCell<Option<Rc<dyn Fn()>>>,
    /// How often the other tabs heard that this one plays.
    pub claims: Cell<u32>,
}

impl Fake {
    /// A set of devices.
    pub fn new() -> Rc<Self> {
        Rc::default()
    }

    /// Those of another tab of the same browser: what is kept is the same.
    pub fn another_tab(&self) -> Rc<Self> {
        Rc::new(Self { kept: self.kept.clone(), ..Self::default() })
    }

    /// Them as devices of a session.
    pub fn devices(self: &Rc<Self>) -> Devices {
        Devices {
            platform: Platform {
                clock: self.clock.clone(),
                storage: self.clone(),
                look: super::here::look(),
            },
            audio: self.clone(),
            files: self.clone(),
            speech: self.clone(),
            lock_screen: self.clone(),
            wake_lock: self.clone(),
            vibration: self.clone(),
            tabs: self.clone(),
        }
    }

    /// The player that was opened last.
    pub fn sound(&self) -> Rc<FakeSound> {
        self.sounds.borrow().last().expect("a player").clone()
    }

    /// Everything that is being fetched comes: what `answer` gives for its address.
    pub fn answer(&self, answer: impl Fn(&str) -> Option<Vec<u8>>) {
        let fetching = self.fetching.take();
        for (address, then) in fetching {
            then(answer(&address));
        }
    }
}

impl Storage for Fake {
    fn load(&self, key: &str) -> Option<String> {
        self.kept.borrow().get(key).cloned()
    }

    fn save(&self, key: &str, text: &str) -> bool {
        if !self.keeps_nothing.get() {
            self.kept.borrow_mut().insert(key.to_owned(), text.to_owned());
        }
        !self.keeps_nothing.get()
    }

    fn erase(&self, key: &str) {
        self.kept.borrow_mut().remove(key);
    }
}

impl AudioDevice for Fake {
    fn open(&self, manner: Manner, on_event: Rc<dyn Fn(AudioEvent)>) -> Box<dyn Audio> {
        let sound = Rc::new(FakeSound {
            clock: self.clock.clone(),
            files: RefCell::default(),
            since: Cell::default(),
            over: Cell::default(),
            stuck: Cell::new(self.stuck.get()),
            dropped: Cell::default(),
            repeated: manner.repeated,
            on_event,
        });
        self.sounds.borrow_mut().push(sound.clone());
        if self.refuses.get() {
            (sound.on_event)(AudioEvent::Refused);
        }
        Box::new(Player(sound))
    }
}

impl Files for Fake {
    fn fetch(&self, address: &str, then: Then) {
        self.fetching.borrow_mut().push((address.to_owned(), then));
    }

    fn save(&self, file: &File, name: &str) {
        self.saved.borrow_mut().push((name.to_owned(), file.clone()));
    }

    fn keep_offline(&self, _: &[String]) {}
}

impl Speech for Fake {
    fn prepare(&self, missing: Rc<dyn Fn()>) {
        if self.voiceless.get() {
            missing();
        }
    }

    fn speak(&self, text: &str, _: f64) {
        self.spoken.borrow_mut().push(text.to_owned());
    }

    fn hush(&self) {}
}

impl LockScreen for Fake {
    fn show(&self, shown: Option<&Shown>) {
        self.shown.replace(shown.map(|shown| (shown.title.to_owned(), shown.playing)));
    }

    fn listen(&self, ask: Rc<dyn Fn(Asked)>) -> Listening {
        self.asks.replace(Some(ask));
        Box::new(())
    }
}

impl WakeLock for Fake {
    fn keep_awake(&self, on: bool) {
        self.awake.set(on);
    }
}

impl Vibration for Fake {
    fn shake(&self, pattern: &[u32]) -> bool {
        let can = !self.shakeless.get();
        self.shaken.set(self.shaken.get() + u32::from(can && !pattern.is_empty()));
        can
    }
}

impl Tabs for Fake {
    fn claim(&self, other: Rc<dyn Fn()>) -> Listening {
        self.claims.set(self.claims.get() + 1);
        self.other_tab.replace(Some(other));
        Box::new(())
    }
}
