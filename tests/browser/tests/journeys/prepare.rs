//! Preparing: what is filled in stands on the sheet, and the page is one with itself.

use std::collections::BTreeMap;

use browser::words::{fill, on_prepare, prepare, says};
use browser::{Engine, Key, Page, SOON, Stage, journeys, until};
use serde_json::json;

use crate::preparing::*;

journeys!(
    nothing_but_what_was_written_is_on_the_sheet,
    map_and_list_agree,
    an_empty_page_stays_empty,
    questions_are_taken_written_and_ordered,
    pasted_and_endless_text_is_kept,
    a_return_that_ends_a_word_adds_nothing,
);

fn is_empty(page: &Page) {
    assert_eq!(page.css("#sheet-empty").text(), *on_prepare().sheet_empty);
    assert!(!page.css("#sheet-map").is_there());
    lines_are(page, &[]);
    assert_eq!(page.any("#sheet-name").texts(), [""]);
}

fn nothing_but_what_was_written_is_on_the_sheet(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    is_empty(&page);
    all_steps(&page);
    lines_are(&page, &lines_of(&STEPS));

    write(&page, "name", "Noor");
    assert_eq!(page.css("#sheet-name").texts(), ["Noor"]);
    paste(&page, "hope-own", "  Peace \n\n\n and quiet ");
    let places = [("place-feet", "fine"), ("place-hands", "not"), ("place-belly", "ask")];
    for (place, mark) in places {
        pick(&page, place, mark);
    }
    tick(&page, "place-also-mouth");
    take(&page, 0);
    pick(&page, "scent", "none");
    let more = [
        ("hope-own", "  Peace \n\n\n and quiet "),
        ("place-also-mouth", "1"),
        ("scent", "none"),
        // Of two that are kept under a name, the first is meant: this comes before that of the steps.
        ("questions", &*format!("{}\n{}", STEPS[6].1, ask(0))),
    ];
    lines_are(&page, &lines_of(&[&more[..], &places, &STEPS].concat()));
    assert!(page.css("#sheet-map").is_there());
    assert!(!page.css("#sheet-empty").is_there());

    tick(&page, STEPS[0].0);
    for (place, _) in [STEPS[1], places[0], places[1], places[2]] {
        pick(&page, place, "");
    }
    tick(&page, "place-also-mouth");
    take(&page, 0);
    remove(&page, STEPS[6].1).click();
    for group in ["talk", "scent", "sign"] {
        pick(&page, group, "");
    }
    for name in ["hope-own", STEPS[2].0, STEPS[4].0, STEPS[7].0, "name"] {
        field(&page, name).clear();
    }
    is_empty(&page);
    records_are(&page, &[]);
    page.is_clean();
}

/// Small numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % end as u64) as usize
    }
}

/// The middle of one of a place's spots, and the place that is in front there.
const TAP: &str = "const [id, nth] = arguments;
    const spot = document.querySelectorAll(`.places__map [data-place='${id}'] ellipse`)[nth];
    spot.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = spot.getBoundingClientRect();
    const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    return [x, y, document.elementFromPoint(x, y)?.closest('[data-place]')?.dataset.place]";

/// How each place is marked: in the list, and in every picture.
const MARKS: &str =
    "return Object.fromEntries([...document.querySelectorAll('fieldset.place')].map((place) => {
    const id = place.id.replace('place-', '');
    const spots = [...document.querySelectorAll(`:is(.places, #sheet-map) [data-place='${id}']`)];
    const chosen = [...place.querySelectorAll('input')].filter((it) => it.checked);
    return [id, [...chosen.map((it) => it.value), ...spots.map((it) => it.dataset.mark ?? '')]];
  }))";

