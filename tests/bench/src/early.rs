//! Two hundred taps and letters at random moments before the app is awake: none may be lost.
//!
//! The moments come from a small generator with a fixed seed, so that a run can be repeated. Each page load
//! has eight acts between the coming of its fields and the waking; those that came too late are not counted,
//! and further pages are loaded instead.

use std::fmt::Write as _;

use browser::scripts;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::bench::{Bench, Profile, Site, what};
use crate::reading::quiet;

const PROBE: &str = include_str!("../assets/early.js");

/// Acts that count.
const ACTS: usize = 200;
/// More page loads than that would mean that hardly an act comes early enough.
const LOADS: usize = 60;
/// How far a walk’s time may be from the time since the tap, in seconds.
const LATE: f64 = 1.1;

const WORDS: [&str; 5] = ["pregnant", "children", "practice", "headache", "pressure"];
const TICKS: [&str; 5] = ["bells", "voice", "shake", "rests", "large"];

/// The two pages with something to do, and the last field that is needed there.
const WALK: (&str, &str) = ("/walkthrough/", ".chooser__form [name=large]");
const SEARCH: (&str, &str) = ("/faq/", "#search");

/// One act, as the page is told and as it tells.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct Act {
    deed: String,
    name: String,
    value: String,
    /// When it is to be done, in ms after the field has come.
    at: f64,
    /// Whether the app was not awake yet.
    early: bool,
    /// When it was done, in ms since the navigation began.
    when: f64,
}

#[derive(Debug, Deserialize)]
struct Told {
    there: f64,
    ready: f64,
    acts: Vec<Act>,
    now: f64,
    runs: bool,
    left: String,
    wishes: String,
    typed: String,
    answers: bool,
    entries: usize,
}

/// Small numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[(self.next() % all.len() as u64) as usize]
    }

    /// `count` moments below `end`, in order.
    fn moments(&mut self, count: usize, end: f64) -> Vec<f64> {
        let mut all: Vec<f64> = (0..count).map(|_| end * (self.next() % 10_000) as f64 / 10_000.0).collect();
        all.sort_by(f64::total_cmp);
        all
    }
}

/// Ours alone: the floor has nothing that wakes.
pub fn measure(bench: &Bench) {
    let Some(here) = bench.site("here") else { return };
    println!("early …");
    let rehearsal =
        |(route, css)| bench.attempt("a rehearsal of early acts", || load(bench, here, route, css, &[]));
    let Some((walk, search)) = rehearsal(WALK).zip(rehearsal(SEARCH)) else { return };
    let (mut dice, mut early, mut late, mut lost) = (Dice(20_261_122), 0, 0, Vec::new());
    for turn in 0..LOADS {
        if early >= ACTS {
            break;
        }
        let walks = turn % 2 == 0;
        let (rehearsed, (route, css)) = if walks { (&walk, WALK) } else { (&search, SEARCH) };
        let acts = if walks { walk_acts(&mut dice) } else { letters(&mut dice) };
        // The waking moves a little from load to load.
        let moments = dice.moments(acts.len(), 0.9 * (rehearsed.ready - rehearsed.there));
        let acts: Vec<Act> = acts.into_iter().zip(moments).map(|(act, at)| Act { at, ..act }).collect();
        let name = format!("early acts, load {}", turn + 1);
        let Some(told) = bench.attempt(&name, || load(bench, here, route, css, &acts)) else { continue };
        let counted = told.acts.iter().filter(|act| act.early).count();
        early += counted;
        late += told.acts.len() - counted;
        let missing = if walks { lost_in_walk(&told) } else { lost_letters(&told, search.entries) };
        for what in missing {
            eprintln!("lost in load {}: {what}", turn + 1);
            lost.push(what);
        }
    }
    let note = |measure: &str, value: usize| {
        bench.note(&what(measure, "all", Profile::Slow, ""), "here", 0, value as f64);
    };
    note("lost", lost.len());
    note("early acts", early);
    note("acts that came too late", late);
}

fn load(bench: &Bench, site: &Site, route: &str, css: &str, acts: &[Act]) -> Told {
    let begin = format!("window.__bench?.early({}, {})", json!(css), json!(acts));
    // How long a device needs until it plays is another matter: here it plays nothing.
    let page = bench.visit(Profile::Slow, &[scripts::NO_SOUND.text, PROBE, &begin]);
    page.open(&site.host, route);
    page.until("all acts to be done", "return __bench.acts.every((act) => act.when)");
    quiet(&page);
    let told = page.eval_async("__bench.earlyTold().then(arguments[0])", &[]);
    serde_json::from_value(told).unwrap_or_else(|why| panic!("{why}"))
}

