//! Fuzzing: whatever the device keeps under whatever name, and whatever is done then, the page bears it, and a calendar
//! file that comes of it is one that calendars read.

use super::*;
use crate::core::questions::MOST;
use ::fuzz::{Changed, changed, check};
use proptest::prelude::*;

/// Names of records; the last ones are of other rooms, or of no release.
const NAMES: [&str; 26] = [
    "hope-rest",
    "hope-own",
    "place-feet",
    "place-throat",
    "place-own",
    "sentence",
    "sentence-own",
    "questions",
    "take-lift",
    "visits",
    "length",
    "alarm",
    "called",
    "called-own",
    "visit-place",
    "course-seed",
    "course-round",
    "name",
    "large",
    "visit-1-date",
    "visit-1-time",
    "visit-2-date",
    "visit-2-time",
    "before-way",
    "asks/own/Why?",
    "",
];

/// What is kept under them.
const TEXTS: [&str; 14] = [
    "1",
    "",
    "6",
    "60",
    "10",
    "17",
    "9:30",
    "fine",
    "stop",
    "named",
    "Is there a lift?\nAn own one?",
    "0123456789abcdef",
    "Tea; with \\ Ada,\nand more",
    "4294967295",
];

/// A name and what is kept under it.
type Record = (usize, Changed);

/// What is done: with a record, and with a number.
type Deed = (u8, Record, usize);

fn record() -> impl Strategy<Value = Record> {
    (0..NAMES.len(), changed(TEXTS.len()))
}

fn text((name, text): &Record) -> (String, String) {
    (NAMES[*name].to_owned(), text.text(&TEXTS))
}

fn action((which, record, number): &Deed) -> Action {
    let (name, text) = text(record);
    match which % 15 {
        0 => Action::Add(text),
        1 => Action::Move(*number, Way::Up),
        2 => Action::Move(*number, Way::Down),
        3 => Action::Remove(*number),
        4 => Action::Tap(name.trim_start_matches("place-").to_owned()),
        5 => Action::ResetLists,
        6 => Action::Erase,
        7 => Action::Unerase,
        8 => Action::Weekly,
        9 => Action::Hear,
        10 => Action::Copy,
        11 => Action::Find(vec![(name, text)]),
        12 => Action::Come(vec![(name, text)]),
        _ => Action::Write(name, text),
    }
}

/// What a calendar needs: whole lines, one file, a number of its own for each round, and visits that last.
fn is_a_calendar(file: &str) {
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("\r\nEND:VCALENDAR\r\n"), "{file}");
    assert!(
        file.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])),
        "{file}"
    );
    let whole = file.replace("\r\n ", "");
    let of =
        |name: &str| whole.split("\r\n").filter_map(|it| it.strip_prefix(name)).map(str::to_owned).collect();
    let all: [Vec<String>; 4] = ["UID:", "SEQUENCE:", "DTSTART:", "DTEND:"].map(of);
    let [uids, rounds, begins, ends] = all;
    let plain = |uid: &String| uid.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && uid.len() < 60;
    assert!(uids.iter().all(plain), "{uids:?}");
    assert!(rounds.iter().all(|round| round.parse::<i32>().is_ok_and(|it| it >= 0)), "{rounds:?}");
    let times = begins.iter().zip(&ends).map(|(begin, end)| (begin.parse::<i64>(), end.parse::<i64>()));
    assert!(times.into_iter().all(|(begin, end)| begin.expect("a time") < end.expect("a time")), "{file}");
    assert_eq!(whole.split("\r\n").filter(|line| *line == "END:VCALENDAR").count(), 1, "{file}");
}

#[test]
fn fuzz_what_is_kept_and_done() {
    let records = prop::collection::vec(record(), 0..20);
    let deeds = prop::collection::vec((any::<u8>(), record(), 0..4_usize), 0..20);
    check(
        "what is kept and done in Prepare",
        200,
        (records, deeds),
        |(records, deeds): (Vec<Record>, Vec<Deed>)| {
            let mut desk = Desk::new();
            desk.act(Action::Come(records.iter().map(text).collect()));
            for deed in &deeds {
                desk.act(action(deed));
            }
            assert!(desk.questions().len() <= MOST);
            let before = desk.state.answers.clone();
            desk.act(Action::Calendar(0, "fedcba9876543210".into()));
            if let Some(Effect::Calendar(file)) = desk.effects.last() {
                is_a_calendar(file);
                let round = |answers: &super::super::answers::Answers| {
                    answers.written("course-round").parse().unwrap_or(0_u32)
                };
                assert!(round(&desk.state.answers) >= round(&before) || round(&before) > i32::MAX as u32);
            }
            let sheet = desk.sheet();
            desk.act(Action::Erase);
            assert_eq!(desk.sheet(), "Mine\n");
            desk.act(Action::Unerase);
            // An empty page takes back what was erased before.
            assert!(sheet == "Mine\n" || desk.sheet() == sheet, "all of it comes back");
        },
    );
}

/// A record that was edited by hand makes no calendar file that nobody can read.
#[test]
fn odd_records_make_a_calendar_all_the_same() {
    for (name, text) in [
        ("course-round", "4294967295"),
        ("course-round", "2147483647"),
        ("course-seed", "x\r\nEND:VCALENDAR"),
        ("course-seed", "é: ;"),
        ("length", "0"),
        ("length", "65535"),
    ] {
        let mut desk = Desk::new();
        desk.write("visit-1-date", "10").write("visit-1-time", "9:30").write(name, text);
        desk.act(Action::Calendar(0, "fedcba9876543210".into()));
        let Some(Effect::Calendar(file)) = desk.effects.last() else {
            panic!("no file with {name}: {text:?}")
        };
        is_a_calendar(file);
    }
}
