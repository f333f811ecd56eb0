//! What a page meets on its way to somebody: extensions and translators that change it before it wakes, hosts that
//! rewrite it, lines that hang, paper.

use std::fs;

use browser::scripts::Script;
use browser::words::{Walk, labels};
use browser::{Host, Page, SOON, Stage, becomes, journeys, scripts, site, until};
use serde_json::json;

use crate::going_on::TRANSLATOR;
use crate::preparing::{self, STEPS};
use crate::search::{label, query, shown};
use crate::update::{copy, edit};
use crate::walking::{position_is, route, secs, state_is};

journeys!(
    a_changed_page_wakes_all_the_same,
    a_line_that_hangs_is_left_to_the_browser,
    a_translated_sheet_says_what_was_marked,
);
journeys!(only Chromium: a_rewritten_page_says_so, found_questions_are_printed_with_their_answers);

/// What extensions, password managers and translators do to a page as soon as it is parsed.
const CHANGES: [Script; 3] = [
    Script {
        name: "extension",
        text: "addEventListener('DOMContentLoaded', () => {
          for (const it of document.querySelectorAll('[data-island], main')) it.prepend(document.createElement('x-extension'));
          for (const it of document.querySelectorAll('[data-island]')) it.after(document.createElement('x-extension'));
        })",
    },
    Script {
        name: "password-manager",
        text: "addEventListener('DOMContentLoaded', () => {
          for (const it of document.querySelectorAll('input')) it.after(document.createElement('com-1password-button'));
        })",
    },
    Script {
        name: "translator",
        text: "addEventListener('DOMContentLoaded', () => {
          const all = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          const texts = [];
          while (all.nextNode()) texts.push(all.currentNode);
          for (const text of texts) {
            if (!text.data.trim() || text.parentElement.closest('script, style, template, svg, option, textarea')) continue;
            const font = document.createElement('font');
            text.replaceWith(font);
            font.append(text);
          }
        })",
    },
];

fn a_changed_page_wakes_all_the_same(stage: &Stage) {
    let page = stage.page();
    for change in CHANGES {
        let host = Host::start(site::root(), "/");
        stage.watch(&host, &[change, scripts::NO_SOUND]);
        let walk = Walk::shortest();
        page.open_ready(&host, &route(&walk));
        page.button(labels().start()).click();
        state_is(&page, "holding");
        position_is(&page, walk.steps[0].id);
        page.is_clean();

        page.open_ready(&host, "/faq/");
        let all = shown(&page);
        page.role("searchbox", label()).type_text(query().0);
        until("what was found", SOON, || (1..all).contains(&shown(&page)));
        page.is_clean();

        preparing::open(&page, &host);
        preparing::step(&page, 0);
        preparing::lines_are(&page, &preparing::lines_of(&STEPS[..1]));
        page.is_clean();
    }
}

/// What is marked as not to be touched must never be read as fine.
fn a_translated_sheet_says_what_was_marked(stage: &Stage) {
    let host = preparing::host(stage, &[]);
    let page = stage.page();
    preparing::open(&page, &host);
    let marks = [("place-throat", "not"), ("place-feet", "fine")];
    for (place, mark) in marks {
        preparing::pick(&page, place, mark);
    }
    preparing::lines_are(&page, &preparing::lines_of(&marks));
    page.eval(TRANSLATOR, &[]);
    page.eval("document.querySelector('[name=place-feet][value=\"\"]').click()", &[]);
    let wanted: Vec<String> =
        preparing::lines_of(&marks[..1]).into_iter().map(|line| line.replace('§', "")).collect();
    let lines = || -> Vec<String> {
        preparing::lines(&page).into_iter().map(|line| line.replace('§', "")).collect()
    };
    becomes("the sheet", &wanted, lines);
    page.is_clean();
}

/// A sign comes at once; after some seconds the browser goes there itself, and says what it knows.
fn a_line_that_hangs_is_left_to_the_browser(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/");
    page.eval("window.__same = true", &[]);
    host.delay("/glossary/", secs(10));
    page.eval("document.querySelector('a[href$=\"/glossary/\"]').click()", &[]);
    until("a sign that it's on its way", secs(2), || {
        page.get("return document.documentElement.hasAttribute('data-loading')")
    });
    until("the page", secs(30), || page.route() == "/glossary/" && page.app() == "ready");
    assert!(page.get::<bool>("return window.__same === undefined"), "the browser was not let go there");
    page.is_clean();
}

/// A minifier or a virus scanner has touched the scripts in the page: its policy refuses them.
fn a_rewritten_page_says_so(stage: &Stage) {
    let folder = copy(stage, "rewritten");
    let host = stage.plain_host(&folder, "/");
    for route in ["walkthrough", "evidence"] {
        edit(&folder.join(route).join("index.html"), |text| {
            let touched = text.replace("\"use strict\";", "\"use strict\" ;");
            assert_ne!(touched, text, "no script stands in the page");
            touched
        });
    }
    let page = stage.page();
    page.open(&host, "/walkthrough/");
    page.css("#failed").wait_for("to be seen within ten seconds and a moment", |it| {
        it.is_there() && page.get("return shown(document.getElementById('failed'))")
    });
    assert!(page.css("main").text().split(' ').count() > 60, "the page can't be read");
    // Where nothing waits for the program, it's said later: its time is made to pass.
    page.open(&host, "/evidence/");
    let delays = "return document.getElementById('failed').getAnimations().map((it) => {
          const { delay } = it.effect.getTiming();
          it.finish();
          return delay;
        })";
    becomes("it to be on its way", &[30_000.0], || page.get::<Vec<f64>>(delays));
    page.until("it to be seen", "return shown(document.getElementById('failed'))");
    let _ = fs::remove_dir_all(&folder);
}

fn found_questions_are_printed_with_their_answers(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/faq/");
    let all = shown(&page);
    page.role("searchbox", label()).type_text(query().0);
    until("what was found", SOON, || (1..all).contains(&shown(&page)));
    print(&page);
    page.eval(scripts::COME_NEAR, &[]);
    let answers = "return [...document.querySelectorAll('main details')].filter(shown)
        .map((it) => it.querySelector('.answer__body')?.innerText.trim().length ?? 0)";
    let answers: Vec<usize> = page.get(answers);
    assert!(!answers.is_empty(), "no question is on paper");
    assert!(answers.iter().all(|letters| *letters > 40), "answers are missing on paper: {answers:?}");
    page.is_clean();
}

/// The page as it is on paper.
fn print(page: &Page) {
    page.eval("dispatchEvent(new Event('beforeprint'))", &[]);
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
}
