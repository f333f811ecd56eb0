//! Waking an island: its chunk comes, and its component takes the place of the host's HTML.
//!
//! Each function with `wasm_split` is a split point: what only it needs lies in a file of its own. Nothing
//! outside them may name Yew, or Yew would lie in the main file.

#![allow(unsafe_code)]

use super::islands::Island;
use crate::platform::keep_alive::KeepAlive;
use crate::platform::page;
use crate::platform::store::Shared;
use crate::ui::Base;
use serde::de::DeserializeOwned;
use web_sys::{CustomEvent, CustomEventInit, Element};
use yew::prelude::*;

#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Why an island did not wake.
#[derive(Debug)]
pub enum Failed {
    /// Its chunk did not come.
    Chunk,
    /// Its props cannot be read.
    Props(String),
    /// The page names an island that this program does not have.
    Unknown,
    /// Its page was left before it came. Nobody misses it.
    Left,
}

#[cfg(feature = "split")]
impl From<SplitLoaderError> for Failed {
    fn from(_: SplitLoaderError) -> Self {
        Self::Chunk
    }
}

impl std::fmt::Display for Failed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Chunk => out.write_str("its file did not come"),
            Self::Props(reason) => out.write_str(reason),
            Self::Unknown => out.write_str("this program has no such island"),
            Self::Left => out.write_str("its page was left"),
        }
    }
}

/// What ends an island that is awake.
pub type Sleep = Box<dyn FnOnce()>;

/// What puts an island in its place, once its chunk is there.
pub type Mount = Box<dyn FnOnce() -> Result<Sleep, Failed>>;

/// What every island gets beside its props.
#[derive(Clone, PartialEq)]
pub struct Around {
    /// The base path.
    pub base: Base,
    /// How it outlives its page.
    pub keep_alive: KeepAlive,
    /// What people write.
    pub store: Shared,
}

/// Wakes the island of this element.
///
/// # Errors
/// When its chunk or its props don't come, or its page has been left.
pub async fn wake(root: Element, around: Around) -> Result<Sleep, Failed> {
    let root_now = root.clone();
    let mount = match island(&root).ok_or(Failed::Unknown)? {
        Island::Walkthrough => walkthrough(root, around).await,
        Island::Search => search(root, around).await,
        Island::Prepare => prepare(root, around).await,
        Island::Give | Island::Asks | Island::Studies | Island::Claims | Island::Settings => {
            on_use(root, around).await
        }
    }?;
    page::released().await;
    // Its form, its fields and its spots are looked for by id: they would be those of the page that's shown now.
    if root_now.is_connected() { mount() } else { Err(Failed::Left) }
}

/// The island that stands in this element.
pub fn island(root: &Element) -> Option<Island> {
    root.get_attribute("data-island").and_then(|name| Island::from_name(&name))
}

/// The functions of the table, as split points where the build splits.
macro_rules! split_point {
    ($name:ident, $root:ident, $around:ident, $wake:expr) => {
        #[cfg(feature = "split")]
        #[wasm_split($name, fallible)]
        fn $name($root: Element, $around: Around) -> Result<Mount, Failed> {
            Ok(Box::new(move || $wake))
        }

        #[cfg(not(feature = "split"))]
        async fn $name($root: Element, $around: Around) -> Result<Mount, Failed> {
            Ok(Box::new(move || $wake))
        }
    };
}

split_point!(walkthrough, root, around, mount::<crate::walkthrough::Walkthrough>(root, around));
split_point!(search, root, around, mount::<crate::faq::Search>(root, around));
split_point!(prepare, root, around, mount::<crate::prepare::Prepare>(root, around));

// Those that sleep until they are used are small, and share a chunk. What several split points need is a file for each
// combination of them: with eight there were ninety files, and a page asked for fifty.
split_point!(
    on_use,
    root,
    around,
    match island(&root) {
        Some(Island::Give) => mount::<crate::prepare::Give>(root, around),
        Some(Island::Asks) => mount::<crate::practitioners::Asks>(root, around),
        Some(Island::Studies) => mount::<crate::evidence::Studies>(root, around),
        Some(Island::Claims) => mount::<crate::evidence::Claims>(root, around),
        Some(Island::Settings) => mount::<super::settings::Settings>(root, around),
        _ => Err(Failed::Unknown),
    }
);

/// Renders a component in the place of what the host made of it. Where an island has fields that are the page's own,
/// that is only a part of it (`data-draw`).
fn mount<C>(root: Element, around: Around) -> Result<Sleep, Failed>
where
    C: BaseComponent,
    C::Properties: DeserializeOwned + Clone,
{
    let props: C::Properties = props(&root)?;
    say(&root, "island-waking");
    let part = root.query_selector("[data-draw]").ok().flatten();
    let host = part.unwrap_or_else(|| root.clone());
    let awake = Callback::from(move |()| say_awake(&root));
    let props = RootedProps { props, around, awake };
    let app = yew::Renderer::<Rooted<C>>::with_root_and_props(host.clone(), props).render();
    Ok(Box::new(move || {
        app.destroy();
        // Yew never lets go of what listens to events on it, and so of the element: in its page it would hold all of it.
        host.remove();
    }))
}

/// The props that the host has left behind the island.
fn props<P: DeserializeOwned>(root: &Element) -> Result<P, Failed> {
    let failed = |reason: &str| Failed::Props(reason.to_owned());
    // An extension may have put something of its own between them.
    let behind = std::iter::successors(root.next_element_sibling(), Element::next_element_sibling);
    let json =
        behind.take_while(|it| !it.has_attribute("data-island")).find(|it| it.has_attribute("data-props"));
    let json = json.and_then(|it| it.text_content()).ok_or_else(|| failed("its props are missing"))?;
    let parsed = js_sys::JSON::parse(&json).map_err(|_| failed("its props are no JSON"))?;
    serde_wasm_bindgen::from_value(parsed).map_err(|error| Failed::Props(error.to_string()))
}

#[derive(PartialEq, Properties)]
struct RootedProps<P: PartialEq> {
    props: P,
    around: Around,
    awake: Callback<()>,
}

/// A component with what every island has around it. It says when the component is there.
#[component]
fn Rooted<C>(given: &RootedProps<C::Properties>) -> Html
where
    C: BaseComponent,
    C::Properties: Clone,
{
    let awake = given.awake.clone();
    use_effect_with((), move |()| awake.emit(()));
    let (props, Around { base, keep_alive, store }) = (given.props.clone(), given.around.clone());
    html! {
        <ContextProvider<Base> context={base}>
            <ContextProvider<KeepAlive> context={keep_alive}>
                <ContextProvider<Shared> context={store}>
                    <C ..props />
                </ContextProvider<Shared>>
            </ContextProvider<KeepAlive>>
        </ContextProvider<Base>>
    }
}

/// Says that an island works: `static/js/keeper.js` carries out what was done to it before.
fn say_awake(root: &Element) {
    let _ = root.set_attribute("data-awake", "");
    say(root, "island-awake");
}

/// Says that an island does not come.
pub fn say_failed(root: &Element) {
    let _ = root.remove_attribute("data-waking");
    let _ = root.set_attribute("data-failed", "");
    say(root, "island-failed");
}

fn say(root: &Element, what: &str) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(what, &init) {
        let _ = root.dispatch_event(&event);
    }
}