fn map_and_list_agree(stage: &Stage) {
    let said = says();
    let marked =
        [("", &said.mark_open), ("fine", &said.mark_fine), ("ask", &said.mark_ask), ("not", &said.mark_not)];
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    let names: BTreeMap<String, String> = page.get(
        "return Object.fromEntries([...document.querySelectorAll('fieldset.place')].map((it) => [it.id.replace('place-', ''), named(it)]))",
    );
    let ids: Vec<&String> = names.keys().collect();
    assert_eq!(ids.len(), prepare().places.len());
    let mut marks: BTreeMap<&str, usize> = ids.iter().map(|id| (id.as_str(), 0)).collect();
    let mut dice = Dice(20_270_328);
    for turn in 0..220 {
        // Each place comes at least once by the map and once by the list.
        let id = if turn < 2 * ids.len() { ids[turn / 2] } else { ids[dice.below(ids.len())] };
        let mark = marks.get_mut(id.as_str()).expect("a place");
        if if turn < 2 * ids.len() { turn % 2 == 0 } else { dice.below(2) == 0 } {
            let spots = page.any(&format!(".places__map [data-place='{id}'] ellipse")).count();
            let at = page.eval(TAP, &[json!(id), json!(dice.below(spots))]);
            assert_eq!(at[2], json!(id), "something else is in front of {id}");
            page.click_at(at[0].as_i64().expect("x"), at[1].as_i64().expect("y"));
            *mark = (*mark + 1) % marked.len();
        } else {
            // Another one than before: what is chosen already says nothing new.
            *mark = (*mark + 1 + dice.below(marked.len() - 1)) % marked.len();
            pick(&page, &format!("place-{id}"), marked[*mark].0);
        }
        let words = [("place", &*names[id]), ("mark", &**marked[*mark].1)];
        told(&page, "marked", &fill(&said.marked, &words));
        let seen: BTreeMap<String, Vec<String>> = page.get(MARKS);
        for (id, mark) in &marks {
            // One radio is chosen, and at least one spot stands in each picture.
            let all = &seen[*id];
            assert!(all.len() >= 3, "{id}: {all:?}");
            assert!(
                all.iter().all(|it| it == marked[*mark].0),
                "turn {turn}, {id} is {}: {all:?}",
                marked[*mark].1
            );
        }
    }
    page.is_clean();
}

fn an_empty_page_stays_empty(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    let empty = |page: &Page| -> String { page.get("return document.querySelector('.blank').outerHTML") };
    let before = empty(&page);
    all_steps(&page);
    assert_eq!(empty(&page), before, "what was filled in stands on the page to fill in by hand");
}

fn questions_are_taken_written_and_ordered(stage: &Stage) {
    let (stop, writes, lift) = (ask(1), ask(0), "Is there a lift?");
    let stairs = "And <b>stairs</b>?";
    let said = says();
    let none = &on_prepare().order_none;
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    let added = |n: usize| told(&page, "order-told", &fill(&said.added, &[("n", &n.to_string())]));
    let moved = |n: usize, total: usize| {
        let values = [("n", &*n.to_string()), ("total", &*total.to_string())];
        told(&page, "order-told", &fill(&said.moved, &values));
    };
    let beside = |what: &str, question: &str| format!("{what}: {question}");
    assert_eq!(page.css("#no-questions").text(), **none);
    take(&page, 1);
    added(1);
    take(&page, 0);
    added(2);
    let own = field(&page, OWN_QUESTION);
    own.type_text(lift);
    page.press_key(Key::Enter);
    added(3);
    assert!(own.has_focus());
    assert_eq!(own.property("value"), "");
    own.type_text(stairs);
    page.button(&on_prepare().add).click();
    added(4);
    assert!(own.has_focus());
    assert_eq!(order(&page), [stop, writes, lift, stairs]);

    // By the keyboard alone from here.
    tab_to(&page, false, "button", &beside(&said.up, lift));
    page.press_key(Key::Enter);
    focus_is(&page, "up-1");
    moved(2, 4);
    page.press_key(Key::Space);
    focus_is(&page, "up-0");
    moved(1, 4);
    // At the end it stays, and so does the focus.
    page.press_key(Key::Space);
    focus_is(&page, "up-0");
    assert_eq!(order(&page), [lift, stop, writes, stairs]);
    tab_to(&page, false, "button", &beside(&said.down, writes));
    page.press_key(Key::Enter);
    focus_is(&page, "down-3");
    moved(4, 4);
    let wanted = [lift, stop, stairs, writes];
    assert_eq!(order(&page), wanted);
    let sheet = lines_of(&[("questions", &*wanted.join("\n"))]);
    lines_are(&page, &sheet);
    kept(&page);
    again(&page);
    assert_eq!(order(&page), wanted);
    lines_are(&page, &sheet);

    take(&page, 1);
    told(&page, "order-told", &said.removed);
    assert_eq!(order(&page), [wanted[0], wanted[2], wanted[3]]);
    field(&page, OWN_QUESTION).click();
    tab_to(&page, false, "button", &beside(&said.remove, writes));
    page.press_key(Key::Enter);
    // The last one is gone: the one before has the focus.
    focus_is(&page, "remove-1");
    assert_eq!(page.role_in(questions(), "checkbox", writes).property("checked"), false);
    page.press_key(Key::Enter);
    focus_is(&page, "remove-0");
    page.press_key(Key::Enter);
    focus_is(&page, "own-question");
    assert_eq!(page.css("#no-questions").text(), **none);
    lines_are(&page, &[]);
    records_are(&page, &[]);
    page.is_clean();
}

