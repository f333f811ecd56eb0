//! Objects that some browsers lack: looked up by name, so that what is missing is passed over.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

/// The document.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// A property that may not be there.
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// A property of `navigator` that may not be there.
pub fn of_navigator(name: &str) -> Option<JsValue> {
    get(&web_sys::window()?.navigator(), name)
}

/// Calls a method that may not be there or refuse.
pub fn call(object: &JsValue, name: &str, words: &[&JsValue]) -> Option<JsValue> {
    let method: Function = get(object, name)?.dyn_into().ok()?;
    let list = js_sys::Array::new();
    for word in words {
        list.push(word);
    }
    method.apply(object, &list).ok()
}

/// A plain object with these properties.
pub fn plain(pairs: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in pairs {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
