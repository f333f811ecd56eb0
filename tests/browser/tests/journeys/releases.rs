//! From one release to another, in every situation and every way: forwards, over one that was left out, and back again.
//!
//! `cargo xtask test --updates` hands over releases that were built from different commits. In any other run copies of
//! the site under test take their place, whose pages and program have other names.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use browser::words::{Walk, labels};
use browser::{Host, Page, SOON, Stage, holds_within, journeys, until};
use serde_json::json;

use crate::offline::wait_for_worker;
use crate::preparing::{self, lines_are, lines_of, step};
use crate::update::{copy, edit, kept_releases, release_anew, update};
use crate::walking::{route, secs, state_is};

journeys!(long everywhere:
    while_somebody_reads_and_writes,
    while_a_session_runs,
    while_the_line_is_gone,
    while_an_edge_is_late,
    while_a_tab_stays_open_for_three_releases,
    while_a_host_changes_its_mind,
);

/// A built site, and the names it goes by.
struct Release {
    folder: PathBuf,
    /// What its pages say they belong to.
    pages: String,
    /// The folder of its program.
    program: String,
}

impl Release {
    fn read(folder: PathBuf) -> Self {
        let home = fs::read_to_string(folder.join("index.html")).expect("a page");
        let after = |begin: &str| {
            let (_, rest) =
                home.split_once(begin).unwrap_or_else(|| panic!("no {begin} in {}", folder.display()));
            rest.chars().take_while(|it| it.is_ascii_alphanumeric()).collect()
        };
        Self { pages: after("data-release=\""), program: format!("/program-{}", after("/program-")), folder }
    }
}

/// What moves from one release to another: the folder that is served, and the three releases.
struct Shelf {
    served: PathBuf,
    releases: Vec<Release>,
    made: Vec<PathBuf>,
}

/// From which release to which.
const WAYS: [(usize, usize); 4] = [(0, 1), (1, 2), (0, 2), (2, 0)];

impl Shelf {
    fn new(stage: &Stage, name: &str) -> Self {
        let mut made = Vec::new();
        let folders: Vec<PathBuf> = match env::var_os("STILLPOINT_RELEASES") {
            Some(list) => env::split_paths(&list).collect(),
            None => {
                for place in 0..3 {
                    made.push(copy(stage, &format!("{name}-{place}")));
                    (0..place).for_each(|turn| release_anew(&made[place], turn));
                }
                made.clone()
            }
        };
        let releases: Vec<Release> = folders.into_iter().map(Release::read).collect();
        assert_eq!(releases.len(), 3, "STILLPOINT_RELEASES names three folders");
        for (one, other) in [(0, 1), (1, 2), (0, 2)] {
            assert_ne!(releases[one].pages, releases[other].pages, "the pages don't differ");
            // A commit that changes nothing but words keeps its program: one of three real releases may be such.
            if !made.is_empty() || (one, other) == (0, 2) {
                assert_ne!(releases[one].program, releases[other].program, "the program doesn't differ");
            }
        }
        let served =
            env::temp_dir().join(format!("stillpoint-served-{name}-{}-{}", stage.engine, std::process::id()));
        Self { served, releases, made }
    }

    /// Puts a release in the place of what's served, as an upload does that takes away old files.
    fn upload(&self, place: usize) {
        let _ = fs::remove_dir_all(&self.served);
        copy_folder(&self.releases[place].folder, &self.served);
    }

    /// Says which release the page is of. All of it has to be of that one: the page, and each file of the program.
    #[track_caller]
    fn release_of(&self, page: &Page) -> usize {
        let pages: String = page.get("return document.getElementById('app').dataset.release");
        let place = self.releases.iter().position(|it| it.pages == pages);
        let place = place.unwrap_or_else(|| panic!("no release is {pages}"));
        let files: Vec<String> = page.get(
            "return performance.getEntriesByType('resource').map((it) => new URL(it.name).pathname)
                .filter((it) => it.startsWith('/program-'))",
        );
        for file in files {
            assert!(
                file.starts_with(&self.releases[place].program),
                "a page of {pages} has loaded {file}: releases are mixed"
            );
        }
        place
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        for folder in self.made.iter().chain([&self.served]) {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a release").flatten() {
        let path = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy_folder(&entry.path(), &path),
            false => drop(fs::copy(entry.path(), path).expect("a copy")),
        }
    }
}

