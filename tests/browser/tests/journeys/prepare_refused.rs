//! Preparing where a browser keeps nothing, or has no space left: it says so, and everything else works.

use browser::scripts::{self, Script};
use browser::words::{on_prepare, says};
use browser::{Host, Page, SOON, Stage, becomes, journeys, until};
use serde_json::json;

use crate::preparing::*;

journeys!(everywhere: storage_refused);
journeys!(only Chromium, Firefox: a_later_print_is_the_sheet);
journeys!(where_there_is_no_printing_it_says_so, a_device_without_a_voice_says_so);
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

/// Where no end of the printing is told, the next one is again of the sheet.
fn a_later_print_is_the_sheet(stage: &Stage) {
    let mute = Script {
        name: "print-mute",
        text: "window.print = () => { window.__asked = document.documentElement.dataset.print; };",
    };
    let host = host(stage, &[mute]);
    let page = stage.page();
    open(&page, &host);
    tick(&page, STEPS[0].0);
    let mark =
        |page: &Page| page.get::<Option<String>>("return document.documentElement.dataset.print ?? null");
    page.button(&on_prepare().lists_print).click();
    page.until("it to be asked", "return window.__asked === 'lists'");
    until("the mark to go", SOON, || mark(&page).is_none());
    // It has begun, and nobody says that it's over: another print by the browser's own command begins.
    page.eval("document.querySelector('[data-do=print-lists]').click()", &[]);
    page.until("it to be asked again", "return document.documentElement.dataset.print === 'lists'");
    page.eval("dispatchEvent(new Event('beforeprint'))", &[]);
    assert_eq!(mark(&page).as_deref(), Some("lists"));
    page.eval("dispatchEvent(new Event('beforeprint'))", &[]);
    assert_eq!(mark(&page), None);
    page.is_clean();
}

fn where_there_is_no_printing_it_says_so(stage: &Stage) {
    let none = Script { name: "no-print", text: "window.print = undefined;" };
    let host = host(stage, &[none]);
    let page = stage.page();
    open(&page, &host);
    page.button(&on_prepare().print).click();
    told(&page, "paper-told", &says().unprinted);
    page.button(&on_prepare().lists_print).click();
    told(&page, "lists-told", &says().unprinted);
    assert_eq!(page.get::<Option<String>>("return document.documentElement.dataset.print ?? null"), None);
    page.is_clean();
}

/// There is the interface for speaking, but no voice comes; and one that fails.
fn a_device_without_a_voice_says_so(stage: &Stage) {
    let ways = [
        ("no-voices", "speechSynthesis.getVoices = () => []; speechSynthesis.speak = () => {};"),
        ("voice-fails", "speechSynthesis.getVoices = () => [{}];
            speechSynthesis.speak = (said) => setTimeout(() => said.dispatchEvent(Object.assign(new Event('error'), { error: 'synthesis-failed' })));"),
        ("no-speech", "Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true });"),
    ];
    let there = "if (!window.speechSynthesis) Object.defineProperty(window, 'speechSynthesis', { value: {}, configurable: true });
        window.SpeechSynthesisUtterance ??= class extends EventTarget {};";
    for (name, way) in ways {
        let text = format!("{there} {way}");
        let host = host(stage, &[Script { name, text: text.leak() }]);
        let page = stage.page();
        open(&page, &host);
        page.button(&on_prepare().hear_it).click();
        told(&page, "rehearse-told", &says().choose_first);
        write(&page, "sentence-own", "Enough");
        page.button(&on_prepare().hear_it).click();
        told(&page, "rehearse-told", &says().hear_none);
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
