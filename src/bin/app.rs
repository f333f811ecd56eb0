//! Browser entry: opens the pack and hydrates `#app`.

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
    use stillpoint::app::{App, AppProps, Still};
    use stillpoint::content::Words;
    use stillpoint::platform::page;
    use stillpoint::route::Route;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use yew::Renderer;
    use yew_router::history::{AnyHistory, BrowserHistory, History};

    pub fn main() {
        std::panic::set_hook(Box::new(|info| {
            let place = info.location().map(|place| (place.file(), place.line()));
            let (file, line) = place.unwrap_or_default();
            fail(&format!("stopped at {file}:{line}"));
        }));
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
        let root =
            window.document().and_then(|document| document.get_element_by_id("app")).ok_or("no #app")?;
        let told = |name: &str| root.get_attribute(name).unwrap_or_default();
        let get = |name: &str| js_sys::Reflect::get(&window, &name.into()).unwrap_or(JsValue::NULL);

        // `early.js` has been loading the pack while this program came.
        let loading: js_sys::Promise =
            get("stillpointPack").dyn_into().map_err(|_| "no pack was asked for")?;
        let bytes = JsFuture::from(loading).await.map_err(|_| "the pack did not come")?;
        let words = Words::open(&js_sys::Uint8Array::new(&bytes).to_vec())?;

        let base = get("stillpointBase").as_string().unwrap_or_else(|| "/".to_owned());
        let history = AnyHistory::from(BrowserHistory::new());
        let shown = Route::of_address(history.location().path(), &base);
        let same = shown.path() == told("data-route");
        if !same && shown.is_still() {
            // A host answered with another page's file: that page is asked for by its own name.
            return Err(format!("this file is not the page {}", shown.path()));
        }
        let still = Still::default();
        if let Ok(Some(content)) = root.query_selector(".still") {
            still.keep(shown, content.inner_html().into());
        }

        let worker = format!("{base}sw.js");
        let props = AppProps { words, base: base.into(), still, history };
        let renderer = Renderer::<App>::with_root_and_props(root.clone(), props);
        if same {
            renderer.hydrate();
        } else {
            // A host answered with another page's file: what it holds can't be taken over.
            root.set_inner_html("");
            renderer.render();
        }
        page::register_worker(&worker);
        Ok(())
    }
}
