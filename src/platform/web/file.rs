//! Files as blobs, and fetching.

use super::Web;
use super::object::document;
use crate::platform::file::{Files, Then};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Response, Url};

/// How long a saved file's address stays good, in milliseconds: the browser reads it in that time.
const SAVING: u32 = 60_000;

/// A file that the browser holds.
#[derive(Clone)]
pub struct File(Blob);

impl File {
    /// Makes a file of a media type out of pieces, which are handed in one after another.
    pub fn new(kind: &str, pieces: impl FnOnce(&mut dyn FnMut(&[u8]))) -> Option<Self> {
        let parts = Array::new();
        pieces(&mut |piece| {
            parts.push(&Uint8Array::from(piece));
        });
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok().map(Self)
    }

    /// Its media type.
    pub fn kind(&self) -> String {
        self.0.type_()
    }

    /// The browser's own object.
    pub(super) fn blob(&self) -> &Blob {
        &self.0
    }

    /// An address for it, to be given back by [`Url::revoke_object_url`].
    pub fn address(&self) -> Option<String> {
        Url::create_object_url_with_blob(&self.0).ok()
    }

    /// An address for it, as long as that is kept.
    pub fn link(&self) -> Option<Link> {
        self.address().map(Link)
    }

    /// Offers it to be saved under a name.
    pub fn save(&self, name: &str) {
        let link = document().and_then(|document| document.create_element("a").ok());
        let (Some(link), Some(address)) = (link, self.address()) else { return };
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        if let Some(link) = link.dyn_ref::<HtmlElement>() {
            link.click();
        }
        gloo::timers::callback::Timeout::new(SAVING, move || {
            let _ = Url::revoke_object_url(&address);
        })
        .forget();
    }
}

/// An address of a file that the browser holds. It's good as long as this is kept.
pub struct Link(pub String);

impl Drop for Link {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// Fetches the bytes of a file of the site; `None` if it can't be had.
pub fn fetch(address: &str, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    fetch_boxed(address, Box::new(then));
}

/// Once for all who fetch: a copy for each would cost a phone about a kilobyte.
fn fetch_boxed(address: &str, then: Then) {
    let asked = web_sys::window().map(|window| window.fetch_with_str(address));
    spawn_local(async move {
        let fetch = async {
            let answer = JsFuture::from(asked?).await.ok()?.dyn_into::<Response>().ok()?;
            let bytes = answer.ok().then(|| answer.array_buffer().ok())??;
            Some(Uint8Array::new(&JsFuture::from(bytes).await.ok()?).to_vec())
        };
        then(fetch.await);
    });
}

impl Files for Web {
    fn fetch(&self, address: &str, then: Then) {
        fetch_boxed(address, then);
    }

    fn save(&self, file: &File, name: &str) {
        file.save(name);
    }

    fn keep_offline(&self, addresses: &[String]) {
        super::page::keep_offline(addresses);
    }
}
