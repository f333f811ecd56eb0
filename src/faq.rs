//! The questions: a search box first, then groups; each answer opens in place. The room is the search
//! and what it finds; the list of all questions stands beside it as HTML, and steps aside meanwhile.

mod hits;
#[cfg(feature = "ssr")]
pub mod list;

use crate::content::{FindKind, Finds, Words, fill};
use crate::core::search::{Found, search};
use crate::platform::{Platform, dom, file, form, list as items, page as view};
use crate::route::Route;
use crate::ui::{Base, Glyph, icon};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`FaqPage`].
#[derive(PartialEq, Properties)]
pub struct FaqPageProps {
    /// The words.
    pub words: Words,
    /// The base path.
    pub base: Base,
}

/// The questions.
#[component]
pub fn FaqPage(props: &FaqPageProps) -> Html {
    let FaqPageProps { words, base } = props;
    let labels = &words.labels;
    let field = use_node_ref();
    let query = use_state(String::new);
    let near = use_state_eq(|| false);

    // `?q=` fills the box; letters typed before the app woke up are already in it.
    {
        let (field, query, near) = (field.clone(), query.clone(), near.clone());
        use_effect_with((), move |()| {
            near.set(view::is_focused(&field));
            let typed = view::text_in(&field);
            let asked = if typed.is_empty() { view::query("q").unwrap_or_default() } else { typed };
            if !asked.is_empty() {
                view::put_text(&field, &asked);
                query.set(asked);
            }
        });
    }
    // The address follows once nobody types, or the field is left: browsers take their time for it.
    let resting = use_mut_ref(|| None);
    let ask = {
        let (query, clock, resting) = (query.clone(), Platform::here().clock, resting.clone());
        Callback::from(move |typed: String| {
            let asked = typed.trim().to_owned();
            let follow = Box::new(move || view::set_query("q", &asked));
            resting.replace(Some(clock.after(RESTING, follow)));
            query.set(typed);
        })
    };
    let on_blur = {
        let field = field.clone();
        move |_: FocusEvent| {
            if resting.take().is_some() {
                view::set_query("q", view::text_in(&field).trim());
            }
        }
    };
    let on_input = ask.reform(|event: InputEvent| view::field_text(&event));
    let on_clear = {
        let field = field.clone();
        ask.reform(move |_: MouseEvent| {
            view::put_text(&field, "");
            view::focus(&field);
            String::new()
        })
    };

    // The file that finds things comes when somebody is about to type: who only reads does not pay for it.
    let finds = use_state(|| None);
    let coming = use_mut_ref(|| false);
    {
        let (finds, address) = (finds.clone(), [&*base.0, &words.finds].concat());
        use_effect_with((*near, !query.is_empty()), move |&(near, typed)| {
            let opened = finds.as_ref().is_some_and(Option::is_some);
            if !(near || typed) || opened || coming.replace(true) {
                return;
            }
            file::fetch(&address, move |bytes| {
                coming.replace(false);
                let opened = bytes.and_then(|bytes| Finds::open(&bytes)).map(Rc::new);
                // The plain search of the page has done its work, or has to do all of it.
                view::say(if opened.is_some() { "stillpoint-finds" } else { "stillpoint-lost" });
                finds.set(Some(opened));
            });
        });
    }

    let asked = query.trim().to_owned();
    let here = finds.as_ref().and_then(Clone::clone);
    let found = use_memo((here.as_ref().map(Rc::as_ptr), asked.clone()), |(_, asked)| {
        let finds = here.as_ref().filter(|_| !asked.is_empty())?;
        Some(search(&finds.index, asked))
    });
    let searching = found.as_ref().as_ref().filter(|found| !found.entries.is_empty());
    let kinds = searching.zip(here.as_ref()).map(|(found, finds)| by_kind(found, finds)).unwrap_or_default();

    // The list of all is HTML: it steps aside, and comes back as it was.
    use_effect_with(searching.is_some(), |searching| {
        view::mark("faq-all", "data-away", if *searching { "true" } else { "false" });
    });
    use_effect_with((), |()| view::say_ready());
    let opened = use_mut_ref(Vec::<usize>::new);
    let html = searching.zip(here.as_ref());
    let html = html.map(|(found, finds)| hits::hits(words, found, finds, &kinds, &opened.borrow(), base));
    let shown = use_mut_ref(Vec::new);
    use_effect_with(html.unwrap_or_default(), move |html: &Vec<String>| {
        items::put("faq-hits", &shown.replace(html.clone()), html);
    });
    let on_open = {
        let (found, finds) = (found.clone(), here.clone());
        move |event: MouseEvent| {
            let place = form::pressed(&event).and_then(|place| place.parse().ok());
            let Some((place, finds)) = place.zip(finds.as_ref()) else { return };
            let Some(found) = &*found else { return };
            let mut opened = opened.borrow_mut();
            match opened.iter().position(|known| *known == place) {
                Some(at) => drop(opened.remove(at)),
                None => {
                    opened.push(place);
                    let body = hits::body(found, finds, place);
                    dom::set_html(&["hit-", &place.to_string()].concat(), &body);
                }
            }
        }
    };

    html! {
        <>
            <div class="search" role="search">
                <label class="search__label" for="search">{ &*labels.search() }</label>
                <div class="search__row">
                    { icon(Glyph::MagnifyingGlass) }
                    <input ref={field} id="search" type="search" autocomplete="off" spellcheck="false"
                        enterkeyhint="search" maxlength="200" aria-controls="faq-hits faq-all" oninput={on_input}
                        onfocus={move |_: FocusEvent| near.set(true)} onblur={on_blur} />
                    if !query.is_empty() {
                        <button type="button" class="quiet" onclick={on_clear}>{ &*labels.clear() }</button>
                    }
                </div>
                <p id="faq-count" class="search__count" role="status">
                    { match &*finds {
                        Some(None) if !asked.is_empty() => labels.search_missing().to_string(),
                        // The page's own plain search is at work.
                        None if !asked.is_empty() => String::new(),
                        _ => count(words, searching, &kinds, &asked),
                    } }
                </p>
            </div>
            if searching.is_some_and(|found| found.crisis) {
                <div class="notice notice--help" role="alert">
                    <p>{ &*labels.crisis() }</p>
                    <p><a href={base.to(Route::Safety, "#crisis-lines")}>{ &*labels.crisis_lines() }</a></p>
                </div>
            }
            <div id="faq-hits" class="hits" onclick={on_open}></div>
        </>
    }
}

