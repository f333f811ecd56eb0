//! Devices that fail in the middle of it: sound that goes, storage of another release, a full device, private windows.

use browser::words::{Walk, labels, says};
use browser::{Own, Page, SOON, Stage, With, journeys, until};
use serde_json::json;
use stillpoint::core::{place, preferences};

use crate::preparing::{self, STEPS, again, all_steps, kept, lines_are, lines_of, open, records_are, told};
use crate::sounding::{listened, start};
use crate::walking::{position_is, route, state, state_is};

journeys!(long everywhere:
    the_sound_device_goes,
    a_database_of_a_newer_release,
    a_database_without_its_shelf,
    an_edited_place_does_no_harm,
    a_full_device_says_so_in_a_session,
    what_is_kept_goes_in_a_session,
    a_page_that_never_comes_leaves_the_session,
);
journeys!(only Chromium, Firefox: a_private_window_writes_and_forgets);

/// Headphones are pulled out, or the sound card goes: the session goes on in silence, and says so.
fn the_sound_device_goes(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    start(&page, &host);
    until("the recordings to come", SOON, || page.get("return __files.length >= 2"));
    page.eval("__sounds[0].dispatchEvent(new Event('error'))", &[]);
    let notice = page.css("main .notice");
    notice.wait_for("to say so", |it| it.texts() == [&*labels().sound_refused()]);
    assert_eq!(state(&page), "holding");
    let walk = Walk::shortest();
    page.button(labels().next_position()).click();
    position_is(&page, walk.steps[1].id);
    page.button(labels().end()).click();
    state_is(&page, "ended");
}

/// Leaves a database behind: its version, and whether it has its shelf, with one note of the person's.
fn leave(page: &Page, version: u32, shelf: bool) {
    let script = "const [version, shelf, done] = arguments;
        const asked = indexedDB.open('stillpoint', version);
        asked.onupgradeneeded = () => { if (shelf) asked.result.createObjectStore('notes').put('Kept', 'lying-own'); };
        asked.onsuccess = () => { asked.result.close(); done(true); };
        asked.onerror = () => done(false);";
    assert_eq!(page.eval_async(script, &[json!(version), json!(shelf)]), true);
}

/// Somebody has been at a newer release and is back at this one: nothing of theirs is touched, and it's said that
/// nothing can be kept.
fn a_database_of_a_newer_release(stage: &Stage) {
    let host = preparing::host(stage, &[]);
    let page = stage.page();
    page.open_ready(&host, "/");
    leave(&page, 7, true);
    open(&page, &host);
    told(&page, "kept", &says().unkept);
    all_steps(&page);
    lines_are(&page, &lines_of(&STEPS));
    told(&page, "kept", &says().unkept);
    records_are(&page, &[("lying-own", "Kept")]);
}

/// The database is there, and what should be in it is not: edited by hand, or half written by a browser that died.
fn a_database_without_its_shelf(stage: &Stage) {
    let host = preparing::host(stage, &[]);
    let page = stage.page();
    page.open_ready(&host, "/");
    leave(&page, 1, false);
    open(&page, &host);
    all_steps(&page);
    lines_are(&page, &lines_of(&STEPS));
    told(&page, "kept", &says().unkept);
}

/// The place of a session and the wishes for it, as an old release, another program or a hand has left them.
fn an_edited_place_does_no_harm(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/");
    for text in [
        "",
        "{",
        "null",
        "plan=9999&at=-1",
        "plan=20&at=99999999999999999999",
        "<b>",
        "\u{0}\u{ffff}",
        "a=b&a=c&=&&",
    ] {
        for key in [place::KEY, place::OTHER_KEY, preferences::KEY, "stillpoint.unknown"] {
            page.eval("localStorage.setItem(arguments[0], arguments[1])", &[json!(key), json!(text)]);
        }
        page.open_ready(&host, &route(&Walk::shortest()));
        page.button(labels().start()).wait();
        page.is_clean();
    }
}

/// No byte is left: the session runs, and says that its place isn't kept.
fn a_full_device_says_so_in_a_session(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    page.open_ready(&host, "/");
    let fill = "let size = 1 << 20, n = 0;
        while (size >= 1) { try { localStorage.setItem(`full${n}`, 'x'.repeat(size)); n += 1; } catch { size = Math.floor(size / 2); } }";
    page.eval(fill, &[]);
    let walk = Walk::shortest();
    crate::walking::start_held(&page, &host, &walk);
    page.clock().advance(crate::walking::secs(walk.steps[1].begins + 20));
    position_is(&page, walk.steps[1].id);
    let not_kept = labels().not_kept();
    let said = || page.css("main .notice, main [role=status]").texts().iter().any(|it| **it == *not_kept);
    until("it to be said", SOON, said);
    page.is_clean();
}

/// Somebody clears the site's data in the middle of a session: it goes on, and its place is kept anew.
fn what_is_kept_goes_in_a_session(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::shortest();
    crate::walking::start_held(&page, &host, &walk);
    page.eval("localStorage.clear(); sessionStorage.clear()", &[]);
    page.clock().advance(crate::walking::secs(walk.steps[1].begins + 20));
    position_is(&page, walk.steps[1].id);
    assert_eq!(state(&page), "holding");
    let key = place::KEY;
    page.until("its place", &format!("return localStorage.getItem('{key}') !== null"));
    page.is_clean();
}

/// A link in the middle of a session leads to a page that never comes: the session goes on, and that is said.
fn a_page_that_never_comes_leaves_the_session(stage: &Stage) {
    let host = stage.host();
    // The worker would have the page.
    host.refuse("/sw.js");
    let page = stage.page();
    page.open_ready(&host, &route(&Walk::shortest()));
    page.button(labels().start()).click();
    state_is(&page, "holding");
    host.hold("/glossary/");
    page.eval("document.querySelector('a[href$=\"/glossary/\"]').click()", &[]);
    let said = || page.css("#unreached").texts() == [&*labels().unreached()];
    until("it to be said", crate::faults::TOLD, said);
    state_is(&page, "holding");
    assert_eq!(page.route(), route(&Walk::shortest()));
    host.release();
    page.is_clean();
}

/// A private window works like any other, and has forgotten everything when it's closed.
fn a_private_window_writes_and_forgets(stage: &Stage) {
    let host = preparing::host(stage, &[]);
    let words: &[&str] = match stage.engine {
        browser::Engine::Firefox => &["-private"],
        _ => &["--incognito"],
    };
    let private = || stage.page_as(With::default(), Own { args: words, ..Own::default() });
    let page = private();
    open(&page, &host);
    all_steps(&page);
    lines_are(&page, &lines_of(&STEPS));
    kept(&page);
    again(&page);
    lines_are(&page, &lines_of(&STEPS));
    page.is_clean();
    let page = private();
    open(&page, &host);
    lines_are(&page, &[]);
    page.is_clean();
}
