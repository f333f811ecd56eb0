//! What several journeys do on the page to prepare with.

use std::collections::BTreeMap;
use std::time::Duration;

use browser::scripts::{self, Script};
use browser::{Host, Key, Page, SOON, Stage, becomes, holds_within, site, until};
use serde_json::json;

/// A host whose pages keep hold of what they print, copy and save, and run `more`.
pub fn host(stage: &Stage, more: &[Script]) -> Host {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[&[scripts::HANDS], more].concat());
    host
}

/// Opens the page and waits until what is kept stands in it.
#[track_caller]
pub fn open(page: &Page, host: &Host) {
    page.open_ready(host, "/prepare/");
    ready(page);
}

/// Waits until what is kept stands in the page.
#[track_caller]
pub fn ready(page: &Page) {
    page.until("what is kept", "return document.querySelector('#kept[data-ready]') !== null");
}

/// Loads the page again.
#[track_caller]
pub fn again(page: &Page) {
    page.reload();
    page.ready();
    ready(page);
}

/// Waits until everything that was done is safe on the device.
#[track_caller]
pub fn kept(page: &Page) {
    page.until("the device to have it", "return document.getElementById('kept').dataset.kept === 'yes'");
}

/// Ticks or unticks what is called so, in the part of the page that is called so.
#[track_caller]
pub fn tick(page: &Page, part: &str, name: &str) {
    choose(page, part, "checkbox", name);
}

/// Chooses one of several.
#[track_caller]
pub fn pick(page: &Page, group: &str, name: &str) {
    choose(page, group, "radio", name);
}

#[track_caller]
fn choose(page: &Page, part: &str, role: &str, name: &str) {
    page.role_in(part, role, name).choose();
}

/// Writes into a field, after what stands there.
#[track_caller]
pub fn write(page: &Page, part: &str, name: &str, text: &str) {
    page.role_in(part, "textbox", name).type_text(text);
}

/// Puts a text where the focus is, all at once as pasting does.
pub fn paste(page: &Page, part: &str, name: &str, text: &str) {
    let script = "const field = find(arguments[0])[0]; field.focus();
        return document.execCommand('insertText', false, arguments[1])";
    let what = json!({ "within": part, "role": "textbox", "name": name });
    assert_eq!(page.eval(script, &[what, json!(text)]), true, "{name} takes no text");
}

/// The eight steps: what is kept after one thing was done in each.
pub const STEPS: [(&str, &str); 8] = [
    ("hope-rest", "1"),
    ("place-throat", "not"),
    ("lying-own", "On the left side"),
    ("talk", "quiet"),
    ("know-own", "Tablets"),
    ("sign", "hand"),
    ("questions", "Is there a lift?"),
    ("company-who", "Ada"),
];

/// Does one thing in the step of this place in [`STEPS`].
#[track_caller]
pub fn step(page: &Page, place: usize) {
    let own = "In your own words";
    match place {
        0 => tick(page, "What I hope for", "An hour of rest"),
        1 => pick(page, "Throat", "Not"),
        2 => write(page, "How I lie best", own, "On the left side"),
        3 => pick(page, "Talk", "Quiet"),
        4 => write(page, "Good to know about me", "Medicines or conditions, in your own words", "Tablets"),
        5 => pick(page, "My stop sign", "I raise a hand"),
        6 => {
            write(page, "My questions", "Your own question", "Is there a lift?");
            page.press_key(Key::Enter);
        }
        _ => write(page, "Who comes with me", "Who it is", "Ada"),
    }
}

/// One thing in each step.
#[track_caller]
pub fn all_steps(page: &Page) {
    for place in 0..STEPS.len() {
        step(page, place);
    }
}

/// The lines of the sheet when one thing was done in each step.
pub const LINES: [&str; 16] = [
    "What I hope for",
    "An hour of rest",
    "Touch",
    "Please not: Throat",
    "How I lie best",
    "On the left side",
    "The room",
    "Mostly quiet, please.",
    "Good to know about me",
    "Medicines or conditions: Tablets",
    "How I say stop",
    "My stop sign: I raise a hand.",
    "My questions",
    "Is there a lift?",
    "Who comes with me",
    "Who it is: Ada",
];

/// The lines of the sheet, as they are seen.
pub fn lines(page: &Page) -> Vec<String> {
    page.get(
        "return document.getElementById('sheet-parts').innerText.split('\\n').map(squeeze).filter(Boolean)",
    )
}

