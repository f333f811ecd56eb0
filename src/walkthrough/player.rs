//! The sound of a walk, and its clock. While the track plays, its position is the time, so that
//! picture, caption and list follow what is heard. Where a device plays nothing, the steady clock
//! takes over, and the walk goes on silently.

use crate::content::{Clips, Pack, Words};
use crate::core::Ms;
use crate::core::clock::Steady;
use crate::core::plan::Choice;
use crate::core::track::clip::Clip;
use crate::core::track::noise::noise;
use crate::core::track::sheet::{BREATH, Saying, Sheet, Sounds, Timed};
use crate::core::track::splice::{Channels, LEAD_IN, Track};
use crate::core::track::{frame_at, ms};
use crate::core::walk::{Bell, Phase, Walk};
use crate::core::wishes::{Voice, Wishes};
use crate::platform::audio::{self, Audio, Manner, Told};
use crate::platform::file::{self, File};
use crate::platform::{Platform, page as view};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A track that has not moved for so long, in milliseconds, does not play.
const STUCK: Ms = 4_000;

/// A device that is later than this, in milliseconds, is not late in beginning: it is stuck.
const LATEST: Ms = 3_000;

/// A device that plays already begins another file within so much time, in milliseconds.
const AGAIN: Ms = 120;

/// A channel is tried for so long, in milliseconds.
const TRIAL: u32 = 2_000;

/// So many recordings are put in as soon as they are there; the others when all have come.
const SOON: usize = 4;

/// The media type of a track.
const MP3: &str = "audio/mpeg";

/// What is walked, and how: everything that the sound depends on.
#[derive(Clone)]
pub struct Score {
    /// The words.
    pub words: Words,
    /// What is walked.
    pub choice: Choice,
    /// How.
    pub wishes: Wishes,
    /// What begins when.
    pub sheet: Rc<Sheet>,
}

impl Score {
    fn channels(&self) -> Channels {
        self.wishes.channels()
    }

    fn names(&self) -> Vec<String> {
        self.words.recordings(&self.choice, &self.sheet, self.channels())
    }

    /// The name of a file of this walk.
    pub fn file_name(&self, end: &str) -> String {
        ["stillpoint-", &self.choice.minutes.to_string(), ".", end].concat()
    }

    /// The track from a moment on, with some silence before it.
    fn track(&self, sheet: &Sheet, clips: &Clips, from: [Ms; 2]) -> Option<File> {
        let track = self.words.track(&self.choice, sheet, self.channels(), clips, from);
        File::new(MP3, |take| track.each(take))
    }
}

/// Which moment it was at which reading of the clock in use.
#[derive(Clone, Copy, Default)]
struct Base {
    moment: Ms,
    reading: Ms,
}

/// The sound of a walk, and its clock.
pub struct Player {
    platform: Rc<Platform>,
    /// The path that the site stands under, with a slash at its end.
    base_path: String,
    /// Address of the folder of the recordings, with a slash at its end.
    folder: String,
    steady: RefCell<Steady>,
    base: Cell<Base>,
    /// The track; while there is one, its position is the time.
    track: RefCell<Option<Box<dyn Audio>>>,
    noise: RefCell<Option<Box<dyn Audio>>>,
    clips: RefCell<Clips>,
    /// The track lies at another place than the walk, which stands.
    elsewhere: Cell<bool>,
    /// The track that plays lacks recordings that have come since.
    incomplete: Cell<bool>,
    /// The recordings that were not there when the track was made.
    lacks: RefCell<Vec<String>>,
    /// Steady time and position when the position last changed.
    moved: Cell<(Ms, Ms)>,
    /// What is being tried out, and what ends it.
    trial: RefCell<Option<(Box<dyn Audio>, Box<dyn Any>)>>,
    /// Counts trials, so that a recording that comes late is not taken for another one's.
    trials: Cell<u32>,
    /// Steady time and moment when the track was last set going.
    begun: Cell<(Ms, Ms)>,
    /// Hears what happens to the sound.
    tell: RefCell<Rc<dyn Fn(Told)>>,
}

impl Player {
    /// A player that is silent as yet.
    pub fn new(platform: Rc<Platform>, base: &str, words: &Pack) -> Self {
        Self {
            platform,
            base_path: base.to_owned(),
            folder: [base, &words.sound.folder, "/"].concat(),
            steady: RefCell::default(),
            base: Cell::default(),
            track: RefCell::default(),
            noise: RefCell::default(),
            clips: RefCell::default(),
            trial: RefCell::default(),
            trials: Cell::default(),
            elsewhere: Cell::default(),
            incomplete: Cell::default(),
            lacks: RefCell::default(),
            moved: Cell::default(),
            begun: Cell::default(),
            tell: RefCell::new(Rc::new(|_| {})),
        }
    }

