//! The page itself, through the DOM. Whatever is missing is passed over in silence.

use gloo::events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, HtmlDetailsElement, HtmlElement, ScrollToOptions, Url, Window};
use yew::prelude::*;

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The base path of the site.
pub fn base() -> String {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("data-base")).unwrap_or_else(|| "/".to_owned())
}

/// Waits until no finger is down and no word is being composed: what is replaced meanwhile would never be
/// clicked. `static/js/keeper.js` knows.
pub async fn released() {
    while let Some(root) = document().and_then(|document| document.document_element())
        && root.has_attribute("data-held")
    {
        let over = js_sys::Promise::new(&mut |yes, _| {
            let options = web_sys::AddEventListenerOptions::new();
            options.set_once(true);
            let _ = root.add_event_listener_with_callback_and_add_event_listener_options(
                "stillpoint-released",
                &yes,
                &options,
            );
        });
        let _ = JsFuture::from(over).await;
    }
}

/// Writes a line for developers.
pub fn log_error(text: &str) {
    web_sys::console::error_1(&JsValue::from_str(text));
}

/// Says that the page that has just come does not work yet: what is done to it is kept.
pub fn say_waiting() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-app", "waiting");
        // What was lost on one page is not missed on the next.
        let _ = root.remove_attribute("data-lost");
    }
}

/// Says that every island of the page that is shown is awake.
pub fn say_ready() {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = root.set_attribute("data-app", "ready");
    say("stillpoint-ready");
}

/// Shows, or no longer shows, that a page is on its way.
pub fn set_loading(loading: bool) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.toggle_attribute_with_force("data-loading", loading);
    }
}

/// Says that the page of a link didn't come, and that the session goes on.
pub fn say_unreached() {
    if let Some(note) = by_id("unreached") {
        // A status is spoken when its text comes.
        note.set_text_content(note.get_attribute("data-text").as_deref());
        gloo::timers::callback::Timeout::new(8_000, move || note.set_text_content(None)).forget();
    }
}

/// Says something to the scripts that keep a page usable before its program comes.
pub fn say(what: &str) {
    let root = document().and_then(|document| document.document_element());
    if let (Some(root), Ok(event)) = (root, Event::new(what)) {
        let _ = root.dispatch_event(&event);
    }
}

/// Moves the focus to the first-level heading without scrolling.
pub fn focus_heading() {
    let heading = document().and_then(|document| document.query_selector("h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        focus_quietly(&heading);
    }
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the element with this id.
pub fn focus_id(id: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.focus();
    }
}

/// What stands in the field with this id.
pub fn value(id: &str) -> String {
    by_id(id)
        .and_then(|it| it.dyn_into::<web_sys::HtmlInputElement>().ok())
        .map(|it| it.value())
        .unwrap_or_default()
}

/// Takes what was typed into the field with this id: it's empty then.
pub fn take_value(id: &str) -> String {
    let field = by_id(id).and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(field) = field else { return String::new() };
    let typed = field.value();
    field.set_value("");
    typed
}

/// Whether the page has an element with this id.
pub fn has_id(id: &str) -> bool {
    by_id(id).is_some()
}

/// Whether a dialog is open.
pub fn has_dialog() -> bool {
    document().is_some_and(|document| document.query_selector("dialog[open]").is_ok_and(|it| it.is_some()))
}

/// Closes every dialog.
pub fn close_dialogs() {
    let open = document().and_then(|document| document.query_selector_all("dialog[open]").ok());
    for dialog in open.iter().flat_map(|all| (0..all.length()).filter_map(|n| all.get(n))) {
        super::object::call(&dialog, "close", &[]);
    }
}

/// Opens the dialog with this id over the page, or closes it.
pub fn show_dialog(id: &str, open: bool) {
    if let Some(dialog) = by_id(id) {
        super::object::call(&dialog, if open { "showModal" } else { "close" }, &[]);
    }
}

/// What stands in an element, as HTML.
pub fn inner_html(node: &NodeRef) -> String {
    node.cast::<Element>().map(|element| element.inner_html()).unwrap_or_default()
}

/// What stands in the first element of this selector, as HTML.
pub fn html_in(selector: &str) -> Option<String> {
    Some(document()?.query_selector(selector).ok()??.inner_html())
}

/// Sets an attribute of the element with this id.
pub fn mark(id: &str, name: &str, value: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.set_attribute(name, value);
    }
}

/// Sets a style property of the element with this id.
pub fn mark_style(id: &str, name: &str, value: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.style().set_property(name, value);
    }
}

