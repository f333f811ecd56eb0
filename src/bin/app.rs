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
    use stillpoint::app::{App, AppProps};
    use stillpoint::content::Words;
    use stillpoint::platform::page;
    use stillpoint::route::Route;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use yew::Renderer;
    use yew_router::Routable;
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
        let root = window
            .document()
            .and_then(|document| document.get_element_by_id("app"))
            .ok_or("no #app")?;
        let told = |name: &str| root.get_attribute(name).unwrap_or_default();
        let get = |name: &str| js_sys::Reflect::get(&window, &name.into()).unwrap_or(JsValue::NULL);

        // `early.js` has been loading the pack while this program came.
        let loading: js_sys::Promise = get("stillpointPack")
            .dyn_into()
            .map_err(|_| "no pack was asked for")?;
        let bytes = JsFuture::from(loading)
            .await
            .map_err(|_| "the pack did not come")?;
        let words = Words::open(&js_sys::Uint8Array::new(&bytes).to_vec())?;

        let base = get("stillpointBase")
            .as_string()
            .unwrap_or_else(|| "/".to_owned());
        let history = AnyHistory::from(BrowserHistory::new());
        let path = history.location().path().to_owned();
        let inside = format!("/{}", path.strip_prefix(&*base).unwrap_or(&path));
        let shown = Route::recognize(&inside).unwrap_or(Route::Missing);
        let same = shown.path() == told("data-route");

        let worker = format!("{base}sw.js");
        let props = AppProps {
            words,
            base: base.into(),
            history,
        };
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
