//! Preparing: what is filled in stands on the sheet, and the page is one with itself.

use std::collections::BTreeMap;

use browser::{Engine, Key, Page, Stage, journeys};
use serde_json::json;

use crate::preparing::*;

journeys!(
    nothing_but_what_was_written_is_on_the_sheet,
    map_and_list_agree,
    an_empty_page_stays_empty,
    questions_are_taken_written_and_ordered,
    pasted_and_endless_text_is_kept,
);

fn is_empty(page: &Page) {
    assert_eq!(page.css("#sheet-empty").text(), "What you fill in appears here.");
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
    lines_are(&page, &LINES);

    write(&page, "My page", "My name, if you like", "Noor");
    assert_eq!(page.css("#sheet-name").texts(), ["Noor"]);
    paste(&page, "What I hope for", "In your own words", "  Peace \n\n\n and quiet ");
    pick(&page, "Feet", "Fine");
    pick(&page, "Hands", "Not");
    pick(&page, "Belly", "Ask me");
    tick(&page, "Places on my body", "Not inside my mouth");
    tick(&page, "My questions", "May someone come with me and stay in the room?");
    pick(&page, "Scent", "None");
    let mut wanted = LINES.to_vec();
    wanted.splice(2..2, ["Peace", "and quiet"]);
    let touch = [
        "Please not: Throat, Hands",
        "Please ask me first: Belly",
        "Fine for me: Feet",
        "Please never inside my mouth.",
    ];
    wanted.splice(5..6, touch);
    wanted.insert(13, "No scent or incense, please.");
    wanted.insert(20, "May someone come with me and stay in the room?");
    lines_are(&page, &wanted);
    assert!(page.css("#sheet-map").is_there());
    assert!(!page.css("#sheet-empty").is_there());

    tick(&page, "What I hope for", "An hour of rest");
    for place in ["Throat", "Feet", "Hands", "Belly"] {
        pick(&page, place, "Open");
    }
    tick(&page, "Places on my body", "Not inside my mouth");
    tick(&page, "My questions", "May someone come with me and stay in the room?");
    page.button("Remove: Is there a lift?").click();
    for group in ["Talk", "Scent", "My stop sign"] {
        pick(&page, group, "Left open");
    }
    let medicines = "Medicines or conditions, in your own words";
    let written = [
        ("What I hope for", "In your own words"),
        ("How I lie best", "In your own words"),
        ("Good to know about me", medicines),
        ("Who comes with me", "Who it is"),
        ("My page", "My name, if you like"),
    ];
    for (part, name) in written {
        page.role_in(part, "textbox", name).clear();
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
    const MARK: [(&str, &str); 4] = [("", "Open"), ("fine", "Fine"), ("ask", "Ask me"), ("not", "Not")];
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    let names: BTreeMap<String, String> = page.get(
        "return Object.fromEntries([...document.querySelectorAll('fieldset.place')].map((it) => [it.id.replace('place-', ''), named(it)]))",
    );
    let ids: Vec<&String> = names.keys().collect();
    assert_eq!(ids.len(), 21);
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
            *mark = (*mark + 1) % MARK.len();
        } else {
            // Another one than before: what is chosen already says nothing new.
            *mark = (*mark + 1 + dice.below(MARK.len() - 1)) % MARK.len();
            pick(&page, &names[id], MARK[*mark].1);
        }
        told(&page, "marked", &format!("{}: {}", names[id], MARK[*mark].1));
        let seen: BTreeMap<String, Vec<String>> = page.get(MARKS);
        for (id, mark) in &marks {
            // One radio is chosen, and at least one spot stands in each picture.
            let all = &seen[*id];
            assert!(all.len() >= 3, "{id}: {all:?}");
            assert!(
                all.iter().all(|it| it == MARK[*mark].0),
                "turn {turn}, {id} is {}: {all:?}",
                MARK[*mark].1
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

fn order(page: &Page) -> Vec<String> {
    page.css("#my-questions > li > span:first-child").texts()
}

fn questions_are_taken_written_and_ordered(stage: &Stage) {
    const STOP: &str = "When would we look back together and decide whether to stop?";
    const WRITES: &str = "What do you write down about me, and who sees it?";
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    assert_eq!(page.css("#no-questions").text(), "None yet.");
    tick(&page, "My questions", STOP);
    told(&page, "order-told", "Added as number 1.");
    tick(&page, "My questions", WRITES);
    told(&page, "order-told", "Added as number 2.");
    let own = page.role_in("My questions", "textbox", "Your own question");
    own.type_text("Is there a lift?");
    page.press_key(Key::Enter);
    told(&page, "order-told", "Added as number 3.");
    assert!(own.has_focus());
    assert_eq!(own.property("value"), "");
    own.type_text("And <b>stairs</b>?");
    page.button("Add it").click();
    told(&page, "order-told", "Added as number 4.");
    assert!(own.has_focus());
    assert_eq!(order(&page), [STOP, WRITES, "Is there a lift?", "And <b>stairs</b>?"]);

    // By the keyboard alone from here.
    tab_to(&page, false, "button", "Move up: Is there a lift?");
    page.press_key(Key::Enter);
    focus_is(&page, "up-1");
    told(&page, "order-told", "Number 2 of 4 now.");
    page.press_key(Key::Space);
    focus_is(&page, "up-0");
    told(&page, "order-told", "Number 1 of 4 now.");
    // At the end it stays, and so does the focus.
    page.press_key(Key::Space);
    focus_is(&page, "up-0");
    assert_eq!(order(&page), ["Is there a lift?", STOP, WRITES, "And <b>stairs</b>?"]);
    tab_to(&page, false, "button", &format!("Move down: {WRITES}"));
    page.press_key(Key::Enter);
    focus_is(&page, "down-3");
    told(&page, "order-told", "Number 4 of 4 now.");
    let wanted = ["Is there a lift?", STOP, "And <b>stairs</b>?", WRITES];
    assert_eq!(order(&page), wanted);
    lines_are(&page, &[&["My questions"][..], &wanted].concat());
    kept(&page);
    again(&page);
    assert_eq!(order(&page), wanted);
    lines_are(&page, &[&["My questions"][..], &wanted].concat());

    tick(&page, "My questions", STOP);
    told(&page, "order-told", "Removed.");
    assert_eq!(order(&page), [wanted[0], wanted[2], wanted[3]]);
    page.role_in("My questions", "textbox", "Your own question").click();
    tab_to(&page, false, "button", &format!("Remove: {WRITES}"));
    page.press_key(Key::Enter);
    // The last one is gone: the one before has the focus.
    focus_is(&page, "remove-1");
    assert_eq!(page.role_in("My questions", "checkbox", WRITES).property("checked"), false);
    page.press_key(Key::Enter);
    focus_is(&page, "remove-0");
    page.press_key(Key::Enter);
    focus_is(&page, "own-question");
    assert_eq!(page.css("#no-questions").text(), "None yet.");
    lines_are(&page, &[]);
    records_are(&page, &[]);
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
        ("What I hope for", "In your own words", "hope-own", format!("{hebrew}\n{arabic}\n{wild}")),
        ("How I lie best", "In your own words", "lying-own", long.trim_end().to_owned()),
        ("The room", "In your own words", "room-own", word.clone()),
        ("How I say stop", "Another sign", "sign-own", wild.to_owned()),
        ("How I say stop", "Your own sentence", "sentence-own", word.clone()),
        ("My page", "My name, if you like", "name", format!("{wild} {word}")),
    ];
    let questions = [wild, hebrew, &word];
    for (part, field, _, text) in &texts {
        paste(&page, part, field, text);
    }
    for question in questions {
        paste(&page, "My questions", "Your own question", question);
        page.press_key(Key::Enter);
    }
    kept(&page);
    let whole = |page: &Page| {
        let sheet: String = page.get("return squeeze(document.getElementById('sheet').textContent)");
        for (_, field, name, text) in &texts {
            assert!(value(page, name) == *text, "{field} ({name}) is not whole");
            for line in text.lines() {
                assert!(sheet.contains(line), "{field} ({name}) is not on the sheet");
            }
        }
        assert_eq!(order(page), questions);
        assert!(page.get::<bool>("return window.hacked === undefined"));
        let foreign = "#sheet :is(img, script, b), #my-questions :is(img, script, b), #rehearse > *";
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