/// Plays `journey` once a way: a browser of its own, `from` served, its worker at work.
fn each_way(stage: &Stage, name: &str, journey: fn(&Shelf, &Host, &Page, (usize, usize))) {
    let shelf = Shelf::new(stage, name);
    for (from, to) in WAYS {
        shelf.upload(from);
        let host = stage.plain_host(&shelf.served, "/");
        let page = stage.page();
        page.open_ready(&host, "/");
        wait_for_worker(&page);
        // The first page may have come before the worker did.
        page.open_ready(&host, "/");
        assert_eq!(shelf.release_of(&page), from);
        journey(&shelf, &host, &page, (from, to));
        eprintln!("{name}: {from} to {to} in {}", stage.engine);
    }
}

/// Follows a link of the page, as a tap does.
#[track_caller]
fn follow(page: &Page, path: &str) {
    page.eval(
        "[...document.querySelectorAll('nav a')].find((it) => it.pathname === arguments[0]).click()",
        &[json!(path)],
    );
    until("the page", secs(20), || page.route() == path && page.app() == "ready");
    assert!(!page.heading().is_empty(), "{path} is empty");
}

/// Visits the site until it is of the newer release, as people do who come back.
#[track_caller]
fn comes_to_be(shelf: &Shelf, host: &Host, page: &Page, wanted: usize) {
    let mut seen = Vec::new();
    // Chromium lets a worker finish what it has at hand, which outlasts a visit or two.
    let there =
        ["/faq/", "/safety/", "/what-to-expect/", "/about/", "/evidence/", "/"].into_iter().any(|path| {
            page.open_ready(host, path);
            seen.push(shelf.release_of(page));
            // What this page has set off comes to its end.
            seen.last() == Some(&wanted) || !holds_within(secs(10), || is_decided(page))
        });
    assert!(there && seen.last() == Some(&wanted), "the releases of later visits: {seen:?}, not {wanted}");
    let alone = holds_within(secs(20), || !kept_releases(page).contains(','));
    assert!(alone, "still kept: {}", kept_releases(page));
}

/// Whether no worker waits for its turn or has just begun.
fn is_decided(page: &Page) -> bool {
    let script = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then((it) =>
        done(!it.installing && !it.waiting && it.active?.state === 'activated'))";
    page.eval_async(script, &[]) == json!(true)
}

#[track_caller]
fn write(page: &Page, host: &Host) {
    page.open_ready(host, "/prepare/");
    preparing::ready(page);
    step(page, 0);
    preparing::kept(page);
}

#[track_caller]
fn is_kept(page: &Page) {
    preparing::ready(page);
    lines_are(page, &lines_of(&preparing::STEPS[..1]));
}

fn while_somebody_reads_and_writes(stage: &Stage) {
    each_way(stage, "reads", |shelf, host, page, (from, to)| {
        write(page, host);
        page.eval("window.__same = true", &[]);
        shelf.upload(to);
        assert_eq!(update(page), "installed");
        for path in ["/faq/", "/walkthrough/", "/prepare/"] {
            follow(page, path);
            assert_eq!(shelf.release_of(page), from, "{path}: a visit stays with its release");
        }
        assert!(page.get::<bool>("return window.__same === true"), "a page was loaded anew");
        is_kept(page);
        comes_to_be(shelf, host, page, to);
        page.open_ready(host, "/prepare/");
        is_kept(page);
        assert_eq!(shelf.release_of(page), to);
    });
}

fn while_a_session_runs(stage: &Stage) {
    each_way(stage, "session", |shelf, host, page, (from, to)| {
        page.open_ready(host, &route(&Walk::shortest()));
        page.button(labels().start()).click();
        state_is(page, "holding");
        page.eval("window.__same = true", &[]);
        shelf.upload(to);
        assert_eq!(update(page), "installed");
        state_is(page, "holding");
        follow(page, "/faq/");
        page.css(".session-bar").wait();
        follow(page, "/walkthrough/");
        state_is(page, "holding");
        assert_eq!(shelf.release_of(page), from);
        assert!(page.get::<bool>("return window.__same === true"), "the session was ended");
        comes_to_be(shelf, host, page, to);
        page.open_ready(host, &route(&Walk::shortest()));
        page.button(labels().start()).wait();
        assert_eq!(shelf.release_of(page), to);
    });
}

