//! The gallery's list: what there is to look at, each page and each part in its states. The axe
//! journey, the pictures and the gallery page all read it.

use browser::words::{Walk, fill, labels, on_prepare, words};
use browser::{Host, Key, Page, SOON, until};
use serde_json::{Value, json};

use crate::search::{label, query};
use crate::sounding::slide;
use crate::walking::{open_held, position_is, secs, state_is};

/// Something to look at.
pub struct Scene {
    /// Its name in pictures and messages.
    pub name: &'static str,
    /// What is kept on the device before it: the settings, as JSON.
    settings: &'static str,
    /// How a person gets there. The page's clock stands still afterwards.
    go: fn(&Page, &Host),
}

const fn scene(name: &'static str, go: fn(&Page, &Host)) -> Scene {
    Scene { name, settings: "{}", go }
}

const fn set(name: &'static str, settings: &'static str, go: fn(&Page, &Host)) -> Scene {
    Scene { name, settings, go }
}

/// Everything there is to look at.
pub const SCENES: [Scene; 33] = [
    scene("home", |page, host| page.open_ready(host, "/")),
    scene("guide", |page, host| page.open_ready(host, "/what-to-expect/")),
    scene("safety", |page, host| page.open_ready(host, "/safety/")),
    scene("self-check", |page, host| {
        page.open_ready(host, "/safety/");
        page.eval("document.querySelector('[data-then=ask]').click()", &[]);
        page.eval("document.querySelector('[data-then=ask]').scrollIntoView()", &[]);
    }),
    scene("evidence", |page, host| page.open_ready(host, "/evidence/")),
    scene("claim-open", |page, host| page.open_ready(host, &format!("/evidence/#{}", words().claims[0].id))),
    scene("practitioners", |page, host| page.open_ready(host, "/practitioners/#questions")),
    scene("words", |page, host| page.open_ready(host, &format!("/glossary/#{}", words().terms[0].id))),
    scene("about", |page, host| page.open_ready(host, "/about/")),
    scene("missing", |page, host| page.open_ready(host, "/no/such/page/")),
    scene("settings", |page, host| {
        page.open_ready(host, "/");
        page.button(labels().settings()).click();
        page.role("heading", &words().settings.title).wait();
    }),
    scene("walk-ready", |page, host| open_held(page, host, &Walk::longest().query())),
    scene("walk-wishes", |page, host| {
        open_held(page, host, &Walk::shortest().query());
        page.eval("document.querySelectorAll('.chooser details').forEach((it) => { it.open = true; })", &[]);
        page.button(labels().read()).click();
    }),
    scene("walk-settling", |page, host| {
        open_held(page, host, &Walk::shortest().query());
        slide(page, "settle", 30);
        page.button(fill(&labels().start_settle(), &[("n", "30")])).click();
        state_is(page, "holding");
    }),
    scene("walk-holding", at_the_third_step),
    set("walk-hidden-place", r#"{"hide-sacrum":"yes"}"#, at_the_third_step),
    set("walk-large-caption", r#"{"caption":"large","hand":"left"}"#, at_the_third_step),
    scene("walk-paused", |page, host| {
        at_the_third_step(page, host);
        page.button(labels().pause()).click();
        state_is(page, "paused");
    }),
    scene("walk-rest", |page, host| {
        at_the_third_step(page, host);
        page.button(labels().rest_mode()).click();
        page.button(labels().rest_leave()).wait();
    }),
    scene("walk-ended", |page, host| {
        at_the_third_step(page, host);
        page.button(labels().end()).click();
        state_is(page, "ended");
    }),
    scene("walk-interrupted", |page, host| {
        at_the_third_step(page, host);
        page.open_ready(host, "/walkthrough/");
        page.clock().hold();
    }),
    scene("walk-elsewhere", |page, host| {
        at_the_third_step(page, host);
        page.eval("document.querySelector('nav a[href$=\"/what-to-expect/\"]').click()", &[]);
        page.css(".session-bar").wait();
        until("the other page", SOON, || page.route() == "/what-to-expect/" && page.app() == "ready");
    }),
    scene("questions", |page, host| page.open_ready(host, "/faq/")),
    scene("questions-open", |page, host| {
        page.open_ready(host, &format!("/faq/#{}", words().questions[1].id));
        page.until("the answer", "return document.querySelector('details.answer[open]') !== null");
    }),
    scene("questions-found", |page, host| {
        find(page, host, &query().0);
        until("what was found", SOON, || page.any("#faq-list mark").count() > 0);
    }),
    scene("questions-none", |page, host| find(page, host, "xyzzyqwv")),
    scene("questions-in-danger", |page, host| find(page, host, "suicide")),
    scene("prepare", at_the_desk),
    scene("prepare-places", |page, host| {
        at_the_filled_desk(page, host);
        page.eval("document.getElementById('places').scrollIntoView()", &[]);
    }),
    scene("prepare-page", |page, host| {
        at_the_filled_desk(page, host);
        page.eval("document.getElementById('my-page').scrollIntoView()", &[]);
    }),
    scene("prepare-handover", |page, host| {
        at_the_filled_desk(page, host);
        page.button(&on_prepare().show).click();
        page.button(&on_prepare().hide).wait();
    }),
    scene("prepare-dates", |page, host| {
        at_the_desk(page, host);
        page.eval("document.querySelector('[name=visits][value=\"4\"]').click()", &[]);
        page.button(&on_prepare().make).click();
        until("a word about it", SOON, || !page.css("#dates-told").text().is_empty());
        page.eval("document.getElementById('dates').scrollIntoView()", &[]);
    }),
    scene("focus", |page, host| {
        page.open_ready(host, "/");
        page.press_key(Key::Tab);
    }),
];

fn at_the_third_step(page: &Page, host: &Host) {
    open_held(page, host, &Walk::shortest().query());
    page.button(labels().start()).click();
    state_is(page, "holding");
    let third = Walk::shortest().steps[2];
    page.clock().advance(secs(third.begins + 5));
    position_is(page, third.id);
}

/// The desk with nothing on it.
fn at_the_desk(page: &Page, host: &Host) {
    let empty = "const done = arguments[arguments.length - 1];
        const asked = indexedDB.deleteDatabase('stillpoint');
        asked.onsuccess = asked.onerror = asked.onblocked = () => done(true)";
    page.eval_async(empty, &[]);
    page.open_ready(host, "/prepare/");
    page.until("the desk", "return document.querySelector('#kept[data-ready]') !== null");
}

/// The desk with something in most steps.
fn at_the_filled_desk(page: &Page, host: &Host) {
    at_the_desk(page, host);
    let fill = "const tick = (it) => document.querySelector(`#desk ${it}`).click();
        for (const name of ['hope-rest', 'lying-back', 'know-glasses', 'place-also-each']) tick(`[name='${name}']`);
        for (const [place, wish] of Object.entries({ throat: 'not', belly: 'ask', feet: 'fine', 'back-of-head': 'fine' }))
          tick(`[name='place-${place}'][value='${wish}']`);
        for (const [name, value] of Object.entries({ talk: 'quiet', sign: 'hand', sentence: 'end' }))
          tick(`[name='${name}'][value='${value}']`);
        const own = document.querySelector('[name=hope-own]');
        own.value = 'An hour in which nothing is asked of me.';
        own.dispatchEvent(new InputEvent('input', { bubbles: true }));
        document.querySelectorAll('[name^=take-]')[4].click();
        document.querySelectorAll('[name^=take-]')[7].click();";
    page.eval(fill, &[]);
    page.until("it to be kept", "return document.querySelector('#kept').dataset.kept === 'yes'");
}

fn find(page: &Page, host: &Host, words: &str) {
    page.open_ready(host, "/faq/");
    page.role("searchbox", label()).type_text(words);
}

impl Scene {
    /// Goes there in `theme`, with nothing moving; what was kept before is gone.
    pub fn open(&self, page: &Page, host: &Host, theme: &str) {
        self.open_with(page, host, theme, &json!({}));
    }

    /// The same with further settings.
    pub fn open_with(&self, page: &Page, host: &Host, theme: &str, settings: &Value) {
        page.open(host, "/robots.txt");
        let keep = "localStorage.clear();
            const all = { ...JSON.parse(arguments[0]), ...arguments[2], motion: 'still', theme: arguments[1] };
            for (const [name, value] of Object.entries(all)) localStorage.setItem(`stillpoint.${name}`, value)";
        page.eval(keep, &[json!(self.settings), json!(theme), settings.clone()]);
        (self.go)(page, host);
        page.until("the letters", LETTERS);
        page.until("the drawing", DRAWN);
        page.until("the page to stand still", STILL);
    }
}

/// Every scene that's shown has come.
const DRAWN: &str = "return [...document.querySelectorAll('.figure use[href]')]
    .every((it) => !it.closest('.figure').checkVisibility() || it.getBBox().width > 0)";

/// Both families of fonts have come.
pub const LETTERS: &str =
    "return ['Literata', 'Atkinson Hyperlegible Next'].every((name) => [...document.fonts]
    .some((it) => it.family.replaceAll('\"', '') === name && it.status === 'loaded'))
    && document.fonts.status === 'loaded'";

/// Nothing moves but what never ends.
pub const STILL: &str =
    "return document.getAnimations().every((it) => it.effect?.getComputedTiming().endTime === Infinity
    || it.playState !== 'running' || it.effect?.getComputedTiming().endTime > 5000)";
