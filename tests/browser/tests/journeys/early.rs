//! What people do before the app is awake: nothing of it is lost.

use browser::words::{Walk, labels, words};
use browser::{Host, Page, SOON, Stage, With, journeys, scripts, site, until};
use serde_json::json;

use crate::search::{label, queries, query, shown};
use crate::walking::{position_is, route, seconds_left, secs, state_is, watch_next};

// The first takes as long as a step does, so the usual run plays it in one browser.
journeys!(
    an_early_start_is_kept,
    early_letters_are_kept,
    letters_may_go_on_while_it_wakes,
    an_opened_question_stays_open,
    a_chosen_length_is_kept,
    a_start_between_waits_its_turn,
    random_early_acts,
);

const EARLY: With = With { dark: false, no_script: false, no_wait: true };

/// Opens a page whose app cannot wake until `host.release()`.
fn open_asleep(page: &Page, host: &Host, route: &str, landmark: &str) {
    host.hold("*.wasm");
    page.open(host, route);
    let here = json!([host.url(), landmark]);
    let script = "const [url, css] = arguments[0];
        return location.href.startsWith(url) && Boolean(document.querySelector(css)) && shown(document.querySelector(css))";
    until("the page to be seen", SOON, || page.eval(script, std::slice::from_ref(&here)) == true);
    assert_eq!(page.app(), "waiting");
}

/// The plain search marks nothing: this one has its index.
fn the_search_is_made(page: &Page, all: usize) {
    until("the search to be made", SOON, || {
        page.any("#faq-list mark").count() > 0 && (1..all).contains(&shown(page))
    });
}

fn wake(page: &Page, host: &Host) {
    host.release();
    page.ready();
}

/// Without sound: how long a device needs until it plays is another matter, and as long as it may be.
fn an_early_start_is_kept(stage: &Stage) {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[scripts::NO_SOUND]);
    let page = stage.page_with(EARLY);
    let walk = Walk::shortest();
    open_asleep(&page, &host, &route(&walk), "#main");
    page.button(labels().start()).wait();
    let watch = "const button = find({ role: 'button', name: arguments[0] })[0];
        // Firefox dates a driver's clicks by another clock: event.timeStamp is no use.
        addEventListener('click', () => { window.__tap = performance.now(); }, { capture: true, once: true });
        const busy = () => button.getAttribute('aria-busy') === 'true';
        if (busy()) throw new Error('busy before it was tapped');
        new MutationObserver(() => { if (busy()) window.__ack ??= performance.now(); })
          .observe(button, { attributes: true });";
    page.eval(watch, &[labels().start().as_ref().into()]);
    watch_next(&page);
    page.button(labels().start()).click();
    page.until("the tap to be acknowledged", "return window.__ack !== undefined");
    let answered: f64 = page.get("return __ack - __tap");
    assert!(answered <= 100.0, "acknowledged after {answered} ms");
    // The tap counts, not the waking: two seconds lie between.
    page.until("two seconds in the page since the tap", "return performance.now() - __tap > 2000");
    wake(&page, &host);
    state_is(&page, "holding");
    until("the next position", secs(walk.steps[0].seconds + 5), || {
        page.get("return window.__next !== undefined")
    });
    let after: f64 = page.get("return __next - __tap");
    println!(
        "{}: acknowledged after {answered:.0} ms; first change {after:.0} ms after the tap",
        stage.engine
    );
    let planned = walk.steps[0].seconds as f64 * 1_000.0;
    assert!((after - planned).abs() <= 300.0, "the first position ended {after} ms after the tap");
    page.is_clean();
}

fn early_letters_are_kept(stage: &Stage) {
    let host = stage.host();
    let page = stage.page_with(EARLY);
    open_asleep(&page, &host, "/faq/", "#faq-list");
    let all = shown(&page);
    let (query, _) = query();
    page.role("searchbox", label()).type_text(&query);
    wake(&page, &host);
    the_search_is_made(&page, all);
    assert_eq!(page.role("searchbox", label()).property("value"), *query);
    page.is_clean();
}

fn letters_may_go_on_while_it_wakes(stage: &Stage) {
    let host = stage.host();
    let page = stage.page_with(EARLY);
    open_asleep(&page, &host, "/faq/", "#faq-list");
    let all = shown(&page);
    let field = page.role("searchbox", label());
    let (query, _) = query();
    for (index, letter) in query.chars().enumerate() {
        field.type_text(letter.to_string());
        if index == query.len() / 2 {
            host.release();
        }
    }
    page.ready();
    the_search_is_made(&page, all);
    assert_eq!(field.property("value"), *query);
    assert!(field.has_focus());
    page.is_clean();
}

