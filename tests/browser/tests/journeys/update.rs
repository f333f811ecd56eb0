//! A new release comes while somebody is here: nothing is reloaded, nothing is mixed.

use std::fs;
use std::path::{Path, PathBuf};

use browser::words::{Walk, labels};
use browser::{Engine, Page, Stage, holds_within, journeys, site, until};

use crate::offline::wait_for_worker;
use crate::walking::{route, secs, state_is};

journeys!(everywhere: a_walk_goes_on_and_a_later_start_is_new);
journeys!(half_a_release_is_not_taken);

/// A copy of the built site that a journey may change.
fn copy(stage: &Stage, name: &str) -> PathBuf {
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

/// Makes the folder another release: the worker's name for it changes.
fn release_again(folder: &Path) {
    let script = fs::read_to_string(folder.join("sw.js")).expect("the worker");
    let changed = script.replacen("const RELEASE = \"", "const RELEASE = \"next-", 1);
    assert_ne!(script, changed, "the worker has no name for its release");
    fs::write(folder.join("sw.js"), changed).expect("written");
    for copy in ["sw.js.br", "sw.js.gz"] {
        let _ = fs::remove_file(folder.join(copy));
    }
}

/// The releases that are kept on the device, as a line.
fn kept(page: &Page) -> String {
    // The sound has a cache of its own, which outlives a release.
    let script = "const done = arguments[0]; caches.keys().then((names) =>
        done(names.map((it) => it.split(' ').pop()).filter((it) => !it.includes('/audio-')).join()))";
    page.eval_async(script, &[]).as_str().unwrap_or_default().to_owned()
}

/// Asks for a newer worker, as browsers do now and then, and tells its state once it is decided.
fn update(page: &Page) -> String {
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
    assert_eq!(kept(&page).split(',').count(), 2, "{}", kept(&page));
    state_is(&page, "holding");
    assert!(page.get::<bool>("return window.__same === true"), "the page was loaded anew");

    // Chromium lets the old worker finish what it has at hand, which can outlast several visits
    // on a busy machine; there only the long run waits for it.
    if stage.engine == Engine::Chromium && std::env::var_os("STILLPOINT_ALL").is_none() {
        let _ = fs::remove_dir_all(&folder);
        return;
    }
    let new_alone = || {
        let kept = kept(&page);
        kept.starts_with("next-") && !kept.contains(',')
    };
    let taken_over = ["/faq/", "/safety/", "/what-to-expect/"].into_iter().any(|route| {
        page.open_ready(&host, route);
        holds_within(secs(10), new_alone)
    });
    assert!(taken_over, "three starts later: {}", kept(&page));
    page.open_ready(&host, "/about/");
    let _ = fs::remove_dir_all(&folder);
}

fn half_a_release_is_not_taken(stage: &Stage) {
    let folder = copy(stage, "half");
    let host = stage.plain_host(&folder, "/");
    let page = stage.page();
    page.open_ready(&host, "/");
    wait_for_worker(&page);
    let before = kept(&page);

    release_again(&folder);
    for file in ["index.html", "index.html.br", "index.html.gz"] {
        fs::remove_file(folder.join("about").join(file)).expect("a page to take away");
    }
    assert_eq!(update(&page), "redundant");
    until("the half release to be gone", secs(10), || kept(&page) == before);
    host.stop();
    page.open_ready(&host, "/about/");
    let _ = fs::remove_dir_all(&folder);
}
