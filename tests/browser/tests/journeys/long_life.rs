//! A long life: after a day of use in one tab it holds no more than after the first hour.

use browser::scripts::{self, Script};
use browser::words::{Walk, labels};
use browser::{Host, Page, SOON, Stage, journeys, site, until};
use serde::Deserialize;
use serde_json::json;
use stillpoint::route::Route;

use crate::search::queries;
use crate::walking::{secs, state_is};

journeys!(long Chromium: a_day_leaves_nothing_behind, a_leak_is_seen);

/// Rounds of a day: each goes to twenty pages, has a session, writes into Prepare three times, searches ten times.
const ROUNDS: usize = 20;
const PAGES: usize = 20;
const NOTES: usize = 3;
const SEARCHES: usize = 10;

/// All rounds together take a day.
const ROUND: u64 = 24 * 3_600 / ROUNDS as u64;

/// How much larger the program's memory may be in the end.
const MORE: f64 = 1.05;

/// Yew keeps the root of each app and portal that was ever drawn, with its listeners, and nothing around it. In a
/// round there are so many.
const ROOTS: f64 = 100.0;
const LISTENERS: f64 = 110.0;

/// Bytes of a round in the heap: those listeners, entries of the history, and code that the browser has compiled. Each
/// page that was held would be as much again.
const HEAP: f64 = 64.0 * 1024.0;

/// What a tab holds.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
struct Held {
    /// Bytes of the JavaScript heap.
    #[serde(default)]
    heap: f64,
    /// Nodes, of all documents.
    #[serde(default)]
    nodes: f64,
    /// Listeners.
    #[serde(default)]
    listeners: f64,
    /// Addresses of files.
    files: f64,
    /// Bytes of the program's memory.
    memory: f64,
    /// Timers.
    timers: f64,
}

impl Held {
    fn of(page: &Page) -> Self {
        for _ in 0..3 {
            page.cdp("HeapProfiler.collectGarbage", json!({}));
            // What is told of things that are gone comes a turn later.
            page.eval_async("new MessageChannel().port1.close(); setTimeout(arguments[0])", &[]);
        }
        let metrics = page.cdp("Performance.getMetrics", json!({}));
        let metric = |name: &str| {
            let found =
                metrics["metrics"].as_array().and_then(|all| all.iter().find(|it| it["name"] == name));
            found.and_then(|it| it["value"].as_f64()).unwrap_or_else(|| panic!("no {name} in {metrics}"))
        };
        Self {
            heap: metric("JSHeapUsedSize"),
            nodes: metric("Nodes"),
            listeners: metric("JSEventListeners"),
            ..page.get("return __counts()")
        }
    }

    /// What there is more of than before, so many rounds later.
    fn more_than(&self, before: &Self, rounds: usize) -> Vec<String> {
        let of_rounds = |each: f64| each * rounds as f64;
        let all = [
            ("heap", before.heap, self.heap, before.heap + of_rounds(HEAP)),
            ("memory", before.memory, self.memory, before.memory * MORE),
            ("nodes", before.nodes, self.nodes, before.nodes + of_rounds(ROOTS)),
            ("listeners", before.listeners, self.listeners, before.listeners + of_rounds(LISTENERS)),
            ("files", before.files, self.files, before.files),
            ("timers", before.timers, self.timers, before.timers),
        ];
        let more = all.into_iter().filter(|(.., now, most)| now > most);
        more.map(|(name, before, now, _)| format!("{name}: {now} after {before}")).collect()
    }
}

/// Goes to another page by a link of this one.
#[track_caller]
fn go(page: &Page, to: Route) {
    let script = "[...document.querySelectorAll('nav a')].find((it) => it.pathname === arguments[0]).click()";
    page.eval(script, &[json!(to.path())]);
    until(to.path(), SOON, || page.app() == "ready" && page.route().starts_with(to.path()));
}

/// Presses a button by its name, as a script does: the browser's driver would hold on to it.
#[track_caller]
fn press(page: &Page, name: &str) {
    let what = json!({ "role": "button", "name": name });
    until(name, SOON, || {
        page.eval("return find(arguments[0]).length > 0", std::slice::from_ref(&what)) == true
    });
    page.eval("find(arguments[0])[0].click()", &[what]);
}

