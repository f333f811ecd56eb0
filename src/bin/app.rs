//! Browser entry: begins the visit.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: build the site with `cargo xtask build`");
}

#[cfg(target_arch = "wasm32")]
fn main() {
    stillpoint::app::begin();
}

#[cfg(target_arch = "wasm32")]
mod give {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Another page gives lines to the page to prepare with. The promise is kept once they are.
    #[wasm_bindgen]
    pub fn give(what: String, lines: String) -> js_sys::Promise {
        wasm_bindgen_futures::future_to_promise(async move {
            let given = stillpoint::app::give(what, lines).await;
            given.map(JsValue::from).map_err(|reason| JsValue::from_str(&reason))
        })
    }
}
