//! What the browser gets in files and in pages: the index of the search, and the props of islands. A host or a line may
//! have changed them on the way.

use super::real;
use fuzz::{Changed, bent, changed, check};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use stillpoint::app::settings::{Settings, SettingsProps};
use stillpoint::content::book::Book;
use stillpoint::content::{Clips, Finds, Words};
use stillpoint::core::plan::Choice;
use stillpoint::core::preferences::Preferences;
use stillpoint::core::search::mark::{escape, mark};
use stillpoint::core::search::{Found, search};
use stillpoint::core::track::Posture;
use stillpoint::{evidence, faq, practitioners, prepare, ui};
use yew::LocalServerRenderer;
use yew::prelude::*;

/// Queries that people type.
fn queries() -> Vec<String> {
    let pairs = include_str!("../search_pairs.txt").lines().filter(|line| !line.starts_with('#'));
    pairs.filter_map(|line| Some(line.split_once("=>")?.0.trim().to_owned())).collect()
}

/// Searches as the page does, and shows what was found.
fn find(finds: &Finds, query: &str) -> Found {
    let found = search(&finds.index, query);
    for entry in &found.entries {
        let entry = &finds.entries[*entry];
        let marked = mark(&escape(&entry.title), &found.stems);
        assert_eq!(marked.replace("<mark>", "").replace("</mark>", ""), escape(&entry.title));
    }
    found
}

/// No query is longer.
fn cut(query: &str) -> String {
    query.chars().take(200).collect::<String>().trim().to_owned()
}

#[test]
fn fuzz_queries() {
    let Some((book, _)) = real() else { return };
    let queries = queries();
    check("queries", 64, changed(queries.len()), |input| {
        let found = find(&book.finds, &cut(&input.text(&queries)));
        let mut entries = found.entries.clone();
        entries.sort_unstable();
        entries.dedup();
        assert_eq!(entries.len(), found.entries.len(), "each entry once");
    });
}

#[test]
fn fuzz_the_index_of_the_search() {
    let Some((book, _)) = real() else { return };
    let whole = [postcard::to_allocvec(&book.finds).expect("packs")];
    let queries = queries();
    let inputs = (changed(1), 0..queries.len());
    check("the index of the search", 128, inputs, |(input, query): (Changed, usize)| {
        let opened = Finds::open(&input.bytes(&whole));
        assert!(opened.is_some() || !input.is_whole());
        if let Some(finds) = opened {
            let found = find(&finds, &queries[query]);
            assert!(!input.is_whole() || found == find(&book.finds, &queries[query]));
        }
    });
}

/// The words of the walk: whatever can be read is followed from beginning to end.
#[test]
fn fuzz_the_words_of_the_walk() {
    let Some((_, words)) = real() else { return };
    let whole = [serde_json::to_value(&words).expect("JSON")];
    check("the words of the walk", 50, bent(1), |input| {
        let Ok(words) = serde_json::from_value::<Words>(input.value(&whole)) else {
            return assert!(!input.is_whole(), "it can be read as it is");
        };
        let swaps = words.steps.iter().enumerate().filter_map(|(place, step)| match step.kind {
            stillpoint::core::position::Kind::Alternate(usual) => Some((usual, place as u16)),
            _ => None,
        });
        let swaps: Vec<(u16, u16)> = swaps.collect();
        for minutes in words.plans.iter().map(|plan| plan.minutes) {
            let choice = Choice { minutes, fewer: minutes % 20 == 0, swaps: swaps.clone() };
            assert!(words.knows(&choice));
            let timeline = words.timeline(&choice, minutes % 30 == 0);
            let channels = Preferences::default().channels();
            let _ = words.recordings(&choice, &timeline, channels);
            let _ = words.track(&choice, &timeline, channels, &Clips::default(), [0, 0]).size();
            let _ = words.tag(&choice, &timeline, b"");
            let _ = words.transcript(&choice, Posture::Side, &timeline);
            let _ = words.vtt(&choice, Posture::Seated, &timeline);
        }
    });
}

/// An island on a page.
#[derive(PartialEq, Properties)]
struct OnPageProps<P: PartialEq> {
    props: P,
}

#[component]
fn OnPage<C>(given: &OnPageProps<C::Properties>) -> Html
where
    C: BaseComponent,
    C::Properties: Clone,
{
    let props = given.props.clone();
    html! { <ContextProvider<ui::Base> context={ui::Base("/".into())}><C ..props /></ContextProvider<ui::Base>> }
}

/// Tries the props of one island: what can be read can be shown.
fn island<C>(name: &'static str, props: &[C::Properties])
where
    C: BaseComponent,
    C::Properties: Clone + DeserializeOwned + Serialize,
{
    let whole: Vec<Value> = props.iter().map(|it| serde_json::to_value(it).expect("JSON")).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    check(name, 30, bent(whole.len()), |input| {
        let Ok(props) = serde_json::from_value::<C::Properties>(input.value(&whole)) else {
            return assert!(!input.is_whole(), "it can be read as it is");
        };
        let page = LocalServerRenderer::<OnPage<C>>::with_props(OnPageProps { props });
        let html = tokio::task::LocalSet::new().block_on(&runtime, page.hydratable(false).render());
        assert!(!input.is_whole() || !html.is_empty());
    });
}

fn give(book: &Book, gift: prepare::Gift) -> prepare::GiveProps {
    let text = book.labels.share();
    let words = prepare::GiveWords {
        give: text.clone(),
        open: text.clone(),
        none: text.clone(),
        given: text.clone(),
        unkept: text.clone(),
        failed: text,
    };
    prepare::GiveProps { gift, words }
}

#[test]
fn fuzz_props() {
    let Some((book, _)) = real() else { return };
    island::<faq::Search>("the props of the search", &[faq::props(&book, "finds.bin")]);
    island::<prepare::Prepare>("the props of Prepare", &[prepare::props(&book, "<svg></svg>")]);
    let gifts = [prepare::Gift::Questions, prepare::Gift::Doctor].map(|gift| give(&book, gift));
    island::<prepare::Give>("the props of what is given", &gifts);
    island::<practitioners::Asks>("the props of the questions to ask", &[practitioners::props(&book)]);
    island::<evidence::Studies>("the props of the studies", &[evidence::studies(&book)]);
    island::<evidence::Claims>("the props of the claims", &[evidence::claims(&book)]);
    island::<Settings>("the props of the settings", &[SettingsProps { words: book.settings.clone() }]);
}
