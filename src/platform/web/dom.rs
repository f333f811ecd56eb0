//! A page that is HTML already, through the DOM. Whatever is missing is passed over.

use super::object::{by_id, call, document};
use crate::platform::dom::{Done, Field};
use crate::platform::signal::Listening;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

fn all(within: &str, selector: &str) -> Vec<Element> {
    let found = by_id(within).and_then(|element| element.query_selector_all(selector).ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|n| found.get(n)?.dyn_into().ok()).collect()
}

/// The fields of this name inside an element.
fn named(within: &str, name: &str) -> Vec<Element> {
    let (Some(outer), Some(document)) = (by_id(within), document()) else { return Vec::new() };
    let found = document.get_elements_by_name(name);
    let found = (0..found.length()).filter_map(|n| found.get(n)?.dyn_into().ok());
    found.filter(|it: &Element| outer.contains(Some(it))).collect()
}

fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// Whether an element with this id is there.
pub fn is_there(id: &str) -> bool {
    by_id(id).is_some()
}

fn field(element: &Element) -> Option<Field> {
    let name = element.get_attribute("name").filter(|name| !name.is_empty())?;
    let (kind, value, on) = match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => match input.type_() {
            kind if kind == "checkbox" => {
                let on = input.checked();
                (kind, if on { "1".to_owned() } else { String::new() }, on)
            }
            kind if kind == "radio" => (kind, input.value(), input.checked()),
            kind => (kind, input.value(), true),
        },
        None => ("text".to_owned(), element.dyn_ref::<HtmlTextAreaElement>()?.value(), true),
    };
    // Of the many that are not chosen nobody asks for more, and each question to the page takes its time.
    let more = |name: &str| if on { attribute(element, name) } else { String::new() };
    let group = if on { element.closest("[data-group]").ok().flatten() } else { None };
    Some(Field {
        group: group.map(|group| attribute(&group, "data-group")).unwrap_or_default(),
        name,
        kind: element.get_attribute("data-kind").unwrap_or(kind),
        value,
        on,
        says: more("data-says"),
        lead: more("data-lead"),
    })
}

/// What is chosen and what can be written inside an element, in reading order. Choices left open and ticks not
/// set are passed over: they are many, and each question to the page takes its time.
pub fn fields(within: &str) -> Vec<Field> {
    const SET: &str = "[name]:is(:checked:not([value='']), :not([type=radio], [type=checkbox]))";
    all(within, SET).iter().filter_map(field).collect()
}

/// What is chosen among the fields of this name, or what is written there.
pub fn chosen(within: &str, name: &str) -> Option<Field> {
    named(within, name).iter().filter_map(field).find(|field| field.on)
}

/// Gives all fields of this name inside an element a value.
pub fn put(within: &str, name: &str, value: &str) {
    for element in named(within, name) {
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                "checkbox" => input.set_checked(value == "1"),
                "radio" => input.set_checked(input.value() == value),
                _ => input.set_value(value),
            }
        } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(value);
        }
    }
}

/// Ticks the boxes inside an element whose `data-take` is asked for.
pub fn tick(within: &str, wanted: impl Fn(&str) -> bool) {
    for element in all(within, "[data-take]") {
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            input.set_checked(wanted(&attribute(&element, "data-take")));
        }
    }
}

/// The `data-take` of the boxes inside an element that are ticked.
pub fn taken(within: &str) -> Vec<String> {
    all(within, "[data-take]:checked").iter().map(|element| attribute(element, "data-take")).collect()
}

/// Hears what is done inside an element of this id, whenever there is one.
pub fn listen(within: &'static str, call: impl Fn(Done) + 'static) -> Listening {
    let Some(document) = document() else { return Box::new(()) };
    let call = std::rc::Rc::new(call);
    let hear = |event: &'static str, done: fn(&Event, &Element) -> Option<Done>| {
        let call = call.clone();
        EventListener::new(&document, event, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let inside =
                |target: &Element| target.closest(&["#", within].concat()).is_ok_and(|it| it.is_some());
            if let Some(done) = target.filter(inside).and_then(|target| done(event, &target)) {
                call(done);
            }
        })
    };
    Box::new([
        hear("input", changed),
        hear("change", changed),
        hear("click", clicked),
        hear("keydown", entered),
    ])
}

