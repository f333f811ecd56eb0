//! The settings: chosen by keyboard or touch, kept, and there before anything is painted.

use browser::{Host, Key, Page, SOON, Stage, With, becomes, journeys, scripts, site, until};

use crate::walking::state_is;

journeys!(everywhere: colours_are_kept_and_come_first);
journeys!(
    the_figure_is_another,
    a_place_can_be_hidden,
    a_place_on_the_figure_leads_to_its_card,
    settings_last_for_a_visit_without_storage,
    edited_settings_do_no_harm,
);

fn open(page: &Page) {
    page.button("Settings").click();
    page.role("heading", "Settings").wait();
}

/// The colour behind the page, as the browser computes it.
fn paper(page: &Page) -> String {
    page.get("return getComputedStyle(document.documentElement).backgroundColor")
}

/// The app is kept asleep: what is chosen does not wait for it, and comes before it.
fn colours_are_kept_and_come_first(stage: &Stage) {
    let host = stage.host();
    host.hold("*.wasm");
    let page = stage.page_with(With { dark: false, no_script: false, no_wait: true });
    let arrive = |route: &str| {
        page.open(&host, route);
        let here =
            "return location.pathname === arguments[0] && document.getElementById('settings') !== null";
        until("the page", SOON, || page.eval(here, &[route.into()]) == true);
    };
    arrive("/");
    let light = paper(&page);
    open(&page);
    page.role("radio", "Dark").choose();
    page.role("radio", "Largest").choose();
    page.role("radio", "Wider, with more air").choose();
    until("it to be dark", SOON, || paper(&page) != light);
    let dark = paper(&page);
    page.press_key(Key::Escape);
    until("the dialog to close", SOON, || page.css("#settings[open]").count() == 0);
    until("the focus to come back", SOON, || page.button("Settings").has_focus());
    page.until(
        "the letters",
        "return [...document.fonts].some((it) => it.family === 'Lexend' && it.status === 'loaded')",
    );

    arrive("/safety/");
    assert_eq!(paper(&page), dark);
    assert_eq!(page.app(), "waiting");
    let size: f64 = page.get("return parseFloat(getComputedStyle(document.documentElement).fontSize)");
    assert!(size > 23.0, "the text has {size} px");
    open(&page);
    page.button("All as it was at first").click();
    becomes("the paper", &light, || paper(&page));
    page.button("Done").click();
    host.release();
    page.ready();
    assert_eq!(paper(&page), light);
    assert!(page.get::<bool>("return localStorage.getItem('stillpoint-settings') === null"));
    page.is_clean();
}

/// What the body is drawn with.
fn drawing(page: &Page) -> String {
    page.get("return document.getElementById('figure-body').innerHTML")
}

/// Where the right hand above the body is.
fn hand(page: &Page) -> String {
    page.get("return getComputedStyle(document.querySelector('.held .hand--ro')).transform")
}

fn walk(page: &Page, host: &Host) {
    page.open_ready(host, "/walkthrough/?plan=3");
    page.button("Start").click();
    state_is(page, "holding");
}

fn the_figure_is_another(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    walk(&page, &host);
    for _ in 0..3 {
        page.button("Next position").click();
    }
    crate::walking::position_is(&page, "diaphragm");
    let travelled = "return document.querySelector('.held').getAnimations({ subtree: true }).every((it) => it.playState !== 'running' || it.animationName)";
    page.until("the hands to settle", travelled);
    let (usual, place) = (drawing(&page), hand(&page));
    open(&page);
    page.role("radio", "Pregnant").choose();
    until("another body", SOON, || drawing(&page) != usual);
    until("the hand to lie higher", SOON, || hand(&page) != place);
    page.role("radio", "On a stool").choose();
    let seated = page.css(".held .figure");
    until("the picture to be as high as it needs", SOON, || {
        page.get::<f64>(
            "const it = document.querySelector('.held .figure'); return it.offsetWidth / it.offsetHeight",
        ) < 2.0
    });
    assert_eq!(seated.count(), 1);
    let words: Vec<String> = page.get(
        "return [...document.querySelectorAll('.held .drawn > span')]
          .filter((it) => getComputedStyle(it).display !== 'none').map((it) => it.textContent)",
    );
    assert_eq!(words.len(), 1, "{words:?}");
    assert!(
        words[0].contains("sits on a stool") && words[0].contains("right hand rests on the lower ribs"),
        "{words:?}"
    );
    page.button("Done").click();
    let stool = drawing(&page);
    page.reload();
    page.ready();
    until("the same again", SOON, || drawing(&page) == stool);
    page.is_clean();
}

fn a_place_can_be_hidden(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/walkthrough/");
    let shown =
        "return getComputedStyle(document.querySelector(`#${arguments[0]} .figure > svg`)).visibility";
    let seen = |id: &str| page.eval(shown, &[id.into()]);
    assert_eq!(seen("sacrum"), "visible");
    open(&page);
    page.role("checkbox", "Sacrum and hips").choose();
    page.button("Done").click();
    until("the picture to go", SOON, || seen("sacrum") == "hidden");
    assert_eq!(seen("diaphragm"), "visible");
    page.reload();
    page.ready();
    assert_eq!(seen("sacrum"), "hidden");
    page.is_clean();
}

fn a_place_on_the_figure_leads_to_its_card(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/walkthrough/?plan=3");
    let map = "return document.activeElement.closest('nav[aria-label=\"Places on the body\"]') !== null";
    page.link("A hand under the sacrum").click();
    until("its card", SOON, || page.route() == "/walkthrough/?plan=3#sacrum");
    page.until("the card to be in view", "const at = document.getElementById('sacrum').getBoundingClientRect(); return at.top >= 0 && at.top < innerHeight");
    page.eval("find({ role: 'link', name: 'First contact: the feet' })[0].focus()", &[]);
    assert!(page.get::<bool>(map));
    page.press_key(Key::Enter);
    until("the other card", SOON, || page.route() == "/walkthrough/?plan=3#feet-opening");
    // A place that this walk leaves out is not offered.
    assert!(!page.link("Two hands along the spine").is_there());
    page.is_clean();
}

fn settings_last_for_a_visit_without_storage(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    stage.watch(&host, &[scripts::NO_STORAGE]);
    let page = stage.page_with(With { dark: false, no_script: false, no_wait: false });
    page.open_ready(&host, "/safety/");
    let light = paper(&page);
    open(&page);
    page.role("radio", "Dark").choose();
    assert_ne!(paper(&page), light);
    page.css(".settings__note").wait_for("to say so", |it| it.text().contains("keeps nothing"));
    page.is_clean();
}

fn edited_settings_do_no_harm(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/");
    let light = paper(&page);
    for kept in [
        "{",
        "7",
        "null",
        "[1]",
        r#"{"theme":"<b>","view":"../../x","hide":"no","build":{"a":1}}"#,
        r#"{"view":"attic"}"#,
    ] {
        page.eval("localStorage.setItem('stillpoint-settings', arguments[0])", &[kept.into()]);
        page.reload();
        page.ready();
        assert_eq!(paper(&page), light, "{kept}");
    }
    open(&page);
    page.role("radio", "Dark").choose();
    assert_ne!(paper(&page), light);
}
