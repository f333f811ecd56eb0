//! Browser entry of the search: a program of its own for the page of questions. `static/js/still.js`
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
    use stillpoint::faq::finder::{self, Finder};
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        static FINDER: OnceCell<Finder> = const { OnceCell::new() };
    }

    /// A page has come that may have the search on it.
    #[wasm_bindgen]
    pub fn arrive() {
        FINDER.with(|finder| finder.get_or_init(finder::open).arrive());
    }
}
