//! From one page to another: lines of the self-check and ticked questions that are put on the page to hand
//! over, links that are shared, and what is still there after going elsewhere and back.

use browser::words::{Walk, labels, legends, nav, words};
use browser::{Page, Route, SOON, Stage, becomes, journeys, until};
use serde_json::json;

use crate::preparing::{
    STEPS, host, kept, line, lines, lines_are, lines_of, open, order, ready, records, remove, step, told,
    value, write,
};

journeys!(everywhere: it_is_still_there_after_another_page);
journeys!(
    the_self_check_gives_only_what_is_asked,
    ticked_questions_are_put_on_the_page,
    a_shared_link_carries_nothing,
    a_removed_question_stays_removed,
    another_tab_is_not_written_over,
);

fn it_is_still_there_after_another_page(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    step(&page, 2);
    step(&page, 5);
    let before = lines_of(&[STEPS[2], STEPS[5]]);
    lines_are(&page, &before);
    kept(&page);
    page.link(nav(Route::Faq)).click();
    page.until("the questions", "return document.getElementById('search') !== null");
    page.link(nav(Route::Prepare)).click();
    ready(&page);
    page.until(
        "the text again",
        &format!("return document.querySelector('[name=\"{}\"]')?.value === '{}'", STEPS[2].0, STEPS[2].1),
    );
    assert_eq!(lines(&page), before);
    // It is not only shown: what is written now is kept as well.
    step(&page, 4);
    becomes("what is kept", &Some(STEPS[4].1.to_owned()), || records(&page).remove(STEPS[4].0));
    page.is_clean();
}

/// One tab writes while the other one shows nothing of it: a page that only gives, or another page of the app.
fn another_tab_is_not_written_over(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    page.open_ready(&host, "/safety/");
    let give = |at: usize| {
        tick(&page, ".selfcheck [data-then=ask]", &[at]);
        page.button(&legends().check_take).click();
    };
    let doctor = || records(&page).remove("doctor").unwrap_or_default();
    give(3);
    until("the first line", SOON, || doctor().lines().count() == 1);
    let first = page.new_tab();
    open(&page, &host);
    write(&page, "doctor", " and mine");
    kept(&page);
    let theirs = doctor();
    let second = page.to_tab(&first);
    give(8);
    // What is still ticked is given once more, as the line that had it was changed.
    until("what was given besides theirs", SOON, || doctor().lines().count() == 3);
    assert!(doctor().starts_with(&theirs), "{} without {theirs}", doctor());

    // What another tab writes while Prepare isn't shown stands there afterwards.
    page.link(&legends().to_page).click();
    ready(&page);
    page.link(nav(Route::Faq)).click();
    page.until("the questions", "return document.getElementById('search') !== null");
    let first = page.to_tab(&second);
    write(&page, "hope-own", "Theirs");
    kept(&page);
    page.to_tab(&first);
    page.link(nav(Route::Prepare)).click();
    ready(&page);
    becomes("what the other tab wrote", "Theirs", || value(&page, "hope-own"));
    write(&page, "hope-own", ", mine");
    becomes("what is kept", &Some("Theirs, mine".to_owned()), || records(&page).remove("hope-own"));
    page.is_clean();
}

/// The page's HTML is kept by the app as it finds it, whatever is drawn into it afterwards.
fn a_removed_question_stays_removed(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    step(&page, 6);
    kept(&page);
    let away_and_back = || {
        page.link(nav(Route::Faq)).click();
        page.until("the questions", "return document.getElementById('search') !== null");
        page.link(nav(Route::Prepare)).click();
        ready(&page);
    };
    away_and_back();
    assert_eq!(order(&page), [STEPS[6].1]);
    remove(&page, STEPS[6].1).click();
    until("it to be gone from the device", SOON, || !records(&page).contains_key("questions"));
    away_and_back();
    until("no question", SOON, || page.css("#my-questions li").count() == 0);
    assert_eq!(records(&page).get("questions"), None, "it is kept again");
    page.is_clean();
}

/// Ticks the boxes of a page at these places among those that a selector names.
fn tick(page: &Page, boxes: &str, places: &[usize]) {
    for place in places {
        page.eval(
            "document.querySelectorAll(arguments[0])[arguments[1]].click()",
            &[json!(boxes), json!(place)],
        );
    }
}

