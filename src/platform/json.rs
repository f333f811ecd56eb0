//! Reading JSON: in browsers by their own reader, which costs a phone nothing.

use serde::de::DeserializeOwned;

/// What stands in a text; `None` where it's something else.
#[cfg(target_arch = "wasm32")]
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let parsed = js_sys::JSON::parse(text).ok()?;
    serde_wasm_bindgen::from_value(parsed).ok()
}

/// What stands in a text; `None` where it's something else.
#[cfg(all(not(target_arch = "wasm32"), feature = "ssr"))]
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// On a host that makes no pages there's nothing to read.
#[cfg(all(not(target_arch = "wasm32"), not(feature = "ssr")))]
pub fn read<T: DeserializeOwned>(_: &str) -> Option<T> {
    None
}
