//! Preparing: what is written is kept, whatever happens, and what is erased is gone.

use std::fs;
use std::path::Path;

use browser::scripts::Script;
use browser::{Own, Page, SOON, Stage, becomes, journeys, until};
use serde_json::{Value, json};

use crate::preparing::*;

journeys!(
    typed_before_the_program_came,
    typed_before_the_database_answered,
    two_tabs_do_not_lose_each_other,
    what_one_tab_erases_leaves_the_other,
    erase_and_take_back,
    checklists_are_ticked_and_reset
);
journeys!(only Chromium, Firefox: killed_by_force);
journeys!(only Chromium: cleared_while_the_page_is_open);

const HOPE: &str = "What I hope for";
const OWN: &str = "In your own words";

/// Puts a note on the device as another visit leaves it.
fn leave(page: &Page, name: &str, text: &str) {
    let script = "const [name, text, done] = arguments;
        const asked = indexedDB.open('stillpoint', 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore('notes');
        asked.onsuccess = () => {
          const all = asked.result.transaction('notes', 'readwrite');
          all.objectStore('notes').put(text, name);
          all.oncomplete = () => { asked.result.close(); done(true); };
        }";
    assert_eq!(page.eval_async(script, &[json!(name), json!(text)]), true);
}

fn typed_before_the_program_came(stage: &Stage) {
    let host = host(stage, &[]);
    host.hold("*/desk_bg*");
    let page = stage.page();
    page.open_ready(&host, "/prepare/");
    // Something was kept at an earlier visit.
    leave(&page, "hope-own", "Kept before");
    leave(&page, "lying-own", "Left alone");
    leave(&page, "questions", "An old one?");
    assert!(!page.any("#kept[data-ready]").is_there());
    write(&page, HOPE, OWN, "Typed early");
    tick(&page, HOPE, "An hour of rest");
    pick(&page, "Throat", "Ask me");
    pick(&page, "Talk", "Quiet");
    write(&page, "Who comes with me", "Who it is", "Ada");
    tick(&page, "My questions", "May someone come with me and stay in the room?");
    page.button("Print, or save as PDF").click();
    assert_eq!(page.button("Print, or save as PDF").attribute("aria-busy").as_deref(), Some("true"));
    assert_eq!(count(&page, "__printed"), 0);
    host.release();
    ready(&page);
    let wanted = [
        ("company-who", "Ada"),
        ("hope-own", "Kept before\nTyped early"),
        ("hope-rest", "1"),
        ("lying-own", "Left alone"),
        ("place-throat", "ask"),
        ("questions", "An old one?\nMay someone come with me and stay in the room?"),
        ("talk", "quiet"),
    ];
    records_are(&page, &wanted);
    let whole = |page: &Page| {
        for (name, text) in wanted {
            assert_eq!(value(page, name), text, "{name}");
        }
        let sheet = [
            HOPE,
            "An hour of rest",
            "Kept before",
            "Typed early",
            "Touch",
            "Please ask me first: Throat",
            "How I lie best",
            "Left alone",
            "The room",
            "Mostly quiet, please.",
            "My questions",
            "An old one?",
            "May someone come with me and stay in the room?",
            "Who comes with me",
            "Who it is: Ada",
        ];
        lines_are(page, &sheet);
    };
    whole(&page);
    assert_eq!(page.get::<Vec<String>>("return __printed"), ["sheet"]);
    assert_eq!(page.button("Print, or save as PDF").attribute("aria-busy"), None);
    again(&page);
    whole(&page);
    assert_eq!(count(&page, "__printed"), 0, "it is carried out once");
    page.is_clean();
}

/// The page's database is not opened before `__answer` is called; what a test asks of it is answered at once.
const LATE: Script = Script {
    name: "notes-late",
    text: "const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (...asked) {
          if (asked[1] !== 1 || !localStorage.late) return open.apply(this, asked);
          const later = {};
          window.__answer = () => {
            const real = open.apply(this, asked);
            real.onsuccess = () => { later.result = real.result; later.onsuccess(new Event('success')); };
          };
          return later;
        };",
};

