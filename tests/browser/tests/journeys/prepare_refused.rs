//! Preparing where a browser keeps nothing, or has no space left: it says so, and everything else works.

use browser::scripts::{self, Script};
use browser::words::{on_prepare, says};
use browser::{Host, Page, Stage, becomes, journeys};
use serde_json::json;

use crate::preparing::*;

journeys!(everywhere: storage_refused);
journeys!(only Chromium: storage_full, what_does_not_fit_stays_on_the_page);

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
        told(&page, "kept", &says().unkept);
        all_steps(&page);
        lines_are(&page, &lines_of(&STEPS));
        becomes(way.name, &Some("no".to_owned()), || page.any("#kept").attribute("data-kept"));
        told(&page, "kept", &says().unkept);
        page.button(&on_prepare().copy).click();
        page.button(&on_prepare().save_file).click();
        page.button(&on_prepare().print).click();
        counts_are(&page, [1, 1, 1]);
        // Coming back to the page takes nothing away.
        page.eval("document.dispatchEvent(new Event('visibilitychange'))", &[]);
        page.button(&on_prepare().erase).click();
        lines_are(&page, &[]);
        page.button(&on_prepare().unerase).click();
        lines_are(&page, &lines_of(&STEPS));
        page.is_clean();
    }
}

/// A page whose device has no space left. Chromium asks how much there is only now and then: it is told before
/// the first write.
fn full(page: &Page, host: &Host) {
    page.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": host.url(), "quotaSize": 1 }));
    open(page, host);
    told(page, "kept", &says().kept);
    step(page, 0);
    told(page, "kept", &says().unkept);
}

fn storage_full(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    full(&page, &host);
    let long = "a long line ".repeat(2_000);
    paste(&page, "hope-own", &long);
    step(&page, 7);
    told(&page, "kept", &says().unkept);
    records_are(&page, &[]);
    lines_are(&page, &lines_of(&[STEPS[0], ("hope-own", long.trim_end()), STEPS[7]]));

    page.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": host.url() }));
    step(&page, 3);
    told(&page, "kept", &says().kept);
    let wanted = [STEPS[0], ("hope-own", long.as_str()), STEPS[7], STEPS[3]];
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
    tick(&page, STEPS[0].0);
    lines_are(&page, &lines_of(&STEPS));
    told(&page, "kept", &says().unkept);
    page.eval("document.dispatchEvent(new Event('visibilitychange'))", &[]);
    // What the page reads then has come before what is read here.
    assert_eq!(records(&page).len(), 0);
    lines_are(&page, &lines_of(&STEPS));
    page.is_clean();
}
