//! Marks on `<html>`, kept in `localStorage` under one key a setting.

use super::local_storage::WebStorage;
use super::object::document;
use crate::platform::events::Listening;
use crate::platform::local_storage::Storage;
use crate::platform::look::Look;
use gloo::events::EventListener;
use web_sys::Element;

/// What `static/js/settings.js` says on `<html>` when another tab has changed the marks.
const CHANGED: &str = "stillpoint-settings";

/// The marks of this page.
pub struct WebLook;

fn root() -> Option<Element> {
    document()?.document_element()
}

impl Look for WebLook {
    fn chosen(&self, name: &str) -> String {
        root().and_then(|root| root.get_attribute(&["data-", name].concat())).unwrap_or_default()
    }

    fn choose(&self, name: &str, value: &str) -> bool {
        let (mark, key) = (["data-", name].concat(), ["stillpoint.", name].concat());
        if let Some(root) = root() {
            let _ = match value {
                "" => root.remove_attribute(&mark),
                _ => root.set_attribute(&mark, value),
            };
        }
        if value.is_empty() {
            WebStorage.erase(&key);
            return true;
        }
        WebStorage.save(&key, value)
    }

    fn on_change(&self, call: Box<dyn Fn()>) -> Listening {
        match root() {
            Some(root) => Box::new(EventListener::new(&root, CHANGED, move |_| call())),
            None => Box::new(()),
        }
    }
}
