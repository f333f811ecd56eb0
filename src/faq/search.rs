//! The search: what it found stands above the list of all questions, which steps aside meanwhile.
//!
//! The box that people type in is the page's own, so that nobody's typing is interrupted when the program
//! arrives; this component listens to it, and draws what was found. The answers are the page's own, too: an
//! answer is taken from the list when its question is opened among the results.

use super::results::{Action, IndexFile, Results, Section};
use crate::content::{FindKind, Finds, fill};
use crate::core::Text;
use crate::core::search::mark::{escape, mark};
use crate::platform::field::Field;
use crate::platform::{Platform, file, page as view};
use crate::ui::Base;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::prelude::*;

/// The search box. It's a link's anchor, so people see its name.
pub const FIELD: &str = "search";
/// Empties it.
pub const CLEAR: &str = "search-clear";
/// The list of all questions.
pub const LIST: &str = "faq-all";

/// When nobody has typed for so long, in milliseconds, the address takes on what is asked, and a screen reader
/// hears how much was found.
const RESTING: u32 = 700;

/// When the index hasn't come after so long, in milliseconds, that is said.
const PATIENCE: u32 = 8_000;

/// Props of [`Search`].
#[derive(Clone, Deserialize, PartialEq, Properties, Serialize)]
pub struct SearchProps {
    /// What it says.
    pub words: SearchWords,
    /// Address of the file that finds things.
    pub index: Text,
}

/// What the search says.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub struct SearchWords {
    /// How many questions there are.
    pub all: Text,
    /// One result.
    pub one: Text,
    /// `{n}` results.
    pub many: Text,
    /// Nothing fits `{query}`; these are only near.
    pub none: Text,
    /// The index can't be had.
    pub missing: Text,
    /// Headings by kind, in the order of [`FindKind`].
    pub kinds: Vec<Text>,
}

/// Results of the search.
#[component]
pub fn Search(props: &SearchProps) -> Html {
    let results = use_reducer(Results::default);
    let platform = use_memo((), |()| Platform::here());
    let resting = use_state_eq(|| true);
    use_typing(&results, &platform, &resting);
    use_index(&results, &platform, &props.index);
    use_page(&results);

    let words = &props.words;
    let told = use_mut_ref(|| words.all.to_string());
    if *resting {
        told.replace(count(words, &results));
    }
    let told = told.borrow().clone();
    html! {
        <>
            // Made anew with each text: a translator replaces text nodes.
            <p class="search__count" role="status"><span key={told.clone()}>{ told.clone() }</span></p>
            <div class="hits">
                { for results.sections.iter().map(|section| self::section(words, &results, section)) }
            </div>
        </>
    }
}

/// Hears what is typed, and lets the address follow once nobody types.
#[hook]
fn use_typing(results: &UseReducerHandle<Results>, platform: &Rc<Platform>, resting: &UseStateHandle<bool>) {
    let dispatcher = results.dispatcher();
    let rest = resting.clone();
    use_effect_with((), move |()| {
        let field = Field::new(FIELD);
        let clearing = field.clone();
        let listening = (
            field.on_input(move |typed| {
                rest.set(false);
                dispatcher.dispatch(Action::Type(typed));
            }),
            Field::new(CLEAR).on_click(move || {
                clearing.type_text("");
                clearing.focus();
            }),
        );
        // What was typed before the program came is in the box already. The scripts of the page hear of it as well: a
        // question in the address may be one that needs help at once.
        let typed = field.value();
        let asked = if typed.is_empty() { view::query("q").unwrap_or_default() } else { typed };
        if !asked.is_empty() {
            field.type_text(&asked);
        }
        move || drop(listening)
    });
    let (platform, rest) = (platform.clone(), resting.clone());
    use_effect_with(results.query.clone(), move |query| {
        let query = query.trim().to_owned();
        let timer = (!*rest).then(|| {
            let rest = rest.clone();
            platform.clock.after(
                RESTING,
                Box::new(move || {
                    view::set_query("q", &query);
                    rest.set(true);
                }),
            )
        });
        move || drop(timer)
    });
}

/// Gets the file that finds things when somebody is about to type: who only reads does not pay for it.
#[hook]
fn use_index(results: &UseReducerHandle<Results>, platform: &Rc<Platform>, address: &Text) {
    let focused = use_state(|| 0_u32);
    let on_focus = focused.clone();
    use_effect_with((), move |()| {
        let field = Field::new(FIELD);
        if field.has_focus() {
            on_focus.set(1);
        }
        let counted = std::cell::Cell::new(1);
        let listening = field.on_focus(move || {
            counted.set(counted.get() + 1);
            on_focus.set(counted.get());
        });
        move || drop(listening)
    });
    let (address, dispatcher) = (address.clone(), results.dispatcher());
    let wanted = matches!(results.index, IndexFile::Unasked | IndexFile::Missing);
    let asked = !results.query.is_empty();
    let (platform, waiting) = (platform.clone(), use_mut_ref(|| None));
    use_effect_with((*focused, asked), move |(focused, asked)| {
        if wanted && (*focused > 0 || *asked) {
            dispatcher.dispatch(Action::Index(IndexFile::Loading));
            let late = dispatcher.clone();
            let timer = platform.clock.after(PATIENCE, Box::new(move || late.dispatch(Action::Late)));
            waiting.replace(Some(timer));
            file::fetch(&address, move |bytes| {
                let opened = bytes.and_then(|bytes| Finds::open(&bytes)).map(Rc::new);
                dispatcher.dispatch(Action::Index(opened.map_or(IndexFile::Missing, IndexFile::Ready)));
            });
        }
    });
}

