//! Lines in `localStorage`, of this release or of an old one, perhaps edited by hand; and texts that are joined.

use super::real;
use fuzz::{changed, check};
use proptest::prelude::*;
use stillpoint::content::Pack;
use stillpoint::core::place::Place;
use stillpoint::core::plan::{Choice, length};
use stillpoint::core::preferences::Preferences;
use stillpoint::core::questions::{MOST, Questions};
use stillpoint::core::sheet::tidy;
use stillpoint::core::walk::{Event, Walk};
use stillpoint::platform::store::Join;

/// How somebody likes it, and what they chose.
const PREFERENCES: [&str; 4] = [
    "bells=1&bells-level=5&voice=1&device=0&voice-level=5&noise=0&shake=0&settle=0&rests=0&large=0&speaker=emma\
     &posture=back&bed=rain&minutes=20&fewer=0&swaps=",
    "bells=0&bells-level=1&voice=0&device=1&voice-level=1&noise=5&shake=1&settle=60&rests=1&large=1&speaker=george\
     &posture=seated&bed=drone&minutes=60&fewer=1&swaps=1:10,3:12",
    // Of older releases.
    "bells=1&voice=1&device=0&large=0",
    "settle=15",
];

/// Where somebody was.
const PLACES: [&str; 4] = [
    "minutes=20&fewer=0&swaps= 61000 1790000000000",
    "minutes=60&fewer=1&swaps=1:10,3:12 3599000 1790000000000",
    "minutes=10&fewer=0 0 0",
    // Of an older release.
    "1 20 0 1:10 61000 1790000000000",
];

/// Goes on from a place, as far as the program would.
fn go_on(words: &Pack, place: &Place) {
    if !words.knows(&place.choice) {
        return;
    }
    let plan = words.plan(place.choice.minutes).expect("it is known");
    let holds = plan.holds(&place.choice);
    let (walk, _) = Walk::new(&holds).step(Event::Start { from: place.elapsed, settle: 0 }, 5);
    let at = walk.elapsed(5);
    assert!(at <= length(&holds));
    for rests in [false, true] {
        let timeline = words.timeline(&place.choice, rests);
        let _ = (timeline.shown_at(at), timeline.next_after(at), walk.remaining_here(5));
    }
}

#[test]
fn fuzz_preferences_and_places() {
    let Some((_, words)) = real() else { return };
    check("preferences", 1_000, changed(PREFERENCES.len()), |input| {
        let line = input.text(&PREFERENCES);
        let read = Preferences::default().with(&line);
        assert_eq!(Preferences::default().with(&read.to_line()), read);
        let _ = (read.channels(), read.settle());
        if let Some(choice) = Choice::from_line(&line) {
            assert_eq!(Choice::from_line(&choice.to_line()), Some(choice.clone()));
            go_on(&words, &Place { choice, elapsed: 1, kept: 0 });
        }
    });
    check("places", 1_000, changed(PLACES.len()), |input| {
        if let Some(place) = Place::from_line(&input.text(&PLACES)) {
            assert_eq!(Place::from_line(&place.to_line()), Some(place.clone()));
            let _ = place.is_fresh(1_790_000_000_000);
            go_on(&words, &place);
        }
    });
    let whole = PLACES[..3].iter().filter_map(|line| Place::from_line(line));
    assert_eq!(whole.filter(|place| words.plan(place.choice.minutes).is_some()).count(), 3, "they are real");
}

/// Records that hold a text.
const TEXTS: [&str; 4] =
    ["Is there a lift?\nWhat does it cost?\n", "On the left side", "", "  blanks\t\n\n\u{7}bells  "];

#[test]
fn fuzz_questions() {
    check("questions", 700, changed(TEXTS.len()), |input| {
        let questions = Questions::read(&input.text(&TEXTS));
        assert!(questions.iter().len() <= MOST);
        assert!(questions.iter().all(|it| !it.is_empty() && !it.contains('\n')));
        assert_eq!(Questions::read(&questions.kept()), questions);
    });
}

#[test]
fn fuzz_joined_texts() {
    let both = (changed(TEXTS.len()), changed(TEXTS.len()));
    check("joined texts", 700, both, |(kept, typed)| {
        let (kept, typed) = (kept.text(&TEXTS), typed.text(&TEXTS));
        for how in [Join::Newer, Join::Text, Join::Line, Join::Lines] {
            let all = how.of(&kept, &typed);
            assert_eq!(how.of(&all, &typed), all, "joined once, {how:?} stays");
            assert!(all.len() <= kept.len() + typed.len() + 3);
            let lost =
                |text: &str| text.lines().map(str::trim).find(|line| !all.contains(line)).map(str::to_owned);
            assert_eq!(lost(&typed), None, "{how:?}");
            assert!(how == Join::Newer || lost(&kept).is_none(), "{how:?}");
        }
        let tidied = tidy(&kept);
        assert_eq!(tidy(&tidied), tidied);
    });
}

/// As many lines as a large record holds.
#[test]
fn fuzz_long_lists() {
    let lists = (0..40_000_u32, prop::bool::ANY);
    check("long lists", 4, lists, |(lines, same)| {
        let list: String = (0..lines).map(|n| format!("question {}\n", if same { 1 } else { n })).collect();
        let all = Join::Lines.of(&list, &list);
        assert_eq!(all.lines().count() as u32, if same { lines.min(1) } else { lines });
        assert!(Questions::read(&list).iter().len() <= MOST);
    });
}