    /// From now on this hears what happens to the sound.
    pub fn tell(&self, tell: impl Fn(Told) + 'static) {
        self.tell.replace(Rc::new(tell));
    }

    fn steady(&self) -> Ms {
        let clock = &self.platform.clock;
        self.steady.borrow_mut().read(clock.monotonic(), clock.wall())
    }

    fn reading(&self) -> Ms {
        let position = self.track.borrow().as_ref().map(|track| track.position());
        position.unwrap_or_else(|| self.steady())
    }

    /// The moment it is now; never goes back.
    pub fn now(&self) -> Ms {
        let Base { moment, reading } = self.base.get();
        moment + self.reading().saturating_sub(reading)
    }

    /// Puts another clock in use, or the same one at another place; at this moment.
    fn rebase(&self, moment: Ms) {
        let reading = self.reading();
        self.base.set(Base { moment, reading });
        let steady = self.steady();
        self.moved.set((steady, reading));
        self.begun.set((steady, moment));
    }

    /// Makes the sound do what the walk does: `after` is the walk since this moment. Has to be
    /// called in the tap that changed it.
    pub fn follow(&self, score: &Score, before: &Walk, after: &Walk, moment: Ms) {
        use Phase::{Ended, Holding, Paused, Ready};
        let moved = before.elapsed(moment) != after.elapsed(moment)
            || before.settling(moment) > after.settling(moment);
        match (before.phase(), after.phase()) {
            (Ready | Ended { .. }, Holding { .. }) => self.start(score, after, moment),
            (Holding { .. }, Paused { .. }) => {
                self.each(|sound| sound.pause());
                self.elsewhere.set(self.elsewhere.get() || before.settling(moment) > 0);
            }
            (Paused { .. }, Paused { .. }) if moved => self.elsewhere.set(true),
            // A sound that was refused is tried again: this is a tap.
            (Paused { .. }, Holding { .. }) if self.track.borrow().is_none() => {
                self.start(score, after, moment);
            }
            (Paused { .. }, Holding { .. }) if self.elsewhere.get() => self.splice(score, after, moment),
            (Paused { .. }, Holding { .. }) => {
                self.each(|sound| sound.play(None));
                self.rebase(moment);
            }
            (Holding { .. }, Holding { .. }) if moved => self.splice(score, after, moment),
            (_, Ended { .. } | Ready) => self.stop(),
            _ => {}
        }
    }

    fn each(&self, act: impl Fn(&dyn Audio)) {
        for sound in [&self.track, &self.noise] {
            if let Some(sound) = &*sound.borrow() {
                act(&**sound);
            }
        }
    }

    fn start(&self, score: &Score, walk: &Walk, moment: Ms) {
        self.trial.take();
        let tell = self.tell.borrow().clone();
        self.track.replace(Some(audio::open(Manner::default(), move |told| tell(told))));
        self.splice(score, walk, moment);
        if score.wishes.noise > 0 {
            // Its refusal is told by the track, which asks at the same moment.
            let sound = audio::open(Manner { repeated: true }, |_| {});
            sound.play(noise_file(score.wishes.noise).as_ref());
            self.noise.replace(Some(sound));
        }
    }

    /// Puts in a track that begins where the walk is.
    fn splice(&self, score: &Score, walk: &Walk, moment: Ms) {
        self.elsewhere.set(false);
        self.incomplete.set(false);
        if self.track.borrow().is_none() {
            return;
        }
        let from = [walk.elapsed(moment), walk.settling(moment)];
        let clips = self.clips.borrow();
        let late = self.late(score, from[0], &clips);
        let file = score.track(late.as_ref().unwrap_or(&score.sheet), &clips, from);
        let lacks = score.names().into_iter().filter(|name| clips.get(name).is_none()).collect();
        self.lacks.replace(lacks);
        if let (Some(track), Some(file)) = (&*self.track.borrow(), file) {
            track.play(Some(&file));
        }
        self.rebase(moment);
        if let Some(noise) = &*self.noise.borrow() {
            noise.play(None);
        }
    }

