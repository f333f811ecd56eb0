//! A course against real time zones, and its file against an independent reader.

use super::*;
use icalendar::{CalendarComponent, CalendarDateTime, Component as _, DatePerhapsTime};
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Span, Timestamp};
use proptest::prelude::*;

/// A place's calendar by the time zone database.
struct At(TimeZone);

impl At {
    fn new(name: &str) -> Self {
        Self(TimeZone::get(name).expect("a time zone"))
    }
}

impl Calendar for At {
    fn moment(&self, date: &str, time: &str) -> Moment {
        let (Ok(date), Ok(time)) = (date.parse::<Date>(), time.parse::<Time>()) else {
            return Moment::Nowhere;
        };
        let there = self.0.to_ambiguous_zoned(date.to_datetime(time));
        match there.offset() {
            AmbiguousOffset::Unambiguous { .. } => {
                Moment::At(there.unambiguous().expect("one").timestamp().as_millisecond())
            }
            AmbiguousOffset::Fold { .. } => {
                Moment::Twice(there.earlier().expect("two").timestamp().as_millisecond())
            }
            AmbiguousOffset::Gap { .. } => {
                Moment::Gap(there.later().expect("after").strftime("%H:%M").to_string())
            }
        }
    }

    fn stamp(&self, moment: i64) -> String {
        let at = Timestamp::from_millisecond(moment).expect("a moment");
        at.strftime("%Y%m%dT%H%M%SZ").to_string()
    }

    fn later(&self, date: &str, days: u32) -> String {
        date.parse::<Date>().map_or(date.into(), |it| it.saturating_add(Span::new().days(days)).to_string())
    }
}

const MANNER: Manner = Manner {
    seed: "seed",
    round: 2,
    now: 0,
    name: "Appointment",
    look: "Look back",
    place: "",
    alarm: Some(60),
};

fn rows(dates: &[&str], time: &str) -> Vec<(String, String)> {
    dates.iter().map(|date| ((*date).into(), time.into())).collect()
}

/// UID, summary and begin of every event, as the independent reader sees them.
fn read(file: &str) -> Vec<(String, String, DatePerhapsTime)> {
    let calendar: icalendar::Calendar = file.parse().expect("a calendar");
    let events = calendar.components.iter().filter_map(|it| match it {
        CalendarComponent::Event(event) => {
            Some((event.get_uid()?.to_owned(), event.get_summary()?.to_owned(), event.get_start()?))
        }
        _ => None,
    });
    events.collect()
}

