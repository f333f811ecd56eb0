//! Preparing: what leaves the page, on paper, as text, as a file, on the screen; and that nothing else does.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use browser::scripts::{self, Script};
use browser::words::{on_prepare, says};
use browser::{Page, SOON, Stage, journeys, until};
use serde_json::{Value, json};

use crate::preparing::*;

journeys!(copy_save_and_full_screen, sharing_where_a_device_can, nothing_leaks);
journeys!(only Chromium: a_pdf_has_as_many_pages_as_it_should);

/// Counts the pages of a PDF of the page on this paper, in inches.
fn pages(page: &Page, mark: &str, (width, height): (f64, f64)) -> usize {
    page.eval("document.documentElement.dataset.print = arguments[0]", &[json!(mark)]);
    if mark.is_empty() {
        page.eval("delete document.documentElement.dataset.print", &[]);
    }
    let edge = 0.59;
    let how = json!({
        "paperWidth": width, "paperHeight": height,
        "marginTop": edge, "marginBottom": edge, "marginLeft": edge, "marginRight": edge,
    });
    let answer = page.cdp("Page.printToPDF", how);
    let bytes = BASE64_STANDARD.decode(answer["data"].as_str().expect("a PDF")).expect("base64");
    let text = String::from_utf8_lossy(&bytes);
    text.match_indices("/Type /Page").filter(|(at, it)| !text[at + it.len()..].starts_with('s')).count()
}

/// What is to be seen on paper: the empty page, the sheet, the checklists.
fn on_paper(page: &Page, mark: &str) -> Vec<String> {
    page.eval("document.documentElement.dataset.print = arguments[0]", &[json!(mark)]);
    if mark.is_empty() {
        page.eval("delete document.documentElement.dataset.print", &[]);
    }
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let seen = page.get(
        "return ['.blank', '#sheet', '.lists', '.desk__steps', '.dates', 'header', 'footer']
          .filter((it) => document.querySelector(it).checkVisibility())",
    );
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "" }));
    seen
}

/// Ticks everything, chooses the last of each, and writes this into each field.
fn fill_all(page: &Page, text: &str) {
    let script = "for (const it of document.querySelectorAll('#desk :is(input, textarea)')) {
          if (it.type === 'checkbox' && !it.checked && it.name !== 'large') it.click();
          else if (it.type === 'radio' && !it.checked && it.matches('label:last-child > *')) it.click();
          else if (it.matches('textarea, [type=text][name]')) {
            it.value = arguments[0];
            it.dispatchEvent(new Event('input', { bubbles: true }));
          }
        }";
    page.eval(script, &[json!(text)]);
}

fn a_pdf_has_as_many_pages_as_it_should(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    let papers = [(8.27, 11.69), (8.5, 11.0)];
    let count = |mark: &str| papers.map(|paper| pages(&page, mark, paper));
    assert_eq!(on_paper(&page, ""), [".blank"], "nothing is filled in: the empty page is printed");
    assert_eq!(on_paper(&page, "blank"), [".blank"]);
    assert_eq!(on_paper(&page, "lists"), [".lists"]);
    assert_eq!(count(""), [1, 1], "the empty page by the browser's own command");
    assert_eq!(count("blank"), [1, 1], "the empty page");
    assert_eq!(count("lists"), [1, 1], "the checklists");
    tick(&page, STEPS[0].0);
    assert_eq!(count("sheet"), [1, 1], "a sparse sheet");
    assert_eq!(count(""), [1, 1], "a sparse sheet by the browser's own command");
    assert_eq!(on_paper(&page, ""), ["#sheet"], "something is filled in: the sheet is printed");
    assert_eq!(on_paper(&page, "sheet"), ["#sheet"]);
    assert_eq!(on_paper(&page, "blank"), [".blank"]);
    assert_eq!(on_paper(&page, "lists"), [".lists"]);
    tick(&page, STEPS[0].0);
    all_steps(&page);
    tick(&page, "large");
    assert_eq!(count("sheet"), [1, 1], "a sheet in large print");
    tick(&page, "large");

    fill_all(&page, "This is a sentence of some length, as one may write it.");
    let full = count("sheet");
    assert!(full.iter().all(|pages| (1..=2).contains(pages)), "a full sheet has {full:?} pages");
    assert_eq!(count("blank"), [1, 1], "the empty page beside a full sheet");
    assert_eq!(count("lists"), [1, 1], "the checklists beside a full sheet");
    page.button(&on_prepare().erase).click();
    let eighty: Vec<String> = (1..=80).map(|n| format!("Line {n}")).collect();
    paste(&page, "hope-own", &eighty.join("\n"));
    assert_eq!(count("sheet"), [2, 2], "eighty lines");
    page.is_clean();
}

