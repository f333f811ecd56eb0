//! A program that can't begin, or stops in the middle of it: it's said, the page is read, and what was written is there.

use browser::scripts::Script;
use browser::words::{Walk, labels};
use browser::{Host, Page, SOON, Stage, journeys, scripts, site, until};
use serde_json::json;

use crate::faults::{IN_SIGHT, NO_WAIT, arrive, is_read, is_told, leads_on};
use crate::faults_parts::{ISLANDS, lost, use_it};
use crate::preparing::{self, STEPS};
use crate::walking::{position_is, route, secs, state_is};

journeys!(long everywhere:
    a_browser_without_webassembly,
    no_memory_to_begin_with,
    walkthrough_stops,
    search_stops,
    prepare_stops,
    give_stops,
    asks_stops,
    studies_stops,
    claims_stops,
    settings_stops,
    a_stop_in_a_session_is_told_and_can_be_gone_on_from,
);

/// As in the lockdown mode of some phones.
const NONE: Script = Script { name: "no-wasm", text: "delete window.WebAssembly;" };

/// What browsers say when there's no memory left for a program.
const NO_MEMORY: Script = Script {
    name: "no-memory",
    text: "WebAssembly.instantiate = WebAssembly.instantiateStreaming = async () => {
          throw new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance');
        };",
};

/// From `__break` on, nothing can be put into what this selector names: the program, which can't go on so, stops with
/// a panic of its own.
const BREAKS: Script = Script {
    name: "breaks",
    text: "const within = (it) => window.__break && (it.nodeType === 1 ? it : it.parentElement)?.closest(__break);
        for (const [of, name] of [[Node, 'insertBefore'], [Node, 'appendChild'], [Node, 'removeChild'], [Element, 'setAttribute']]) {
          const real = of.prototype[name];
          of.prototype[name] = function (...given) {
            // The page's own scripts mark what is busy.
            if (within(this) && given[0] !== 'aria-busy') throw new DOMException('refused by the test', 'HierarchyRequestError');
            return real.apply(this, given);
          };
        }",
};

fn never_begins(stage: &Stage, way: Script) {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[way]);
    let page = stage.page_with(NO_WAIT);
    for (island, route) in ISLANDS {
        arrive(&page, &host, route);
        is_told(&page);
        is_read(&page);
        // Nothing that is seen is silently dead.
        if !matches!(island, "walkthrough" | "search" | "prepare") {
            use_it(&page, island);
            lost(&page, island);
            let busy = format!("[data-island={island}] [aria-busy=true]");
            until("nothing to be busy", SOON, || !page.any(&busy).is_there());
        }
    }
    arrive(&page, &host, "/prepare/");
    is_told(&page);
    assert!(page.css(".desk__failed").is_there(), "what's written isn't kept, and nobody says so");
    leads_on(&page);
}

fn a_browser_without_webassembly(stage: &Stage) {
    never_begins(stage, NONE);
}

fn no_memory_to_begin_with(stage: &Stage) {
    never_begins(stage, NO_MEMORY);
}

/// Uses an island with everything in order, then once more when nothing can be put into it.
fn stops(stage: &Stage, island: &str) {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[BREAKS, scripts::NO_SOUND]);
    let page = stage.page();
    let route = ISLANDS.iter().find(|it| it.0 == island).expect("a page").1;
    page.open_ready(&host, route);
    page.eval("window.__break = `[data-island=${arguments[0]}]`", &[json!(island)]);
    act(&page, island);
    is_told(&page);
    assert_eq!(page.app(), "failed");
    is_read(&page);
    page.eval("window.__break = null; document.querySelector('dialog[open]')?.close()", &[]);
    leads_on(&page);
}

/// Something that changes what an island shows.
fn act(page: &Page, island: &str) {
    match island {
        "walkthrough" => page.button(labels().start()).click(),
        "search" => page.role("searchbox", crate::search::label()).type_text(&crate::search::query().0),
        "prepare" => preparing::tick(page, STEPS[0].0),
        _ => use_it(page, island),
    }
}

fn walkthrough_stops(stage: &Stage) {
    stops(stage, "walkthrough");
}

fn search_stops(stage: &Stage) {
    stops(stage, "search");
}

fn prepare_stops(stage: &Stage) {
    stops(stage, "prepare");
}

fn give_stops(stage: &Stage) {
    stops(stage, "give");
}

fn asks_stops(stage: &Stage) {
    stops(stage, "asks");
}

fn studies_stops(stage: &Stage) {
    stops(stage, "studies");
}

fn claims_stops(stage: &Stage) {
    stops(stage, "claims");
}

fn settings_stops(stage: &Stage) {
    stops(stage, "settings");
}

/// In the middle of a session: the message is over the stage, it ends the session, and the place is offered again.
fn a_stop_in_a_session_is_told_and_can_be_gone_on_from(stage: &Stage) {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[BREAKS, scripts::NO_SOUND]);
    let page = stage.page();
    let walk = Walk::shortest();
    page.open_ready(&host, &route(&walk));
    page.button(labels().start()).click();
    state_is(&page, "holding");
    page.button(labels().next_position()).click();
    position_is(&page, walk.steps[1].id);
    // In the dark as well: it covers the whole window.
    page.button(labels().rest_mode()).click();
    page.css(".rest").wait();
    page.eval("window.__break = '[data-island=walkthrough]'", &[]);
    page.button(labels().end()).click();
    page.until("the message, and not the dark", IN_SIGHT);
    assert!(!page.css(".rest").is_there());
    // Nothing that would do nothing is left to press.
    let dead = page.css("[data-island=walkthrough] button").names();
    assert!(dead.is_empty(), "{dead:?} are still there");
    page.css(".failed a").click();
    page.until_within(secs(30), "the page to load again", "return window.__break === undefined");
    page.ready();
    page.button(labels().afresh()).wait();
}