#[test]
fn a_course_keeps_its_hour_when_the_clocks_change() {
    // Six weeks round the change of each place; the local time stays, and UTC moves.
    let places = [
        (
            "Europe/Berlin",
            ["2027-03-15", "2027-03-22", "2027-03-29", "2027-04-05"],
            ["133000", "133000", "123000", "123000"],
        ),
        (
            "America/New_York",
            ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"],
            ["183000", "183000", "193000", "193000"],
        ),
        (
            "Australia/Lord_Howe",
            ["2027-03-21", "2027-03-28", "2027-04-04", "2027-04-11"],
            ["033000", "033000", "040000", "040000"],
        ),
    ];
    for (name, dates, hours) in places {
        let zone = At::new(name);
        let course = Course::of(&rows(&dates, "14:30"), 60, 0, &zone).expect("a course");
        let file = course.file(&MANNER, &zone);
        // A method makes it a message of somebody who invites (RFC 5546, 3.2.1), and there's nobody here who does.
        assert!(!file.contains("METHOD") && !file.contains("ORGANIZER"), "{file}");
        let events = read(&file);
        let begins: Vec<String> = events
            .iter()
            .filter_map(|(_, _, begin)| match begin {
                DatePerhapsTime::DateTime(CalendarDateTime::Utc(at)) => Some(at.format("%H%M%S").to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(begins, hours, "{name}");
        assert_eq!(events.len(), 6, "four visits and two days to look back");
        let looks: Vec<String> = events
            .iter()
            .filter_map(|(_, _, begin)| match begin {
                DatePerhapsTime::Date(day) => Some(day.to_string()),
                DatePerhapsTime::DateTime(_) => None,
            })
            .collect();
        assert_eq!(looks, [zone.later(dates[2], 1), zone.later(dates[3], 1)], "{name}");
    }
}

#[test]
fn a_gap_and_a_doubled_hour_are_told() {
    let berlin = At::new("Europe/Berlin");
    let gap = Course::of(&rows(&["2027-03-28"], "02:30"), 60, 0, &berlin);
    assert_eq!(gap, Err(vec![Flaw::Gap(1, "02:30".into(), "03:30".into())]));
    let twice = Course::of(&rows(&["2027-10-31"], "02:30"), 60, 0, &berlin).expect("a course");
    assert_eq!(twice.notes, [Note::Twice(1, "02:30".into())]);
    assert!(twice.file(&MANNER, &berlin).contains("DTSTART:20271031T003000Z"), "the first of the two");
}

#[test]
fn what_is_no_course_is_told() {
    let zone = At::new("UTC");
    let of = |rows: &[(&str, &str)]| {
        let rows: Vec<(String, String)> = rows.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
        Course::of(&rows, 60, 1_000, &zone)
    };
    assert_eq!(of(&[("", ""), (" ", "")]), Err(vec![Flaw::None]));
    assert_eq!(
        of(&[("2027-01-01", ""), ("", "10:00"), ("2027-02-30", "10:00"), ("2027-01-01", "25:00")]),
        Err(vec![
            Flaw::Half(1),
            Flaw::Half(2),
            Flaw::Wrong(3, "2027-02-30 10:00".into()),
            Flaw::Wrong(4, "2027-01-01 25:00".into()),
        ])
    );
    assert_eq!(
        of(&[("2027-01-08", "10:00"), ("2027-01-01", "10:00"), ("2027-01-08", "10:59")]),
        Err(vec![Flaw::Same(1, 3)])
    );
    let past = of(&[("1969-01-01", "10:00"), ("2027-01-01", "10:00")]).expect("a course");
    assert_eq!((past.notes.clone(), past.visits(), past.reviews()), (vec![Note::Past(1)], 2, 1));
}

#[test]
fn uids_stay_and_the_sequence_rises() {
    let zone = At::new("UTC");
    let write = |dates: &[&str], round| {
        let course = Course::of(&rows(dates, "10:00"), 60, 0, &zone).expect("a course");
        course.file(&Manner { round, ..MANNER }, &zone)
    };
    let uids = |file: &str| read(file).into_iter().map(|(uid, ..)| uid).collect::<Vec<_>>();
    let before = write(&["2027-01-01", "2027-01-08", "2027-01-15"], 0);
    let after = write(&["2027-01-02", "2027-01-09", "2027-01-16"], 1);
    assert_eq!(uids(&before), uids(&after));
    assert_eq!(uids(&before), ["seed-visit-1", "seed-visit-2", "seed-visit-3", "seed-look-back-last"]);
    assert!(before.contains("SEQUENCE:0\r\n") && after.contains("SEQUENCE:1\r\n"));
}

proptest! {
    #[test]
    fn any_words_come_back_and_no_line_is_too_long(name in "\\PC{1,200}", place in "\\PC{0,200}") {
        let zone = At::new("UTC");
        let course = Course::of(&rows(&["2027-01-01"], "10:00"), 60, 0, &zone).expect("a course");
        let file = course.file(&Manner { name: &name, place: &place, ..MANNER }, &zone);
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= LONGEST_LINE, "{} bytes: {line}", line.len());
        }
        prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
        let unfolded = file.replace("\r\n ", "");
        let said = unfolded.lines().find_map(|line| line.strip_prefix("SUMMARY:")).expect("a name");
        let plain = said.replace("\\\\", "\u{0}").replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n").replace('\u{0}', "\\");
        prop_assert_eq!(plain, name);
    }
}
