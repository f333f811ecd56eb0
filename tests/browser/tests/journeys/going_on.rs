//! A session that goes on: while somebody reads other pages, in a page that a translator has touched, under a dialog,
//! and beside another tab.

use browser::words::{Walk, labels};
use browser::{Host, Key, Page, SOON, Stage, journeys, scripts, site, until};
use serde_json::json;
use stillpoint::route::Route;

use crate::sounding::open;
use crate::walking::{open_held, pass, position, position_is, route, secs, start_held, state, state_is};

journeys!(everywhere: a_session_goes_on_while_somebody_reads);
journeys!(
    it_ends_from_the_bar,
    the_bar_stays_where_a_part_of_the_page_does_not_come,
    the_bar_leaves_the_doors_free,
    a_translated_page_goes_on,
    escape_closes_the_dialog_alone,
    the_earlier_of_two_tabs_pauses,
    the_bar_says_that_another_tab_plays,
);
journeys!(only Chromium: a_device_without_a_voice_says_so);

/// The page of a walk without sound, started.
fn start(stage: &Stage, walk: &Walk) -> (Host, Page) {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[scripts::NO_SOUND]);
    let page = stage.page();
    page.open_ready(&host, &route(walk));
    page.button(labels().start()).click();
    state_is(&page, "holding");
    page.eval("window.__same = true", &[]);
    (host, page)
}

/// Follows a link of the navigation, within the app.
fn read(page: &Page, to: Route) {
    let script = "[...document.querySelectorAll('nav a')].find((it) => it.pathname === arguments[0]).click()";
    page.eval(script, &[json!(to.path())]);
    until("the page", SOON, || page.route() == to.path() && page.app() == "ready");
    assert!(page.get::<bool>("return window.__same === true"), "{} was loaded anew", to.path());
}

/// What stops a session is there as long as it runs.
fn the_bar_stays_where_a_part_of_the_page_does_not_come(stage: &Stage) {
    let (host, page) = start(stage, &Walk::shortest());
    host.refuse("*/split_prepare*.wasm");
    page.eval("document.querySelector('nav a[href$=\"/prepare/\"]').click()", &[]);
    page.css("#failed").wait();
    assert_eq!(page.app(), "failed");
    page.button(labels().pause()).click();
    page.button(labels().resume()).wait();
    page.button(labels().end()).click();
    until("the bar to go", SOON, || !page.css(".session-bar").is_there());
}

/// Seconds that are left, as the bar says.
fn left(page: &Page) -> u64 {
    let text = page.css(".session-bar [translate=no]").text();
    let (minutes, seconds) =
        text.split_once(':').unwrap_or_else(|| panic!("the bar says {text:?}, not m:ss"));
    minutes.parse::<u64>().expect("minutes") * 60 + seconds.parse::<u64>().expect("seconds")
}

fn a_session_goes_on_while_somebody_reads(stage: &Stage) {
    let walk = Walk::shortest();
    let (_host, page) = start(stage, &walk);
    assert!(!page.css(".session-bar").is_there(), "its own page needs no bar");
    let mut before = walk.seconds();
    for to in [Route::Guide, Route::Faq, Route::Evidence, Route::Prepare] {
        read(&page, to);
        page.css(".session-bar").wait();
        assert!(!page.css("[data-stage=held], .held").is_there(), "the stage stays on its own page");
        until("time to pass", secs(10), || left(&page) < before);
        before = left(&page);
    }
    // Keys belong to the page that is read.
    page.eval("document.activeElement.blur()", &[]);
    page.press_key(Key::Escape);
    page.press(" ");
    page.button(labels().pause()).click();
    page.button(labels().resume()).wait();
    let stood = left(&page);
    page.eval_async("setTimeout(arguments[0], 2100)", &[]);
    assert_eq!(left(&page), stood);
    page.button(labels().resume()).click();
    until("time to go on", SOON, || left(&page) < stood);
    page.link(format!("{} {}", labels().bar_back(), walk.steps[0].title)).wait();
    page.css(".session-bar a").click();
    until("its page", SOON, || page.route() == Route::Walk.path() && page.app() == "ready");
    state_is(&page, "holding");
    assert!(!page.css(".session-bar").is_there());
    assert!(page.css("#app[data-stage=held] .held").is_there());
    // The list that comes back in a pause is that of the walk again, and marks where it is.
    let step = walk.at(walk.seconds() - before);
    position_is(&page, step.id);
    let ids = page.any("#positions > li").attributes("id");
    assert_eq!(ids, walk.steps.iter().map(|it| it.id).collect::<Vec<_>>());
    // And so are its controls and its keys.
    page.button(labels().next_position()).click();
    until("the next position", SOON, || position(&page) != step.id);
    page.eval("document.activeElement.blur()", &[]);
    page.press(" ");
    state_is(&page, "paused");
    assert!(page.get::<bool>("return window.__same === true"), "a page was loaded anew");
    page.is_clean();
}

fn it_ends_from_the_bar(stage: &Stage) {
    let (_host, page) = start(stage, &Walk::shortest());
    read(&page, Route::Faq);
    page.button(labels().end()).click();
    page.css(".session-bar").wait_gone();
    assert_eq!(page.get::<String>("return document.activeElement.localName"), "h1", "where the focus is");
    read(&page, Route::Guide);
    assert!(!page.css(".session-bar").is_there());
    // Its place is kept, as ever.
    read(&page, Route::Walk);
    page.button(labels().go_on()).click();
    state_is(&page, "holding");
    page.is_clean();
}

