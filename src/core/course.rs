//! A course of visits as a calendar file (RFC 5545): the visits, and two days to look back.
//!
//! Visits are written as moments of UTC, so every calendar shows them at the right time wherever it
//! is, also when the clocks change between two of them. Each keeps its UID as long as the seed is kept,
//! and each file has a higher SEQUENCE than the one before: taking it in again changes what is there
//! instead of doubling it.

use ics::components::Property;
use ics::parameters::Value;
use ics::properties::{Description, DtEnd, DtStart, Location, Sequence, Summary, Transp, Trigger};
use ics::{Alarm, Event, ICalendar, escape_text};

/// The most visits of a course.
pub const MOST: usize = 6;

/// The visit after which to look back for the first time.
const FIRST_LOOK: usize = 3;

/// The longest line of a calendar file, in bytes (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// What a date and a time of a person's place mean.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Moment {
    /// This moment, in milliseconds since 1970.
    At(i64),
    /// Two moments, because the clocks go back; this is the first.
    Twice(i64),
    /// None, because the clocks go forward; what the clocks show instead, as `HH:MM`.
    Gap(String),
    /// None: no such date or time exists.
    Nowhere,
}

/// Dates and times where somebody is.
pub trait Calendar {
    /// The moment of a date (`2027-03-28`) and a time (`14:30`).
    fn moment(&self, date: &str, time: &str) -> Moment;
    /// A moment in UTC, as `20270328T123000Z`.
    fn stamp(&self, moment: i64) -> String;
    /// The date this many days later. Whatever is no date stays as it is.
    fn later(&self, date: &str, days: u32) -> String;
}

/// Why a file cannot be made. Visits count from 1.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Flaw {
    /// No visit has a date.
    None,
    /// A visit lacks its date or its time.
    Half(usize),
    /// This is no date or no time.
    Wrong(usize, String),
    /// This time does not exist on that day, but the other does.
    Gap(usize, String, String),
    /// Two visits overlap.
    Same(usize, usize),
}

/// What is worth saying, though the file can be made. Visits count from 1.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Note {
    /// The time comes twice on that day.
    Twice(usize, String),
    /// The visit lies in the past.
    Past(usize),
}

/// Visits that can be written down.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Course {
    /// Number, begin in milliseconds since 1970 and date of each visit, in the order of time.
    visits: Vec<(usize, i64, String)>,
    /// How long each takes, in minutes.
    minutes: u16,
    /// What is worth saying.
    pub notes: Vec<Note>,
}

/// How a course is written down.
#[derive(Clone, Copy, Debug)]
pub struct Manner<'a> {
    /// Random letters and digits that belong to this course; UIDs begin with them.
    pub seed: &'a str,
    /// How often it was written before.
    pub round: u32,
    /// The present moment, in milliseconds since 1970.
    pub now: i64,
    /// What a visit is called.
    pub name: &'a str,
    /// What a day to look back is called.
    pub look: &'a str,
    /// Where it is; may be empty.
    pub place: &'a str,
    /// Minutes before a visit at which to remind.
    pub alarm: Option<u16>,
}

impl Course {
    /// A course of dates and times, as they were typed; rows with neither are left out.
    ///
    /// # Errors
    /// Everything that has to be put right before.
    pub fn of(
        rows: &[(String, String)],
        minutes: u16,
        now: i64,
        calendar: &impl Calendar,
    ) -> Result<Self, Vec<Flaw>> {
        let (mut visits, mut flaws, mut notes) = (Vec::new(), Vec::new(), Vec::new());
        for (place, (date, time)) in rows.iter().enumerate() {
            let (n, date, time) = (place + 1, date.trim(), time.trim());
            if date.is_empty() && time.is_empty() {
                continue;
            }
            if date.is_empty() || time.is_empty() {
                flaws.push(Flaw::Half(n));
                continue;
            }
            match calendar.moment(date, time) {
                Moment::At(at) => visits.push((n, at, date.to_owned())),
                Moment::Twice(at) => {
                    notes.push(Note::Twice(n, time.into()));
                    visits.push((n, at, date.to_owned()));
                }
                Moment::Gap(other) => flaws.push(Flaw::Gap(n, time.into(), other)),
                Moment::Nowhere => flaws.push(Flaw::Wrong(n, format!("{date} {time}"))),
            }
        }
        visits.sort_by_key(|(_, at, _)| *at);
        for pair in visits.windows(2) {
            if pair[1].1 < pair[0].1 + i64::from(minutes) * 60_000 {
                flaws.push(Flaw::Same(pair[0].0.min(pair[1].0), pair[0].0.max(pair[1].0)));
            }
        }
        notes.extend(visits.iter().filter(|(_, at, _)| *at < now).map(|(n, _, _)| Note::Past(*n)));
        if visits.is_empty() && flaws.is_empty() {
            flaws.push(Flaw::None);
        }
        if flaws.is_empty() { Ok(Self { visits, minutes, notes }) } else { Err(flaws) }
    }