/// A database that seems never to answer stops nobody; when it does after all, nothing is overwritten.
fn typed_before_the_database_answered(stage: &Stage) {
    const ASKS: &str = "May someone come with me and stay in the room?";
    let host = host(stage, &[LATE]);
    let page = stage.page();
    open(&page, &host);
    leave(&page, "hope-own", "Kept before");
    leave(&page, "lying-own", "Left alone");
    leave(&page, "questions", "An old one?");
    page.eval("localStorage.late = '1'", &[]);
    page.reload();
    page.ready();
    page.until("the database to be asked", "return Boolean(window.__answer)");
    write(&page, HOPE, OWN, "Typed meanwhile");
    tick(&page, "My questions", ASKS);
    ready(&page);
    // It says so, and everything works.
    becomes("what is said", &Some("no".to_owned()), || page.any("#kept").attribute("data-kept"));
    assert!(!page.css("#kept").text().is_empty());
    page.button("Copy as text").click();
    counts_are(&page, [0, 1, 0]);
    lines_are(&page, &[HOPE, "Typed meanwhile", "My questions", ASKS]);
    step(&page, 0);
    page.eval("__answer()", &[]);
    kept(&page);
    let wanted = [
        ("hope-own", "Kept before\nTyped meanwhile"),
        ("hope-rest", "1"),
        ("lying-own", "Left alone"),
        ("questions", &format!("An old one?\n{ASKS}")),
    ];
    records_are(&page, &wanted);
    for (name, text) in wanted {
        assert_eq!(value(&page, name), text, "{name}");
    }
    page.is_clean();
}

/// Whoever clears the site's data while the page is open has everything that is filled in kept anew.
fn cleared_while_the_page_is_open(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    all_steps(&page);
    records_are(&page, &STEPS);
    page.cdp("Storage.clearDataForOrigin", json!({ "origin": host.url(), "storageTypes": "all" }));
    write(&page, HOPE, OWN, "Later");
    let mut wanted = STEPS.to_vec();
    wanted.push(("hope-own", "Later"));
    records_are(&page, &wanted);
    page.is_clean();
}

fn two_tabs_do_not_lose_each_other(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    step(&page, 0);
    kept(&page);
    let first = page.new_tab();
    open(&page, &host);
    assert_eq!(value(&page, "hope-rest"), "1");
    write(&page, HOPE, OWN, "From the second");
    step(&page, 6);
    pick(&page, "Throat", "Ask me");
    kept(&page);
    let second = page.to_tab(&first);
    // A driver's tabs may all count as seen: the page is told by the test then.
    page.eval("document.dispatchEvent(new Event('visibilitychange'))", &[]);
    let both = [
        HOPE,
        "An hour of rest",
        "From the second",
        "Touch",
        "Please ask me first: Throat",
        "My questions",
        "Is there a lift?",
    ];
    until("what the other tab wrote", SOON, || lines(&page) == both);
    assert_eq!(value(&page, "hope-own"), "From the second");
    assert_eq!(page.css(".places [data-place=throat]").attribute("data-mark").as_deref(), Some("ask"));
    // Now each writes without having looked at the other.
    write(&page, "Who comes with me", "Who it is", "Ada");
    kept(&page);
    page.to_tab(&second);
    step(&page, 2);
    kept(&page);
    let wanted =
        [STEPS[0], ("hope-own", "From the second"), ("place-throat", "ask"), STEPS[6], STEPS[7], STEPS[2]];
    records_are(&page, &wanted);
    page.is_clean();
}

fn what_one_tab_erases_leaves_the_other(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    all_steps(&page);
    kept(&page);
    let first = page.new_tab();
    open(&page, &host);
    lines_are(&page, &LINES);
    page.button("Erase everything here").click();
    records_are(&page, &[]);
    page.to_tab(&first);
    page.eval("document.dispatchEvent(new Event('visibilitychange'))", &[]);
    until("the other tab to be empty too", SOON, || lines(&page).is_empty());
    tick(&page, "Afterwards", "I have sat up slowly.");
    kept(&page);
    assert_eq!(records(&page).len(), 1);
    page.is_clean();
}

