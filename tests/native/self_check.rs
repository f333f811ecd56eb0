//! The self-check of the safety page: every condition under its one result, and a style rule for each.

use crate::content::english;
use crate::prerender::documents;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use stillpoint::content::book::Outcome;
use stillpoint::route::Route;

/// The safety page.
static PAGE: LazyLock<String> = LazyLock::new(|| {
    documents("/").into_iter().nth(Route::Safety.place()).map(|it| it.1).unwrap_or_default()
});

/// The piece of some HTML from `begin` to the next `end`.
fn piece<'a>(html: &'a str, begin: &str, end: &str) -> &'a str {
    let from = html.find(begin).unwrap_or_else(|| panic!("there is no {begin}"));
    let rest = &html[from..];
    &rest[..rest.find(end).unwrap_or(rest.len())]
}

#[test]
fn every_condition_is_shown_once_under_its_result() {
    let Some(book) = english("/") else { return };
    let html = &*PAGE;
    assert!(!book.conditions.is_empty());
    for condition in &book.conditions {
        let line = format!("<li id=\"{}\">", condition.id);
        assert_eq!(html.matches(&line).count(), 1, "{}", condition.id);
        let named = |section: &&stillpoint::content::book::Section| {
            section.listed.as_ref().is_some_and(|listed| listed.outcome == condition.outcome)
        };
        let section = book.safety.sections.iter().find(named).expect("a section for the result");
        let part = piece(html, &format!("aria-labelledby=\"{}\"", section.id), "</section>");
        let row = piece(part, &line, "</li>");
        assert!(row.contains(&format!("data-then=\"{}\"", condition.outcome.name())), "{row}");
    }
}

/// What was once answered as mildly as thin bones.
#[test]
fn what_can_kill_is_not_answered_mildly() {
    let html = &*PAGE;
    for (id, result) in [
        ("brain-bleed", "wait"),
        ("stroke", "wait"),
        ("brain-shunt", "wait"),
        ("psychosis", "wait"),
        ("bleeding-in-pregnancy", "help"),
        ("pregnancy-signs", "help"),
        ("danger-to-self", "help"),
        ("mental-health-crisis", "talk"),
        ("clot-under-treatment", "wait"),
        ("unexplained-symptoms", "doctor"),
        ("thin-bones", "ask"),
        // And what was once answered with a ban: nobody needs to stay away from an hour’s rest for these.
        ("disabling-anxiety", "also"),
        ("panic-or-depression", "also"),
    ] {
        let row = piece(html, &format!("<li id=\"{id}\">"), "</li>");
        assert!(row.contains(&format!("data-then=\"{result}\"")), "{id}: {row}");
    }
}

/// The most serious result stands first, in the bar, in full, and among the lists.
#[test]
fn results_stand_in_order_of_weight() {
    let html = &*PAGE;
    let order = |begin: &str, attribute: &str| -> Vec<String> {
        let mut seen = Vec::new();
        for rest in piece(html, begin, "</form>").split(attribute).skip(1) {
            let name = rest.split('"').next().unwrap_or_default().to_owned();
            if seen.last() != Some(&name) {
                seen.push(name);
            }
        }
        seen
    };
    let names: Vec<&str> = Outcome::ALL.iter().map(|outcome| outcome.name()).collect();
    assert_eq!(order("class=\"selfcheck\"", "data-then=\""), names);
    let twice: Vec<&str> = names.iter().chain(&names).copied().collect();
    assert_eq!(order("class=\"selfcheck__bar\"", "data-result=\""), twice);
    assert_eq!(order("class=\"selfcheck__results\"", "data-result=\""), names);
}

/// Each result can be told apart without its colour: by its words, its shape, and its frame.
#[test]
fn each_result_has_a_style_rule_a_heading_and_a_shape() {
    let css = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/css/reading.css");
    let css = fs::read_to_string(css).expect("the style sheet");
    let html = &*PAGE;
    let results = piece(html, "class=\"selfcheck__results\"", "</form>");
    let (mut headings, mut shapes, mut frames) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let blocks: Vec<&str> = results.split("<div data-result=\"").skip(1).collect();
    assert_eq!(blocks.len(), Outcome::ALL.len());
    for block in blocks {
        let name = block.split('"').next().expect("a name");
        let shown = format!(
            ".selfcheck:has([data-then=\"{name}\"]:checked) [data-result=\"{name}\"] {{ display: block; }}"
        );
        assert!(css.contains(&shown), "no style rule shows the result “{name}”");
        let frame = piece(&css, &format!("  .result[data-result=\"{name}\"] {{ border"), "}");
        frames.insert(frame.split_once("border").map(|(_, border)| border.to_owned()));
        let heading = piece(block, "<h3", "</h3>");
        shapes.insert(piece(heading, "#glyph-", "\""));
        headings.insert(piece(heading, "<span>", "</span>"));
    }
    for told in [headings.len(), shapes.len(), frames.len()] {
        assert_eq!(told, Outcome::ALL.len(), "{headings:?} {shapes:?} {frames:?}");
    }
}
