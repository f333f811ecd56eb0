//! Devices that answer late, never, with failure, or were cleared meanwhile: nothing that was written is lost.

mod fake;

use super::*;
use fake::{Bench, texts};

const OLD: [(&str, &str); 3] = [("text", "kept"), ("list", "a\nb"), ("choice", "left")];

#[test]
fn what_was_typed_before_the_device_answered_is_joined() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.set("text", "t");
    bench.set("text", "typed");
    bench.set("list", "b\nc");
    bench.set("choice", "right");
    bench.set("new", "1");
    // Nothing is written before it is known what is there.
    assert_eq!(bench.device.asked.borrow().len(), 1);
    assert!(bench.loaded.borrow().is_empty());
    bench.device.answer_all();
    let wanted = [("text", "kept\ntyped"), ("list", "a\nb\nc"), ("choice", "right"), ("new", "1")];
    bench.holds(&wanted);
    let all: BTreeMap<String, String> = bench.loaded.borrow()[0].iter().cloned().collect();
    assert_eq!(all, texts(&wanted).into_iter().collect());
    assert_eq!(bench.heard(), [true; 5]);
    assert_eq!(bench.store.status(), Status::Kept);
    assert!(bench.news.borrow().is_empty(), "it went to those who waited for it");
}

#[test]
fn an_emptied_field_takes_no_text_away_that_it_never_showed() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.set("text", "t");
    bench.set("text", "");
    bench.device.answer_all();
    bench.holds(&OLD);
}

#[test]
fn after_that_the_newer_text_counts() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.device.answer_all();
    assert_eq!(bench.store.status(), Status::Kept);
    bench.set("text", "another");
    bench.set("list", "");
    bench.device.answer_all();
    bench.holds(&[("text", "another"), ("choice", "left")]);
    bench.store.add(texts(&[("text", "more"), ("choice", "left")]), |_| {});
    bench.device.answer_all();
    bench.holds(&[("text", "another\nmore"), ("choice", "left")]);
}

#[test]
fn the_device_is_asked_once_for_all() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.load();
    bench.set("text", "typed");
    assert_eq!(bench.device.asked.borrow().len(), 1);
    bench.device.answer_all();
    assert_eq!(bench.loaded.borrow().len(), 2);
    bench.load();
    assert_eq!(bench.loaded.borrow().len(), 3, "what is known is told at once");
    assert_eq!(bench.store.get("text"), "kept\ntyped");
}

#[test]
fn one_write_is_on_its_way_at_a_time() {
    let bench = Bench::new(&[]);
    bench.load();
    bench.device.answer_all();
    for text in ["t", "ty", "typ", "type"] {
        bench.set("text", text);
        assert_eq!(bench.device.asked.borrow().len(), 1);
        assert_eq!(bench.store.status(), Status::Saving);
    }
    bench.device.answer(true);
    assert_eq!(bench.heard(), [true]);
    assert_eq!(bench.store.status(), Status::Saving, "the last letters are not there yet");
    bench.device.answer(true);
    assert_eq!(bench.heard(), [true; 3]);
    bench.holds(&[("text", "type")]);
    assert_eq!(bench.store.status(), Status::Kept);
}

#[test]
fn a_refused_write_goes_with_the_next() {
    let bench = Bench::new(&[]);
    bench.load();
    bench.device.answer_all();
    bench.set("text", "typed");
    bench.device.answer(false);
    assert_eq!(bench.heard(), [false]);
    assert_eq!(bench.store.status(), Status::NotKept);
    assert!(bench.device.asked.borrow().is_empty(), "it is not asked again and again");
    bench.set("choice", "left");
    bench.device.answer_all();
    assert_eq!(bench.heard(), [true]);
    bench.holds(&[("text", "typed"), ("choice", "left")]);
    assert_eq!(bench.store.status(), Status::Kept);
}