/// So long nobody has typed when the address takes on what is asked, in milliseconds.
const RESTING: u32 = 700;

/// How many places are shown, and why.
fn count(words: &Words, found: Option<&Found>, kinds: &Kinds, asked: &str) -> String {
    let labels = &words.labels;
    let shown: usize = kinds.iter().map(|(_, places)| places.len()).sum();
    match found {
        None => fill(&labels.count_all(), &[("n", &words.questions.to_string())]),
        Some(found) if found.only_near => fill(&labels.count_none(), &[("query", asked)]),
        Some(_) if shown == 1 => labels.count_one().to_string(),
        Some(_) => fill(&labels.count_many(), &[("n", &shown.to_string())]),
    }
}

/// How many questions, and how many places of each other kind, are shown at most: more is no answer.
const MOST: [usize; 2] = [8, 3];

/// Places by kind.
type Kinds = Vec<(FindKind, Vec<usize>)>;

/// The places that are shown, by kind; the kind with the best place comes first.
fn by_kind(found: &Found, finds: &Finds) -> Kinds {
    let mut kinds = Kinds::new();
    for &place in &found.entries {
        let kind = finds.entries[place].kind;
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, places)) if places.len() >= MOST[usize::from(kind != FindKind::Question)] => {}
            Some((_, places)) => places.push(place),
            None => kinds.push((kind, vec![place])),
        }
    }
    kinds
}
