//! The figure as the settings want it: another view or build is fetched, and put into the page's symbols.

use crate::platform::look::Look;
use crate::platform::{drawing, file};
use std::cell::RefCell;
use std::rc::Rc;

/// The names of the two settings.
const VIEW: &str = "view";
const BUILD: &str = "build";
/// What pages are drawn with at first.
pub const FIRST: &str = "side-medium";

thread_local! {
    /// The file that is in the symbols.
    static DRAWN: RefCell<String> = FIRST.to_owned().into();
}

/// Keeps the figure as it's chosen, in this tab or in another, for as long as the page is there.
#[cfg(target_arch = "wasm32")]
pub fn follow(base: String, look: Rc<dyn Look>) {
    let at_change = (base.clone(), look.clone());
    let listening = look.on_change(Box::new(move || draw(&at_change.0, &at_change.1, |_| {})));
    std::mem::forget(listening);
    draw(&base, &look, |_| {});
}

/// Draws it as it's chosen now. `then` hears whether its file has come.
pub fn draw(base: &str, look: &Rc<dyn Look>, then: impl FnOnce(bool) + 'static) {
    let file = chosen(&**look);
    if DRAWN.with_borrow(|drawn| *drawn == file) {
        mark(&**look);
        return then(true);
    }
    let look = look.clone();
    file::fetch(&[base, "figure/", &file, ".svg"].concat(), move |bytes| {
        if chosen(&*look) != file {
            // Another one was chosen meanwhile, and is on its way.
            return then(true);
        }
        let came = bytes.is_some_and(|bytes| drawing::put(&bytes));
        if came {
            DRAWN.set(file);
            mark(&*look);
        }
        then(came);
    });
}

/// Hands and body always belong together, so this is said once the body is there.
fn mark(look: &dyn Look) {
    drawing::mark(&look.chosen(VIEW), &look.chosen(BUILD));
}

fn chosen(look: &dyn Look) -> String {
    file_of(&look.chosen(VIEW), &look.chosen(BUILD))
}

/// The file of a view and a build. On the side and on a stool there's one drawing for all.
pub fn file_of(view: &str, build: &str) -> String {
    let build = if build.is_empty() { "medium" } else { build };
    match view {
        "" => ["side-", build].concat(),
        "top" => ["top-", build].concat(),
        view => view.to_owned(),
    }
}