fn an_opened_question_stays_open(stage: &Stage) {
    let host = stage.host();
    let page = stage.page_with(EARLY);
    open_asleep(&page, &host, "/faq/", "#faq-list");
    let third = page.css("#faq-list details:nth-of-type(2) > summary");
    third.click();
    until("it to open", SOON, || page.css("#faq-list details[open]").count() == 1);
    let open = page.css("#faq-list details[open] > summary").text();
    wake(&page, &host);
    assert_eq!(page.css("#faq-list details[open] > summary").texts(), [open]);
    page.is_clean();
}

fn a_chosen_length_is_kept(stage: &Stage) {
    let host = stage.host();
    let page = stage.page_with(EARLY);
    open_asleep(&page, &host, "/walkthrough/", "#main");
    let walk = Walk::shortest();
    page.role_begins("radio", walk.title).choose();
    page.button(labels().start()).click();
    wake(&page, &host);
    state_is(&page, "holding");
    position_is(&page, walk.steps[0].id);
    assert!(seconds_left(&page) <= walk.steps[0].seconds, "another length runs");
    page.is_clean();
}

/// The app is awake and carries out what was chosen before, one after another: Start, tapped between two of
/// these, has to wait for the others.
fn a_start_between_waits_its_turn(stage: &Stage) {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[scripts::NO_SOUND]);
    let page = stage.page_with(EARLY);
    open_asleep(&page, &host, "/walkthrough/", "#main");
    let walk = Walk::shortest();
    let choose = "for (const name of ['shake', 'rests'])
            document.querySelector(`.chooser__form [name=${name}]`).click();
        document.querySelector(`[name=plan][value=\"${arguments[0]}\"]`).click();
        document.documentElement.addEventListener('stillpoint-ready',
            () => setTimeout(() => document.querySelector('[data-early=start]').click()), { once: true })";
    page.eval(choose, &[walk.minutes.into()]);
    wake(&page, &host);
    state_is(&page, "holding");
    position_is(&page, walk.steps[0].id);
    assert!(seconds_left(&page) <= walk.steps[0].seconds, "another length runs");
    let wishes: String = page.get("return localStorage.getItem('stillpoint.wishes') ?? ''");
    let minutes = format!("minutes={}", walk.minutes);
    for wished in ["shake=1", "rests=1", &*minutes] {
        assert!(wishes.split('&').any(|it| it == wished), "{wished} is missing in {wishes}");
    }
    page.is_clean();
}

/// Small numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn random_early_acts(stage: &Stage) {
    let (queries, all) = (queries(), words().questions.len() as u64);
    let mut dice = Dice(20_261_122);
    let page = stage.page_with(EARLY);
    // The long run has two hundred of them.
    let acts = if std::env::var_os("STILLPOINT_ALL").is_some() { 200 } else { 30 };
    // None ends before the others: its number would be given to another one, with what it has kept.
    let mut hosts = Vec::new();
    for act in 0..acts {
        // A host of its own is an origin of its own: nothing is cached.
        let host = stage.host();
        let kind = dice.below(3);
        let route = if kind == 0 { "/walkthrough/" } else { "/faq/" };
        open_asleep(&page, &host, route, "#main");
        // Somebody acts after some frames.
        let frames = "const [frames, done] = arguments;
            const wait = (left) => left ? requestAnimationFrame(() => wait(left - 1)) : done(true);
            wait(frames)";
        page.eval_async(frames, &[dice.below(15).into()]);
        match kind {
            0 => {
                page.button(labels().start()).click();
                wake(&page, &host);
                state_is(&page, "holding");
            }
            1 => {
                let query = &*queries[dice.below(queries.len() as u64) as usize];
                page.role("searchbox", label()).type_text(query);
                wake(&page, &host);
                until("the search", SOON, || (1..all as usize).contains(&shown(&page)));
                assert_eq!(page.role("searchbox", label()).property("value"), *query, "act {act}");
            }
            _ => {
                let number = dice.below(all);
                let open = format!(
                    "document.querySelectorAll('#faq-list details')[{number}].querySelector('summary').click()"
                );
                page.eval(&open, &[]);
                wake(&page, &host);
                let still = format!("return document.querySelectorAll('#faq-list details')[{number}].open");
                assert!(page.get::<bool>(&still), "act {act}: question {number} closed itself");
            }
        }
        page.is_clean();
        hosts.push(host);
    }
}
