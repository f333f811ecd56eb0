//! Dates of visits, and the calendar file that is made of them: whatever is written, the file is one that calendars read.

use fuzz::{Changed, changed, check};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use stillpoint::core::course::{Calendar, Course, Manner, Moment};

/// The calendar of Berlin, which knows the same years as that of the browser.
pub struct Berlin;

impl Calendar for Berlin {
    fn moment(&self, date: &str, time: &str) -> Moment {
        let (Ok(date), Ok(time)) = (date.parse::<Date>(), time.parse::<Time>()) else {
            return Moment::Nowhere;
        };
        if !(1900..=9998).contains(&date.year()) {
            return Moment::Nowhere;
        }
        let zone = TimeZone::get("Europe/Berlin").expect("a time zone");
        let there = zone.to_ambiguous_zoned(date.to_datetime(time)).compatible().expect("a moment");
        Moment::At(there.timestamp().as_millisecond())
    }

    fn stamp(&self, moment: i64) -> String {
        Timestamp::from_millisecond(moment).expect("a moment").strftime("%Y%m%dT%H%M%SZ").to_string()
    }

    fn later(&self, date: &str, days: u32) -> String {
        let days = jiff::Span::new().days(days);
        date.parse::<Date>().map_or(date.into(), |it| it.saturating_add(days).to_string())
    }
}

const DATES: [&str; 5] = ["2027-03-28", "2028-02-29", "1900-01-01", "9998-12-31", ""];
const TIMES: [&str; 4] = ["14:30", "00:00", "23:59:59", ""];
const NAMES: [&str; 4] = ["Appointment", "Tea; with \\ Ada, and\nmore", "", "約束 🙂 e\u{301}"];

/// Each line is of a form that a calendar reads, and none is longer than it may be.
pub fn is_a_calendar(file: &str, events: usize) {
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("\r\nEND:VCALENDAR\r\n"), "{file}");
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{line:?}");
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
    let whole = file.replace("\r\n ", "");
    for (line, count) in [("BEGIN:VEVENT", events), ("END:VEVENT", events), ("END:VCALENDAR", 1)] {
        assert_eq!(whole.split("\r\n").filter(|it| *it == line).count(), count, "{line}");
    }
    let named = |line: &str| {
        line.split([':', ';'])
            .next()
            .is_some_and(|it| it.bytes().all(|b| b.is_ascii_uppercase() || b == b'-'))
    };
    assert!(whole.split_terminator("\r\n").all(named), "{whole}");
}

#[test]
fn fuzz_dates_and_calendar_files() {
    let rows = prop::collection::vec((changed(DATES.len()), changed(TIMES.len())), 1..6);
    let names = (changed(NAMES.len()), changed(NAMES.len()), changed(NAMES.len()));
    let numbers = (0..=600_u16, any::<u32>(), prop::option::of(any::<u16>()));
    check(
        "calendar files",
        500,
        (rows, names, numbers),
        |(rows, (name, look, place), (minutes, round, alarm))| {
            let text = |it: &Changed, of: &[&str]| it.text(of);
            let rows: Vec<_> =
                rows.iter().map(|(date, time)| (text(date, &DATES), text(time, &TIMES))).collect();
            let Ok(course) = Course::of(&rows, minutes, 0, &Berlin) else { return };
            let [name, look, place] = [name, look, place].map(|it| it.text(&NAMES));
            let [name, look, place] = [name, look, place].map(|it| stillpoint::core::sheet::tidy(&it));
            let manner =
                Manner { seed: "0123abcd", round, now: 0, name: &name, look: &look, place: &place, alarm };
            is_a_calendar(&course.file(&manner, &Berlin), course.visits() + course.reviews());
        },
    );
}