/// Keeps hold of what the screen is told: to stay lit, and to sleep again.
const LIT: Script = Script {
    name: "lit",
    text: "window.__lit = [];
        Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
          __lit.push('lit');
          return { release: async () => __lit.push('let go'), addEventListener() {} };
        } } });",
};

/// What somebody is called, with signs that mean something in HTML.
const NAME: &str = "Zoë <b>& co</b>";

fn copy_save_and_full_screen(stage: &Stage) {
    let host = host(stage, &[LIT]);
    let page = stage.page();
    open(&page, &host);
    all_steps(&page);
    write(&page, "name", NAME);
    page.button(&on_prepare().copy).click();
    told(&page, "paper-told", &says().copied);
    // Each part has its heading, here with one line each: questions are numbered, all else is a list.
    let head = &*says().sheet_head;
    let sheet = lines_of(&STEPS);
    let mut text = format!("{head}: {NAME}\n");
    for part in sheet.chunks(2) {
        let mark = if part[1] == STEPS[6].1 { "1." } else { "-" };
        let _ = write!(text, "\n{}\n{mark} {}\n", part[0], part[1]);
    }
    assert_eq!(page.get::<Vec<String>>("return __copied"), [text]);

    page.button(&on_prepare().save_file).click();
    told(&page, "paper-told", &says().saved);
    let (file, name, kind) = saved(&page);
    let file_name = format!("{}.html", says().file_name);
    assert_eq!((name.as_str(), kind.as_str()), (&*file_name, "text/html"));
    assert!(file.contains("Zoë &lt;b&gt;&amp; co&lt;/b&gt;"), "{file}");
    // Without its style: what is parsed here stands under this page's policy, which refuses it.
    let read = "const page = new DOMParser().parseFromString(arguments[0].replace(/<style>.*<\\/style>/s, ''), 'text/html');
        return [page.compatMode, page.title, page.querySelector('h1').textContent,
          [...page.querySelectorAll('#sheet-parts :is(h2, p, li)')].map((it) => it.textContent),
          page.querySelectorAll('script, link, iframe, img, [src], [onclick], a').length,
          page.querySelectorAll('[data-place=throat][data-mark=not] use').length > 0]";
    let seen = page.eval(read, &[json!(file)]);
    assert_eq!(seen, json!(["CSS1Compat", head, format!("{head}{NAME}"), sheet, 0, true]));
    assert!(file.contains("<style>") && !file.contains("url(http"), "{file}");
    // Whoever got nothing has a link.
    let link = page.css("#sheet-status a[download]");
    assert_eq!(link.attribute("download").as_deref(), Some(&*file_name));
    assert!(link.attribute("href").is_some_and(|href| href.starts_with("blob:")));
    assert!(!file.contains("<script") && !file.contains("http:") && !file.contains("https:"), "{file}");

    let shown = page.css("#full-sheet-parts");
    for by_key in [true, false] {
        page.button(&on_prepare().show).click();
        page.until("the dialog", "return document.querySelector('dialog#handover').open");
        let seen: Vec<String> = page.get(
            "return document.querySelector('#full-sheet-parts').innerText.split('\\n').map(squeeze).filter(Boolean)",
        );
        assert_eq!(seen, sheet);
        let inside: bool =
            page.get("return document.getElementById('handover').contains(document.activeElement)");
        assert!(inside, "the focus is not in the dialog");
        if by_key {
            page.press_key(browser::Key::Escape);
        } else {
            page.button(&on_prepare().hide).click();
        }
        shown.wait_gone();
        until("the focus to return", SOON, || page.button(&on_prepare().show).has_focus());
        let told = |page: &Page| page.get::<Vec<String>>("return __lit");
        until(&format!("the screen to be let go ({})", by_key), SOON, || {
            told(&page).last().is_some_and(|it| it == "let go")
        });
    }
    page.is_clean();
}

