//! Preparing: what is written is kept, whatever happens, and what is erased is gone.

use std::fs;
use std::path::Path;

use browser::scripts::Script;
use browser::words::{on_prepare, prepare, says};
use browser::{Key, Own, Page, SOON, Stage, With, becomes, journeys, until};
use serde_json::{Value, json};

use crate::preparing::*;

journeys!(
    a_question_not_added_yet_is_there_again,
    typed_before_the_program_came,
    typed_before_the_database_answered,
    two_tabs_do_not_lose_each_other,
    what_one_tab_erases_leaves_the_other,
    erase_and_take_back,
    checklists_are_ticked_and_reset
);
journeys!(only Chromium, Firefox: killed_by_force);
journeys!(only Chromium: cleared_while_the_page_is_open, cleared_while_questions_are_ticked);

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
    host.hold("*.wasm");
    // The program is held: to wait for the whole page would be to wait for it.
    let page = stage.page_with(With { dark: false, no_script: false, no_wait: true });
    page.open(&host, "/prepare/");
    page.until(
        "the page",
        "return document.querySelector('.dates') !== null && document.readyState !== 'loading'",
    );
    // Something was kept at an earlier visit.
    leave(&page, "hope-own", "Kept before");
    leave(&page, "lying-own", "Left alone");
    leave(&page, "questions", "An old one?");
    assert!(!page.any("#kept[data-ready]").is_there());
    write(&page, "hope-own", "Typed early");
    tick(&page, "hope-rest");
    pick(&page, "place-throat", "ask");
    pick(&page, "talk", "quiet");
    write(&page, "company-who", "Ada");
    take(&page, 0);
    let print = &on_prepare().print;
    page.button(print).click();
    assert_eq!(page.button(print).attribute("aria-busy").as_deref(), Some("true"));
    assert_eq!(count(&page, "__printed"), 0);
    host.release();
    ready(&page);
    let wanted = [
        ("company-who", "Ada"),
        ("hope-own", "Kept before\nTyped early"),
        ("hope-rest", "1"),
        ("lying-own", "Left alone"),
        ("place-throat", "ask"),
        ("questions", &*format!("An old one?\n{}", ask(0))),
        ("talk", "quiet"),
    ];
    records_are(&page, &wanted);
    let whole = |page: &Page| {
        for (name, text) in wanted {
            assert_eq!(value(page, name), text, "{name}");
        }
        lines_are(page, &lines_of(&wanted));
    };
    whole(&page);
    becomes("what is printed", &["sheet"], || page.get::<Vec<String>>("return __printed"));
    assert_eq!(page.button(print).attribute("aria-busy"), None);
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

/// Somebody leaves the page in the middle of a question.
fn a_question_not_added_yet_is_there_again(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    write(&page, OWN_QUESTION, "May I keep my socks");
    page.open_ready(&host, "/safety/");
    open(&page, &host);
    field(&page, OWN_QUESTION)
        .wait_for("to be as it was", |it| it.property("value") == "May I keep my socks");
    write(&page, OWN_QUESTION, " on?");
    page.press_key(Key::Enter);
    remove(&page, "May I keep my socks on?").wait();
    page.reload();
    ready(&page);
    remove(&page, "May I keep my socks on?").wait();
    assert_eq!(field(&page, OWN_QUESTION).property("value"), "", "it stands in both places");
    page.is_clean();
}

