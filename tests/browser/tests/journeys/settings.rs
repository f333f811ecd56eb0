//! The settings: chosen by keyboard or touch, kept, and there before anything is painted.

use browser::words::{Walk, labels, legends, nav, pack, setting, words};
use browser::{Host, Key, Page, Route, SOON, Stage, With, becomes, journeys, scripts, site, until};

use stillpoint::core::position::Kind;
use stillpoint::ui::scene_of;

use crate::walking::{position_is, route, state_is};

journeys!(everywhere: what_was_chosen_comes_first, the_dialog_opens_without_the_program);
journeys!(
    two_tabs_undo_nothing,
    every_position_has_its_scene,
    a_place_can_be_hidden,
    a_place_on_the_figure_leads_to_its_card,
    settings_last_for_a_visit_without_storage,
    edited_settings_do_no_harm,
);

fn open(page: &Page) {
    page.button(labels().settings()).click();
    page.role("heading", &words().settings.title).wait();
}

/// Chooses one of the options of a setting.
fn choose(page: &Page, name: &str, value: &str) {
    let (title, option) = setting(name, value);
    page.role_in(title, "radio", option).choose();
}

/// The colour behind the page, as the browser computes it.
fn paper(page: &Page) -> String {
    page.get("return getComputedStyle(document.documentElement).backgroundColor")
}

/// A page whose program is held.
fn held(stage: &Stage) -> (Page, Host) {
    let host = stage.host();
    host.hold("*.wasm");
    (stage.page_with(With { dark: false, no_script: false, no_wait: true }), host)
}

/// Opens a page without waiting for the program.
fn arrive(page: &Page, host: &Host, route: &str) {
    page.open(host, route);
    let here = "return location.pathname === arguments[0] && document.getElementById('settings') !== null";
    until("the page", SOON, || page.eval(here, &[route.into()]) == true);
}

/// What was chosen is there before anything is painted, and before the program.
fn what_was_chosen_comes_first(stage: &Stage) {
    let (page, host) = held(stage);
    // A file without a program: WebKit goes nowhere while a request of the page is held.
    page.open(&host, "/robots.txt");
    until("the file", SOON, || page.route() == "/robots.txt");
    page.eval("localStorage.setItem('stillpoint.theme', 'dark')", &[]);
    page.eval("localStorage.setItem('stillpoint.size', 'largest')", &[]);
    arrive(&page, &host, "/safety/");
    let brightness: u32 = page.get(
        "const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g);
        return Number(red) + Number(green) + Number(blue)",
    );
    assert!(brightness < 200, "the page is as bright as {brightness} of 765");
    let size: f64 = page.get("return parseFloat(getComputedStyle(document.documentElement).fontSize)");
    assert!(size > 23.0, "the text has {size} px");
    assert_eq!(page.app(), "waiting");
    host.release();
    page.ready();
    page.is_clean();
}

/// The dialog opens without the program, and what is chosen in it waits for that.
fn the_dialog_opens_without_the_program(stage: &Stage) {
    let (page, host) = held(stage);
    arrive(&page, &host, "/");
    let light = paper(&page);
    open(&page);
    choose(&page, "theme", "dark");
    choose(&page, "face", "lexend");
    page.press_key(Key::Escape);
    until("the dialog to close", SOON, || page.css("#settings[open]").count() == 0);
    until("the focus to come back", SOON, || page.button(labels().settings()).has_focus());
    open(&page);
    page.button(&words().settings.close).click();
    until("the dialog to close", SOON, || page.css("#settings[open]").count() == 0);
    assert_eq!(page.app(), "waiting");
    host.release();
    until("it to be dark", SOON, || paper(&page) != light);
    page.until(
        "the letters",
        "return [...document.fonts].some((it) => it.family === 'Lexend' && it.status === 'loaded')",
    );
    page.ready();
    // The dialog outlives the page that it was opened on.
    page.link(nav(Route::Faq)).click();
    page.until("the questions", "return document.getElementById('search') !== null");
    open(&page);
    let (title, dark) = setting("theme", "dark");
    until("the choice to be shown", SOON, || page.role_in(title, "radio", dark).property("checked") == true);
    page.button(&words().settings.reset).click();
    becomes("the paper", &light, || paper(&page));
    page.button(&words().settings.close).click();
    let kept: Vec<String> =
        page.get("return Object.keys(localStorage).filter((it) => it.startsWith('stillpoint'))");
    assert!(kept.is_empty(), "{kept:?}");
    page.is_clean();
}

