//! Real queries against the real questions: `search_pairs.txt` names what must be found.

use crate::content::english;
use stillpoint::content::read::question_ids;
use stillpoint::core::search::forms::{forms, pattern};
use stillpoint::core::search::index::{Entry, Index};
use stillpoint::core::search::search;

/// The right answer stands among the first three for at least this share of the queries.
const SHARE: f64 = 0.95;

/// At most this share of the queries may ask for what is not there any more: it was taken out, or its name
/// is written wrongly.
const GONE: f64 = 0.1;

/// What came of the queries.
#[derive(Default)]
struct Outcome {
    asked: usize,
    missed: Vec<String>,
    gone: Vec<String>,
}

impl Outcome {
    fn hold(&self) {
        let Self { asked, missed, gone } = self;
        let share = 1.0 - missed.len() as f64 / *asked as f64;
        println!("{asked} queries, {:.1} % right\n{}\n{}", share * 100.0, missed.join("\n"), gone.join("\n"));
        assert!(share >= SHARE, "{:.1} % right:\n{}", share * 100.0, missed.join("\n"));
        assert!(
            gone.len() as f64 <= GONE * (asked + gone.len()) as f64,
            "not there any more:\n{}",
            gone.join("\n")
        );
    }
}

#[test]
fn the_right_answer_is_among_the_first_three() {
    let Some(book) = english("/") else { return };
    let ids = question_ids(&book);
    let mut outcome = Outcome::default();
    for line in include_str!("search_pairs.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((query, id)) = line.split_once("=>") else {
            continue;
        };
        let (query, id) = (query.trim(), id.trim());
        if id != "-" && !ids.contains_key(id) {
            outcome.gone.push(format!("{query:?} asks for the question “{id}”"));
            continue;
        }
        let found = search(&book.finds.index, query);
        // Questions come first in the list of finds, in their order.
        let questions = found.entries.iter().filter_map(|entry| book.questions.get(*entry));
        let first: Vec<&str> = questions.take(3).map(|question| &*question.id).collect();
        outcome.asked += 1;
        let right = match id {
            "-" => found.only_near,
            _ => !found.only_near && first.contains(&id),
        };
        if !right {
            let near = found.only_near;
            outcome.missed.push(format!("{query:?} should find {id}, finds {first:?} (near: {near})"));
        }
    }
    outcome.hold();
}

/// The whole product: a place that answers stands among the first three, and where nothing does it
/// is said.
#[test]
fn a_right_place_is_among_the_first_three() {
    #[derive(serde::Deserialize)]
    struct Queries {
        query: Vec<Query>,
    }
    #[derive(serde::Deserialize)]
    struct Query {
        r#type: String,
        want: Vec<String>,
    }
    let Some(book) = english("/") else { return };
    let list: Queries = toml::from_str(include_str!("search_queries.toml")).expect("the queries");
    let known: Vec<String> = book.finds.entries.iter().map(|find| format!("/{}", find.to)).collect();
    let mut outcome = Outcome::default();
    for Query { r#type, want } in &list.query {
        let there = want.iter().filter(|place| known.contains(place)).count();
        if there == 0 && !want.is_empty() {
            outcome.gone.push(format!("{:?} asks for {want:?}", r#type));
            continue;
        }
        outcome.asked += 1;
        let found = search(&book.finds.index, r#type);
        let first: Vec<&String> = found.entries.iter().take(3).map(|entry| &known[*entry]).collect();
        let right = match want.is_empty() {
            true => found.only_near || found.entries.is_empty(),
            // Whoever may be in danger sees the crisis lines before anything else.
            false if found.crisis => want.iter().any(|place| place == "/safety/#crisis-lines"),
            false => !found.only_near && first.iter().any(|place| want.contains(place)),
        };
        if !right {
            outcome.missed.push(format!("{:?} finds {first:?} (near: {})", r#type, found.only_near));
        }
    }
    outcome.hold();
}

/// The page's own script and the index know the same phrases, in every form that is written out.
#[test]
fn a_script_knows_who_may_be_in_danger() {
    let Some(book) = english("/") else { return };
    let raw = include_str!("../../src/content/en/synonyms.toml");
    let lists: toml::Table = toml::from_str(raw).expect("the synonyms");
    let phrases: Vec<String> = lists["crisis"].clone().try_into().expect("the phrases");
    assert_eq!(*book.crisis, pattern(&phrases));
    for phrase in &phrases {
        let words: Vec<&str> = phrase.split(' ').collect();
        for (place, word) in words.iter().enumerate() {
            for form in forms(word) {
                let mut typed = words.clone();
                typed[place] = &form;
                let typed = typed.join(" ");
                assert!(search(&book.finds.index, &typed).crisis, "the index does not know “{typed}”");
            }
        }
    }
}

/// How long a keystroke may search 10,000 entries, in milliseconds, in a program built for speed.
const KEYSTROKE: f64 = 4.0;

/// 10,000 synthetic entries made of the product's own words. Run it with
/// `cargo test --profile prerender --test native -- --ignored ten_thousand`.
#[test]
#[ignore = "a measurement; needs an optimised build"]
fn ten_thousand_entries_cost_little() {
    let Some(book) = english("/") else { return };
    let words: Vec<&str> = book.questions.iter().flat_map(|it| it.plain.split_whitespace()).collect();
    let texts: Vec<String> = (0..10_000)
        .map(|n| {
            (0..80)
                .map(|k| words[(n * 7919 + k * 104_729 + n * k) % words.len()])
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    let titles: Vec<String> = texts.iter().map(|text| text.chars().take(60).collect()).collect();
    let entry = |(title, text)| Entry { title, words: &[], text, weight: 1.0 };
    let entries: Vec<Entry> =
        titles.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).map(entry).collect();
    let index = Index::build(&entries, &[], &[], &[]);
    let typed = "does it hurt my neck";
    let mut worst = 0.0_f64;
    for end in 1..=typed.len() {
        let mut times: Vec<f64> = (0..9)
            .map(|_| {
                let begun = std::time::Instant::now();
                std::hint::black_box(search(&index, &typed[..end]));
                begun.elapsed().as_secs_f64() * 1_000.0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        worst = worst.max(times[4]);
        println!("{:?}: {:.2} ms", &typed[..end], times[4]);
    }
    assert!(worst < KEYSTROKE, "the worst key takes {worst:.2} ms");
}
