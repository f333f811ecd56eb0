//! A list in the page, through the DOM. Whatever is missing is passed over.

use super::object::by_id;
use crate::platform::events::Listening;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlCollection};

fn all(of: &HtmlCollection) -> impl Iterator<Item = Element> + use<> {
    let of = of.clone();
    (0..of.length()).filter_map(move |place| of.item(place))
}

fn show(element: &Element, shown: bool) {
    let _ = element.toggle_attribute_with_force("hidden", !shown);
}

/// See [`crate::platform::list::arrange`].
pub fn arrange(list: &str, aside: &str, links: &str, items: &[(String, String)]) {
    let (Some(list), Some(aside)) = (by_id(list), by_id(aside)) else { return };
    let here = |id: &str| items.iter().any(|(known, _)| known == id);
    // Gathered first: what is moved leaves the live collection.
    let leaving: Vec<Element> = all(&list.children()).filter(|item| !here(&item.id())).collect();
    for item in &leaving {
        note(item, "");
        show(item, item.has_attribute("data-waits"));
        let _ = aside.append_child(item);
    }
    for (place, (id, text)) in items.iter().enumerate() {
        let Some(item) = by_id(id) else { continue };
        note(&item, text);
        show(&item, true);
        place_at(&list, place, &item);
    }
    let links = by_id(links).and_then(|links| links.query_selector_all("a").ok());
    let Some(links) = links else { return };
    // Whatever waits does so in the order of the links, however often it came and went.
    let mut waiting = 0;
    for link in (0..links.length()).filter_map(|place| links.get(place)?.dyn_into::<Element>().ok()) {
        let to = link.get_attribute("href").unwrap_or_default();
        let id = to.trim_start_matches('#');
        show(&link, here(id));
        if let Some(item) = by_id(id).filter(|_| !here(id)) {
            place_at(&aside, waiting, &item);
            waiting += 1;
        }
    }
}

/// An item that stays where it is keeps its focus.
fn place_at(list: &Element, place: usize, item: &Element) {
    let there = list.children().item(place as u32);
    if there.as_ref() != Some(item) {
        let _ = list.insert_before(item, there.as_deref());
    }
}

fn note(item: &Element, text: &str) {
    if let Some(note) = item.first_element_child() {
        note.set_text_content(Some(text));
    }
}

/// See [`crate::platform::list::mark`].
pub fn mark(list: &str, id: Option<&str>) {
    let Some(list) = by_id(list) else { return };
    let _ = list.toggle_attribute_with_force("data-on", id.is_some());
    if let Ok(Some(before)) = list.query_selector("[aria-current]") {
        let _ = before.remove_attribute("aria-current");
    }
    if let Some(item) = id.and_then(by_id) {
        let _ = item.set_attribute("aria-current", "step");
    }
}

/// See [`crate::platform::list::on_choice`].
pub fn on_choice(list: &str, call: impl Fn(usize) + 'static) -> Listening {
    // Items are the list's own children, whatever they are called.
    let item = ["#", list, " > li"].concat();
    let Some(list) = by_id(list) else { return Box::new(()) };
    let listener = EventListener::new(&list.clone(), "click", move |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("button[data-go]").ok().flatten());
        let item = button.and_then(|button| button.closest(&item).ok().flatten());
        if let Some(place) = item.and_then(|item| all(&list.children()).position(|it| it == item)) {
            call(place);
        }
    });
    Box::new(listener)
}
