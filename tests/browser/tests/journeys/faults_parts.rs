//! A part of the program that doesn't come: the file of each island, in each way; and words that it can't read.

use browser::scripts::Script;
use browser::words::{labels, legends};
use browser::{Host, Page, SOON, Stage, journeys, scripts, site, until};
use serde_json::json;

use crate::faults::{NO_WAIT, TOLD, Way, arrive, is_read, is_told, leads_on};

/// The five ways of one island's file, each a journey of its own.
macro_rules! each_way {
    ($island:ident, $check:ident) => {
        mod $island {
            use super::{Stage, Way, journeys};
            journeys!(long everywhere: refused, slow, cut, never, strayed);
            fn refused(stage: &Stage) {
                super::$check(stage, stringify!($island), Way::Refused);
            }
            fn slow(stage: &Stage) {
                super::$check(stage, stringify!($island), Way::Slow);
            }
            fn cut(stage: &Stage) {
                super::$check(stage, stringify!($island), Way::Cut);
            }
            fn never(stage: &Stage) {
                super::$check(stage, stringify!($island), Way::Never);
            }
            fn strayed(stage: &Stage) {
                super::$check(stage, stringify!($island), Way::Strayed);
            }
        }
    };
}

each_way!(walkthrough, needed_is);
each_way!(search, needed_is);
each_way!(prepare, needed_is);
each_way!(give, used_is);
each_way!(asks, used_is);
each_way!(studies, used_is);
each_way!(claims, used_is);
each_way!(settings, used_is);
journeys!(words_of_another_release, a_link_leads_to_a_part_that_never_comes);
journeys!(a_page_left_before_its_part_came_wakes_nothing, what_is_on_its_way_wakes_once);

/// Every island, and a page that has it.
pub const ISLANDS: [(&str, &str); 8] = [
    ("walkthrough", "/walkthrough/"),
    ("search", "/faq/"),
    ("prepare", "/prepare/"),
    ("give", "/safety/"),
    ("asks", "/practitioners/"),
    ("studies", "/evidence/"),
    ("claims", "/evidence/"),
    ("settings", "/about/"),
];

fn page_of(island: &str) -> &'static str {
    ISLANDS.iter().find(|it| it.0 == island).expect("a page").1
}

/// Uses the first thing that an island offers, as a tap or a key does; the settings are opened before.
pub fn use_it(page: &Page, island: &str) {
    if island == "settings" {
        page.button(labels().settings()).click();
    }
    // What can be handed over shows once something is ticked.
    let script = "if (arguments[0] === 'give') document.querySelector('.selfcheck [data-then=ask]:not(:checked)')?.click();
        const island = document.querySelector(`[data-island=${arguments[0]}]`);
        // A choice that's made already is no use: the heads of the table are pressed.
        const it = island.querySelector('input[type=search], input[type=text], th button') ?? island.querySelector('button, input');
        it.scrollIntoView({ block: 'center', behavior: 'instant' });
        if (it.matches('[type=search], [type=text]')) {
          it.value = 'sleep';
          it.dispatchEvent(new Event('input', { bubbles: true }));
        } else it.click();";
    page.eval(script, &[json!(island)]);
}

/// What an island that wakes with its page shows when its part is missing.
fn needed_is(stage: &Stage, island: &str, way: Way) {
    let host = stage.plain_host(site::root(), "/");
    way.befalls(&host, &format!("*/split_{island}*.wasm"));
    let page = stage.page_with(NO_WAIT);
    arrive(&page, &host, page_of(island));
    is_read(&page);
    if way.comes() {
        page.ready();
        assert!(!page.css("#failed").is_there());
        return;
    }
    is_told(&page);
    if way == Way::Never {
        host.release();
        page.ready();
        assert!(!page.css("#failed").is_there(), "it has come, and is said to be missing");
        return;
    }
    assert_eq!(page.app(), "failed");
    if island == "prepare" {
        // What is written now isn't kept, and that stands where it is written.
        assert!(page.css(".desk__failed").is_there());
    }
    leads_on(&page);
}

/// What an island that sleeps until it's used shows then.
fn used_is(stage: &Stage, island: &str, way: Way) {
    let host = stage.plain_host(site::root(), "/");
    let page = stage.page();
    page.open_ready(&host, page_of(island));
    way.befalls(&host, "*/split_on_use*.wasm");
    use_it(&page, island);
    let awake =
        format!("return document.querySelector('[data-island={island}]').dataset.awake !== undefined");
    if way.comes() {
        page.until("it to wake", &awake);
        return;
    }
    lost(&page, island);
    let is_busy = || page.any(&format!("[data-island={island}] [aria-busy=true]")).is_there();
    if way == Way::Never {
        host.release();
        page.until("it to wake after all", &awake);
        page.until("the message to go", &format!("return !({})", SAID.replace("NAME", island)));
    }
    until("nothing to be busy any more", SOON, || !is_busy());
}