#[test]
fn a_device_that_cannot_be_read_is_not_written_over() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.set("text", "typed");
    bench.device.answer(false);
    assert_eq!(bench.loaded.borrow()[0], texts(&[("text", "typed")]));
    assert_eq!(bench.heard(), [false]);
    assert_eq!(bench.store.status(), Status::NotKept);
    assert!(bench.device.asked.borrow().is_empty());
    // With the next change it is tried again; now it can.
    bench.set("choice", "right");
    bench.device.answer_all();
    bench.holds(&[("text", "kept\ntyped"), ("list", "a\nb"), ("choice", "right")]);
    assert_eq!(*bench.news.borrow(), texts(&[("list", "a\nb"), ("text", "kept\ntyped")]));
    assert_eq!(bench.store.status(), Status::Kept);
}

#[test]
fn a_device_that_never_answers_stops_nobody() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.set("text", "typed");
    bench.wait();
    assert_eq!(*bench.loaded.borrow(), [texts(&[("text", "typed")])]);
    assert_eq!(bench.heard(), [false], "it is not kept");
    assert_eq!(bench.store.status(), Status::NeverAnswered);
    bench.set("text", "typed on");
    assert_eq!(bench.heard(), [false]);
    bench.load();
    assert_eq!(bench.loaded.borrow()[1], texts(&[("text", "typed on")]));
    assert_eq!(*bench.statuses.borrow(), [Status::NeverAnswered]);

    // It answers after all.
    bench.device.answer_all();
    bench.holds(&[("text", "kept\ntyped on"), ("list", "a\nb"), ("choice", "left")]);
    let news: BTreeSet<String> = bench.news.borrow().iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(news, ["choice", "list", "text"].map(str::to_owned).into());
    assert_eq!(bench.store.status(), Status::Kept);
    // An alarm that was called off rings no more.
    bench.wait();
    assert_eq!(bench.store.status(), Status::Kept);
}

#[test]
fn a_write_that_is_never_answered_is_told() {
    let bench = Bench::new(&[]);
    bench.load();
    bench.device.answer_all();
    bench.set("text", "typed");
    bench.set("text", "typed on");
    bench.wait();
    assert_eq!(bench.heard(), [false, false]);
    assert_eq!(bench.store.status(), Status::NeverAnswered);
    bench.device.answer_all();
    bench.holds(&[("text", "typed on")]);
    assert_eq!(bench.store.status(), Status::Kept);
}

fn every(_: &str) -> bool {
    true
}

#[test]
fn what_is_erased_stays_away_whatever_is_under_way() {
    // Nothing else; the answer to the first question; a write.
    for (answers, typed) in [(1, None), (0, None), (0, Some("typed")), (1, Some("typed"))] {
        let bench = Bench::new(&OLD);
        bench.load();
        for _ in 0..answers {
            bench.device.answer(true);
        }
        typed.into_iter().for_each(|typed| bench.set("text", typed));
        let before = bench.store.clear(every);
        assert_eq!(before.is_empty(), answers == 0 && typed.is_none());
        bench.set("choice", "right");
        assert_eq!(bench.device.asked.borrow().len(), 1, "one thing after another");
        bench.device.answer_all();
        bench.holds(&[("choice", "right")]);
        assert_eq!(bench.store.status(), Status::Kept);
    }
}

#[test]
fn what_belongs_to_another_part_stays() {
    // Before the device has told what it keeps, and after.
    for answers in [0, 1] {
        let bench = Bench::new(&OLD);
        bench.load();
        for _ in 0..answers {
            bench.device.answer(true);
        }
        bench.store.clear(|name| name != "list");
        bench.device.answer_all();
        bench.holds(&OLD.into_iter().filter(|(name, _)| *name == "list").collect::<Vec<_>>());
        assert_eq!(bench.store.status(), Status::Kept);
    }
}

#[test]
fn what_could_not_be_erased_is_tried_again() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.device.answer(true);
    bench.store.clear(every);
    bench.device.answer(false);
    assert_eq!(bench.store.status(), Status::NotKept);
    bench.set("choice", "right");
    bench.device.answer_all();
    bench.holds(&[("choice", "right")]);
}