fn killed_by_force(stage: &Stage) {
    let host = host(stage, &[]);
    let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("killed-{}", stage.engine));
    let _ = fs::remove_dir_all(&profile);
    fs::create_dir_all(&profile).expect("a folder");
    let own = Own { profile: Some(&profile), ..Own::default() };
    for place in 0..STEPS.len() {
        let page = stage.page_of(own);
        open(&page, &host);
        records_are(&page, &STEPS[..place]);
        for (name, text) in &STEPS[..place] {
            assert_eq!(value(&page, name), *text, "{name} after {place} deaths");
        }
        step(&page, place);
        records_are(&page, &STEPS[..=place]);
        page.kill();
    }
    let page = stage.page_of(own);
    open(&page, &host);
    records_are(&page, &STEPS);
    lines_are(&page, &LINES);
    page.is_clean();
    drop(page);
    // The next journey has a browser of its own again.
    let _ = stage.page();
    let _ = fs::remove_dir_all(&profile);
}

fn erase_and_take_back(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    all_steps(&page);
    write(&page, "My page", "My name, if you like", "Noor");
    tick(&page, "Afterwards", "I have sat up slowly.");
    pick(&page, "How many visits", "4");
    kept(&page);
    let before = records(&page);
    assert_eq!(before.len(), 11);
    assert!(!page.button("Take it back").is_there());
    let empty = |page: &Page| {
        lines_are(page, &[]);
        let filled: Vec<String> = page.get(
            "return [...document.querySelectorAll('#desk :is(input, textarea)')].filter((it) => it.matches('[type=checkbox]')
              ? it.checked : it.matches('[type=radio]') ? it.checked && it.value && !it.defaultChecked : it.value).map((it) => it.name)",
        );
        assert!(filled.is_empty(), "{filled:?} are left");
        let chosen = page.any("#desk [type=radio]:checked").count();
        let groups: usize = page.get(
            "return new Set([...document.querySelectorAll('#desk [type=radio]')].map((it) => it.name)).size",
        );
        assert_eq!(chosen, groups, "one of each group is chosen");
        records_are(page, &[]);
    };
    page.button("Erase everything here").click();
    told(&page, "paper-told", "Erased. As long as this page is open you can take it back.");
    empty(&page);
    page.button("Take it back").click();
    told(&page, "paper-told", "Everything is back.");
    let wanted: Vec<(&str, &str)> =
        before.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    records_are(&page, &wanted);
    lines_are(&page, &LINES);
    for (name, text) in &wanted {
        assert_eq!(value(&page, name), *text, "{name}");
    }
    assert!(!page.button("Take it back").is_there());

    page.button("Erase everything here").click();
    empty(&page);
    again(&page);
    empty(&page);
    assert!(!page.button("Take it back").is_there());
    let trace: Value = page.get("return [localStorage.length, sessionStorage.length]");
    assert_eq!(trace[1], 0);
    page.is_clean();
}

fn checklists_are_ticked_and_reset(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    let ticked = |page: &Page| -> Vec<String> { page.css(".lists :checked").names() };
    let wanted = ["I know the price, and how late I may cancel.", "A light snack.", "I am warm enough."];
    tick(&page, "In the days before", wanted[0]);
    tick(&page, "In the hour before", wanted[1]);
    tick(&page, "When I arrive", wanted[2]);
    tick(&page, "Afterwards", "I have sat up slowly.");
    tick(&page, "Afterwards", "I have sat up slowly.");
    tick(&page, "What I hope for", "An hour of rest");
    assert_eq!(ticked(&page), wanted);
    // Lists are one's own affair: the sheet has nothing of them.
    lines_are(&page, &["What I hope for", "An hour of rest"]);
    kept(&page);
    again(&page);
    assert_eq!(ticked(&page), wanted);
    page.button("Untick all lists").click();
    told(&page, "lists-told", "All lists are empty again.");
    until("all lists to be empty", SOON, || ticked(&page).is_empty());
    records_are(&page, &[("hope-rest", "1")]);
    again(&page);
    assert!(ticked(&page).is_empty());
    lines_are(&page, &["What I hope for", "An hour of rest"]);
    page.is_clean();
}
