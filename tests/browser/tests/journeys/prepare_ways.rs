//! Preparing from the first step to the printed sheet: by the keyboard alone, and by the accessibility tree
//! alone.

use std::collections::HashMap;

use browser::words::{fill, on_prepare, says};
use browser::{Key, Own, Page, SOON, Stage, becomes, holds_within, journeys};
use serde_json::{Value, json};

use crate::preparing::*;

journeys!(everywhere: the_whole_way_by_keyboard);
journeys!(only Chromium: the_whole_way_by_the_accessibility_tree);

/// What is kept in the end.
const KEPT: [(&str, &str); 9] = [
    ("hope-rest", "1"),
    ("hope-own", "Peace"),
    ("place-throat", "not"),
    ("lying-side", "1"),
    ("talk", "quiet"),
    ("know-ticklish", "1"),
    ("sign", "hand"),
    ("questions", "Is there a lift?"),
    ("company", "alone"),
];

/// Tabs to a field by what it is called, alone or after the name of its group; back with Shift.
fn to(page: &Page, back: bool, field: &str, value: &str) {
    let Named { part, role, name } = named(field, value);
    let whole = if role == "radio" { format!("{part}: {name}") } else { name };
    tab_to(page, back, role, &whole);
}

fn the_whole_way_by_keyboard(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    to(&page, false, "hope-own", "");
    page.press("Peace");
    for _ in 0..2 {
        to(&page, true, "hope-unsure", "");
        page.press_key(Key::Space);
        to(&page, false, "hope-own", "");
    }
    to(&page, true, "hope-rest", "");
    page.press_key(Key::Space);
    to(&page, false, "place-throat", "");
    for _ in 0..3 {
        page.press_key(Key::Down);
    }
    let Named { part, name, .. } = named("place-throat", "not");
    told(&page, "marked", &fill(&says().marked, &[("place", &part), ("mark", &name)]));
    to(&page, false, "lying-side", "");
    page.press_key(Key::Space);
    to(&page, false, "talk", "");
    page.press_key(Key::Right);
    to(&page, false, "know-ticklish", "");
    page.press_key(Key::Space);
    to(&page, false, "sign", "");
    page.press_key(Key::Down);
    page.press_key(Key::Down);
    page.press_key(Key::Up);
    to(&page, false, OWN_QUESTION, "");
    page.press("Is there a lift?");
    page.press_key(Key::Enter);
    to(&page, false, "company", "");
    page.press_key(Key::Down);
    lines_are(&page, &lines_of(&KEPT));
    tab_to(&page, false, "button", &on_prepare().print);
    page.press_key(Key::Enter);
    becomes("what is printed", &["sheet"], || page.get::<Vec<String>>("return __printed"));
    // The mark is gone once the printing is over.
    assert_eq!(page.get::<Option<String>>("return document.documentElement.dataset.print ?? null"), None);
    kept(&page);
    page.is_clean();
}

/// The page as a screen reader has it, in the order of reading.
struct Tree {
    nodes: Vec<Value>,
    places: HashMap<String, usize>,
}

fn text(value: &Value) -> &str {
    value["value"].as_str().unwrap_or_default()
}

impl Tree {
    fn of(page: &Page) -> Self {
        let all = page.cdp("Accessibility.getFullAXTree", json!({}));
        let mut known: HashMap<&str, &Value> = HashMap::new();
        let all = all["nodes"].as_array().expect("nodes");
        known.extend(all.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))));
        let (mut nodes, mut next) = (Vec::new(), vec![&all[0]]);
        while let Some(node) = next.pop() {
            nodes.push(node.clone());
            let children = node["childIds"].as_array().into_iter().flatten();
            next.extend(children.rev().filter_map(|id| known.get(id.as_str()?)));
        }
        let ids = nodes.iter().map(|node| node["nodeId"].as_str().unwrap_or_default().to_owned());
        let places = ids.enumerate().map(|(place, id)| (id, place)).collect();
        Self { nodes, places }
    }

    fn heard(&self) -> impl Iterator<Item = &Value> {
        self.nodes.iter().filter(|node| node["ignored"] != true)
    }

    fn node(&self, id: &Value) -> Option<&Value> {
        Some(&self.nodes[*self.places.get(id.as_str()?)?])
    }

    /// Whether a node stands inside something that is called so.
    fn is_in(&self, node: &Value, group: &str) -> bool {
        let mut up = self.node(&node["parentId"]);
        while let Some(node) = up {
            if node["ignored"] != true && text(&node["name"]) == group {
                return true;
            }
            up = self.node(&node["parentId"]);
        }
        false
    }
}

