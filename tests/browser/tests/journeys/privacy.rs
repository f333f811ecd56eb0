//! Nothing leaves the site, and nothing is left on the device but what the person wrote and chose: every page, every
//! island, sessions with each voice and each soft sound, against a list of what's allowed. The browser's own log of
//! its network (Chromium), the pages' own acts, the host's log and what is stored at the end are looked at.
//!
//! The second journey plants what must never be there, and every one of these has to find its share of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use browser::scripts::{HANDS, NO_SOUND, REACH, SHARING};
use browser::words::{self, Walk, labels, on_prepare, words};
use browser::{Engine, Host, Own, Page, SOON, Stage, becomes, holds_within, journeys, site, until};
use serde_json::{Value, json};

use crate::faults_parts::{ISLANDS, use_it};
use crate::offline::wait_for_worker;
use crate::preparing::{self, all_steps, kept, lines_are, lines_of};
use crate::search::{label, query, shown};
use crate::walking::{position_is, route, secs, state_is};

journeys!(long everywhere: nothing_leaves_and_nothing_is_left, what_is_planted_is_found);

/// A stage whose pages tell all that they do, and whose browser keeps a log of its network where it can.
struct Watched {
    host: Host,
    page: Page,
    log: PathBuf,
    found: BTreeSet<String>,
    /// Names under which a person's own texts are kept.
    records: BTreeSet<String>,
}

fn watched(stage: &Stage) -> Watched {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[REACH, HANDS, SHARING, NO_SOUND]);
    let log =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("network-{}-{}.json", stage.engine, host.port()));
    let _ = fs::remove_file(&log);
    let words = [format!("--log-net-log={}", log.display()), "--disable-component-update".into()];
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let args: &[&str] = if stage.engine == Engine::Chromium { &words } else { &[] };
    let page = stage.page_of(Own { args, ..Own::default() });
    let mut records: BTreeSet<String> =
        ["questions", "doctor", "course-seed", "course-round"].map(str::to_owned).into();
    page.open_ready(&host, "/prepare/");
    let fields: Vec<String> =
        page.get("return [...document.querySelectorAll('#desk [name]')].map((it) => it.name)");
    records.extend(fields);
    Watched { host, page, log, found: BTreeSet::new(), records }
}

impl Watched {
    /// Reads what the page has done so far: it forgets it when it's left.
    fn look(&mut self) {
        let acts: Vec<String> = self.page.get(
            "const loaded = performance.getEntriesByType('resource').map((it) => `request ${it.name}`);
            performance.clearResourceTimings();
            return [...(window.__reached ?? []).splice(0), ...loaded, ...(document.cookie ? [`cookie ${document.cookie}`] : [])]",
        );
        let foreign: Vec<String> = acts.into_iter().filter(|act| !self.is_allowed(act)).collect();
        self.found.extend(foreign);
        let refused: Vec<String> = self.page.errors();
        self.found.extend(refused.into_iter().map(|it| format!("error {it}")));
    }

    /// The list of what's allowed.
    fn is_allowed(&self, act: &str) -> bool {
        let (kind, what) = act.split_once(' ').unwrap_or((act, ""));
        match kind {
            "request" => {
                what.starts_with("blob:") || what.strip_prefix(&self.host.url()).is_some_and(is_ours)
            }
            "storage" => what.strip_prefix("local ").is_some_and(is_setting),
            "database" => what == "stillpoint",
            "record" => what.strip_prefix("notes ").is_some_and(|name| {
                self.records.contains(name) || name.starts_with("asks/") || name.starts_with("visit-")
            }),
            "cache" => what.starts_with(&format!("stillpoint {} ", self.host.url())),
            _ => false,
        }
    }

    /// Goes to a page, once it's known what was done on this one.
    fn go(&mut self, route: &str) {
        self.look();
        self.page.open_ready(&self.host, route);
    }

    /// All that was found, when the browser has ended.
    fn end(mut self, stage: &Stage) -> BTreeSet<String> {
        self.look();
        let left = self.page.eval_async(LEFT, &[]);
        let left: Vec<String> = serde_json::from_value(left).expect("lines");
        let foreign: Vec<String> = left.into_iter().filter(|act| !self.is_allowed(act)).collect();
        self.found.extend(foreign);
        if stage.engine == Engine::Chromium {
            let cookies = self.page.cdp("Storage.getCookies", json!({}))["cookies"].clone();
            for cookie in cookies.as_array().into_iter().flatten() {
                self.found.insert(format!("cookie {}", cookie["name"].as_str().unwrap_or_default()));
            }
        }
        for seen in self.host.requests() {
            let path = seen.path.trim_start_matches('/');
            if seen.method != "GET" || !is_ours(path) {
                self.found.insert(format!("host {} {}", seen.method, seen.path));
            }
        }
        if stage.engine == Engine::Chromium {
            // Its log is whole once it has ended.
            let Self { host, log, mut found, .. } = self;
            stage.close();
            found.extend(connections(&log, &host));
            return found;
        }
        self.found
    }
}