/// What the page itself shows: the list steps aside, its plain search has done its work, the box can be emptied.
#[hook]
fn use_page(results: &UseReducerHandle<Results>) {
    use_effect_with(results.found.is_some(), |found| {
        view::mark(LIST, "data-away", if *found { "true" } else { "false" });
    });
    use_effect_with(matches!(results.index, IndexFile::Ready(_)), |ready| {
        if *ready {
            view::say("stillpoint-finds");
        }
    });
    use_effect_with(results.query.is_empty(), |empty| Field::new(CLEAR).set_hidden(*empty));
}

/// How many results are shown, and why.
fn count(words: &SearchWords, results: &Results) -> String {
    let asked = results.query.trim();
    match (&results.found, &results.index) {
        (Some(found), _) if found.only_near => fill(&words.none, &[("query", asked)]),
        (Some(_), _) if results.shown() == 1 => words.one.to_string(),
        (Some(_), _) => fill(&words.many, &[("n", &results.shown().to_string())]),
        (None, IndexFile::Missing) if !asked.is_empty() => words.missing.to_string(),
        // Meanwhile the page's own plain search is at work.
        (None, IndexFile::Unasked | IndexFile::Loading) if !asked.is_empty() => String::new(),
        (None, _) => words.all.to_string(),
    }
}

/// What was found of one kind.
fn section(words: &SearchWords, results: &UseReducerHandle<Results>, section: &Section) -> Html {
    let heading = words.kinds.get(section.kind as usize).cloned().unwrap_or_default();
    html! {
        <section class="answers" key={section.kind as usize}>
            <h2>{ &*heading }</h2>
            if section.kind == FindKind::Question {
                { for section.entries.iter().map(|entry| question(results, *entry)) }
            } else {
                <ul class="hits__places">{ for section.entries.iter().map(|entry| place(results, *entry)) }</ul>
            }
        </section>
    }
}

/// A question that opens in place. Most are never opened, so the answer is put in when it is.
fn question(results: &UseReducerHandle<Results>, entry: usize) -> Html {
    let IndexFile::Ready(finds) = &results.index else { return html! {} };
    let find = &finds.entries[entry];
    let open = results.opened.contains(&entry);
    let dispatcher = results.dispatcher();
    let ontoggle = Callback::from(move |event: Event| {
        dispatcher.dispatch(Action::Toggle(entry, view::is_open(&event)));
    });
    let id = find.to.trim_start_matches(|c| c != '#');
    let body = open.then(|| highlighted(results, &view::html_in(id).unwrap_or_default()));
    html! {
        <details class="answer" key={entry} {open} {ontoggle}>
            <summary>{ title(results, &find.title) }</summary>
            <div class="answer__body">{ body.unwrap_or_default() }</div>
        </details>
    }
}

/// A link to a place elsewhere.
fn place(results: &UseReducerHandle<Results>, entry: usize) -> Html {
    let IndexFile::Ready(finds) = &results.index else { return html! {} };
    let find = &finds.entries[entry];
    html! {
        <li key={entry}><Address to={find.to.clone()}>{ title(results, &find.title) }</Address></li>
    }
}

#[derive(PartialEq, Properties)]
struct AddressProps {
    to: Text,
    children: Html,
}

/// A link to an address below the base path.
#[component]
fn Address(props: &AddressProps) -> Html {
    let base = use_context::<Base>().expect("every island has the base path around it");
    html! { <a href={[&*base.0, &props.to].concat()}>{ props.children.clone() }</a> }
}

fn title(results: &Results, title: &str) -> Html {
    html! { <span class="answer__ask">{ highlighted(results, &escape(title)) }</span> }
}

/// HTML of ours with the words that matched highlighted: none where all is only near. An element of its own, made
/// anew when it changes.
fn highlighted(results: &Results, html: &str) -> Html {
    let none = Vec::new();
    let stems = results.found.as_ref().filter(|found| !found.only_near).map_or(&none, |found| &found.stems);
    let html = mark(html, stems);
    html! { <span key={html.clone()}>{ Html::from_html_unchecked(html.into()) }</span> }
}
