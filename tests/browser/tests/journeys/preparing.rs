//! What several journeys do on the page to prepare with.

use std::collections::BTreeMap;
use std::time::Duration;

use browser::scripts::{self, Script};
use browser::words::{on_prepare, prepare, says, words};
use browser::{Host, Key, Locator, Page, SOON, Stage, becomes, holds_within, site, until};
use serde_json::{Value, json};
use stillpoint::content::prepare::Kind;
use stillpoint::core::Text;

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

/// How a person finds a field: the part or group of the page that it stands in, what it is, what it is called.
#[derive(Debug)]
pub struct Named {
    pub part: String,
    pub role: &'static str,
    pub name: String,
}

/// The field of this name, and of this value where several share the name.
///
/// Names and values are what is kept on the device; what a person reads is looked up in the words.
#[track_caller]
pub fn named(field: &str, value: &str) -> Named {
    let (prepare, words) = (prepare(), on_prepare());
    let is = |part: &str, role, name: &str| Named { part: part.into(), role, name: name.into() };
    let of = |options: &[(&str, &str)]| options.iter().find(|it| it.0 == value).map(|it| it.1.to_owned());
    for (step, ask) in prepare.steps.iter().flat_map(|step| step.asks.iter().map(move |ask| (step, ask))) {
        let mut options = ask.options.iter();
        match ask.kind {
            Kind::Ticks => {
                let ticked = options.find(|[value, ..]| field == format!("{}-{value}", ask.name));
                if let Some([_, label, _]) = ticked {
                    return is(&step.title, "checkbox", label);
                }
            }
            Kind::One if *ask.name == *field => {
                let label = options.find(|[known, ..]| **known == *value).map(|[_, label, _]| label);
                return is(&ask.legend, "radio", label.unwrap_or(&words.no_matter));
            }
            Kind::Text | Kind::Line if *ask.name == *field => return is(&step.title, "textbox", &ask.legend),
            _ => {}
        }
    }
    if let Some((_, place)) = prepare.places.iter().find(|(id, _)| field == format!("place-{id}")) {
        let says = says();
        let marks = [
            ("", &says.mark_open),
            ("fine", &says.mark_fine),
            ("ask", &says.mark_ask),
            ("not", &says.mark_not),
        ];
        let mark = marks.iter().find(|it| it.0 == value).expect("a mark").1;
        return is(place, "radio", mark);
    }
    for list in &prepare.lists {
        if let Some((_, item)) = list.items.iter().find(|(id, _)| field == format!("{}-{id}", list.id)) {
            return is(&list.title, "checkbox", &plain(item));
        }
    }
    let course = &prepare.course;
    let pairs =
        |all: &'static [[Text; 2]]| all.iter().map(|[value, label]| (&**value, &**label)).collect::<Vec<_>>();
    let names = || course.names.iter().map(|[value, name, _]| (&**value, &**name)).collect::<Vec<_>>();
    let label = match field {
        "visits" => Some(value.to_owned()),
        "length" => of(&pairs(&course.lengths)),
        "alarm" => of(&pairs(&course.alarms)),
        "called" => of(&names()),
        _ => None,
    };
    match (field, label) {
        ("visits", Some(label)) => is(&words.visits, "radio", &label),
        ("length", Some(label)) => is(&words.length, "radio", &label),
        ("alarm", Some(label)) => is(&words.alarm, "radio", &label),
        ("called", Some(label)) => is(&words.called, "radio", &label),
        ("called-own", _) => is(&words.dates_title, "textbox", &words.called_own),
        ("visit-place", _) => is(&words.dates_title, "textbox", &words.place),
        ("name", _) => is(&words.sheet_title, "textbox", &words.name),
        ("large", _) => is(&words.sheet_title, "checkbox", &words.large),
        (OWN_QUESTION, _) => is(questions(), "textbox", &words.own_question),
        _ => panic!("the page asks for no {field:?} with {value:?}: choose another example"),
    }
}

/// HTML without its marks, as it is read.
fn plain(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect()
}

/// The field for an own question, before it joins the list.
pub const OWN_QUESTION: &str = "own-question";

/// The part of the page that asks for questions: the only step that asks nothing else.
pub fn questions() -> &'static str {
    let step = prepare().steps.iter().find(|step| step.asks.is_empty());
    &step.expect("a step for questions").title
}

/// A question that can be taken from the list, by its number.
pub fn ask(number: usize) -> &'static str {
    &words().practitioners.asks[number].1
}

/// Ticks or unticks what is kept under this name.
#[track_caller]
pub fn tick(page: &Page, field: &str) {
    pick(page, field, "");
}

/// Chooses one of several.
#[track_caller]
pub fn pick(page: &Page, field: &str, value: &str) {
    let Named { part, role, name } = named(field, value);
    page.role_in(part, role, name).choose();
}

/// Takes a question of the list, or gives it back.
#[track_caller]
pub fn take(page: &Page, number: usize) {
    page.role_in(questions(), "checkbox", ask(number)).choose();
}

/// The field of this name.
#[track_caller]
pub fn field(page: &Page, name: &str) -> Locator {
    let Named { part, role, name } = named(name, "");
    page.role_in(part, role, name)
}

/// Writes into a field, after what stands there.
#[track_caller]
pub fn write(page: &Page, name: &str, text: &str) {
    field(page, name).type_text(text);
}

/// What stands beside a question to move it up, down, or away.
pub fn remove(page: &Page, question: &str) -> Locator {
    page.button(format!("{}: {question}", says().remove))
}

