//! The questions: opening, searching, addresses.

use std::ops::Range;

use browser::words::{FindKind, Walk, labels, legends, line, words};
use browser::{Key, Page, SOON, Stage, becomes, journeys, scripts, until};
use stillpoint::core::search::search;

use crate::walking::{route, secs, state_is};

journeys!(everywhere: typing_filters_and_marks);
journeys!(everything_is_found, keys_lead_to_the_search);
journeys!(
    what_is_found_is_told_once,
    help_follows_the_box,
    nothing_matches,
    query_in_address,
    answer_in_address,
    letters_that_look_the_same_find_the_same
);

/// What the field is called.
pub fn label() -> &'static str {
    &legends().search
}

/// Words to search for, rare ones first: each stands in what is asked, and in less than a quarter of all questions
/// and answers.
pub fn queries() -> Vec<String> {
    let questions = &words().questions;
    let texts: Vec<String> =
        questions.iter().map(|it| format!("{} {}", it.ask, it.plain).to_lowercase()).collect();
    let all = questions.iter().flat_map(|it| it.ask.split(|c: char| !c.is_ascii_alphabetic()));
    let mut counted: Vec<(usize, String)> = all
        .filter(|word| word.len() >= 5)
        .map(str::to_lowercase)
        .map(|word| (texts.iter().filter(|text| text.contains(&word[..4])).count(), word))
        .filter(|(count, _)| count * 4 < questions.len())
        .collect();
    counted.sort();
    counted.dedup();
    assert!(!counted.is_empty(), "every word stands in most questions");
    counted.into_iter().map(|(_, word)| word).collect()
}

/// One of these words, and how many questions may be shown once it is searched for: some, and not all.
pub fn query() -> (String, Range<usize>) {
    (queries().swap_remove(0), 1..words().questions.len())
}

/// How many questions are shown.
pub fn shown(page: &Page) -> usize {
    page.css("#faq-list details.answer").count()
}

fn typing_filters_and_marks(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/faq/");
    let all = shown(&page);
    assert_eq!(all, words().questions.len(), "questions");
    let (query, _) = query();
    let summaries = page.css("#faq-list details.answer > summary").count();
    assert_eq!(summaries, all);
    let field = page.role("searchbox", label());
    field.type_text(&query);
    until("fewer questions", SOON, || (1..all).contains(&shown(&page)));
    // Counted anew each time: until the finder has come, the page's own plain search is at work.
    let found = || page.css("#faq-list :is(details.answer, .hits__places a)").count();
    page.css(".search__count").wait_for("to say how many", |it| it.text().contains(&found().to_string()));
    let marked = page.any("#faq-list mark").texts();
    assert!(marked.iter().any(|it| it.to_lowercase().starts_with(&query[..4])), "{marked:?}");
    until("the query in the address", SOON, || page.route() == format!("/faq/?q={query}"));
    assert!(field.has_focus());
    field.clear();
    until("all questions again", SOON, || shown(&page) == all);
    until("a plain address again", SOON, || page.route() == "/faq/");
    assert_eq!(page.any("#faq-list mark").count(), 0);
    page.is_clean();
}

/// A screen reader hears how many there are once nobody types, and not at each letter: with questions and with claims.
fn what_is_found_is_told_once(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let (query, _) = query();
    for (route, field, found) in [
        ("/faq/", label(), "#faq-list :is(details.answer, .hits__places a)"),
        ("/evidence/", &legends().claims_find, ".claim"),
    ] {
        page.open_ready(&host, route);
        let all = page.css(found).count();
        // The island is awake, and what it says at first is said.
        let field = page.role("searchbox", field);
        field.type_text("a");
        page.until(
            "it to be awake",
            "return document.activeElement.closest('main').querySelector('[data-awake]') !== null",
        );
        field.clear();
        page.clock().hold();
        page.clock().advance(secs(2));
        page.eval(scripts::COUNT_TOLD, &[]);
        let told = || page.get::<Vec<String>>("return __told");
        field.type_text(&query);
        until("something else to be shown", SOON, || page.css(found).count() != all);
        assert_eq!(told(), [""; 0], "{route}: told while somebody types");
        page.clock().advance(secs(1));
        becomes("how often it is told", &1, || told().len());
        page.is_clean();
    }
}

/// Help in danger shows whenever such words stand in the box, however they came there, and goes with them.
fn help_follows_the_box(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    let help = || page.css("#crisis a[href$='/safety/#crisis-lines']").is_there();
    page.open_ready(&host, "/faq/");
    page.role("searchbox", label()).type_text("suicidal");
    until("help", SOON, help);
    until("the query in the address", SOON, || page.route() == "/faq/?q=suicidal");
    page.eval("document.querySelector('nav a[href$=\"/safety/\"]').click()", &[]);
    until("another page", SOON, || page.route() == "/safety/" && page.app() == "ready");
    page.back();
    until("help again", SOON, || page.route() == "/faq/?q=suicidal" && help());
    page.ready();
    page.css("#search-clear").click();
    until("help to go", SOON, || !help());
    becomes("all questions", &words().questions.len(), || shown(&page));
    page.is_clean();
}

