//! A new release comes while somebody is here: nothing is reloaded, nothing is mixed.

use std::fs;
use std::path::{Path, PathBuf};

use browser::scripts::Script;
use browser::words::{Walk, labels, says};
use browser::{Engine, Page, SOON, Stage, holds_within, journeys, site, until};

use crate::offline::wait_for_worker;
use crate::preparing::{STEPS, lines_are, lines_of, step, told};
use crate::walking::{route, secs, state_is};

journeys!(everywhere: a_walk_goes_on_and_a_later_start_is_new);
journeys!(half_a_release_is_not_taken, a_late_edge_is_refused);
journeys!(an_old_tab_is_left_to_the_browser);

/// A copy of the built site that a journey may change.
pub fn copy(stage: &Stage, name: &str) -> PathBuf {
    let to = std::env::temp_dir().join(format!("stillpoint-{name}-{}-{}", stage.engine, std::process::id()));
    let _ = fs::remove_dir_all(&to);
    copy_folder(&site::root(), &to);
    to
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the built site").flatten() {
        let path = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy_folder(&entry.path(), &path),
            false => drop(fs::copy(entry.path(), path).expect("a copy")),
        }
    }
}

/// Changes the text of a file; its compressed copies go.
pub fn edit(file: &Path, change: impl Fn(&str) -> String) {
    let text = fs::read_to_string(file).expect("a text of the site");
    fs::write(file, change(&text)).expect("written");
    for more in [".br", ".gz"] {
        let mut copy = file.as_os_str().to_owned();
        copy.push(more);
        let _ = fs::remove_file(copy);
    }
}

/// Makes the folder another release: the worker's name for it changes.
fn release_again(folder: &Path) {
    edit(&folder.join("sw.js"), |script| {
        let changed = script.replacen("const RELEASE = \"", "const RELEASE = \"next-", 1);
        assert_ne!(script, changed, "the worker has no name for its release");
        changed
    });
}

/// Makes the folder another release in earnest: the program and the pages have other names, and those of the old one
/// are gone, as after an upload. `turn` tells several such releases apart.
pub fn release_anew(folder: &Path, turn: usize) {
    release_again(folder);
    let home = fs::read_to_string(folder.join("index.html")).expect("a page");
    let between = |begin: &str| {
        let (_, rest) = home.split_once(begin).unwrap_or_else(|| panic!("no {begin} in the page"));
        rest.chars().take_while(char::is_ascii_hexdigit).collect::<String>()
    };
    let names = [between("data-release=\""), between("/program-")].map(|old| {
        let mut new: Vec<char> = old.chars().collect();
        new.rotate_left(turn + 1);
        let new = String::from_iter(new);
        assert_ne!(old, new);
        (old, new)
    });
    let renamed = |text: &str| names.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
    let program = folder.join(format!("program-{}", names[1].0));
    fs::rename(&program, folder.join(format!("program-{}", names[1].1))).expect("the program");
    for page in browser::words::routes() {
        edit(&folder.join(page.trim_matches('/')).join("index.html"), renamed);
    }
    edit(&folder.join("sw.js"), renamed);
}

/// The releases that are kept on the device, as a line.
pub fn kept_releases(page: &Page) -> String {
    // The sound has a cache of its own, which outlives a release.
    let script = "const done = arguments[0]; caches.keys().then((names) =>
        done(names.map((it) => it.split(' ').pop()).filter((it) => !it.includes('/audio-')).join()))";
    page.eval_async(script, &[]).as_str().unwrap_or_default().to_owned()
}

/// Asks for a newer worker, as browsers do now and then, and tells its state once it is decided.
pub fn update(page: &Page) -> String {
    // The browser may have asked by itself already: then that worker is the one to watch.
    let script = "const done = arguments[0];
        const watch = (worker) => {
          const tell = () => { if (['installed', 'redundant'].includes(worker.state)) done(worker.state); };
          worker.addEventListener('statechange', tell);
          tell();
        };
        navigator.serviceWorker.getRegistration().then((it) => {
          const here = it.installing ?? it.waiting;
          if (here) return watch(here);
          it.addEventListener('updatefound', () => watch(it.installing));
          it.update().catch((why) => done(String(why)));
        })";
    page.eval_async(script, &[]).as_str().unwrap_or_default().to_owned()
}