/// Waits until the sheet has just these lines.
#[track_caller]
pub fn lines_are(page: &Page, wanted: &[&str]) {
    becomes("the sheet", wanted, || lines(page));
    // Nothing else hides between them.
    let all: String =
        page.get("return document.getElementById('sheet-parts').textContent.replace(/\\s/g, '')");
    assert_eq!(all, wanted.concat().replace(char::is_whitespace, ""));
}

/// What the device keeps, by name.
pub fn records(page: &Page) -> BTreeMap<String, String> {
    let script = "const done = arguments[arguments.length - 1];
        const asked = indexedDB.open('stillpoint');
        asked.onerror = () => done({});
        asked.onupgradeneeded = () => asked.transaction.abort();
        asked.onsuccess = () => {
          const store = asked.result.transaction('notes').objectStore('notes');
          const names = store.getAllKeys();
          const texts = store.getAll();
          store.transaction.oncomplete = () => {
            asked.result.close();
            done(Object.fromEntries(names.result.map((name, at) => [name, texts.result[at]])));
          };
        }";
    let found = page.eval_async(script, &[]);
    serde_json::from_value(found.clone()).unwrap_or_else(|why| panic!("{found}: {why}"))
}

/// Waits until the device keeps just these.
#[track_caller]
pub fn records_are(page: &Page, wanted: &[(&str, &str)]) {
    let wanted: BTreeMap<String, String> =
        wanted.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    becomes("what is kept", &wanted, || records(page));
}

/// What stands in the field of this name, or which of several is chosen; `1` for a tick.
pub fn value(page: &Page, name: &str) -> String {
    let script = "const all = [...document.querySelectorAll(`#desk [name=\"${arguments[0]}\"]`)];
        const one = all.find((it) => it.type !== 'radio' || it.checked);
        return one.type === 'checkbox' ? (one.checked ? '1' : '') : one.value";
    page.eval(script, &[json!(name)]).as_str().unwrap_or_default().to_owned()
}

/// The text of the last file that was offered to be saved, with its name and its kind.
pub fn saved(page: &Page) -> (String, String, String) {
    let script = "const done = arguments[arguments.length - 1];
        const file = __files.at(-1);
        if (!file || !__saved.length) done(null);
        else file.text().then((text) => done([text, __saved.at(-1), file.type]))";
    let found = page.eval_async(script, &[]);
    serde_json::from_value(found).expect("a file that was offered")
}

/// How often something was printed, copied or saved.
pub fn count(page: &Page, what: &str) -> u64 {
    page.eval(&format!("return {what}.length"), &[]).as_u64().unwrap_or_default()
}

/// Waits until so much was printed, copied and saved.
#[track_caller]
pub fn counts_are(page: &Page, wanted: [u64; 3]) {
    becomes("printed, copied and saved", &wanted, || {
        ["__printed", "__copied", "__saved"].map(|what| count(page, what))
    });
}

/// What is said in a line of status, once it is this.
#[track_caller]
pub fn told(page: &Page, id: &str, words: &str) {
    let script = "return squeeze(document.getElementById(arguments[0]).textContent)";
    becomes(&format!("#{id}"), words, || page.eval(script, &[json!(id)]));
}

/// How long the focus may take to move.
const A_MOMENT: Duration = Duration::from_millis(500);

/// Tabs on until what is called so has the focus, alone or after the name of its group; back with Shift.
#[track_caller]
pub fn tab_to(page: &Page, back: bool, role: &str, begins: &str) {
    let script = "const it = document.activeElement;
        const moved = it !== window.__met;
        window.__met = it;
        const group = it.closest('fieldset');
        const names = [named(it), `${group ? named(group) : ''}: ${named(it)}`];
        const fits = ROLES[arguments[0]].split(',').some((of) => it.matches(of));
        return [fits && names.some((name) => name.startsWith(arguments[1])), names[0], moved]";
    let here = || page.eval(script, &[json!(role), json!(begins)]);
    let mut met = Vec::new();
    here();
    for _ in 0..400 {
        if back {
            page.press_with(Key::Shift, Key::Tab);
        } else {
            page.press_key(Key::Tab);
        }
        // A driver may answer before the page has heard the key.
        let mut seen = here();
        holds_within(A_MOMENT, || {
            if seen[2] != true {
                seen = here();
            }
            seen[2] == true
        });
        if seen[0] == true {
            return;
        }
        met.push(seen[1].as_str().unwrap_or_default().chars().take(30).collect::<String>());
    }
    panic!("no {role} “{begins}” by tabbing: {met:?}");
}

/// Waits until the focus is on the element of this id.
#[track_caller]
pub fn focus_is(page: &Page, id: &str) {
    let on = || page.get::<String>("return document.activeElement.id");
    until(&format!("the focus to be on {id}, it is on {}", on()), SOON, || on() == id);
}