    /// A line whose recording came after it was due is said now, if it is over before the next cue:
    /// the sheet with that line at this place.
    fn late(&self, score: &Score, elapsed: Ms, clips: &Clips) -> Option<Sheet> {
        let cue = *score.sheet.shown_at(elapsed).filter(|cue| self.is_missed(score, cue))?;
        clips.get(&score.words.recording(&score.choice, cue.what))?;
        let now = frame_at(elapsed) + 2 * LEAD_IN;
        let next = score.sheet.cues.iter().find(|other| other.at > cue.at);
        if next.is_some_and(|next| next.at < now + cue.lasts + frame_at(BREATH / 2)) {
            return None;
        }
        let mut sheet = (*score.sheet).clone();
        sheet.cues.iter_mut().filter(|other| other.at == cue.at).for_each(|cue| cue.at = now);
        Some(sheet)
    }

    /// Whether a cue's recording was not there when the track was made.
    fn is_missed(&self, score: &Score, cue: &Timed) -> bool {
        self.lacks.borrow().contains(&score.words.recording(&score.choice, cue.what))
    }

    fn stop(&self) {
        let moment = self.now();
        self.track.take();
        self.noise.take();
        self.rebase(moment);
    }

    /// The device plays nothing: the steady clock takes over.
    pub fn fall_silent(&self) {
        self.stop();
    }

    /// Nobody is there any more: what is heard stops, and nothing is told.
    pub fn leave(&self) {
        self.stop();
        self.trial.take();
        self.tell.replace(Rc::new(|_| {}));
    }

    /// Whether the track stands still although it should play.
    pub fn is_stuck(&self) -> bool {
        let (steady, reading) = (self.steady(), self.reading());
        let (since, last) = self.moved.get();
        if self.track.borrow().is_none() || reading != last {
            self.moved.set((steady, reading));
            return false;
        }
        steady.saturating_sub(since) > STUCK
    }

    /// Whether it has played at all.
    pub fn has_played(&self) -> bool {
        self.track.borrow().as_ref().is_some_and(|track| track.position() > 0)
    }

    /// Puts in recordings that have come since the track was made, at a moment when nothing sounds.
    /// A device needs a while to begin; here that is made good, for the new file and for the old one.
    pub fn refresh(&self, score: &Score, walk: &Walk) {
        let moment = self.now();
        let elapsed = walk.elapsed(moment);
        let sounds = |cue: &Timed| ms(cue.end()) >= elapsed && !self.is_missed(score, cue);
        let quiet = !score.sheet.shown_at(elapsed).is_some_and(sounds);
        let holding = matches!(walk.phase(), Phase::Holding { .. });
        if self.incomplete.get() && holding && quiet && self.has_played() {
            let (steady, begun) = self.begun.get();
            let late = (begun + self.steady() - steady).saturating_sub(moment).min(LATEST);
            let made_good = late + late.min(AGAIN);
            // Not over anything that would be heard now, or is said late in any case.
            let after = |cue: &&Timed| ms(cue.at) > elapsed && !self.is_missed(score, cue);
            let next = score.sheet.cues.iter().find(after).map_or(Ms::MAX, |cue| ms(cue.at));
            let free = elapsed + made_good < next;
            self.splice(score, walk, moment + if free { made_good } else { 0 });
        }
    }

    /// Fetches the recordings that a walk needs, and has them kept for when there is no connection.
    pub fn fetch(self: &Rc<Self>, score: &Score, come: impl Fn(Come) + 'static) {
        let names = score.names();
        let addresses: Vec<String> = names.iter().map(|name| self.address(name)).collect();
        let player = self.clone();
        self.fetch_all(names, move |what| {
            player.incomplete.set(true);
            if what != Come::First {
                // By now the browser has them; the worker asks for no byte twice.
                view::keep_offline(&addresses);
            }
            come(what);
        });
    }

    /// Fetches recordings that are not there yet, in this order.
    fn fetch_all(self: &Rc<Self>, names: Vec<String>, come: impl Fn(Come) + 'static) {
        let names: Vec<String> =
            names.into_iter().filter(|name| self.clips.borrow().get(name).is_none()).collect();
        let left = Rc::new(Cell::new([names.len(), names.len().min(SOON)]));
        let (come, whole) = (Rc::new(come), Rc::new(Cell::new(true)));
        if names.is_empty() {
            come(Come::All { whole: true });
        }
        for (place, name) in names.into_iter().enumerate() {
            let (player, come, whole, left) = (self.clone(), come.clone(), whole.clone(), left.clone());
            file::fetch(&self.address(&name), move |bytes| {
                match bytes.and_then(|bytes| Clip::read(&bytes).ok()) {
                    Some(clip) => player.clips.borrow_mut().keep(name, clip),
                    None => whole.set(false),
                }
                let [all, first] = left.get();
                let [all, first] = [all - 1, first - usize::from(place < SOON)];
                left.set([all, first]);
                if all == 0 {
                    come(Come::All { whole: whole.get() });
                } else if first == 0 && place < SOON {
                    come(Come::First);
                }
            });
        }
    }