#[test]
fn a_device_that_never_answers_erases_when_it_does() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.wait();
    bench.set("text", "typed");
    assert_eq!(bench.store.clear(every), texts(&[("text", "typed")]));
    bench.set("text", "again");
    bench.device.answer_all();
    bench.holds(&[("text", "again")]);
    assert!(bench.news.borrow().is_empty());
}

#[test]
fn what_another_page_changed_comes_along() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.device.answer_all();
    bench.device.kept.replace(texts(&[("text", "theirs"), ("choice", "left")]).into_iter().collect());
    bench.store.refresh();
    bench.device.answer_all();
    assert_eq!(*bench.news.borrow(), texts(&[("list", ""), ("text", "theirs")]));
    bench.holds(&[("text", "theirs"), ("choice", "left")]);
}

/// Somebody comes back to a page within the app: nobody listened meanwhile.
#[test]
fn what_another_page_changed_comes_with_the_next_load() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.device.answer_all();
    bench.device.kept.replace(texts(&[("text", "theirs"), ("choice", "left")]).into_iter().collect());
    bench.load();
    bench.device.answer_all();
    assert_eq!(*bench.news.borrow(), texts(&[("list", ""), ("text", "theirs")]));
    bench.set("choice", "right");
    bench.device.answer_all();
    bench.holds(&[("text", "theirs"), ("choice", "right")]);
}

/// A line is given on a page that shows nothing of what another page has changed.
#[test]
fn lines_are_given_to_what_another_page_wrote() {
    let theirs = |bench: &Bench| {
        bench.device.kept.borrow_mut().insert("text".into(), "theirs".into());
    };
    for busy in [false, true] {
        let bench = Bench::new(&OLD);
        bench.store.add_lines("text", "x".into(), |_| {});
        bench.device.answer_all();
        if busy {
            bench.set("choice", "right");
        }
        theirs(&bench);
        bench.store.add_lines("text", "y".into(), |_| {});
        bench.device.answer_all();
        let choice = ("choice", if busy { "right" } else { "left" });
        bench.holds(&[("text", "theirs\ny"), ("list", "a\nb"), choice]);
        assert_eq!(bench.store.status(), Status::Kept);
    }
}

/// The device hung when lines were given: it's said that they aren't kept, and they are joined when it answers.
#[test]
fn lines_are_given_in_memory_where_the_device_does_not_answer() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.device.answer_all();
    bench.device.kept.borrow_mut().insert("text".into(), "theirs".into());
    let kept = Rc::new(Cell::new(None));
    let heard = kept.clone();
    bench.store.add_lines("text", "x".into(), move |good| heard.set(Some(good)));
    assert_eq!(kept.get(), None);
    bench.wait();
    assert_eq!((kept.get(), bench.store.status()), (Some(false), Status::NeverAnswered));
    assert_eq!(bench.store.get("text"), "kept\nx");
    bench.device.answer_all();
    bench.holds(&[("text", "theirs\nkept\nx"), ("list", "a\nb"), ("choice", "left")]);
    assert_eq!(bench.store.status(), Status::Kept);
}

/// Two windows side by side: a press in one of them brings it the focus, and is carried out before the device has
/// told what the other one wrote.
#[test]
fn what_is_changed_while_the_device_is_asked_is_joined_to_what_another_page_wrote() {
    for (theirs, mine, wanted) in [
        ("a\nb\ntheirs", "a\nb\nmine", "a\nb\ntheirs\nmine"),
        // Nobody else has changed it: what was taken away stays away.
        ("a\nb", "b", "b"),
        ("a\nb", "", ""),
    ] {
        let bench = Bench::new(&OLD);
        bench.load();
        bench.device.answer_all();
        bench.device.kept.borrow_mut().insert("list".into(), theirs.into());
        bench.store.refresh();
        bench.set("list", mine);
        bench.device.answer_all();
        assert_eq!(bench.store.get("list"), wanted);
        assert_eq!(bench.device.kept.borrow().get("list").map_or("", String::as_str), wanted);
        assert_eq!(bench.news.borrow().is_empty(), wanted == mine, "what is shown has to change with it");
        assert_eq!(bench.store.status(), Status::Kept);
    }
}

