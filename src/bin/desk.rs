//! Browser entry of the desk: a program of its own for the page to prepare with. `static/js/still.js`
//! loads it where a page asks for it.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: build the site with `cargo xtask build`");
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::OnceCell;
    use stillpoint::prepare::desk::{self, DOCTOR, Desk, QUESTIONS};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        static DESK: OnceCell<Desk> = const { OnceCell::new() };
    }

    fn desk() -> Desk {
        DESK.with(|desk| desk.get_or_init(desk::open).clone())
    }

    /// A page has come that may have the desk on it.
    #[wasm_bindgen]
    pub fn arrive() {
        desk().arrive();
    }

    /// Another page gives lines: questions to ask, or else what somebody is asking a doctor about. The
    /// promise is kept once they are.
    #[wasm_bindgen]
    pub fn take(what: &str, lines: String) -> js_sys::Promise {
        let name = if what == QUESTIONS { QUESTIONS } else { DOCTOR };
        js_sys::Promise::new(&mut |yes, _| {
            desk().take(name, lines.clone(), move |kept| {
                let _ = yes.call1(&JsValue::NULL, &kept.into());
            });
        })
    }
}