fn a_walk_goes_on_and_a_later_start_is_new(stage: &Stage) {
    let folder = copy(stage, "update");
    let host = stage.plain_host(&folder, "/");
    let page = stage.page();
    page.open_ready(&host, &route(&Walk::shortest()));
    wait_for_worker(&page);
    page.eval("window.__same = true", &[]);
    page.button(labels().start()).click();
    state_is(&page, "holding");

    release_again(&folder);
    assert_eq!(update(&page), "installed");
    assert_eq!(kept_releases(&page).split(',').count(), 2, "{}", kept_releases(&page));
    state_is(&page, "holding");
    assert!(page.get::<bool>("return window.__same === true"), "the page was loaded anew");

    // Chromium lets the old worker finish what it has at hand, which can outlast several visits
    // on a busy machine; there only the long run waits for it.
    if stage.engine == Engine::Chromium && std::env::var_os("STILLPOINT_ALL").is_none() {
        let _ = fs::remove_dir_all(&folder);
        return;
    }
    let new_alone = || {
        let kept = kept_releases(&page);
        kept.starts_with("next-") && !kept.contains(',')
    };
    let taken_over = ["/faq/", "/safety/", "/what-to-expect/"].into_iter().any(|route| {
        page.open_ready(&host, route);
        holds_within(secs(10), new_alone)
    });
    assert!(taken_over, "three starts later: {}", kept_releases(&page));
    page.open_ready(&host, "/about/");
    let _ = fs::remove_dir_all(&folder);
}

fn half_a_release_is_not_taken(stage: &Stage) {
    let folder = copy(stage, "half");
    let host = stage.plain_host(&folder, "/");
    let page = stage.page();
    page.open_ready(&host, "/");
    wait_for_worker(&page);
    let before = kept_releases(&page);

    release_again(&folder);
    for file in ["index.html", "index.html.br", "index.html.gz"] {
        fs::remove_file(folder.join("about").join(file)).expect("a page to take away");
    }
    assert_eq!(update(&page), "redundant");
    until("the half release to be gone", secs(10), || kept_releases(&page) == before);
    host.stop();
    page.open_ready(&host, "/about/");
    let _ = fs::remove_dir_all(&folder);
}

/// An edge of the host's network still has a page of the old release: the new one isn't kept, and the old one works.
fn a_late_edge_is_refused(stage: &Stage) {
    let folder = copy(stage, "edge");
    let host = stage.plain_host(&folder, "/");
    let page = stage.page();
    page.open_ready(&host, "/");
    wait_for_worker(&page);
    let before = kept_releases(&page);

    let walkthrough = folder.join("walkthrough").join("index.html");
    let old = fs::read_to_string(&walkthrough).expect("a page");
    release_anew(&folder, 0);
    edit(&walkthrough, |_| old.clone());
    assert_eq!(update(&page), "redundant");
    until("the mixed release to be gone", secs(10), || kept_releases(&page) == before);
    page.open_ready(&host, "/walkthrough/");
    page.button(labels().start()).wait();
    let _ = fs::remove_dir_all(&folder);
}

/// No worker has come yet, and a new release is there: its pages need its program, and what is written is kept.
fn an_old_tab_is_left_to_the_browser(stage: &Stage) {
    let folder = copy(stage, "anew");
    let host = stage.plain_host(&folder, "/");
    let no_worker = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });";
    stage.watch(&host, &[Script { name: "no-worker", text: no_worker }]);
    let page = stage.page();
    page.open_ready(&host, "/");
    let release = || page.get::<String>("return document.getElementById('app').dataset.release");
    let old = release();
    page.eval("window.__same = true", &[]);
    release_anew(&folder, 0);
    page.eval("document.querySelector('nav a[href$=\"/prepare/\"]').click()", &[]);
    until("the new release", SOON, || {
        page.route() == "/prepare/" && page.app() == "ready" && release() != old
    });
    assert!(page.get::<bool>("return window.__same === undefined"), "two releases are in one page");
    step(&page, 0);
    told(&page, "kept", &says().kept);
    page.reload();
    page.ready();
    lines_are(&page, &lines_of(&STEPS[..1]));
    page.is_clean();
    let _ = fs::remove_dir_all(&folder);
}