    fn address(&self, name: &str) -> String {
        [&self.folder, name, ".mp3"].concat()
    }

    /// Lets one of the channels be heard for two seconds: "bells", "voice" or "noise".
    pub fn try_out(self: &Rc<Self>, score: &Score, channel: &str) {
        self.trials.set(self.trials.get() + 1);
        let sound = audio::open(Manner::default(), |_| {});
        let (what, quieter) = match channel {
            "bells" => (Sounds::Bell(Bell::Change), score.channels().bells),
            _ => (Sounds::Saying(Saying::Hello), score.channels().voice),
        };
        // Something has to play in the tap itself; the recording may come after it.
        match channel {
            "noise" => sound.play(noise_file(score.wishes.noise.max(1)).as_ref()),
            _ => sound.play(alone(None).as_ref()),
        }
        self.hear_trial(sound);
        if channel == "noise" {
            return;
        }
        let number = self.trials.get();
        let (name, player) = (score.words.recording(&score.choice, what), self.clone());
        self.fetch_all(vec![name.clone()], move |_| {
            if player.trials.get() != number {
                return;
            }
            let clip = player.clips.borrow().get(&name).cloned();
            let trial = player.trial.borrow_mut().take();
            if let (Some((sound, _)), Some(clip)) = (trial, clip) {
                sound.play(alone(Some(clip.quieter(quieter.unwrap_or(0)))).as_ref());
                player.hear_trial(sound);
            }
        });
    }

    /// Lets a trial go on for two seconds from now.
    fn hear_trial(self: &Rc<Self>, sound: Box<dyn Audio>) {
        let player = self.clone();
        let end = self.platform.clock.after(TRIAL, Box::new(move || drop(player.trial.take())));
        self.trial.replace(Some((sound, end)));
    }

    /// Saves the walk as one file, with chapters and a picture. `done` hears whether it could be made.
    pub fn take_along(self: &Rc<Self>, score: &Score, done: impl FnOnce(bool) + 'static) {
        let mut score = score.clone();
        if score.wishes.voice == Voice::Device {
            score.wishes.voice = Voice::Recorded;
        }
        let (player, done) = (self.clone(), Cell::new(Some(done)));
        let picture = self.picture();
        self.fetch_all(score.names(), move |come| {
            let Come::All { whole } = come else { return };
            let (player, score, done) = (player.clone(), score.clone(), done.take());
            file::fetch(&picture, move |picture| {
                let tag = score.words.tag(&score.choice, &score.sheet, &picture.unwrap_or_default());
                let clips = player.clips.borrow();
                let track = score.words.track(&score.choice, &score.sheet, score.channels(), &clips, [0, 0]);
                let made = whole.then(|| {
                    File::new(MP3, |take| {
                        take(&tag);
                        track.each(take);
                    })
                });
                let made = made.flatten();
                if let Some(file) = &made {
                    file.save(&score.file_name("mp3"));
                }
                if let Some(done) = done {
                    done(made.is_some());
                }
            });
        });
    }

    /// Address of the picture that is shown with the sound.
    pub fn picture(&self) -> String {
        [&self.base_path, "icons/icon-512.png"].concat()
    }
}

/// What has come of the recordings.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Come {
    /// Those that sound first.
    First,
    /// All that will come; `whole` if none is missing.
    All {
        /// None is missing.
        whole: bool,
    },
}

/// A file with one recording alone, or with a moment of silence.
fn alone(clip: Option<Clip>) -> Option<File> {
    let frames = clip.as_ref().map_or(frame_at(TRIAL.into()), Clip::frames) + 2 * LEAD_IN;
    let cue = Timed { at: LEAD_IN, lasts: 0, what: Sounds::Bell(Bell::Change) };
    let sheet = Sheet { cues: vec![cue], frames, starts: Vec::new() };
    let track = Track::new(&sheet, 0, 0, &|_| clip.clone());
    File::new(MP3, |take| track.each(take))
}

/// The soft noise as a file.
fn noise_file(level: u8) -> Option<File> {
    let bytes = noise(level);
    File::new("audio/wav", |take| take(&bytes))
}