fn focus_quietly(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// How many pixels of the page are above what is seen.
pub fn scrolled() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls to this many pixels from the top.
pub fn scroll_to(top: f64) {
    if let Some(window) = window() {
        let options = ScrollToOptions::new();
        options.set_top(top);
        options.set_behavior(web_sys::ScrollBehavior::Instant);
        window.scroll_to_with_scroll_to_options(&options);
    }
}

/// So many scroll positions are kept: no browser goes further back.
const MOST_KEPT: usize = 100;

thread_local! {
    /// The scroll position of each history entry, by its address and number; the one that came last stands last.
    static KEPT: RefCell<Vec<(String, f64)>> = const { RefCell::new(Vec::new()) };
}

fn entry() -> Option<String> {
    let window = window()?;
    let state = window.history().ok()?.state().ok()?;
    let number = state.as_f64().map_or(0, |number| number as u64);
    Some([&window.location().pathname().ok()?, " ", &number.to_string()].concat())
}

/// Remembers the scroll position of each history entry, for going back.
pub fn keep_scroll() {
    if let Some(window) = window() {
        EventListener::new(&window, "scroll", |_| note_scroll()).forget();
    }
}

/// Remembers the scroll position of the history entry that is shown now.
pub fn note_scroll() {
    let Some(window) = window() else { return };
    // While another page is on its way, the address is its already.
    if window.location().pathname().ok() != Some(super::pages::shown()) {
        return;
    }
    if let (Some(entry), Ok(top)) = (entry(), window.scroll_y()) {
        KEPT.with_borrow_mut(|kept| match kept.iter_mut().find(|(known, _)| *known == entry) {
            Some(known) => known.1 = top,
            None => {
                if kept.len() >= MOST_KEPT {
                    kept.remove(0);
                }
                kept.push((entry, top));
            }
        });
    }
}

/// The kept scroll position of the history entry that is shown now.
pub fn kept_scroll() -> Option<f64> {
    let entry = entry()?;
    KEPT.with_borrow(|kept| kept.iter().find(|(known, _)| *known == entry).map(|(_, top)| *top))
}

/// Shows the element with this id: opens the disclosure around it and scrolls to it.
pub fn show_anchor(id: &str) -> bool {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return false;
    };
    let around = element.closest("details").ok().flatten();
    if let Some(details) = around.and_then(|details| details.dyn_into::<HtmlDetailsElement>().ok()) {
        details.set_open(true);
        if let Ok(Some(summary)) = details.query_selector("summary")
            && let Ok(summary) = summary.dyn_into::<HtmlElement>()
        {
            focus_quietly(&summary);
        }
        details.scroll_into_view();
    } else {
        element.scroll_into_view();
    }
    true
}

/// Whether the disclosure of this event is open now.
pub fn is_open(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
    details.is_some_and(|details| details.open())
}

/// The value of this name in the address's query.
pub fn query(name: &str) -> Option<String> {
    let url = Url::new(&window()?.location().href().ok()?).ok()?;
    url.search_params().get(name)
}

/// Writes a value into the address's query without a new history entry; empty removes it.
pub fn set_query(name: &str, value: &str) {
    let write = || {
        let window = window()?;
        let history = window.history().ok()?;
        let url = Url::new(&window.location().href().ok()?).ok()?;
        // Going back, the address is another page's before that one is shown.
        if url.pathname() != super::pages::shown() {
            return None;
        }
        match value {
            "" => url.search_params().delete(name),
            _ => url.search_params().set(name, value),
        }
        let state = history.state().ok()?;
        history.replace_state_with_url(&state, "", Some(&url.href())).ok()
    };
    // Some browsers refuse more than 100 such writes in half a minute; the search works without.
    let _ = write();
}

/// Writes into an element that nobody else writes into. A translator may have put an element in the text's place.
pub fn write(node: &NodeRef, text: &str) {
    let Some(element) = node.get() else { return };
    match element.first_child().filter(|child| child.node_type() == web_sys::Node::TEXT_NODE) {
        Some(before) => before.set_node_value(Some(text)),
        None => element.set_text_content(Some(text)),
    }
}

/// Renders into the element with this id, wherever in the page it is.
pub fn portal(id: &str, content: Html) -> Html {
    match document().and_then(|document| document.get_element_by_id(id)) {
        Some(host) => create_portal(content, host),
        None => html! {},
    }
}

/// How many milliseconds ago the tap was made that this click carries out.
pub fn tapped_ago(event: &MouseEvent) -> u64 {
    let read = || {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let button = target.closest("[data-early-at]").ok()??;
        let at: u64 = button.get_attribute("data-early-at")?.parse().ok()?;
        let _ = button.remove_attribute("data-early-at");
        Some((window()?.performance()?.now() as u64).saturating_sub(at))
    };
    read().unwrap_or(0)
}

/// Sets a style property by the CSSOM, which a strict content security policy allows.
pub fn set_style(node: &NodeRef, name: &str, value: &str) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
    }
}

/// Asks the offline worker to keep these files of the site.
pub fn keep_offline(addresses: &[String]) {
    let Some(workers) = super::object::of_navigator("serviceWorker") else { return };
    let ready = super::object::get(&workers, "ready").map(js_sys::Promise::from);
    let list: js_sys::Array = addresses.iter().map(|address| JsValue::from(address.as_str())).collect();
    wasm_bindgen_futures::spawn_local(async move {
        let Some(ready) = ready else { return };
        let Ok(registration) = JsFuture::from(ready).await else { return };
        if let Some(active) = registration.unchecked_into::<web_sys::ServiceWorkerRegistration>().active() {
            let _ = active.post_message(&list);
        }
    });
}

/// Says that nothing can be worked with any more; the page shows its message and stays readable.
pub fn say_failed() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-app", "failed");
    }
}
