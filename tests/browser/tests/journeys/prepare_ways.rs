//! Preparing from the first step to the printed sheet: by the keyboard alone, and by the accessibility tree
//! alone.

use std::collections::HashMap;

use browser::{Key, Own, Page, SOON, Stage, becomes, holds_within, journeys};
use serde_json::{Value, json};

use crate::preparing::*;

journeys!(everywhere: the_whole_way_by_keyboard);
journeys!(only Chromium: the_whole_way_by_the_accessibility_tree);

/// What stands on the sheet in the end.
const SHEET: [&str; 17] = [
    "What I hope for",
    "An hour of rest",
    "Peace",
    "Touch",
    "Please not: Throat",
    "How I lie best",
    "On my side",
    "The room",
    "Mostly quiet, please.",
    "Good to know about me",
    "I am ticklish",
    "How I say stop",
    "My stop sign: I raise a hand.",
    "My questions",
    "Is there a lift?",
    "Who comes with me",
    "I come alone.",
];

fn the_whole_way_by_keyboard(stage: &Stage) {
    let host = host(stage, &[]);
    let page = stage.page();
    open(&page, &host);
    tab_to(&page, false, "textbox", "In your own words");
    page.press("Peace");
    for _ in 0..2 {
        tab_to(&page, true, "checkbox", "I do not know yet");
        page.press_key(Key::Space);
        tab_to(&page, false, "textbox", "In your own words");
    }
    tab_to(&page, true, "checkbox", "An hour of rest");
    page.press_key(Key::Space);
    tab_to(&page, false, "radio", "Throat: Open");
    for _ in 0..3 {
        page.press_key(Key::Down);
    }
    told(&page, "marked", "Throat: Not");
    tab_to(&page, false, "checkbox", "On my side");
    page.press_key(Key::Space);
    tab_to(&page, false, "radio", "Talk: Left open");
    page.press_key(Key::Right);
    tab_to(&page, false, "checkbox", "I am ticklish");
    page.press_key(Key::Space);
    tab_to(&page, false, "radio", "My stop sign: Left open");
    page.press_key(Key::Down);
    page.press_key(Key::Down);
    page.press_key(Key::Up);
    tab_to(&page, false, "textbox", "Your own question");
    page.press("Is there a lift?");
    page.press_key(Key::Enter);
    tab_to(&page, false, "radio", "With me: Left open");
    page.press_key(Key::Down);
    lines_are(&page, &SHEET);
    tab_to(&page, false, "button", "Print, or save as PDF");
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

fn fill(page: &Page, group: &str, name: &str, words: &str) {
    act(page, group, "textbox", name, "focus");
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
    act(&page, "What I hope for", "checkbox", "An hour of rest", "click");
    fill(&page, "What I hope for", "In your own words", "Peace");
    act(&page, "Throat", "radio", "Not", "click");
    act(&page, "How I lie best", "checkbox", "On my side", "click");
    act(&page, "Talk", "radio", "Quiet", "click");
    act(&page, "Good to know about me", "checkbox", "I am ticklish", "click");
    act(&page, "My stop sign", "radio", "I raise a hand", "click");
    fill(&page, "My questions", "Your own question", "Is there a lift?");
    act(&page, "My questions", "button", "Add it", "click");
    act(&page, "With me", "radio", "I come alone", "click");

    // The sheet is heard as it is seen.
    let plain = |text: &str| text.replace(char::is_whitespace, "");
    let mut tree = Tree::of(&page);
    let mut missing = Vec::new();
    let heard = holds_within(SOON, || {
        tree = Tree::of(&page);
        let texts = tree.heard().filter(|node| text(&node["role"]) == "StaticText");
        let texts = texts.filter(|node| tree.is_in(node, "For my session"));
        let heard = plain(&texts.map(|node| text(&node["name"])).collect::<Vec<_>>().concat());
        missing = SHEET.into_iter().filter(|line| !heard.contains(&plain(line))).collect();
        missing.is_empty()
    });
    assert!(heard, "not heard: {missing:?}");

    // Nothing to act on is without a name.
    let acts: Vec<&Value> = tree.heard().filter(|node| ROLES.contains(&text(&node["role"]))).collect();
    assert!(acts.len() > 200, "{} things to act on", acts.len());
    let nameless: Vec<&&Value> = acts.iter().filter(|node| text(&node["name"]).trim().is_empty()).collect();
    assert!(nameless.is_empty(), "without a name: {nameless:#?}");
    let able = tree.heard().filter(|node| {
        let all = node["properties"].as_array().cloned().unwrap_or_default();
        all.iter().any(|it| it["name"] == "focusable" && it["value"]["value"] == true)
    });
    let nameless: Vec<&Value> = able.filter(|node| text(&node["name"]).trim().is_empty()).collect();
    assert!(nameless.is_empty(), "can have the focus, without a name: {nameless:#?}");

    act(&page, "My page", "button", "Print, or save as PDF", "click");
    assert_eq!(page.get::<Vec<String>>("return __printed"), ["sheet"]);
    page.is_clean();
}