fn nothing_matches(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/faq/");
    let all = shown(&page);
    let before = page.css(".search__count").texts();
    page.role("searchbox", label()).type_text("qqxzzvw");
    until("a word about it", SOON, || page.css(".search__count").texts() != before);
    // Nobody is left with an empty page: the questions are there again, or what is near to the query.
    let offered = || page.css("#faq-list :is(details.answer, .hits__places a)").count();
    until("something that is near", SOON, || offered() > 0 && shown(&page) < all);
    page.is_clean();
}

fn query_in_address(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    let (query, some) = query();
    page.open_ready(&host, &format!("/faq/?q={query}"));
    let field = page.role("searchbox", label());
    field.wait_for("to hold the query", |it| it.property("value") == *query);
    until("what was found", SOON, || some.contains(&shown(&page)));
    assert!(page.any("#faq-list mark").count() > 0);
    page.is_clean();
}

/// The same letters as an input method writes them in its full-width mode.
pub fn wide(text: &str) -> String {
    text.chars()
        .map(|c| char::from_u32(u32::from(c) + 0xfee0).filter(|_| c.is_ascii_graphic()).unwrap_or(c))
        .collect()
}

fn letters_that_look_the_same_find_the_same(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    let (query, some) = query();
    let found = || page.css("#faq-list details.answer").attributes("id");
    let marked = || page.any("#faq-list mark").texts();
    page.open_ready(&host, &format!("/faq/?q={query}"));
    until("what was found", SOON, || some.contains(&shown(&page)) && !marked().is_empty());
    let wanted = (found(), marked());
    page.go("about:blank");
    page.open_ready(&host, &format!("/faq/?q={}", wide(&query)));
    becomes("what was found by the address", &wanted, || (found(), marked()));
    page.open_ready(&host, "/faq/");
    page.role("searchbox", label()).type_text(wide(&query));
    becomes("what was found by typing", &wanted, || (found(), marked()));
    page.is_clean();
}

fn answer_in_address(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    let questions = &words().questions;
    for slug in [&questions[1].id, &questions[questions.len() - 1].id] {
        // A new address with another fragment only would not load the page.
        page.go("about:blank");
        page.open_ready(&host, &format!("/faq/#{slug}"));
        let open = format!(
            "const answer = document.getElementById('{slug}');
             const box = (answer.closest('details') ?? answer.querySelector('details'));
             const top = box.getBoundingClientRect().top;
             return box.open && top > -60 && top < innerHeight"
        );
        page.until("the answer to be open and in view", &open);
        page.is_clean();
    }
}

/// How many places of a kind are shown at most.
const MOST: usize = 3;

/// One search over the product: places of other pages stand in their groups, and lead there.
fn everything_is_found(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/about/");
    page.link(labels().find()).click();
    until("the search", SOON, || page.route() == "/faq/#search");
    let field = page.role("searchbox", label());
    until("the search to have the focus", SOON, || field.has_focus());
    // A word of the field that leads to itself, and to claims as well.
    let finds = &words().finds;
    let of_kind = |query: &str, kind: FindKind| -> Vec<String> {
        let found = search(&finds.index, query).entries.into_iter().map(|entry| &finds.entries[entry]);
        found.filter(|find| find.kind == kind).map(|find| find.to.to_string()).take(MOST).collect()
    };
    let leads = |id: &str, term: &str| {
        of_kind(term, FindKind::Words).contains(&format!("glossary/#{id}"))
            && !of_kind(term, FindKind::Evidence).is_empty()
    };
    let term = words().terms.iter().find(|it| leads(&it.id, &it.term)).expect("a word that claims are about");
    field.type_text(&term.term);
    let groups = || page.css(".hits h2").texts();
    for kind in [FindKind::Evidence, FindKind::Words] {
        let name = line(&legends().found_in, kind as usize);
        until(&format!("“{name}” among what was found"), SOON, || groups().contains(&name));
    }
    assert!(page.css(".hits__places a").count() <= MOST * groups().len());
    page.link(&term.term).click();
    let to = format!("/glossary/#{}", term.id);
    until("the word", SOON, || page.route() == to);
    let open = format!("return document.getElementById('{}')?.closest('details').open === true", term.id);
    page.until("the word to be open", &open);
    page.is_clean();
}

fn keys_lead_to_the_search(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/safety/");
    page.press("/");
    page.eval_async("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))", &[]);
    assert_eq!(page.route(), "/safety/", "a single character is nobody's key but here");
    let command = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))";
    page.eval(command, &[]);
    until("the search", SOON, || page.route() == "/faq/#search");
    let field = page.role("searchbox", label());
    until("the focus", SOON, || field.has_focus());
    assert_eq!(field.property("value"), "");
    page.eval("document.activeElement.blur()", &[]);
    page.press("/");
    until("the focus again", SOON, || field.has_focus());
    assert_eq!(field.property("value"), "");
    page.press("a/b");
    until("a slash in the field", SOON, || field.property("value") == "a/b");
    // No stray key takes anybody out of a walk.
    page.open_ready(&host, &route(&Walk::shortest()));
    page.button(labels().start()).click();
    state_is(&page, "holding");
    page.press("/");
    page.press_key(Key::Escape);
    state_is(&page, "ended");
    assert!(page.route().starts_with("/walkthrough/"), "{}", page.route());
    page.is_clean();
}