/// Whether a path is a file of the built site, or the test's own. Only two pages read anything of their address.
fn is_ours(path: &str) -> bool {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let path = path.split('#').next().unwrap_or_default();
    let is_query = query.is_empty()
        || (path == "faq/" && query.starts_with("q="))
        || (path == "walkthrough/" && query.starts_with("plan="));
    let is_file = site::root().join(path).exists() || path.starts_with("__test/");
    is_file && is_query
}

/// Whether a key of `localStorage` is one of ours: a setting that the site offers, the place and the wishes of a
/// session, and the mark that questions are kept.
fn is_setting(key: &str) -> bool {
    let settings = &words().settings;
    let Some(name) = key.strip_prefix("stillpoint.") else { return false };
    let hides = |name: &str| settings.hide.iter().any(|(place, _)| **place == *name);
    matches!(name, "place" | "place.other" | "wishes" | "asks")
        || settings.choices.iter().any(|choice| *choice.name == *name)
        || name.strip_prefix("hide-").is_some_and(hides)
}

/// What is stored at the end, as acts.
const LEFT: &str = "const done = arguments[arguments.length - 1];
    (async () => {
      const lines = [];
      for (const key of Object.keys(localStorage)) lines.push(`storage local ${key}`);
      for (const key of Object.keys(sessionStorage)) lines.push(`storage session ${key}`);
      for (const { name } of (await indexedDB.databases?.()) ?? []) lines.push(`database ${name}`);
      for (const name of await caches.keys()) {
        lines.push(`cache ${name}`);
        for (const { url } of await (await caches.open(name)).keys()) lines.push(`request ${url}`);
      }
      return lines;
    })().then(done, (why) => done([`trouble ${why}`]));";

/// Hosts that Chromium itself asks for, whatever page is open: nothing in our pages names them.
const BROWSERS_OWN: [&str; 7] = [
    "accounts.google.com",
    "android.clients.google.com",
    "www.google.com",
    "clients2.google.com",
    "optimizationguide-pa.googleapis.com",
    "content-autofill.googleapis.com",
    "update.googleapis.com",
];

/// What the browser's own log of its network tells of other hosts than ours: requests, look-ups, sockets.
fn connections(log: &Path, host: &Host) -> BTreeSet<String> {
    let text = fs::read_to_string(log).unwrap_or_else(|why| panic!("{}: {why}", log.display()));
    let ours = format!("127.0.0.1:{}", host.port());
    let (mut all, mut own, mut found) = (0, 0, BTreeSet::new());
    for line in text.lines() {
        let Ok(event) = serde_json::from_str::<Value>(line.trim_end_matches(',').trim_end_matches("]}"))
        else {
            continue;
        };
        let parameters = &event["params"];
        // Addresses alone are left out: they're those of what has a name here, and our own ends of it.
        for name in ["url", "host", "hostname", "group_id", "server_info"] {
            let Some(what) = parameters[name].as_str() else { continue };
            // Schemes of the browser's own, which reach nobody.
            let inner = ["blob:", "data:", "chrome:", "chrome-", "devtools:", "about:"];
            if inner.iter().any(|it| what.starts_with(it)) || what.is_empty() {
                continue;
            }
            all += 1;
            if what.contains(&ours) || what == "127.0.0.1" {
                own += 1;
            } else if !BROWSERS_OWN.iter().any(|it| what.contains(it)) {
                found.insert(format!("network {name} {what}"));
            }
        }
    }
    println!("{all} entries with an address in the browser's log, {own} of our host");
    assert!(own > 20, "the browser's log is empty: {own} of {all}");
    found
}

fn nothing_leaves_and_nothing_is_left(stage: &Stage) {
    let mut watched = watched(stage);
    wait_for_worker(&watched.page);
    for route in words::routes() {
        watched.go(route);
    }
    // Every island is used, and the settings on one page.
    for (island, route) in
        ISLANDS.into_iter().filter(|it| !matches!(it.0, "walkthrough" | "search" | "prepare"))
    {
        watched.go(route);
        use_it(&watched.page, island);
        let awake =
            format!("return document.querySelector('[data-island={island}]').dataset.awake !== undefined");
        watched.page.until("it to wake", &awake);
        watched.page.eval("for (const it of document.querySelectorAll('.selfcheck [data-then=ask], .asks input[data-give]')) it.click()", &[]);
        watched.page.eval("document.querySelector(`[data-island=settings] [name=theme][value=dark]`).click(); document.querySelector('[data-do=give]')?.click()", &[]);
    }
    searched(&mut watched);
    prepared(&mut watched);
    walked(&mut watched);
    let found = watched.end(stage);
    assert!(found.is_empty(), "{found:#?}");
}

fn searched(watched: &mut Watched) {
    watched.go("/faq/");
    let page = &watched.page;
    let all = shown(page);
    page.role("searchbox", label()).type_text(query().0);
    until("what was found", SOON, || {
        page.any("#faq-list mark").is_there() && (1..all).contains(&shown(page))
    });
    page.eval("document.querySelector('#faq-list .hits summary').click()", &[]);
    page.link(labels().share()).click();
    until("the query in the address", SOON, || page.route().contains("?q="));
}

