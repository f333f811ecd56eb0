//! Preparing where a browser keeps nothing, or has no space left: it says so, and everything else works.

use browser::scripts::{self, Script};
use browser::{Host, Page, Stage, becomes, journeys};
use serde_json::json;

use crate::preparing::*;

journeys!(everywhere: storage_refused);
journeys!(only Chromium: storage_full, what_does_not_fit_stays_on_the_page);

const HOPE: &str = "What I hope for";
const OWN: &str = "In your own words";
const UNKEPT: &str = "This browser keeps nothing, or its space is full. What you write stays until you leave this page. \
    You could print or save it now.";

fn storage_refused(stage: &Stage) {
    let none = "Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined });";
    let throws = "IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };";
    let fails = "IDBFactory.prototype.open = () => {
          const asked = new EventTarget();
          setTimeout(() => asked.onerror?.(new Event('error')));
          return asked;
        };";
    let ways = [
        Script { name: "no-notes", text: none },
        Script { name: "notes-throw", text: throws },
        Script { name: "notes-fail", text: fails },
        scripts::NO_STORAGE,
    ];
    let page = stage.page();
    for way in ways {
        let host = host(stage, &[way]);
        open(&page, &host);
        told(&page, "kept", UNKEPT);
        all_steps(&page);
        lines_are(&page, &LINES);
        becomes(way.name, &Some("no".to_owned()), || page.any("#kept").attribute("data-kept"));
        told(&page, "kept", UNKEPT);
        page.button("Copy as text").click();
        page.button("Save as a file").click();
        page.button("Print, or save as PDF").click();
        counts_are(&page, [1, 1, 1]);
        // Coming back to the page takes nothing away.
        page.eval("document.dispatchEvent(new Event('visibilitychange'))", &[]);
        page.button("Erase everything here").click();
        lines_are(&page, &[]);
        page.button("Take it back").click();
        lines_are(&page, &LINES);
        page.is_clean();
    }
}

/// A page whose device has no space left. Chromium asks how much there is only now and then: it is told before
/// the first write.
fn full(page: &Page, host: &Host) {
    page.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": host.url(), "quotaSize": 1 }));
    open(page, host);
    told(page, "kept", "Kept on this device.");
    step(page, 0);
    told(page, "kept", UNKEPT);
}

fn storage_full(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    full(&page, &host);
    let long = "a long line ".repeat(2_000);
    paste(&page, HOPE, OWN, &long);
    write(&page, "Who comes with me", "Who it is", "Ada");
    told(&page, "kept", UNKEPT);
    records_are(&page, &[]);
    lines_are(&page, &[HOPE, "An hour of rest", long.trim_end(), "Who comes with me", "Who it is: Ada"]);

    page.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": host.url() }));
    step(&page, 3);
    told(&page, "kept", "Kept on this device.");
    let wanted = [STEPS[0], ("hope-own", long.as_str()), ("company-who", "Ada"), STEPS[3]];
    records_are(&page, &wanted);
    again(&page);
    for (name, text) in wanted {
        assert!(value(&page, name) == text, "{name}");
    }
    page.is_clean();
}

/// “What you write stays until you leave this page”: also when another tab was looked at meanwhile.
fn what_does_not_fit_stays_on_the_page(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    full(&page, &host);
    all_steps(&page);
    tick(&page, HOPE, "An hour of rest");
    lines_are(&page, &LINES);
    told(&page, "kept", UNKEPT);
    page.eval("document.dispatchEvent(new Event('visibilitychange'))", &[]);
    // What the page reads then has come before what is read here.
    assert_eq!(records(&page).len(), 0);
    lines_are(&page, &LINES);
    page.is_clean();
}
