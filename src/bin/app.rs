//! Browser entry: waits for the pack and begins the visit.

#[cfg(target_arch = "wasm32")]
fn main() {
    browser::main();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: build the site with `cargo xtask build`");
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use stillpoint::app;
    use stillpoint::platform::{page, pages};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    pub fn main() {
        spawn_local(async {
            if let Err(reason) = start().await {
                fail(&reason);
            }
        });
    }

    /// Shows that nothing can be worked with, and tells why where developers look.
    fn fail(reason: &str) {
        page::say_failed();
        web_sys::console::error_1(&JsValue::from_str(reason));
    }

    async fn start() -> Result<(), String> {
        let window = web_sys::window().ok_or("no window")?;
        let get = |name: &str| js_sys::Reflect::get(&window, &name.into()).unwrap_or(JsValue::NULL);

        // `early.js` has been loading the pack while this program came.
        let loading: js_sys::Promise =
            get("stillpointPack").dyn_into().map_err(|_| "no pack was asked for")?;
        let bytes = JsFuture::from(loading).await.map_err(|_| "the pack did not come")?;
        let base = get("stillpointBase").as_string().unwrap_or_else(|| "/".to_owned());
        let visit = app::begin(js_sys::Uint8Array::new(&bytes).to_vec(), &base);
        // Whoever has tapped meanwhile is answered in between.
        let _ = JsFuture::from(pages::later()).await;
        let words = visit.words()?;
        let _ = JsFuture::from(pages::later()).await;
        visit.wake(words);
        Ok(())
    }
}