/// On a phone both are at the bottom.
fn the_bar_leaves_the_doors_free(stage: &Stage) {
    let (_host, page) = start(stage, &Walk::shortest());
    page.resize(390, 844, 1.0);
    read(&page, Route::Guide);
    page.css(".session-bar").wait();
    let free: bool = page.get(
        "return [...document.querySelectorAll('.doors a, .session-bar button')].every((it) => {
          const box = it.getBoundingClientRect();
          return it.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
        })",
    );
    assert!(free, "the bar and the doors lie over each other");
    page.is_clean();
}

/// Does what a browser's translator does: puts elements in the place of texts, also of those that come later.
pub const TRANSLATOR: &str = "const skip = 'font, script, style, [translate=no]';
    const translate = (node) => {
      if (node.nodeType === Node.ELEMENT_NODE) return [...node.childNodes].forEach(translate);
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim() || node.parentElement?.closest(skip)) return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = `§${node.data}`;
      outer.append(inner);
      node.replaceWith(outer);
    };
    translate(document.body);
    new MutationObserver((all) => all.forEach((it) => it.addedNodes.forEach(translate)))
      .observe(document.body, { childList: true, subtree: true });";

fn a_translated_page_goes_on(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::shortest();
    open_held(&page, &host, &walk.query());
    page.eval(TRANSLATOR, &[]);
    let button = |name: &str| page.button(format!("§{name}"));
    button(&labels().start()).click();
    state_is(&page, "holding");
    let face = || page.css(".timer__face").text();
    let face_is =
        |left: u64| until("the clock", SOON, || face() == format!("{}:{:02}", left / 60, left % 60));
    let [first, second, ..] = walk.steps[..] else { panic!("the walk has two steps: {walk:?}") };
    face_is(first.seconds);
    pass(&page, 4);
    face_is(first.seconds - 4);
    let whole = walk.seconds() - 4;
    assert!(page.css(".timer__all").text().starts_with(&format!("{}:{:02}", whole / 60, whole % 60)));
    // Each thing that changes says what it is now.
    button(&labels().pause()).click();
    state_is(&page, "paused");
    button(&labels().resume()).click();
    state_is(&page, "holding");
    let drawn = || page.get::<String>("return document.querySelector('.held__figure > .unseen').textContent");
    let first_drawn = drawn();
    button(&labels().next_position()).click();
    position_is(&page, second.id);
    until("its picture in words", SOON, || drawn() != first_drawn);
    let title = || page.css(".held__title").text();
    until("its title", SOON, || title() == format!("§{}", second.title));
    face_is(second.seconds);
    button(&labels().end()).click();
    state_is(&page, "ended");
    button(&labels().again()).wait();
    page.is_clean();
}

fn escape_closes_the_dialog_alone(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    start_held(&page, &host, &Walk::shortest());
    page.css("[data-opens=settings]").click();
    page.css("#settings[open]").wait();
    page.press_key(Key::Escape);
    page.css("#settings[open]").wait_gone();
    assert_eq!(state(&page), "holding");
    // Without a dialog it ends the walk.
    page.press_key(Key::Escape);
    state_is(&page, "ended");
    page.is_clean();
}

fn the_earlier_of_two_tabs_pauses(stage: &Stage) {
    let walks = Walk::all();
    let (host, page) = start(stage, &walks[0]);
    let first = page.new_tab();
    page.open_ready(&host, &route(&Walk::shortest()));
    page.button(labels().start()).click();
    state_is(&page, "holding");
    let second = page.to_tab(&first);
    state_is(&page, "paused");
    let notices = page.css("main .notice").texts();
    assert!(notices.contains(&labels().other_tab().to_string()), "{notices:?}");
    // It plays here again, and the other one makes way.
    page.button(labels().resume()).click();
    state_is(&page, "holding");
    page.to_tab(&second);
    state_is(&page, "paused");
    page.is_clean();
}

fn the_bar_says_that_another_tab_plays(stage: &Stage) {
    let (host, page) = start(stage, &Walk::shortest());
    read(&page, Route::Guide);
    let first = page.new_tab();
    page.open_ready(&host, &route(&Walk::shortest()));
    page.button(labels().start()).click();
    state_is(&page, "holding");
    page.to_tab(&first);
    page.css(".session-bar__note").wait_for("to say so", |it| it.text() == *labels().other_tab());
    page.is_clean();
}

/// A Chromium on a machine for tests has the interface and no voice behind it.
fn a_device_without_a_voice_says_so(stage: &Stage) {
    let host = Host::start(site::root(), "/");
    let page = stage.page();
    page.open_ready(&host, &route(&Walk::shortest()));
    let voices: usize = page.get("return speechSynthesis.getVoices().length");
    assert_eq!(voices, 0, "this device has a voice");
    open(&page, &labels().wishes());
    page.css("input[name=device]").choose();
    page.button(labels().start()).click();
    state_is(&page, "holding");
    let notice = page.css("main .notice");
    notice.wait_for("to say so", |it| it.texts().contains(&labels().no_voice().to_string()));
    page.is_clean();
}
