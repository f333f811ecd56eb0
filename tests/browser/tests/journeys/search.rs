//! The questions: opening, searching, addresses.

use browser::{Key, Page, SOON, Stage, journeys, until};

use crate::walking::state_is;

journeys!(everywhere: typing_filters_and_marks);
journeys!(everything_is_found, keys_lead_to_the_search);
journeys!(nothing_matches, query_in_address, answer_in_address);

pub const LABEL: &str = "Search everything here";

/// How many questions are shown.
pub fn shown(page: &Page) -> usize {
    page.css("#faq-list details.answer").count()
}

fn typing_filters_and_marks(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/faq/");
    let all = shown(&page);
    assert!(all >= 48, "{all} questions");
    let summaries = page.css("#faq-list details.answer > summary").count();
    assert_eq!(summaries, all);
    let field = page.role("searchbox", LABEL);
    field.type_text("clothes");
    until("fewer questions", SOON, || (1..all).contains(&shown(&page)));
    // Counted anew each time: until the finder has come, the page's own plain search is at work.
    let found = || page.css("#faq-list :is(details.answer, .hits__places a)").count();
    page.css("#faq-count[role=status]")
        .wait_for("to say how many", |it| it.text().contains(&found().to_string()));
    let marked = page.any("#faq-list mark").texts();
    assert!(marked.iter().any(|it| it.to_lowercase().starts_with("cloth")), "{marked:?}");
    until("the query in the address", SOON, || page.route() == "/faq/?q=clothes");
    assert!(field.has_focus());
    field.clear();
    until("all questions again", SOON, || shown(&page) == all);
    until("a plain address again", SOON, || page.route() == "/faq/");
    assert_eq!(page.any("#faq-list mark").count(), 0);
    page.is_clean();
}

fn nothing_matches(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/faq/");
    let all = shown(&page);
    let before = page.css("#faq-count").texts();
    page.role("searchbox", LABEL).type_text("qqxzzvw");
    until("a word about it", SOON, || page.css("#faq-count").texts() != before);
    let offered = || shown(&page) + page.css("main a[href*='#']").count();
    until("something that is near", SOON, || offered() > 0 && shown(&page) < all);
    page.is_clean();
}

fn query_in_address(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/faq/?q=cost");
    let field = page.role("searchbox", LABEL);
    field.wait_for("to hold the query", |it| it.property("value") == "cost");
    until("what was found", SOON, || (1..48).contains(&shown(&page)));
    assert!(page.any("#faq-list mark").count() > 0);
    page.is_clean();
}

fn answer_in_address(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    for slug in ["cost", "is-it-safe"] {
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

/// One search over the product: places of other pages stand in their groups, and lead there.
fn everything_is_found(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/about/");
    page.link("Search").click();
    until("the search", SOON, || page.route() == "/faq/#search");
    let field = page.role("searchbox", LABEL);
    until("the search to have the focus", SOON, || field.has_focus());
    field.type_text("stress hormones");
    let groups = || page.css(".hits h2").texts();
    until("claims among what was found", SOON, || groups().iter().any(|it| it == "Evidence and claims"));
    until("a word among it", SOON, || groups().iter().any(|it| it == "Words explained"));
    assert!(page.css(".hits__places a").count() <= 4 * groups().len());
    page.link("Cortisol").click();
    until("the word", SOON, || page.route() == "/glossary/#cortisol");
    page.until(
        "the word to be open",
        "return document.getElementById('cortisol')?.closest('details').open === true",
    );
    page.is_clean();
}

fn keys_lead_to_the_search(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/safety/");
    page.press("/");
    until("the search", SOON, || page.route() == "/faq/#search");
    let field = page.role("searchbox", LABEL);
    until("the focus", SOON, || field.has_focus());
    page.press("a/b");
    until("a slash in the field", SOON, || field.property("value") == "a/b");
    // No stray key takes anybody out of a walk.
    page.open_ready(&host, "/walkthrough/?plan=3");
    page.button("Start").click();
    state_is(&page, "holding");
    page.press("/");
    page.press_key(Key::Escape);
    state_is(&page, "ended");
    assert!(page.route().starts_with("/walkthrough/"), "{}", page.route());
    page.is_clean();
}