/// Another length, every tick the other way round, another loudness; then Start.
fn walk_acts(dice: &mut Dice) -> Vec<Act> {
    let act = |deed: &str, name: &str, value: String| Act {
        deed: deed.into(),
        name: name.into(),
        value,
        ..Act::default()
    };
    // The longest plan is the one that is chosen at first.
    let plans: Vec<u16> = browser::words::Walk::all()[1..].iter().map(|walk| walk.minutes).collect();
    let mut acts = vec![
        act("plan", "minutes", dice.one_of(&plans).to_string()),
        act("slide", "bells-level", dice.one_of(&[1, 2, 3, 4]).to_string()),
    ];
    acts.extend(TICKS.map(|name| act("tick", name, String::new())));
    for place in (1..acts.len()).rev() {
        acts.swap(place, (dice.next() % (place as u64 + 1)) as usize);
    }
    // Start takes the fields away, so it comes last.
    acts.push(act("start", "Start", String::new()));
    acts
}

fn letters(dice: &mut Dice) -> Vec<Act> {
    let letter = |letter: char| Act { deed: "letter".into(), value: letter.into(), ..Act::default() };
    dice.one_of(&WORDS).chars().map(letter).collect()
}

/// What of a walk was not carried out.
fn lost_in_walk(told: &Told) -> Vec<String> {
    let kept = |name: &str, value: &str| {
        let pair = format!("{name}={value}");
        told.wishes.split('&').any(|it| it == pair)
    };
    let plan = told.acts.iter().find(|act| act.deed == "plan");
    let minutes = plan.and_then(|act| act.value.parse().ok()).unwrap_or_default();
    let mut lost = Vec::new();
    for act in &told.acts {
        let done = match act.deed.as_str() {
            "plan" => over(told, minutes).is_some_and(|over| (-1.0..60.0).contains(&over)),
            "slide" => kept(&act.name, &act.value),
            // Bells and voice are ticked at first, the others are not.
            "tick" => {
                kept(&act.name, if ["bells", "voice"].contains(&act.name.as_str()) { "0" } else { "1" })
            }
            // The time counts from an early tap; one that came too late has only to start the walk.
            _ => {
                let since = (told.now - act.when) / 1000.0;
                let in_time = over(told, minutes).is_some_and(|over| (over - since).abs() <= LATE);
                told.runs && (in_time || !act.early)
            }
        };
        if !done {
            let mut what = format!(
                "{} {} {} (at {:.0} ms, ready at {:.0} ms; ",
                act.deed, act.name, act.value, act.when, told.ready
            );
            // Writing into a string can't fail.
            let _ = write!(
                what,
                "runs: {}, left: {:?}, asked at {:.0} ms, kept: {})",
                told.runs, told.left, told.now, told.wishes
            );
            lost.push(what);
        }
    }
    lost
}

/// Seconds that are over of a walk of so many minutes, by what it shows as left.
fn over(told: &Told, minutes: u32) -> Option<f64> {
    let face = told.left.split(' ').next()?;
    let left = face.split(':').try_fold(0, |sum, part| Some(sum * 60 + part.parse::<u32>().ok()?))?;
    Some(f64::from(minutes * 60) - f64::from(left))
}

/// Letters that the field does not hold, or all when the list does not answer to them. `all` is how many
/// entries there are without a search.
fn lost_letters(told: &Told, all: usize) -> Vec<String> {
    let word: String = told.acts.iter().map(|act| act.value.as_str()).collect();
    let answers = told.answers && told.entries < all;
    let mut typed = told.typed.chars().peekable();
    let missing = word.chars().filter(|letter| typed.next_if_eq(letter).is_none() || !answers);
    let lost = missing.map(|letter| {
        format!(
            "{letter} of {word} (field: {:?}, answers: {}, {} of {all} shown)",
            told.typed, told.answers, told.entries
        )
    });
    lost.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(typed: &str, answers: bool, entries: usize) -> usize {
        let acts = letters(&mut Dice(1));
        let word: String = acts.iter().map(|act| act.value.as_str()).collect();
        let typed = typed.replace("WORD", &word);
        let (left, wishes) = (String::new(), String::new());
        let told = Told {
            there: 0.0,
            ready: 0.0,
            acts,
            now: 0.0,
            runs: false,
            left,
            wishes,
            typed,
            answers,
            entries,
        };
        lost_letters(&told, 48).len()
    }

    #[test]
    fn lost_letters_are_counted() {
        assert_eq!(typed("WORD", true, 3), 0);
        assert_eq!(typed("WORD", true, 48), 8);
        assert_eq!(typed("WORD", false, 3), 8);
        assert_eq!(typed("", false, 48), 8);
    }
}