fn the_self_check_gives_only_what_is_asked(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    page.open_ready(&host, "/safety/");
    tick(&page, ".selfcheck [data-then=ask]", &[3]);
    // A tick alone goes nowhere.
    let databases = "const done = arguments[arguments.length - 1];
        if (!indexedDB.databases) done([]); else indexedDB.databases().then((all) => done(all.map((it) => it.name)))";
    assert_eq!(page.eval_async(databases, &[]), json!([]));
    let first: String =
        page.get("return document.querySelectorAll('.selfcheck [data-then=ask]')[3].nextSibling.textContent");

    page.button(&legends().check_take).click();
    told(&page, "give-told", &legends().check_taken);
    tick(&page, ".selfcheck [data-then=ask]", &[8]);
    // What needs an ambulance is nothing to hand over.
    tick(&page, ".selfcheck [data-then=help]", &[0]);
    page.button(&legends().check_take).click();
    until("both lines", SOON, || records(&page).get("doctor").is_some_and(|it| it.lines().count() == 2));
    page.link(&legends().to_page).click();
    ready(&page);
    let given = value(&page, "doctor");
    let given: Vec<&str> = given.lines().collect();
    assert_eq!((given.len(), given[0]), (2, first.as_str()));
    assert_eq!(page.route(), "/prepare/#know");
    assert!(lines(&page).contains(&line("doctor", &first)));
    page.is_clean();
}

fn ticked_questions_are_put_on_the_page(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    page.open_ready(&host, "/practitioners/");
    page.button(&legends().ask_take).click();
    told(&page, "give-told", &legends().ask_untold);
    tick(&page, ".asks input[data-give]", &[0, 4]);
    let wanted: Vec<String> = page.get(
        "return [...document.querySelectorAll('.asks :checked')].map((it) => it.nextSibling.textContent)",
    );
    page.button(&legends().ask_take).click();
    told(&page, "give-told", &legends().check_taken);
    page.link(&legends().to_page).click();
    ready(&page);
    assert_eq!(order(&page), wanted);
    assert_eq!(page.any("[name^=take-]:checked").count(), 2, "the list ticks them too");
    page.is_clean();
}

/// A device that copies; `__copied` has what it was given.
const COPIES: &str = "window.__copied = [];
    Object.defineProperty(navigator, 'share', { value: undefined, configurable: true });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => void __copied.push(text) } })";

fn a_shared_link_carries_nothing(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    let copied = |page: &Page, at: usize| {
        page.until("the link", &format!("return __copied.length === {}", at + 1));
        page.get::<String>(&format!("return new URL(__copied[{at}]).href.slice(location.origin.length)"))
    };
    page.open_ready(&host, &format!("/faq/?q={}", crate::search::query().0));
    page.eval(COPIES, &[]);
    page.link(labels().share()).click();
    assert_eq!(copied(&page, 0), "/faq/");
    page.css(".foot [role=status]").wait_for("to say so", |it| it.text() == *labels().copied());
    let answer = format!("/faq/#{}", words().questions[1].id);
    page.open_ready(&host, &answer);
    // While letters come, WebKit goes to the place again, and a pointer would miss what it was to tap.
    let still = "(window.__places ??= []).push(scrollY);
        return __places.length > 15 && __places.slice(-15).every((it) => it === scrollY)";
    page.until("the page to stay where it is", still);
    page.eval(COPIES, &[]);
    page.link(&legends().share_answer).click();
    assert_eq!(copied(&page, 0), answer);
    assert_eq!(page.route(), answer, "it is shared, not followed");
    page.open_ready(&host, "/walkthrough/");
    page.eval(COPIES, &[]);
    let step = Walk::shortest().steps[2].id;
    page.eval(&format!("document.querySelector('#{step} details').open = true"), &[]);
    page.css(&format!("#{step} .share a")).click();
    assert_eq!(copied(&page, 0), format!("/walkthrough/#{step}"));
    page.eval(
        "window.__given = [];
         Object.defineProperty(navigator, 'share', { value: async (it) => void __given.push(it), configurable: true })",
        &[],
    );
    page.link(labels().share()).click();
    page.until("the device to be asked", "return __given.length === 1");
    let given =
        page.get::<serde_json::Value>("return [Object.keys(__given[0]), new URL(__given[0].url).pathname]");
    assert_eq!(given, json!([["url"], "/walkthrough/"]));
    // Somebody changed their mind; the device refuses.
    for (why, copies) in [("AbortError", 1), ("NotAllowedError", 2)] {
        let refuses = format!(
            "window.__refused = 0;
             const share = async () => {{ __refused++; throw new DOMException('', '{why}'); }};
             Object.defineProperty(navigator, 'share', {{ value: share, configurable: true }})",
        );
        page.eval(&refuses, &[]);
        page.link(labels().share()).click();
        page.until("the device to be asked", "return __refused === 1");
        page.until("the link", &format!("return __copied.length === {copies}"));
    }
    page.is_clean();
}