/// A database that seems never to answer stops nobody; when it does after all, nothing is overwritten.
fn typed_before_the_database_answered(stage: &Stage) {
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
    write(&page, "hope-own", "Typed meanwhile");
    take(&page, 0);
    ready(&page);
    // It says so, and everything works.
    becomes("what is said", &Some("no".to_owned()), || page.any("#kept").attribute("data-kept"));
    assert!(!page.css("#kept").text().is_empty());
    page.button(&on_prepare().copy).click();
    counts_are(&page, [0, 1, 0]);
    lines_are(&page, &lines_of(&[("hope-own", "Typed meanwhile"), ("questions", ask(0))]));
    step(&page, 0);
    page.eval("__answer()", &[]);
    kept(&page);
    let wanted = [
        ("hope-own", "Kept before\nTyped meanwhile"),
        ("hope-rest", "1"),
        ("lying-own", "Left alone"),
        ("questions", &*format!("An old one?\n{}", ask(0))),
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
    write(&page, "hope-own", "Later");
    let mut wanted = STEPS.to_vec();
    wanted.push(("hope-own", "Later"));
    records_are(&page, &wanted);
    page.is_clean();
}

/// The ticks come back with the next visit, by the mark that something is kept: after a change, and after coming back.
fn cleared_while_questions_are_ticked(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    page.open_ready(&host, "/practitioners/");
    let tick = |at: usize| {
        page.eval("document.querySelectorAll('.asks input[data-give]')[arguments[0]].click()", &[json!(at)]);
    };
    let ticked = || page.any(".asks input[data-give]:checked").count();
    let marked = || page.get::<bool>("return localStorage.getItem('stillpoint.asks') !== null");
    tick(2);
    until("it to be kept", SOON, || marked() && records(&page).len() == 1);
    for changes in [false, true] {
        let clear = json!({ "origin": host.url(), "storageTypes": "all" });
        page.cdp("Storage.clearDataForOrigin", clear);
        until("the mark to be gone", SOON, || !marked());
        if changes {
            tick(3);
        } else {
            page.eval("document.dispatchEvent(new Event('visibilitychange'))", &[]);
        }
        let wanted = 1 + usize::from(changes);
        until("all of it to be kept again", SOON, || marked() && records(&page).len() == wanted);
        page.reload();
        page.ready();
        until("the ticks again", SOON, || ticked() == wanted);
    }
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
    write(&page, "hope-own", "From the second");
    step(&page, 6);
    pick(&page, "place-throat", "ask");
    kept(&page);
    let second = page.to_tab(&first);
    // A driver's tabs may all count as seen: the page is told by the test then.
    page.eval("document.dispatchEvent(new Event('visibilitychange'))", &[]);
    let second_wrote = ("hope-own", "From the second");
    let both = lines_of(&[STEPS[0], second_wrote, ("place-throat", "ask"), STEPS[6]]);
    until("what the other tab wrote", SOON, || lines(&page) == both);
    assert_eq!(value(&page, "hope-own"), "From the second");
    assert_eq!(page.css(".places [data-place=throat]").attribute("data-mark").as_deref(), Some("ask"));
    // Now each writes without having looked at the other.
    step(&page, 7);
    kept(&page);
    page.to_tab(&second);
    step(&page, 2);
    kept(&page);
    let mut wanted = vec![STEPS[0], second_wrote, ("place-throat", "ask"), STEPS[7], STEPS[2]];
    let all_asks = format!("{}\n{}", STEPS[6].1, ask(0));
    records_are(&page, &[&wanted[..], &[STEPS[6]]].concat());
    // Side by side, each adds to the same list: the press itself brings the window its focus.
    take(&page, 0);
    wanted.push(("questions", &all_asks));
    records_are(&page, &wanted);
    page.to_tab(&first);
    page.eval("dispatchEvent(new Event('focus'))", &[]);
    take(&page, 1);
    let all_asks = format!("{all_asks}\n{}", ask(1));
    wanted.pop();
    wanted.push(("questions", &all_asks));
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
    lines_are(&page, &lines_of(&STEPS));
    page.button(&on_prepare().erase).click();
    records_are(&page, &[]);
    page.to_tab(&first);
    page.eval("document.dispatchEvent(new Event('visibilitychange'))", &[]);
    until("the other tab to be empty too", SOON, || lines(&page).is_empty());
    tick(&page, &listed(0));
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
    lines_are(&page, &lines_of(&STEPS));
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
    write(&page, "name", "Noor");
    tick(&page, &listed(0));
    pick(&page, "visits", "4");
    kept(&page);
    let before = records(&page);
    assert_eq!(before.len(), 11);
    assert!(!page.button(&on_prepare().unerase).is_there());
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
    page.button(&on_prepare().erase).click();
    told(&page, "paper-told", &says().erased);
    empty(&page);
    page.button(&on_prepare().unerase).click();
    told(&page, "paper-told", &says().back_again);
    let wanted: Vec<(&str, &str)> =
        before.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    records_are(&page, &wanted);
    lines_are(&page, &lines_of(&STEPS));
    for (name, text) in &wanted {
        assert_eq!(value(&page, name), *text, "{name}");
    }
    assert!(!page.button(&on_prepare().unerase).is_there());

    page.button(&on_prepare().erase).click();
    empty(&page);
    again(&page);
    empty(&page);
    assert!(!page.button(&on_prepare().unerase).is_there());
    let trace: Value = page.get("return [localStorage.length, sessionStorage.length]");
    assert_eq!(trace[1], 0);
    page.is_clean();
}

/// The name under which the first item of a checklist is kept.
fn listed(place: usize) -> String {
    let list = &prepare().lists[place];
    format!("{}-{}", list.id, list.items[0].0)
}

fn checklists_are_ticked_and_reset(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    let ticked = |page: &Page| -> Vec<String> { page.css(".lists :checked").names() };
    // One of each list but the last, which is ticked and unticked again.
    let (last, lists) = prepare().lists.split_last().expect("lists");
    for place in 0..lists.len() {
        tick(&page, &listed(place));
    }
    let wanted: Vec<String> = (0..lists.len()).map(|place| named(&listed(place), "").name).collect();
    let slip = format!("{}-{}", last.id, last.items[0].0);
    tick(&page, &slip);
    tick(&page, &slip);
    tick(&page, STEPS[0].0);
    assert_eq!(ticked(&page), wanted);
    // Lists are one's own affair: the sheet has nothing of them.
    lines_are(&page, &lines_of(&STEPS[..1]));
    kept(&page);
    again(&page);
    assert_eq!(ticked(&page), wanted);
    page.button(&on_prepare().lists_reset).click();
    told(&page, "lists-told", &says().lists_done);
    until("all lists to be empty", SOON, || ticked(&page).is_empty());
    records_are(&page, &STEPS[..1]);
    again(&page);
    assert!(ticked(&page).is_empty());
    lines_are(&page, &lines_of(&STEPS[..1]));
    page.is_clean();
}
