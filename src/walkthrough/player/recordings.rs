//! Fetching recordings, letting them be tried, and taking a walk along.

use super::{MP3, Player, Score, noise_file};
use crate::core::preferences::Voice;
use crate::core::track::clip::Clip;
use crate::core::track::splice::{LEAD_IN, Track};
use crate::core::track::timeline::{Saying, Sounds, Timed, Timeline};
use crate::core::track::{frame_at, ms};
use crate::core::walk::Bell;
use crate::platform::audio::{Audio, AudioEvent, Manner};
use crate::platform::file::File;
use std::cell::Cell;
use std::rc::Rc;

/// A channel is tried for at least so long, in milliseconds; a recording until it is over.
const TRIAL: u32 = 2_000;

/// So long a recording that is tried may take to come, in milliseconds; then it's said that it doesn't.
const COMES: u32 = 8_000;

/// So many recordings are put in as soon as they are there; the others when all have come.
const SOON: usize = 4;

impl Player {
    /// Fetches the recordings that a walk needs, and has them kept for when there is no connection.
    pub fn fetch(self: &Rc<Self>, score: &Score, come: impl Fn(Come) + 'static) {
        let names = score.names();
        let addresses: Vec<String> = names.iter().map(|name| self.address(name)).collect();
        let player = self.clone();
        self.fetch_all(names, move |what| {
            player.incomplete.set(true);
            if what != Come::First {
                // By now the browser has them; the worker asks for no byte twice.
                player.devices.files.keep_offline(&addresses);
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
            let address = self.address(&name);
            let came = move |bytes: Option<Vec<u8>>| {
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
            };
            self.devices.files.fetch(&address, Box::new(came));
        }
    }

    fn address(&self, name: &str) -> String {
        [&self.folder, name, ".mp3"].concat()
    }

    /// Lets one of the channels be heard: a recording to its end (the taste of the voice takes ten seconds), the noise
    /// for two seconds. `failed` hears why it isn't.
    pub fn try_out(
        self: &Rc<Self>,
        score: &Score,
        channel: Channel,
        failed: impl Fn(Untried) + Clone + 'static,
    ) {
        self.trials.set(self.trials.get() + 1);
        let refused = failed.clone();
        let on_event = move |event| {
            if event == AudioEvent::Refused {
                refused(Untried::Refused);
            }
        };
        let sound = self.devices.audio.open(Manner::default(), Rc::new(on_event));
        let (what, quieter) = match channel {
            Channel::Noise => {
                sound.play(noise_file(score.preferences.bed, score.preferences.noise.max(1)).as_ref());
                return self.hear_trial(sound, TRIAL, || {});
            }
            Channel::Bells => (Sounds::Bell(Bell::Change), score.channels().bells),
            Channel::Voice => (Sounds::Saying(Saying::Taste), score.channels().voice),
        };
        // Something has to play in the tap itself; the recording may come after it.
        sound.play(alone(None).as_ref());
        let late = failed.clone();
        self.hear_trial(sound, COMES, move || late(Untried::Missing));
        let number = self.trials.get();
        let (name, player) = (score.recording(what), self.clone());
        self.fetch_all(vec![name.clone()], move |_| {
            if player.trials.get() != number {
                return;
            }
            // None is there when it was said already that it doesn't come.
            let Some((sound, _)) = player.trial.borrow_mut().take() else { return };
            let clip = player.clips.borrow().get(&name).cloned();
            if let Some(clip) = clip {
                let lasts = TRIAL.max(ms(clip.frames() + 2 * LEAD_IN) as u32);
                sound.play(alone(Some(clip.quieter(quieter.unwrap_or(0)))).as_ref());
                player.hear_trial(sound, lasts, || {});
            } else {
                failed(Untried::Missing);
            }
        });
    }

    /// Lets a trial go on for so many milliseconds from now, unless something else is tried; `over` hears of its end.
    fn hear_trial(self: &Rc<Self>, sound: Box<dyn Audio>, lasts: u32, over: impl FnOnce() + 'static) {
        let player = self.clone();
        let end = move || {
            player.trial.take();
            over();
        };
        let end = self.devices.platform.clock.after(lasts, Box::new(end));
        self.trial.replace(Some((sound, end)));
    }

    /// Saves the walk as one file, with chapters and a picture. `done` hears whether it could be made.
    pub fn take_along(self: &Rc<Self>, score: &Score, done: impl FnOnce(bool) + 'static) {
        let mut score = score.clone();
        if score.preferences.voice == Voice::Device {
            score.preferences.voice = Voice::Recorded;
        }
        let (player, done) = (self.clone(), Cell::new(Some(done)));
        let picture = self.picture();
        self.fetch_all(score.names(), move |come| {
            let Come::All { whole } = come else { return };
            let (player, score, done) = (player.clone(), score.clone(), done.take());
            let files = player.devices.files.clone();
            let saved = files.clone();
            let with_picture = move |picture: Option<Vec<u8>>| {
                let tag = score.words.tag(&score.choice, &score.timeline, &picture.unwrap_or_default());
                let clips = player.clips.borrow();
                let track =
                    score.words.track(&score.choice, &score.timeline, score.channels(), &clips, [0, 0]);
                let made = whole.then(|| {
                    File::new(MP3, |take| {
                        take(&tag);
                        track.each(take);
                    })
                });
                let made = made.flatten();
                if let Some(file) = &made {
                    saved.save(file, &score.file_name("mp3"));
                }
                if let Some(done) = done {
                    done(made.is_some());
                }
            };
            files.fetch(&picture, Box::new(with_picture));
        });
    }

    /// Address of the picture that is shown with the sound.
    pub fn picture(&self) -> String {
        [&self.base_path, "icons/icon-512.png"].concat()
    }
}

/// What can be tried out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Channel {
    /// The bells.
    Bells,
    /// The recorded voice.
    Voice,
    /// The soft noise.
    Noise,
}

/// Why a channel that is tried isn't heard.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Untried {
    /// The device doesn't play it.
    Refused,
    /// Its recording didn't come.
    Missing,
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
    let timeline = Timeline { cues: vec![cue], frames, starts: Vec::new() };
    let track = Track::new(&timeline, 0, 0, &|_| clip.clone());
    File::new(MP3, |take| track.each(take))
}