/// Whether it's said that an island of this name doesn't work.
const SAID: &str = "[...document.querySelectorAll('[data-island=NAME] .give__failed, .failed')].some(shown)";

/// Within ten seconds it's said that this island doesn't work, in words of its own or of the page.
#[track_caller]
pub fn lost(page: &Page, island: &str) {
    page.until_within(TOLD, "the message", &format!("return {}", SAID.replace("NAME", island)));
    if island == "give" {
        assert_eq!(page.css(".give__failed").text(), *legends().check_lost);
    } else {
        is_told(page);
    }
    is_read(page);
}

/// The words that an island gets from its page are those of another release, cut, or gone.
fn words_of_another_release(stage: &Stage) {
    let page = stage.page();
    for (name, put) in [
        ("props-other", "'{\"release\":1}'"),
        ("props-cut", "it.textContent.slice(0, 30)"),
        ("props-gone", "''"),
    ] {
        let text = format!(
            "addEventListener('DOMContentLoaded', () => {{
              for (const it of document.querySelectorAll('[data-props]')) it.firstChild.data = {put};
            }}, {{ capture: true }})"
        );
        let host = Host::start(site::root(), "/");
        stage.watch(&host, &[Script { name, text: text.leak() }, scripts::NO_SOUND]);
        for (island, route) in ISLANDS {
            arrive(&page, &host, route);
            if !matches!(island, "walkthrough" | "search" | "prepare") {
                page.ready();
                use_it(&page, island);
            }
            lost(&page, island);
        }
    }
}

/// The message belongs to the page that is shown, and comes by itself on one that a link led to as well.
fn a_link_leads_to_a_part_that_never_comes(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    let page = stage.page();
    page.open_ready(&host, "/");
    host.hold("*/split_walkthrough*.wasm");
    page.eval("window.__same = true; document.querySelector('a[href$=\"/walkthrough/\"]').click()", &[]);
    until("the page", SOON, || page.route() == "/walkthrough/" && page.css("#main h1").is_there());
    assert!(page.get::<bool>("return window.__same === true"), "it was loaded anew");
    is_told(&page);
    let again: String = page.get("return document.querySelector('#failed a').pathname");
    assert_eq!(again, "/walkthrough/", "it loads another page");
    host.release();
    page.ready();
    assert!(!page.css("#failed").is_there());
}

/// A link that is pressed again while a part is on its way shows the page anew; the part then serves that one alone.
fn a_page_left_before_its_part_came_wakes_nothing(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    let page = stage.page();
    page.open_ready(&host, "/");
    host.hold("*/split_prepare*.wasm");
    let go = "const before = document.querySelector('#main'); window.__gone = () => !before.isConnected;
        document.querySelector('nav a[href$=\"/prepare/\"]').click()";
    for _ in 0..2 {
        page.eval(go, &[]);
        until("the page", SOON, || page.get::<bool>("return __gone()") && page.route() == "/prepare/");
    }
    host.release();
    page.ready();
    let drawn: usize = page.get("return document.querySelectorAll('#kept').length");
    assert_eq!(drawn, 1, "the page was drawn by two");
    page.is_clean();
}

/// What wakes with its page because something was kept isn't woken a second time by a tap.
fn what_is_on_its_way_wakes_once(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    let page = stage.page();
    page.open_ready(&host, "/about/");
    page.eval("localStorage.setItem('stillpoint.asks', '1')", &[]);
    host.hold("*/split_on_use*.wasm");
    arrive(&page, &host, "/practitioners/");
    let lists = || page.get::<usize>("return document.querySelectorAll('[data-island=asks] ul.asks').length");
    let all = lists();
    page.eval("window.__woken = 0; addEventListener('island-awake', () => __woken++)", &[]);
    let part: String =
        page.get("return document.querySelector('[data-program]').dataset.program + '/split_on_use.wasm'");
    until("it to be on its way", SOON, || host.arrived(&part) > 0);
    page.eval("document.querySelector('.asks input[data-give]').click()", &[]);
    host.release();
    page.ready();
    page.until(
        "the tap to count",
        "return document.querySelectorAll('.asks input[data-give]:checked').length === 1",
    );
    assert_eq!((page.get::<usize>("return __woken"), lists()), (1, all));
    page.is_clean();
}