/// Finds the one node of a role and a name, inside what is called `group`, and calls a function on it.
fn act(page: &Page, group: &str, role: &str, name: &str, function: &str) {
    // The tree follows the page in its own time.
    let mut found = Vec::new();
    let one = holds_within(SOON, || {
        let tree = Tree::of(page);
        let fits = |node: &&Value| text(&node["role"]) == role && text(&node["name"]) == name;
        found = tree.heard().filter(fits).filter(|node| tree.is_in(node, group)).cloned().collect();
        found.len() == 1
    });
    assert!(one, "{} times {role} “{name}” in “{group}”", found.len());
    let node = page.cdp("DOM.resolveNode", json!({ "backendNodeId": found[0]["backendDOMNodeId"] }));
    let call = json!({
        "objectId": node["object"]["objectId"],
        "functionDeclaration": format!("function () {{ this.{function}(); }}"),
        "userGesture": true,
    });
    let answer = page.cdp("Runtime.callFunctionOn", call);
    assert_eq!(answer["exceptionDetails"], Value::Null);
}

fn choose(page: &Page, field: &str, value: &str) {
    let Named { part, role, name } = named(field, value);
    act(page, &part, role, &name, "click");
}

fn write_into(page: &Page, field: &str, words: &str) {
    let Named { part, role, name } = named(field, "");
    act(page, &part, role, &name, "focus");
    page.cdp("Input.insertText", json!({ "text": words }));
}

fn the_whole_way_by_the_accessibility_tree(stage: &Stage) {
    const ROLES: [&str; 10] = [
        "button",
        "checkbox",
        "combobox",
        "Date",
        "InputTime",
        "link",
        "radio",
        "searchbox",
        "spinbutton",
        "textbox",
    ];
    let host = host(stage, &[]);
    // Without assistive technology Chromium leaves out what is not laid out yet.
    let page = stage.page_of(Own { args: &["--force-renderer-accessibility"], ..Own::default() });
    open(&page, &host);
    page.cdp("Accessibility.enable", json!({}));
    for (field, value) in KEPT {
        if field == "questions" {
            write_into(&page, OWN_QUESTION, value);
            act(&page, questions(), "button", &on_prepare().add, "click");
        } else if named(field, value).role == "textbox" {
            write_into(&page, field, value);
        } else {
            choose(&page, field, value);
        }
    }

    // The sheet is heard as it is seen.
    let plain = |text: &str| text.replace(char::is_whitespace, "");
    let mut tree = Tree::of(&page);
    let sheet = lines_of(&KEPT);
    let mut missing = Vec::new();
    let heard = holds_within(SOON, || {
        tree = Tree::of(&page);
        let texts = tree.heard().filter(|node| text(&node["role"]) == "StaticText");
        let texts = texts.filter(|node| tree.is_in(node, &says().sheet_head));
        let heard = plain(&texts.map(|node| text(&node["name"])).collect::<Vec<_>>().concat());
        missing = sheet.iter().filter(|line| !heard.contains(&plain(line))).collect();
        missing.is_empty()
    });
    assert!(heard, "not heard: {missing:?}");

    // Nothing to act on is without a name.
    let acts: Vec<&Value> = tree.heard().filter(|node| ROLES.contains(&text(&node["role"]))).collect();
    // As many as the page itself has, at the least.
    let fields = page.any("#desk :is(button, input:not([type=hidden]), textarea):not([hidden])").count();
    assert!(acts.len() >= fields, "{} things to act on, of {fields} fields", acts.len());
    let nameless: Vec<&&Value> = acts.iter().filter(|node| text(&node["name"]).trim().is_empty()).collect();
    assert!(nameless.is_empty(), "without a name: {nameless:#?}");
    let able = tree.heard().filter(|node| {
        let all = node["properties"].as_array().cloned().unwrap_or_default();
        all.iter().any(|it| it["name"] == "focusable" && it["value"]["value"] == true)
    });
    let nameless: Vec<&Value> = able.filter(|node| text(&node["name"]).trim().is_empty()).collect();
    assert!(nameless.is_empty(), "can have the focus, without a name: {nameless:#?}");

    act(&page, &on_prepare().sheet_title, "button", &on_prepare().print, "click");
    becomes("what is printed", &["sheet"], || page.get::<Vec<String>>("return __printed"));
    page.is_clean();
}