/// Everything is written, and goes out in every way there is.
fn prepared(watched: &mut Watched) {
    watched.go("/prepare/");
    let page = &watched.page;
    preparing::ready(page);
    let before = preparing::lines(page).len();
    all_steps(page);
    until("the sheet", SOON, || preparing::lines(page).len() > before);
    let words = on_prepare();
    for name in [
        &words.print,
        &words.print_blank,
        &words.lists_print,
        &words.copy,
        &words.save_file,
        &words.share_file,
    ] {
        page.button(name).click();
    }
    page.eval(
        "for (const [name, value] of [['visit-1-date', '2030-05-02'], ['visit-1-time', '10:00']]) {
          const field = document.querySelector(`[name=${name}]`);
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }",
        &[],
    );
    page.button(&words.make).click();
    becomes("files saved", &2, || preparing::count(page, "__saved"));
    kept(page);
    page.button(&words.erase).click();
    lines_are(page, &lines_of(&[]));
    page.button(&words.unerase).click();
    kept(page);
}

/// A session with each voice and each soft sound, and everything that can be taken along.
fn walked(watched: &mut Watched) {
    let ways = [("speaker", "emma", "rain"), ("speaker", "george", "brown"), ("device", "", "drone")];
    for (voice, value, bed) in ways {
        let walk = Walk::shortest();
        watched.go("/about/");
        watched.go(&route(&walk));
        let page = &watched.page;
        if page.button(labels().afresh()).is_there() {
            page.button(labels().afresh()).click();
        }
        page.button(labels().start()).wait();
        let choose = "const [voice, value, bed] = arguments;
            const field = (name, value) => [...document.querySelectorAll(`input[name='${name}']`)].find((it) => !value || it.value === value);
            const missing = [[voice, value], ['bed', bed]].filter((it) => !field(...it));
            if (missing.length) return missing;
            field(voice, value).click();
            field('bed', bed).click();
            const noise = field('noise');
            noise.value = '3';
            noise.dispatchEvent(new Event('change', { bubbles: true }));
            for (const it of document.querySelectorAll('.try')) it.click();
            return []";
        let missing = page.eval(choose, &[json!(voice), json!(value), json!(bed)]);
        assert_eq!(missing, json!([]), "no such choice");
        page.button(labels().start()).click();
        state_is(page, "holding");
        page.button(labels().next_position()).click();
        position_is(page, walk.steps[1].id);
        page.button(labels().end()).click();
        state_is(page, "ended");
    }
    watched.go("/about/");
    watched.go(&route(&Walk::shortest()));
    let page = &watched.page;
    page.eval("for (const it of document.querySelectorAll('.along [data-do]')) it.click()", &[]);
    let three = holds_within(secs(30), || page.get::<usize>("return __saved.length") >= 3);
    assert!(three, "{:?}", page.eval("return __saved", &[]));
}

/// What no page of ours does, and each kind of watch has to find.
const PLANTED: &str = "<!doctype html><title>Planted</title><script src=/__test/reach.js></script><script>
    document.cookie = 'planted=1';
    localStorage.setItem('planted', '1');
    sessionStorage.setItem('planted', '1');
    fetch('http://planted.invalid/fetched').catch(() => {});
    navigator.sendBeacon('/planted-beacon', 'x');
    try { new WebSocket('ws://planted.invalid/socket'); } catch {}
    try { new RTCPeerConnection(); } catch {}
    indexedDB.open('planted');
    caches.open('planted').then((it) => it.put('/planted', new Response('x'))).then(() => { document.title = 'done'; });
    </script><img src='http://picture.invalid/x.png'>";

fn what_is_planted_is_found(stage: &Stage) {
    let mut watched = watched(stage);
    watched.host.extra("/__test/planted.html", "text/html; charset=utf-8", PLANTED);
    for route in ["/", "/faq/"] {
        watched.go(route);
    }
    watched.look();
    assert!(watched.found.is_empty(), "{:?}", watched.found);
    watched.page.open(&watched.host, "/__test/planted.html");
    until("everything to be planted", SOON, || watched.page.title() == "done");
    let host = watched.host.url();
    let found = watched.end(stage);
    let mut wanted = vec![
        "cookie planted=1".to_owned(),
        "storage local planted".to_owned(),
        "storage session planted".to_owned(),
        "request http://planted.invalid/fetched".to_owned(),
        format!("beacon {host}planted-beacon"),
        "WebSocket ws://planted.invalid/socket".to_owned(),
        "database planted".to_owned(),
        "cache planted".to_owned(),
        format!("request {host}planted"),
        "host POST /planted-beacon".to_owned(),
    ];
    if stage.engine == Engine::Chromium {
        wanted.extend(["RTCPeerConnection ".to_owned(), "cookie planted".to_owned()]);
        for of in ["planted.invalid", "picture.invalid"] {
            assert!(
                found.iter().any(|it| it.starts_with("network ") && it.contains(of)),
                "no {of} in {found:#?}"
            );
        }
    }
    let missed: Vec<&String> = wanted.iter().filter(|it| !found.contains(*it)).collect();
    assert!(missed.is_empty(), "nobody saw {missed:#?} in {found:#?}");
}
