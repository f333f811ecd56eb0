//! What a first visit asks for: our own files and nothing else.

use std::collections::BTreeMap;

use browser::{Host, Stage, journeys, site};

use crate::offline::wait_for_worker;

journeys!(only_our_own_files);

fn only_our_own_files(stage: &Stage) {
    let host = stage.plain_host(site::root(), "/");
    let page = stage.page();
    page.open_ready(&host, "/");
    print(stage, &host, "first visit to /, until the app answers");
    wait_for_worker(&page);
    print(stage, &host, "the same, until everything is kept for offline use");
    let foreign = "return performance.getEntriesByType('resource').map((it) => it.name)
        .filter((it) => new URL(it).origin !== location.origin)";
    let foreign: Vec<String> = page.get(foreign);
    assert!(foreign.is_empty(), "{foreign:?}");
    let cookies: String = page.get("return document.cookie");
    assert_eq!(cookies, "");
    for seen in host.requests() {
        assert_eq!(seen.method, "GET", "{}", seen.path);
        assert!(seen.status < 400, "{} {}", seen.status, seen.path);
    }
}

/// Requests and bytes of bodies as sent, by kind.
fn print(stage: &Stage, host: &Host, what: &str) {
    let mut kinds: BTreeMap<String, (u32, u64)> = BTreeMap::new();
    let mut all = (0, 0);
    for seen in host.requests() {
        for sum in [kinds.entry(seen.kind).or_default(), &mut all] {
            sum.0 += 1;
            sum.1 += seen.bytes;
        }
    }
    println!("{}: {what}: {} requests, {} bytes", stage.engine, all.0, all.1);
    for (kind, (count, bytes)) in kinds {
        println!("  {count:3} {bytes:8} {kind}");
    }
}