/// Two tabs change different settings; neither undoes the other's.
fn two_tabs_undo_nothing(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/safety/");
    open(&page);
    choose(&page, "size", "large");
    until("larger text", SOON, || {
        page.get::<String>("return document.documentElement.dataset.size ?? ''") == "large"
    });
    // What another tab does: it keeps its own choice, and this one hears of it.
    page.eval(
        "localStorage.setItem('stillpoint.theme', 'dark');
        dispatchEvent(new StorageEvent('storage', { key: 'stillpoint.theme', newValue: 'dark' }))",
        &[],
    );
    let (title, dark) = setting("theme", "dark");
    until("the choice to be shown", SOON, || page.role_in(title, "radio", dark).property("checked") == true);
    choose(&page, "face", "device");
    page.reload();
    page.ready();
    let marks: Vec<String> = page
        .get("const { size, theme, face } = document.documentElement.dataset; return [size, theme, face]");
    assert_eq!(marks, ["large", "dark", "device"]);
    page.is_clean();
}

/// The scene that is shown on the stage.
const SHOWN: &str = "document.querySelector('.held [data-turn=\"now\"]')";

fn walk(page: &Page, host: &Host) {
    page.open_ready(host, &route(&Walk::shortest()));
    page.button(labels().start()).click();
    state_is(page, "holding");
}

fn every_position_has_its_scene(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    walk(&page, &host);
    // All that have one before and one after.
    let steps = Walk::shortest().steps;
    for step in &steps[1..steps.len() - 1] {
        page.button(labels().next_position()).click();
        position_is(&page, step.id);
        assert_eq!(page.eval(&format!("return {SHOWN}.dataset.at"), &[]), *scene_of(step.id));
        page.until("it to be drawn", &format!("return {SHOWN}.querySelector('use').getBBox().width > 0"));
        // The next one is there ahead of its time, and only one shows.
        let shown: Vec<String> = page.get(
            "return [...document.querySelectorAll('.held .turning > .figure')]
              .filter((it) => it.dataset.turn !== 'now').map((it) => it.dataset.turn).sort()",
        );
        assert_eq!(shown, ["next", "past"]);
        let pack = pack();
        let drawn = pack.steps.iter().find(|one| *one.id == *step.id).expect("the step").drawn.to_string();
        assert!(
            page.eval("return document.querySelector('.held').textContent", &[]).to_string().contains(&drawn)
        );
    }
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
    let (_, title) = words().settings.hide.iter().find(|(name, _)| &**name == "sacrum").expect("the sacrum");
    page.role("checkbox", title).choose();
    page.button(&words().settings.close).click();
    until("the picture to go", SOON, || seen("sacrum") == "hidden");
    assert_eq!(seen("diaphragm"), "visible");
    page.reload();
    page.ready();
    assert_eq!(seen("sacrum"), "hidden");
    page.is_clean();
}

/// Whether hands lie somewhere in this step.
fn is_position(id: &str) -> bool {
    words().steps.iter().any(|step| *step.id == *id && step.kind == Kind::Position)
}

fn a_place_on_the_figure_leads_to_its_card(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    let (walk, longest) = (Walk::shortest(), Walk::longest());
    let (feet, next) = (walk.steps[1], walk.steps[2]);
    page.open_ready(&host, &route(&walk));
    let card = |id: &str| format!("{}#{id}", route(&walk));
    page.link(next.title).click();
    until("its card", SOON, || page.route() == card(next.id));
    let seen = "const at = document.getElementById(arguments[0]).getBoundingClientRect();
        return at.top >= 0 && at.top < innerHeight";
    until("the card to be in view", SOON, || page.eval(seen, &[next.id.into()]) == true);
    page.eval("find({ role: 'link', name: arguments[0] })[0].focus()", &[feet.title.into()]);
    let map = page.eval("return document.activeElement.closest('nav')?.ariaLabel", &[]);
    assert_eq!(map, *legends().walk_map);
    page.press_key(Key::Enter);
    until("the other card", SOON, || page.route() == card(feet.id));
    // A place that this walk leaves out is not offered.
    let walked = |id: &str| walk.steps.iter().any(|step| step.id == id);
    let left_out =
        longest.steps.iter().find(|step| is_position(step.id) && !walked(step.id)).expect("one left out");
    assert!(!page.link(left_out.title).is_there());
    page.is_clean();
}

fn settings_last_for_a_visit_without_storage(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    stage.watch(&host, &[scripts::NO_STORAGE]);
    let page = stage.page_with(With { dark: false, no_script: false, no_wait: false });
    page.open_ready(&host, "/safety/");
    let light = paper(&page);
    open(&page);
    choose(&page, "theme", "dark");
    until("it to be dark", SOON, || paper(&page) != light);
    page.css(".settings__note").wait_for("to say so", |it| it.text() == *words().settings.unkept);
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
        for key in ["stillpoint-settings", "stillpoint.theme"] {
            page.eval("localStorage.setItem(arguments[0], arguments[1])", &[key.into(), kept.into()]);
        }
        page.reload();
        page.ready();
        assert_eq!(paper(&page), light, "{kept}");
    }
    open(&page);
    choose(&page, "theme", "dark");
    until("it to be dark", SOON, || paper(&page) != light);
}