fn sharing_where_a_device_can(stage: &Stage) {
    // A device that can't is asked first.
    let none = Script { name: "no-sharing", text: "navigator.canShare = undefined;" };
    let page = stage.page();
    let poor = host(stage, &[none]);
    open(&page, &poor);
    assert!(!page.button(&on_prepare().share_file).is_there());
    let rich = host(stage, &[scripts::SHARING]);
    open(&page, &rich);
    all_steps(&page);
    page.button(&on_prepare().share_file).click();
    told(&page, "paper-told", &says().shared);
    let script = "const [wrote, done] = arguments;
        Promise.all(__shared.map((it) => it.text().then((text) => [it.constructor.name, it.name, it.type, text.includes(wrote)]))).then(done)";
    let file_name = format!("{}.html", says().file_name);
    assert_eq!(
        page.eval_async(script, &[json!(STEPS[2].1)]),
        json!([["File", file_name, "text/html", true]])
    );
    page.is_clean();
}

/// Everything a page may keep or show outside its own fields, by name.
const LEFT: &str = "const done = arguments[arguments.length - 1];
    (async () => {
      const left = { title: document.title, address: location.href, cookies: document.cookie, state: JSON.stringify(history.state) ?? '' };
      for (const name of ['localStorage', 'sessionStorage']) left[name] = JSON.stringify(Object.entries(window[name]));
      const urls = [];
      for (const name of await caches.keys()) {
        urls.push(name, ...(await (await caches.open(name)).keys()).map((it) => it.url));
      }
      left.caches = urls.join(' ');
      left.databases = (await indexedDB.databases()).map((it) => it.name).join(' ');
      left.performance = performance.getEntries().map((it) => it.name).join(' ');
      return left;
    })().then(done, (why) => done({ trouble: String(why) }))";

fn nothing_leaks(stage: &Stage) {
    const WORD: &str = "zephyrquokka";
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    crate::offline::wait_for_worker(&page);
    fill_all(&page, WORD);
    write(&page, OWN_QUESTION, WORD);
    page.button(&on_prepare().add).click();
    let date = "for (const [name, value] of [['visit-1-date', '2030-05-02'], ['visit-1-time', '10:00']]) {
          const field = document.querySelector(`[name=${name}]`);
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }";
    pick(&page, "visits", "2");
    page.eval(date, &[]);
    let words = on_prepare();
    let acts = [
        &words.print,
        &words.print_blank,
        &words.lists_print,
        &words.copy,
        &words.save_file,
        &words.weekly,
        &words.make,
    ];
    for name in acts {
        page.button(name).click();
    }
    page.button(&on_prepare().show).click();
    page.button(&on_prepare().hide).click();
    kept(&page);
    counts_are(&page, [3, 1, 2]);
    let known = records(&page);
    let written = known.values().filter(|text| text.contains(WORD)).count();
    assert!(written >= 12, "{written} records have the word: {known:?}");
    again(&page);
    assert!(lines(&page).iter().any(|line| line.contains(WORD)));
    page.open_ready(&host, "/about/");

    let left: BTreeMap<String, String> = serde_json::from_value(page.eval_async(LEFT, &[])).expect("texts");
    assert!(!left.contains_key("trouble"), "{left:?}");
    assert!(left["caches"].contains("/prepare/"), "{}", left["caches"]);
    assert_eq!(left["databases"], "stillpoint");
    for (name, text) in &left {
        assert!(!text.contains(WORD), "{name}: {text}");
    }
    let stores: Value = page.eval_async(
        "const done = arguments[arguments.length - 1];
        const asked = indexedDB.open('stillpoint');
        asked.onsuccess = () => { done([...asked.result.objectStoreNames]); asked.result.close(); }",
        &[],
    );
    assert_eq!(stores, json!(["notes"]));
    let seen = host.requests();
    assert!(seen.len() > 20);
    for seen in seen {
        assert_eq!(seen.method, "GET", "{}", seen.path);
        assert!(seen.status < 400 && !seen.path.contains(['?', '#']), "{} {}", seen.status, seen.path);
        assert!(!seen.path.contains(WORD), "{}", seen.path);
        let file = browser::site::root().join(seen.path.trim_start_matches('/'));
        assert!(file.exists() || seen.path.starts_with("/__test/"), "{} is no file of the site", seen.path);
    }
    page.is_clean();
}