#[test]
fn an_answer_that_is_older_than_a_change_is_no_news() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.device.answer_all();
    bench.store.refresh();
    bench.set("text", "newer");
    bench.store.clear(every);
    bench.device.answer_all();
    assert!(bench.news.borrow().is_empty());
    bench.holds(&[]);
}

#[test]
fn what_the_device_refused_outlives_a_look_at_it() {
    let bench = Bench::new(&OLD);
    bench.load();
    bench.device.answer_all();
    bench.set("text", "only here");
    bench.device.answer(false);
    bench.store.refresh();
    bench.device.answer_all();
    assert_eq!(bench.store.get("text"), "only here");
}

#[test]
fn a_device_that_was_cleared_gets_everything_again() {
    // With the next change, and when somebody comes back to the page.
    for changes in [true, false] {
        let bench = Bench::new(&OLD);
        bench.load();
        bench.device.answer_all();
        bench.device.kept.take();
        bench.device.emptied.set(true);
        if changes {
            bench.set("new", "1");
        } else {
            bench.store.refresh();
        }
        bench.device.answer_all();
        let new = [("new", "1")];
        bench.holds(&[&OLD[..], if changes { &new } else { &[] }].concat());
        assert!(bench.news.borrow().is_empty());
        assert_eq!(bench.store.status(), Status::Kept);
    }
}

#[test]
fn several_hear_of_changes_until_they_leave() {
    let mut bench = Bench::new(&OLD);
    let others = Rc::<RefCell<Vec<Status>>>::default();
    let hears = others.clone();
    let other = bench.store.subscribe(move |change| {
        if let Change::Status(status) = change {
            hears.borrow_mut().push(status);
        }
    });
    bench.load();
    bench.device.answer_all();
    assert_eq!((&*bench.statuses.borrow(), &*others.borrow()), (&vec![Status::Kept], &vec![Status::Kept]));
    drop(bench.subscription.take());
    bench.set("text", "typed");
    bench.device.answer_all();
    assert_eq!(*bench.statuses.borrow(), [Status::Kept]);
    assert_eq!(*others.borrow(), [Status::Kept, Status::Saving, Status::Kept]);
    drop(other);
    bench.set("text", "more");
    assert_eq!(others.borrow().len(), 3);
}

#[test]
fn lines_that_are_given_are_there_once() {
    let bench = Bench::new(&[("text", "my own"), ("list", "a")]);
    for (name, lines) in [("text", "x"), ("text", "x\ny"), ("list", "a\nb")] {
        bench.store.add_lines(name, lines.into(), |_| {});
        bench.device.answer_all();
    }
    bench.holds(&[("text", "my own\nx\ny"), ("list", "a\nb")]);
}

#[test]
fn texts_are_joined_once() {
    for (how, kept, typed, wanted) in [
        (Join::Text, "", "b", "b"),
        (Join::Text, "a", "", "a"),
        (Join::Text, "a", "b", "a\nb"),
        (Join::Text, "a", "a", "a"),
        (Join::Text, "a\nb", "b", "a\nb"),
        (Join::Text, "a", "a\nb", "a\nb"),
        (Join::Text, "a", "ab", "a\nab"),
        (Join::Text, "ba", "a", "ba\na"),
        (Join::Line, "Ada", "Bo", "Ada / Bo"),
        (Join::Line, "Ada / Bo", "Bo", "Ada / Bo"),
        (Join::Newer, "a", "b", "b"),
        (Join::Newer, "a", "", ""),
        (Join::Lines, "a\n\nb", "b\nc", "a\nb\nc"),
        (Join::Lines, "", "", ""),
        (Join::Lines, "a\r\r\nb", "a\r\nb", "a\nb"),
    ] {
        assert_eq!(how.of(kept, typed), wanted, "{how:?} of {kept:?} and {typed:?}");
    }
}