fn while_the_line_is_gone(stage: &Stage) {
    each_way(stage, "line", |shelf, host, page, (from, to)| {
        write(page, host);
        shelf.upload(to);
        host.stop();
        // The browser can't even ask.
        page.eval_async(
            "navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => true, () => false).then(arguments[0])",
            &[],
        );
        for path in ["/faq/", "/walkthrough/", "/prepare/"] {
            page.open_ready(host, path);
            assert_eq!(shelf.release_of(page), from);
        }
        is_kept(page);
        let back = Host::on_port(&shelf.served, "/", host.port()).expect("the host to come back");
        assert_eq!(update(page), "installed");
        comes_to_be(shelf, &back, page, to);
        back.stop();
        for path in ["/faq/", "/walkthrough/", "/prepare/"] {
            page.open_ready(&back, path);
            assert_eq!(shelf.release_of(page), to);
        }
        is_kept(page);
    });
}

/// For a while the host's network has one page of the old release, and then, for a while, not one file of the program.
fn while_an_edge_is_late(stage: &Stage) {
    each_way(stage, "edge", |shelf, host, page, (from, to)| {
        write(page, host);
        shelf.upload(to);
        let late = "walkthrough/index.html";
        let old = fs::read_to_string(shelf.releases[from].folder.join(late)).expect("a page");
        edit(&shelf.served.join(late), |_| old.clone());
        assert_eq!(update(page), "redundant");
        shelf.upload(to);
        let program = shelf.served.join(shelf.releases[to].program.trim_start_matches('/'));
        let aside = program.with_extension("aside");
        fs::rename(&program, &aside).expect("a program to take away");
        assert_eq!(update(page), "redundant");
        for path in ["/faq/", "/walkthrough/", "/prepare/"] {
            page.open_ready(host, path);
            assert_eq!(shelf.release_of(page), from, "half a release was taken");
        }
        is_kept(page);
        fs::rename(&aside, &program).expect("the program to put back");
        assert_eq!(update(page), "installed");
        comes_to_be(shelf, host, page, to);
        page.open_ready(host, "/prepare/");
        is_kept(page);
    });
}

/// Two releases come while a tab stays open, with words just written and a session put aside; only then is it used.
fn while_a_tab_stays_open_for_three_releases(stage: &Stage) {
    let shelf = Shelf::new(stage, "week");
    shelf.upload(0);
    let host = stage.plain_host(&shelf.served, "/");
    let page = stage.page();
    write(&page, &host);
    wait_for_worker(&page);
    page.open_ready(&host, "/prepare/");
    page.eval("window.__same = true", &[]);
    for place in [1, 2] {
        shelf.upload(place);
        assert_eq!(update(&page), "installed");
    }
    // What this page hasn't loaded yet is still there for it.
    for path in ["/walkthrough/", "/evidence/", "/faq/", "/prepare/"] {
        follow(&page, path);
        assert_eq!(shelf.release_of(&page), 0);
    }
    assert!(page.get::<bool>("return window.__same === true"), "a page was loaded anew");
    is_kept(&page);
    comes_to_be(&shelf, &host, &page, 2);
    page.open_ready(&host, "/prepare/");
    is_kept(&page);
    until("one release alone", SOON, || !kept_releases(&page).contains(','));
}

/// A new release, and the old one again, in one browser. Each time an open page begins anew while the other release is
/// on its way; each time everything is there without a line.
fn while_a_host_changes_its_mind(stage: &Stage) {
    let shelf = Shelf::new(stage, "back");
    shelf.upload(0);
    let mut host = stage.plain_host(&shelf.served, "/");
    let page = stage.page();
    write(&page, &host);
    wait_for_worker(&page);
    page.open_ready(&host, "/prepare/");
    for to in [1, 0, 1] {
        shelf.upload(to);
        assert_eq!(update(&page), "installed");
        page.reload();
        page.ready();
        comes_to_be(&shelf, &host, &page, to);
        host.stop();
        for path in ["/walkthrough/", "/evidence/", "/prepare/"] {
            page.open_ready(&host, path);
            assert_eq!(shelf.release_of(&page), to);
        }
        is_kept(&page);
        host = Host::on_port(&shelf.served, "/", host.port()).expect("the host to come back");
    }
}
