//! The app: one shell round all pages, the same on the host and in the browser.

mod page;
mod shell;
mod still;

use crate::content::Words;
use crate::platform::page as view;
use crate::route::Route;
use crate::ui::Base;
use shell::Shell;
use std::cell::Cell;
use std::rc::Rc;
pub use still::Still;
use yew::prelude::*;
use yew_router::history::{AnyHistory, History};
use yew_router::prelude::*;

/// Props of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The words.
    pub words: Words,
    /// The base path, `/` or for instance `/app/`.
    pub base: AttrValue,
    /// The content of pages that are only read.
    pub still: Still,
    /// The browser's history; on the host, one that holds the page to render.
    pub history: AnyHistory,
}

/// The anchor of the search: who goes there wants to type.
const SEARCH: &str = "#search";

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let basename = (props.base != "/").then(|| props.base.clone());
    html! {
        <Router history={props.history.clone()} {basename}>
            <Inside ..{props.clone()} />
        </Router>
    }
}

/// What stands inside the router: the shell, and what happens on arriving at a page.
#[component]
fn Inside(props: &AppProps) -> Html {
    let route = use_route::<Route>().unwrap_or(Route::Missing);
    let location = use_location().expect("the router provides the location");
    let first = use_mut_ref(|| true);
    let pushed = use_mut_ref(|| false);

    use_effect_with((), |()| {
        let kept = view::keep_scroll();
        view::say_ready();
        move || drop(kept)
    });

    let address = (route, location.hash().to_owned(), location.id());
    let (words, base) = (props.words.clone(), props.base.clone());
    let arrived_by_push = pushed.clone();
    use_effect_with(address, move |(route, hash, _)| {
        let was_pushed = arrived_by_push.replace(false);
        if first.replace(false) {
            // The browser has shown the page already; only a closed answer has to be opened.
            if !hash.is_empty() {
                view::show_anchor(hash.trim_start_matches('#'));
            }
            if hash == SEARCH {
                view::focus_id("search");
            }
            return;
        }
        let page = &words.pages[route.place()];
        let path = Base(base).to(*route, "");
        view::set_head(&view::Head { title: &page.title, description: &page.description, path: &path });
        view::focus_heading();
        if hash == SEARCH {
            view::focus_id("search");
        }
        let shown = !hash.is_empty() && view::show_anchor(hash.trim_start_matches('#'));
        if !shown {
            let kept = if was_pushed { None } else { view::kept_scroll() };
            view::scroll_to(kept.unwrap_or(0.0));
        }
    });

    let on_click = {
        let (history, base, still) = (props.history.clone(), props.base.clone(), props.still.clone());
        let clicks = use_mut_ref(|| Rc::new(Cell::new(0_u32))).borrow().clone();
        Callback::from(move |event: MouseEvent| {
            let Some(address) = view::inner_link(&event, &base) else { return };
            let (history, pushed, still) = (history.clone(), pushed.clone(), still.clone());
            let go = move |address: String| {
                view::with_transition(move || {
                    pushed.replace(true);
                    history.push(address);
                });
            };
            let route = Route::of_address(&address, &base);
            let click = clicks.get() + 1;
            clicks.set(click);
            if !route.is_still() || still.get(route).is_some() {
                return go(address);
            }
            let latest = clicks.clone();
            view::fetch_still(address.clone(), move |html| {
                if let Some(html) = html {
                    still.keep(route, html.into());
                } else {
                    view::leave_for(&address);
                    return;
                }
                if latest.get() == click {
                    go(address);
                }
            });
        })
    };

    html! {
        <ContextProvider<Base> context={Base(props.base.clone())}>
            <Shell words={props.words.clone()} {route} {on_click}>
                { page::page(route, &props.words, &props.still) }
            </Shell>
        </ContextProvider<Base>>
    }
}