/// Puts a text where the focus is, all at once as pasting does.
pub fn paste(page: &Page, field: &str, text: &str) {
    let script = "const field = find(arguments[0])[0]; field.focus();
        return document.execCommand('insertText', false, arguments[1])";
    let Named { part, role, name } = named(field, "");
    let what = json!({ "within": part, "role": role, "name": name });
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
    let (name, value) = STEPS[place];
    match name {
        "questions" => {
            write(page, OWN_QUESTION, value);
            page.press_key(Key::Enter);
        }
        _ if named(name, value).role == "textbox" => write(page, name, value),
        _ => pick(page, name, value),
    }
}

/// One thing in each step.
#[track_caller]
pub fn all_steps(page: &Page) {
    for place in 0..STEPS.len() {
        step(page, place);
    }
}

/// The line that the sheet has of what was written or chosen in a field that is asked.
pub fn line(name: &str, text: &str) -> String {
    let ask = prepare().steps.iter().flat_map(|step| &step.asks).find(|ask| *ask.name == *name);
    join(ask.map_or("", |ask| &ask.lead), text)
}

fn join(lead: &str, text: &str) -> String {
    if lead.is_empty() { text.to_owned() } else { format!("{lead} {text}") }
}

/// The lines of the sheet when just this is kept: each part with its heading, in the order of the page.
pub fn lines_of(kept: &[(&str, &str)]) -> Vec<String> {
    let of = |name: &str| kept.iter().find(|it| it.0 == name).map(|it| it.1);
    let written =
        |text: &str| text.lines().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
    let (prepare, says) = (prepare(), says());
    let mut all = Vec::new();
    for step in &prepare.steps {
        let mut lines: Vec<String> = Vec::new();
        if &*step.id == PLACES {
            for (mark, lead) in
                [("not", &says.sheet_not), ("ask", &says.sheet_ask), ("fine", &says.sheet_fine)]
            {
                let marked = prepare.places.iter().filter(|(id, _)| of(&format!("place-{id}")) == Some(mark));
                let names: Vec<&str> = marked.map(|(_, name)| &**name).collect();
                if !names.is_empty() {
                    lines.push(join(lead, &names.join(", ")));
                }
            }
        }
        for ask in &step.asks {
            let given: Vec<String> = match ask.kind {
                Kind::Ticks => {
                    let ticked = |value: &str| of(&format!("{}-{value}", ask.name)).is_some();
                    let ticked = ask.options.iter().filter(|[value, ..]| ticked(value));
                    ticked.map(|[_, _, says]| says.to_string()).collect()
                }
                Kind::One => {
                    let chosen = ask.options.iter().filter(|[value, ..]| of(&ask.name) == Some(value));
                    chosen.map(|[_, _, says]| says.to_string()).collect()
                }
                Kind::Text | Kind::Line => of(&ask.name).map(written).unwrap_or_default(),
            };
            // What stands before a text of several lines is said once.
            let again = if matches!(ask.kind, Kind::Text | Kind::Line) { "" } else { &ask.lead };
            let leads = std::iter::once(&*ask.lead).chain(std::iter::repeat(again));
            lines.extend(given.iter().zip(leads).map(|(text, lead)| join(lead, text)));
        }
        if step.asks.is_empty() {
            lines.extend(of("questions").map(written).unwrap_or_default());
        }
        if !lines.is_empty() {
            all.push(step.sheet.to_string());
            all.extend(lines);
        }
    }
    all
}

/// The step with the places on the body.
const PLACES: &str = "places";

/// The lines of the sheet, as they are seen.
pub fn lines(page: &Page) -> Vec<String> {
    page.get(
        "return document.getElementById('sheet-parts').innerText.split('\\n').map(squeeze).filter(Boolean)",
    )
}

/// Waits until the sheet has just these lines.
#[track_caller]
pub fn lines_are(page: &Page, wanted: &[String]) {
    becomes("the sheet", wanted, || lines(page));
    // Nothing else hides between them.
    let all: String =
        page.get("return document.getElementById('sheet-parts').textContent.replace(/\\s/g, '')");
    assert_eq!(all, wanted.concat().replace(char::is_whitespace, ""));
}

/// What the device keeps, by name.
pub fn records(page: &Page) -> BTreeMap<String, String> {
    let found = any_records(page);
    serde_json::from_value(found.clone()).unwrap_or_else(|why| panic!("{found}: {why}"))
}

/// The same, where something may be kept that no release keeps.
pub fn any_records(page: &Page) -> Value {
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
    page.eval_async(script, &[])
}

/// Waits until the device keeps just these.
#[track_caller]
pub fn records_are(page: &Page, wanted: &[(&str, &str)]) {
    let wanted: BTreeMap<String, String> =
        wanted.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    becomes("what is kept", &wanted, || records(page));
}

/// What stands in the field of this name, or which of several is chosen; `1` for a tick; questions as they're listed.
pub fn value(page: &Page, name: &str) -> String {
    if name == "questions" {
        return order(page).join("\n");
    }
    let script = "const all = [...document.querySelectorAll(`#desk [name=\"${arguments[0]}\"]`)];
        const one = all.find((it) => it.type !== 'radio' || it.checked);
        return one.type === 'checkbox' ? (one.checked ? '1' : '') : one.value";
    page.eval(script, &[json!(name)]).as_str().unwrap_or_default().to_owned()
}

/// The questions as they're listed.
pub fn order(page: &Page) -> Vec<String> {
    page.get("return [...document.querySelectorAll('#my-questions > li > span:first-child')].map((it) => it.textContent)")
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
