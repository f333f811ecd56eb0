//! Small made-up entries; the real questions have their own pairs in `tests/native`.

use super::index::{Entry, Synonyms};
use super::*;

fn small() -> Index {
    let entry = |title, text| Entry { title, words: &[], text, weight: 1.0 };
    Index::build(
        &[
            entry("Does it hurt?", "The touch is light. Pain is not part of it."),
            entry("What do I wear?", "Loose, warm clothes and socks."),
            entry("May I have it when pregnant?", "Ask your midwife first."),
            entry("What does it cost?", "Ask for the price before you book a session."),
        ],
        &[Synonyms { words: vec!["clothes off".into(), "naked".into()], means: vec!["wear".into()] }],
        &["what".into(), "does".into(), "it".into(), "i".into(), "do".into()],
        &["kill myself".into()],
    )
}

fn check(query: &str, first: &[usize]) {
    let found = search(&small(), query);
    assert!(!found.only_near, "{query:?} should match, got {found:?}");
    assert_eq!(&found.entries[..first.len()], first, "{query:?}");
}

#[test]
fn finds_by_stem_beginning_slip_and_synonym() {
    check("hurting", &[0]);
    check("pregn", &[2]);
    check("pregnent", &[2]);
    check("naked", &[1]);
    check("nakd", &[1]);
    check("my clothes off", &[1]);
    check("PRICES", &[3]);
}

#[test]
fn words_that_say_nothing_still_find_when_alone() {
    check("what does it cost", &[3]);
    assert!(!search(&small(), "what").entries.is_empty());
}

#[test]
fn an_empty_query_finds_nothing() {
    for query in ["", "   ", "?!"] {
        assert_eq!(search(&small(), query), Found::default(), "{query:?}");
    }
}

#[test]
fn words_of_danger_are_heard_in_any_sentence() {
    assert!(search(&small(), "I want to KILL myself").crisis);
    assert!(!search(&small(), "does it kill").crisis);
}

/// Who may be in danger isn't shown an entry that only shares a word with what they typed.
#[test]
fn danger_finds_no_chance_matches() {
    let entry = |title, text| Entry { title, words: &[], text, weight: 1.0 };
    let entries = [entry("Somebody died", ""), entry("Thoughts of suicide", "")];
    let synonyms = [Synonyms { words: vec!["want to die".into()], means: vec!["suicide".into()] }];
    let stop = ["i", "want", "to"].map(String::from);
    let index = Index::build(&entries, &synonyms, &stop, &["want to die".into()]);
    let found = search(&index, "I want to die");
    assert!(found.crisis);
    assert_eq!(found.entries, [1]);
    assert_eq!(search(&index, "died").entries.first(), Some(&0));
}

/// A slip of the finger is a guess: next to a word that is nowhere it doesn't make a match.
#[test]
fn a_guess_counts_as_far_as_it_is_sure() {
    let titles: Vec<String> = (0..200).map(|n| format!("number{n}")).chain(["erection".into()]).collect();
    let entry = |title| Entry { title, words: &[], text: "", weight: 1.0 };
    let entries: Vec<Entry> = titles.iter().map(|title| entry(title.as_str())).collect();
    let index = Index::build(&entries, &[], &[], &[]);
    let near = |query| search(&index, query).only_near;
    assert!(!near("erection zebra"));
    assert!(!near("election"));
    assert!(near("election zebra"));
}

#[test]
fn the_index_travels_unchanged() {
    let bytes = postcard::to_allocvec(&small()).expect("packs");
    assert_eq!(postcard::from_bytes::<Index>(&bytes).expect("opens"), small());
}

#[test]
fn what_nothing_matches_offers_the_nearest() {
    let found = search(&small(), "football results");
    assert!(found.only_near);
    assert_eq!(found.entries.len(), 3);
}