    /// How many visits there are.
    pub fn visits(&self) -> usize {
        self.visits.len()
    }

    /// After which visits to look back, in the order of time: the third, and the last.
    fn looks(&self) -> Vec<usize> {
        let last = self.visits.len();
        let first = (last > FIRST_LOOK).then_some(FIRST_LOOK);
        first.into_iter().chain([last]).collect()
    }

    /// How many days to look back there are.
    pub fn reviews(&self) -> usize {
        self.looks().len()
    }

    /// The calendar file.
    pub fn file(&self, manner: &Manner, calendar: &impl Calendar) -> String {
        let stamp = calendar.stamp(manner.now);
        let event = |what: String| {
            let mut event = Event::new(format!("{}-{what}", manner.seed), stamp.clone());
            event.push(Sequence::new(manner.round.to_string()));
            event
        };
        let mut file = ICalendar::new("2.0", "-//Stillpoint//Prepare//EN");
        for (n, at, _) in &self.visits {
            let mut visit = event(format!("visit-{n}"));
            visit.push(DtStart::new(calendar.stamp(*at)));
            visit.push(DtEnd::new(calendar.stamp(at + i64::from(self.minutes) * 60_000)));
            visit.push(Summary::new(escape_text(manner.name)));
            if !manner.place.is_empty() {
                visit.push(Location::new(escape_text(manner.place)));
            }
            if let Some(minutes) = manner.alarm {
                let trigger = Trigger::new(format!("-PT{minutes}M"));
                visit.add_alarm(Alarm::display(trigger, Description::new(escape_text(manner.name))));
            }
            file.add_event(visit);
        }
        for (place, after) in self.looks().into_iter().enumerate() {
            // The last one keeps its UID whether or not there is one before.
            let last = place + 1 == self.reviews();
            let mut look = event(if last { "look-back-last".into() } else { "look-back-first".into() });
            let date = &self.visits[after - 1].2;
            look.push(whole_day(DtStart::new(calendar.later(date, 1).replace('-', ""))));
            look.push(whole_day(DtEnd::new(calendar.later(date, 2).replace('-', ""))));
            look.push(Summary::new(escape_text(manner.look)));
            look.push(Transp::new("TRANSPARENT"));
            file.add_event(look);
        }
        folded(&file.to_string())
    }
}

/// A date instead of a moment.
fn whole_day<'a>(property: impl Into<Property<'a>>) -> Property<'a> {
    let mut property = property.into();
    property.add(Value::DATE);
    property
}

/// Folds lines anew: the library counts the blank at the begin of a folded line as nothing, which
/// makes it a byte too long. No line is folded beside a blank, which weak readers would lose.
fn folded(file: &str) -> String {
    let mut out = String::with_capacity(file.len() + 64);
    for line in file.replace("\r\n ", "").split_terminator("\r\n") {
        let mut rest = line;
        let mut room = LONGEST_LINE;
        while rest.len() > room {
            let ends = |at: &usize| rest.is_char_boundary(*at);
            let beside = |at: usize| rest[..at].ends_with(' ') || rest[at..].starts_with(' ');
            let last = (1..=room).rev().find(ends).unwrap_or(rest.len());
            let at = (1..=room).rev().filter(ends).find(|at| !beside(*at)).unwrap_or(last);
            let (piece, after) = rest.split_at(at);
            out.push_str(piece);
            out.push_str("\r\n ");
            (rest, room) = (after, LONGEST_LINE - 1);
        }
        out.push_str(rest);
        out.push_str("\r\n");
    }
    out
}

#[cfg(all(test, feature = "ssr"))]
#[path = "course/tests.rs"]
mod tests;