fn changed(event: &Event, target: &Element) -> Option<Done> {
    // Texts tell each letter, choices each change; browsers tell the other event as well.
    let text = target
        .dyn_ref::<HtmlInputElement>()
        .is_none_or(|input| !matches!(input.type_().as_str(), "checkbox" | "radio"));
    if text != (event.type_() == "input") {
        return None;
    }
    if let Some(what) = target.get_attribute("data-take") {
        return Some(Done::Took(what, target.dyn_ref::<HtmlInputElement>()?.checked()));
    }
    field(target).map(Done::Changed)
}

fn clicked(_: &Event, target: &Element) -> Option<Done> {
    if let Ok(Some(button)) = target.closest("button[data-do]") {
        let n = button.get_attribute("data-n").and_then(|n| n.parse().ok());
        return Some(Done::Pressed(attribute(&button, "data-do"), n));
    }
    let place = target.closest("[data-tap]").ok()??;
    Some(Done::Tapped(attribute(&place, "data-tap")))
}

fn entered(event: &Event, target: &Element) -> Option<Done> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let enters = key.key() == "Enter" && !key.is_composing() && target.tag_name() == "INPUT";
    (enters && !target.id().is_empty()).then(|| Done::Entered(target.id()))
}

/// Whether an element has the focus.
pub fn is_focused(id: &str) -> bool {
    document().and_then(|document| document.active_element()).is_some_and(|focused| focused.id() == id)
}

/// Calls when an element of this id gets the focus, with `true`, and when it loses it.
pub fn on_focus(id: &'static str, call: impl Fn(bool) + 'static) -> Listening {
    let Some(document) = document() else { return Box::new(()) };
    let call = std::rc::Rc::new(call);
    let hear = |event: &'static str, here: bool| {
        let call = call.clone();
        EventListener::new(&document, event, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if target.is_some_and(|target| target.id() == id) {
                call(here);
            }
        })
    };
    Box::new([hear("focusin", true), hear("focusout", false)])
}

/// The text inside an element.
pub fn text(id: &str) -> String {
    by_id(id).and_then(|element| element.text_content()).unwrap_or_default()
}

/// The value of a field.
pub fn value(id: &str) -> String {
    by_id(id)
        .and_then(|element| Some(element.dyn_into::<HtmlInputElement>().ok()?.value()))
        .unwrap_or_default()
}

/// An element as HTML, itself included.
pub fn outer(id: &str) -> String {
    by_id(id).map(|element| element.outer_html()).unwrap_or_default()
}

/// Writes a text into an element, if it is another one.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = by_id(id).filter(|element| element.text_content().as_deref() != Some(text)) {
        element.set_text_content(Some(text));
    }
}

/// Writes HTML into an element, if it is other HTML.
pub fn set_html(id: &str, html: &str) {
    if let Some(element) = by_id(id).filter(|element| element.inner_html() != html) {
        element.set_inner_html(html);
    }
}

/// Sets the value of a field.
pub fn set_value(id: &str, value: &str) {
    if let Some(input) = by_id(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(value);
    }
}

/// Shows an element, or hides it.
pub fn show(id: &str, shown: bool) {
    if let Some(element) = by_id(id) {
        let _ = element.toggle_attribute_with_force("hidden", !shown);
    }
}

/// Sets an attribute of everything inside an element that has this attribute with this value.
pub fn mark(within: &str, of: (&str, &str), name: &str, value: &str) {
    for element in all(within, &["[", of.0, "=\"", of.1, "\"]"].concat()) {
        let _ = element.set_attribute(name, value);
    }
}

/// Takes an attribute from everything inside an element that has this one, too.
pub fn unmark(within: &str, of: &str, name: &str) {
    for element in all(within, &["[", of, "][", name, "]"].concat()) {
        let _ = element.remove_attribute(name);
    }
}

/// Opens a dialog over the page; tells when it was closed, however that was.
pub fn open_dialog(id: &str, closed: impl FnOnce() + 'static) {
    if let Some(element) = by_id(id) {
        EventListener::once(&element, "close", move |_| closed()).forget();
        call(&element, "showModal", &[]);
    }
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(element) = by_id(id) {
        call(&element, "close", &[]);
    }
}

/// The language of the page.
pub fn language() -> String {
    let root = document().and_then(|document| document.document_element());
    root.map(|root| attribute(&root, "lang")).unwrap_or_default()
}

/// Tells the document, for whoever listens there.
pub fn tell(name: &str) {
    if let (Some(document), Ok(event)) = (document(), Event::new(name)) {
        let _ = document.dispatch_event(&event);
    }
}
