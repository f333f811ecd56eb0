//! The sound of a walk, and its clock. While the track plays, its position is the time, so that
//! picture, caption and list follow what is heard. Where a device plays nothing, the steady clock
//! takes over, and the walk goes on silently.

mod command;
mod recordings;
mod score;
#[cfg(test)]
mod tests;

use crate::content::{Clips, Pack};
use crate::core::Ms;
use crate::core::clock::Steady;
use crate::core::track::noise::{Bed, noise};
use crate::core::track::splice::LEAD_IN;
use crate::core::track::timeline::{BREATH, Timed, Timeline};
use crate::core::track::{frame_at, ms};
use crate::core::walk::{Phase, Walk};
use crate::platform::audio::{Audio, AudioEvent, Manner};
use crate::platform::devices::Devices;
use crate::platform::file::File;
pub use command::Command;
pub use recordings::{Channel, Come, Untried};
pub use score::Score;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A track that has not moved for so long, in milliseconds, does not play.
const STUCK: Ms = 4_000;

/// A device that is later than this, in milliseconds, is not late in beginning: it is stuck.
const LATEST: Ms = 3_000;

/// A device that plays already begins another file within so much time, in milliseconds.
const AGAIN: Ms = 120;

/// The media type of a track.
const MP3: &str = "audio/mpeg";

/// Which moment it was at which reading of the clock in use.
#[derive(Clone, Copy, Default)]
struct Base {
    moment: Ms,
    reading: Ms,
}

/// A sound that is tried out, and what ends it.
type Trial = (Box<dyn Audio>, Box<dyn Any>);

/// The sound of a walk, and its clock.
pub struct Player {
    devices: Devices,
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
    /// What is being tried out.
    trial: RefCell<Option<Trial>>,
    /// Counts trials, so that a recording that comes late is not taken for another one's.
    trials: Cell<u32>,
    /// Steady time and moment when the track was last set going.
    begun: Cell<(Ms, Ms)>,
    /// Hears what happens to the sound.
    on_event: RefCell<Rc<dyn Fn(AudioEvent)>>,
}

impl Player {
    /// A player that is silent as yet.
    pub fn new(devices: Devices, base: &str, words: &Pack) -> Self {
        Self {
            devices,
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
            on_event: RefCell::new(Rc::new(|_| {})),
        }
    }

    /// From now on this hears what happens to the sound.
    pub fn on_event(&self, call: impl Fn(AudioEvent) + 'static) {
        self.on_event.replace(Rc::new(call));
    }

    fn steady(&self) -> Ms {
        let clock = &self.devices.platform.clock;
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

    /// Does what the walk has done: `walk` is the walk since this moment. Has to be called in the tap that changed
    /// it, or browsers refuse the sound.
    pub fn perform(&self, command: Command, score: &Score, walk: &Walk, moment: Ms) {
        match command {
            Command::Start => self.start(score, walk, moment),
            Command::Pause { settling } => {
                self.each(|sound| sound.pause());
                self.elsewhere.set(self.elsewhere.get() || settling);
            }
            Command::MoveWhilePaused => self.elsewhere.set(true),
            // A sound that was refused is tried again: this is a tap.
            Command::Resume if self.track.borrow().is_none() => self.start(score, walk, moment),
            Command::Resume if self.elsewhere.get() => self.splice(score, walk, moment),
            Command::Resume => {
                self.each(|sound| sound.play(None));
                self.rebase(moment);
            }
            Command::Splice => self.splice(score, walk, moment),
            Command::Stop | Command::FallSilent => self.stop(),
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
        let on_event = self.on_event.borrow().clone();
        self.track.replace(Some(self.devices.audio.open(Manner::default(), on_event)));
        self.splice(score, walk, moment);
        if score.preferences.noise > 0 {
            // The track hears of a refusal as well: it asks at the same moment.
            let sound = self.devices.audio.open(Manner { repeated: true }, Rc::new(|_| {}));
            sound.play(noise_file(score.preferences.bed, score.preferences.noise).as_ref());
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
        let file = score.track(late.as_ref().unwrap_or(&score.timeline), &clips, from);
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
    /// the timeline with that line at this place.
    fn late(&self, score: &Score, elapsed: Ms, clips: &Clips) -> Option<Timeline> {
        let cue = *score.timeline.shown_at(elapsed).filter(|cue| self.is_missed(score, cue))?;
        clips.get(&score.recording(cue.what))?;
        let now = frame_at(elapsed) + 2 * LEAD_IN;
        let next = score.timeline.cues.iter().find(|other| other.at > cue.at);
        if next.is_some_and(|next| next.at < now + cue.lasts + frame_at(BREATH / 2)) {
            return None;
        }
        let mut timeline = (*score.timeline).clone();
        timeline.cues.iter_mut().filter(|other| other.at == cue.at).for_each(|cue| cue.at = now);
        Some(timeline)
    }

    /// Whether a cue's recording was not there when the track was made.
    fn is_missed(&self, score: &Score, cue: &Timed) -> bool {
        self.lacks.borrow().contains(&score.recording(cue.what))
    }

    fn stop(&self) {
        let moment = self.now();
        self.track.take();
        self.noise.take();
        self.rebase(moment);
    }

    /// Nobody is there any more: what is heard stops, and nobody hears of it.
    pub fn leave(&self) {
        self.stop();
        self.trial.take();
        self.on_event.replace(Rc::new(|_| {}));
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
        let quiet = !score.timeline.shown_at(elapsed).is_some_and(sounds);
        let holding = matches!(walk.phase(), Phase::Holding { .. });
        if self.incomplete.get() && holding && quiet && self.has_played() {
            let (steady, begun) = self.begun.get();
            let late = (begun + self.steady() - steady).saturating_sub(moment).min(LATEST);
            let made_good = late + late.min(AGAIN);
            // Not over anything that would be heard now, or is said late in any case.
            let after = |cue: &&Timed| ms(cue.at) > elapsed && !self.is_missed(score, cue);
            let next = score.timeline.cues.iter().find(after).map_or(Ms::MAX, |cue| ms(cue.at));
            let free = elapsed + made_good < next;
            self.splice(score, walk, moment + if free { made_good } else { 0 });
        }
    }
}

/// The soft sound as a file.
fn noise_file(bed: Bed, level: u8) -> Option<File> {
    let bytes = noise(bed, level);
    File::new("audio/wav", |take| take(&bytes))
}
