//! A walk by the accessibility tree alone: what a screen reader is told, and keys. No pointer, no
//! look at the page.

use browser::words::{self, Walk, labels};
use browser::{Key, Own, Page, SOON, Stage, journeys, until};
use serde_json::{Value, json};

use crate::walking::{open_held, pass};

journeys!(only Chromium: a_whole_walk, what_lies_below_is_heard);

/// A node as a screen reader has it.
#[derive(Clone, Debug, PartialEq)]
struct Node {
    role: String,
    name: String,
    focused: bool,
}

fn tree(page: &Page) -> Vec<Node> {
    let all = page.cdp("Accessibility.getFullAXTree", json!({}));
    let nodes = all["nodes"].as_array().cloned().unwrap_or_default();
    let heard = nodes.iter().filter(|node| node["ignored"] != true);
    let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    let focused = |node: &Value| {
        let list = node["properties"].as_array().cloned().unwrap_or_default();
        list.iter().any(|it| it["name"] == "focused" && it["value"]["value"] == true)
    };
    heard
        .map(|node| Node { role: text(&node["role"]), name: text(&node["name"]), focused: focused(node) })
        .collect()
}

/// What has the focus.
fn focus(page: &Page) -> Node {
    let nodes = tree(page);
    let found = nodes.iter().rfind(|node| node.focused && node.role != "RootWebArea");
    found.cloned().unwrap_or(Node { role: String::new(), name: String::new(), focused: false })
}

/// Tabs on until this has the focus.
fn tab_to(page: &Page, role: &str, name: &str) {
    let mut met = Vec::new();
    for _ in 0..150 {
        let node = focus(page);
        if node.role == role && node.name.starts_with(name) {
            return;
        }
        met.push(node);
        page.press_key(Key::Tab);
    }
    panic!("no {role} “{name}” by tabbing: {met:#?}");
}

/// Waits until a screen reader would be told this: it stands in a live region.
fn told(page: &Page, what: &str) {
    until(what, SOON, || {
        let nodes = tree(page);
        let live = nodes.iter().position(|node| node.role == "status");
        live.is_some_and(|at| nodes[at..].iter().any(|node| node.name.contains(what)))
    });
}

fn focus_is(page: &Page, role: &str, name: &str) {
    until(&format!("the focus to be on the {role} {name}"), SOON, || {
        let node = focus(page);
        node.role == role && node.name == name
    });
}

fn a_whole_walk(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    open_held(&page, &host, "");
    let (longest, walk) = (Walk::longest(), Walk::shortest());
    tab_to(&page, "radio", longest.title);
    for _ in 1..Walk::all().len() {
        page.press_key(Key::Down);
    }
    focus_is(&page, "radio", walk.title);
    tab_to(&page, "checkbox", &labels().bells());
    tab_to(&page, "checkbox", &labels().voice());
    tab_to(&page, "button", &labels().start());
    page.press_key(Key::Enter);
    focus_is(&page, "button", &labels().pause());
    told(&page, &walk.news(0));

    pass(&page, walk.steps[0].seconds);
    told(&page, &walk.news(1));
    page.press_key(Key::Space);
    told(&page, &labels().paused());
    focus_is(&page, "button", &labels().resume());
    page.press_key(Key::Space);
    focus_is(&page, "button", &labels().pause());
    tab_to(&page, "button", &labels().next_position());
    page.press_key(Key::Enter);
    told(&page, &walk.news(2));

    // The dark screen lets go again.
    tab_to(&page, "button", &labels().rest_mode());
    page.press_key(Key::Enter);
    focus_is(&page, "button", &labels().rest_leave());
    page.press_key(Key::Enter);
    focus_is(&page, "button", &labels().pause());
    for (place, step) in walk.steps.iter().enumerate().skip(2) {
        pass(&page, step.seconds);
        if place + 1 < walk.steps.len() {
            told(&page, &walk.news(place + 1));
        }
    }
    told(&page, &labels().ended());
    focus_is(&page, "heading", &labels().ended());
    tab_to(&page, "button", &labels().again());
    page.is_clean();
}

/// What is not laid out before somebody comes near is there for a screen reader all the same: every heading,
/// and every question. (Without assistive technology Chromium leaves it out of the tree.)
fn what_lies_below_is_heard(stage: &Stage) {
    let host = stage.host();
    let page = stage.page_of(Own { args: &["--force-renderer-accessibility"], ..Own::default() });
    let script =
        "const gone = (it) => it.closest('[hidden], dialog, noscript, details:not([open]) > :not(summary)')
            || !it.checkVisibility();
        const count = (css) => [...document.querySelectorAll(css)].filter((it) => !gone(it)).length;
        return [count('h1, h2, h3, h4'), count('summary')]";
    for route in words::routes() {
        page.open_ready(&host, route);
        let [headings, summaries]: [usize; 2] = page.get(script);
        until("the whole page in the tree", SOON, || {
            let tree = tree(&page);
            let heard =
                |role: &str| tree.iter().filter(|node| node.role == role && !node.name.is_empty()).count();
            println!(
                "{route}: {} of {headings} headings, {} of {summaries} summaries",
                heard("heading"),
                heard("DisclosureTriangle")
            );
            heard("heading") == headings && heard("DisclosureTriangle") == summaries
        });
    }
}
