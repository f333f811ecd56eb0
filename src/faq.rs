//! The questions: a search box first, then groups; each answer opens in place.

mod answer;

use crate::content::{Words, fill};
use crate::core::search::{Found, search};
use crate::platform::page as view;
use crate::route::Route;
use crate::ui::{Glyph, Icon, Link};
use answer::Answer;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`FaqPage`].
#[derive(PartialEq, Properties)]
pub struct FaqPageProps {
    /// The words.
    pub words: Words,
}

/// The questions.
#[component]
pub fn FaqPage(props: &FaqPageProps) -> Html {
    let words = &props.words;
    let labels = &words.labels;
    let field = use_node_ref();
    let query = use_state(String::new);

    // `?q=` fills the box; letters typed before the app woke up are already in it.
    {
        let (field, query) = (field.clone(), query.clone());
        use_effect_with((), move |()| {
            let typed = view::text_in(&field);
            let asked = if typed.is_empty() { view::query("q").unwrap_or_default() } else { typed };
            if !asked.is_empty() {
                view::put_text(&field, &asked);
                query.set(asked);
            }
        });
    }
    let ask = {
        let query = query.clone();
        Callback::from(move |typed: String| {
            view::set_query("q", typed.trim());
            query.set(typed);
        })
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

    let asked = query.trim().to_owned();
    let found = use_memo((words.clone(), asked.clone()), |(words, asked)| {
        (!asked.is_empty()).then(|| search(&words.index, asked))
    });
    let searching = found.as_ref().as_ref().filter(|found| !found.entries.is_empty());

    html! {
        <>
            <div class="page__head">
                <h1 tabindex="-1">{ &*words.pages[Route::Faq.place()].heading }</h1>
            </div>
            <div class="search" role="search">
                <label class="search__label" for="search">{ &*labels.search() }</label>
                <div class="search__row">
                    <Icon glyph={Glyph::MagnifyingGlass} />
                    <input ref={field} id="search" type="search" autocomplete="off" spellcheck="false"
                        enterkeyhint="search" maxlength="200" aria-controls="faq-list" oninput={on_input} />
                    if !query.is_empty() {
                        <button type="button" class="quiet" onclick={on_clear}>{ &*labels.clear() }</button>
                    }
                </div>
                <p id="faq-count" class="search__count" role="status">{ count(words, searching, &asked) }</p>
            </div>
            if searching.is_some_and(|found| found.crisis) {
                <div class="notice notice--help" role="alert">
                    <p>{ &*labels.crisis() }</p>
                    <p><Link to={Route::Safety} rest="#crisis-lines">{ &*labels.crisis_lines() }</Link></p>
                </div>
            }
            <div id="faq-list">
                { match searching {
                    Some(found) => hits(words, found),
                    None => groups(words),
                } }
            </div>
        </>
    }
}

/// How many questions are shown, and why.
fn count(words: &Words, found: Option<&Found>, asked: &str) -> String {
    let labels = &words.labels;
    match found {
        None => fill(&labels.count_all(), &[("n", &words.questions.len().to_string())]),
        Some(found) if found.only_near => fill(&labels.count_none(), &[("query", asked)]),
        Some(found) if found.entries.len() == 1 => labels.count_one().to_string(),
        Some(found) => fill(&labels.count_many(), &[("n", &found.entries.len().to_string())]),
    }
}

/// What was found, best first.
fn hits(words: &Words, found: &Found) -> Html {
    let stems = match found.only_near {
        true => Rc::new(Vec::new()),
        false => Rc::new(found.stems.clone()),
    };
    html! {
        <div class="answers">
            { for found.entries.iter().map(|place| html! {
                <Answer key={*place} words={words.clone()} place={*place} stems={stems.clone()} />
            }) }
        </div>
    }
}

/// All questions by group.
fn groups(words: &Words) -> Html {
    let mut first = 0;
    html! {
        <>
            { for words.groups.iter().map(|group| {
                let places = first..first + usize::from(group.questions);
                first = places.end;
                let heading = format!("group-{}", group.id);
                html! {
                    <section class="answers" aria-labelledby={heading.clone()}>
                        <h2 id={heading}>{ &*group.title }</h2>
                        { for places.map(|place| html! {
                            <Answer key={place} words={words.clone()} {place} />
                        }) }
                    </section>
                }
            }) }
        </>
    }
}