/// Whoever writes Japanese or Chinese ends a word with Return. Safari says so by the code of the key alone.
fn a_return_that_ends_a_word_adds_nothing(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    write(&page, OWN_QUESTION, "かん");
    let press = |how: &str| {
        let script = format!(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Enter', bubbles: true, {how} }}))"
        );
        page.eval(&script, &[]);
    };
    for how in ["isComposing: true", "keyCode: 229"] {
        press(how);
        assert_eq!(field(&page, OWN_QUESTION).property("value"), "かん", "{how}");
    }
    press("keyCode: 13");
    until("the question", SOON, || order(&page) == ["かん"]);
    page.is_clean();
}

fn pasted_and_endless_text_is_kept(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    if stage.engine == Engine::Chromium {
        page.resize(390, 844, 1.0);
    }
    open(&page, &host);
    let long: String = (0..1_250).map(|n| format!("{n:07} ")).collect();
    let word = "longword".repeat(250);
    let wild =
        "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>&lt;b&gt; ]]> 👩‍🚀🇺🇳 é \"'";
    let hebrew = "שלום, אני מעדיפה שקט (תודה)";
    let arabic = "أفضل الهدوء من فضلك";
    let texts = [
        ("hope-own", format!("{hebrew}\n{arabic}\n{wild}")),
        ("lying-own", long.trim_end().to_owned()),
        ("room-own", word.clone()),
        ("sign-own", wild.to_owned()),
        ("sentence-own", word.clone()),
        ("name", format!("{wild} {word}")),
    ];
    let questions = [wild, hebrew, &word];
    for (name, text) in &texts {
        paste(&page, name, text);
    }
    for question in questions {
        paste(&page, OWN_QUESTION, question);
        page.press_key(Key::Enter);
    }
    kept(&page);
    let whole = |page: &Page| {
        let sheet: String = page.get("return squeeze(document.getElementById('sheet').textContent)");
        for (name, text) in &texts {
            assert!(value(page, name) == *text, "{name} is not whole");
            for line in text.lines() {
                assert!(sheet.contains(line), "{name} is not on the sheet");
            }
        }
        assert_eq!(order(page), questions);
        assert!(page.get::<bool>("return window.hacked === undefined"));
        let foreign =
            "#sheet :is(img, script, b), #my-questions :is(img, script, b), #rehearse :is(img, script, b)";
        assert_eq!(page.any(foreign).count(), 0);
        let wide = "return [document.documentElement.scrollWidth - innerWidth,
            ...['#sheet', '#my-questions', '#rehearse'].map((it) => document.querySelector(it)).map((it) => it.scrollWidth - it.clientWidth)]";
        let wide: Vec<i64> = page.get(wide);
        assert!(wide.iter().all(|by| *by <= 0), "wider than their place by {wide:?}");
        for text in [hebrew, arabic] {
            let script = "const all = [...document.querySelectorAll('#sheet-parts :is(p, li), #my-questions span')];
                return all.filter((it) => it.textContent === arguments[0]).map((it) => getComputedStyle(it).direction)";
            let ways = page.eval(script, &[json!(text)]);
            let ways: Vec<&str> =
                ways.as_array().into_iter().flatten().filter_map(|it| it.as_str()).collect();
            assert_eq!(ways, vec!["rtl"; if text == hebrew { 3 } else { 1 }], "{text}");
        }
    };
    whole(&page);
    again(&page);
    whole(&page);
    page.is_clean();
}