/// Puts a text into a field, letter by letter.
fn type_into(page: &Page, field: &str, text: &str) {
    let script = "const [name, text] = arguments;
        const field = document.getElementById(name) ?? document.getElementsByName(name)[0];
        field.focus();
        for (let end = 1; end <= text.length; end++) {
          field.value = text.slice(0, end);
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.eval(script, &[json!(field), json!(text)]);
}

/// A session: read meanwhile, and either followed to its end or ended.
fn session(page: &Page, whole: bool) {
    let walk = Walk::shortest();
    go(page, Route::Walk);
    let choose = "document.querySelector(`input[name=plan][value=\"${arguments[0]}\"]`).click()";
    page.eval(choose, &[json!(walk.minutes)]);
    press(page, &labels().start());
    state_is(page, "holding");
    page.clock().advance(secs(20));
    go(page, Route::Guide);
    page.clock().advance(secs(20));
    go(page, Route::Walk);
    state_is(page, "holding");
    if whole {
        page.clock().advance(secs(walk.seconds()));
    } else {
        press(page, &labels().end());
    }
    state_is(page, "ended");
}

fn write(page: &Page, nth: usize) {
    go(page, Route::Prepare);
    page.until("what is kept", "return document.querySelector('#kept[data-ready]') !== null");
    type_into(page, "hope-own", &format!("Some rest, the {nth} time"));
    page.until("the device to have it", "return document.getElementById('kept').dataset.kept === 'yes'");
}

fn search(page: &Page, queries: &[String]) {
    go(page, Route::Faq);
    for query in queries.iter().cycle().take(SEARCHES) {
        type_into(page, "search", query);
        page.clock().advance(secs(1));
        until("something found", SOON, || page.css("#faq-list .hits > *").count() > 0);
    }
}

/// One round, and what is held after it, on the first page.
fn round(page: &Page, nth: usize, queries: &[String]) -> Held {
    let begun = page.clock().now();
    for place in 0..PAGES - NOTES - 5 {
        go(page, Route::ALL[place % (Route::ALL.len() - 1)]);
    }
    session(page, nth.is_multiple_of(2));
    for place in 0..NOTES {
        write(page, place);
        go(page, Route::Home);
    }
    search(page, queries);
    go(page, Route::Home);
    let over = (page.clock().now() - begun) as u64 / 1_000;
    page.clock().advance(secs(ROUND.saturating_sub(over)));
    let held = Held::of(page);
    println!("round {nth}: {held:?}");
    held
}

/// A tab in which everything is counted, after a first round.
fn begin(stage: &Stage, more: &[Script]) -> (Host, Page, Vec<String>, Held) {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[&[scripts::CLOCK, scripts::COUNTS], more].concat());
    let page = stage.page();
    page.open_ready(&host, Route::Home.path());
    page.clock().hold();
    page.cdp("Performance.enable", json!({}));
    let queries = queries().into_iter().take(SEARCHES).collect::<Vec<_>>();
    // Everything has come once, and been used once, before it counts.
    let first = round(&page, 0, &queries);
    (host, page, queries, first)
}

fn a_day_leaves_nothing_behind(stage: &Stage) {
    let (_host, page, queries, first) = begin(stage, &[]);
    let mut last = first;
    for nth in 1..ROUNDS {
        last = round(&page, nth, &queries);
    }
    let more = last.more_than(&first, ROUNDS - 1);
    assert!(more.is_empty(), "after {ROUNDS} rounds there is more than after the first one: {more:#?}");
    page.is_clean();
}

/// Holds on to what each page leaves behind, as a forgotten listener does.
const LEAK: Script = Script {
    name: "leak",
    text: "document.addEventListener('island-awake', ({ target }) => {
        for (let n = 0; n < 20; n++) addEventListener('resize', () => target.id);
        setInterval(() => target.id, 1e8);
        URL.createObjectURL(new Blob(['x']));
    });",
};

fn a_leak_is_seen(stage: &Stage) {
    let (_host, page, queries, first) = begin(stage, &[LEAK]);
    let more = round(&page, 1, &queries).more_than(&first, 1);
    for what in ["heap", "nodes", "listeners", "files", "timers"] {
        assert!(more.iter().any(|it| it.starts_with(what)), "{what} is not among {more:?}");
    }
}
