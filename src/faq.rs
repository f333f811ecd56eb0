//! The questions: a search box first, then groups; each answer opens in place.

mod answer;

use crate::content::{FindKind, Finds, Words, fill};
use crate::core::search::mark::{escape, mark};
use crate::core::search::{Found, search};
use crate::platform::{file, page as view};
use crate::route::Route;
use crate::ui::{Base, Glyph, Icon, Link};
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

    // The file that finds things comes by itself; what was typed before waits for it.
    let base = use_context::<Base>().expect("the app provides the base path");
    let finds = use_state(|| None);
    {
        let (finds, address) = (finds.clone(), format!("{}{}", base.0, words.finds));
        use_effect_with((), move |()| {
            file::fetch(&address, move |bytes| {
                finds.set(Some(bytes.and_then(|bytes| Finds::open(&bytes)).map(Rc::new)));
            });
        });
    }

    let asked = query.trim().to_owned();
    let here = finds.as_ref().and_then(Clone::clone);
    let lost = finds.is_some() && here.is_none();
    let found = use_memo((here.as_ref().map(Rc::as_ptr), asked.clone()), |(_, asked)| {
        let finds = here.as_ref().filter(|_| !asked.is_empty())?;
        Some(search(&finds.index, asked))
    });
    let searching = found.as_ref().as_ref().filter(|found| !found.entries.is_empty());
    let kinds = searching.zip(here.as_ref()).map(|(found, finds)| by_kind(found, finds)).unwrap_or_default();

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
                <p id="faq-count" class="search__count" role="status">
                    { match lost && !asked.is_empty() {
                        true => labels.search_missing().to_string(),
                        false => count(words, searching, &kinds, &asked),
                    } }
                </p>
            </div>
            if searching.is_some_and(|found| found.crisis) {
                <div class="notice notice--help" role="alert">
                    <p>{ &*labels.crisis() }</p>
                    <p><Link to={Route::Safety} rest="#crisis-lines">{ &*labels.crisis_lines() }</Link></p>
                </div>
            }
            <div id="faq-list">
                { match searching.zip(here.as_ref()) {
                    Some((found, finds)) => hits(words, found, finds, &kinds, &base),
                    None => groups(words),
                } }
            </div>
        </>
    }
}

/// How many places are shown, and why.
fn count(words: &Words, found: Option<&Found>, kinds: &Kinds, asked: &str) -> String {
    let labels = &words.labels;
    let shown: usize = kinds.iter().map(|(_, places)| places.len()).sum();
    match found {
        None => fill(&labels.count_all(), &[("n", &words.questions.len().to_string())]),
        Some(found) if found.only_near => fill(&labels.count_none(), &[("query", asked)]),
        Some(_) if shown == 1 => labels.count_one().to_string(),
        Some(_) => fill(&labels.count_many(), &[("n", &shown.to_string())]),
    }
}

/// How many questions, and how many places of each other kind, are shown at most: more is no answer.
const MOST: [usize; 2] = [12, 4];

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

/// What was found.
fn hits(words: &Words, found: &Found, finds: &Finds, kinds: &Kinds, base: &Base) -> Html {
    let stems = match found.only_near {
        true => Rc::new(Vec::new()),
        false => Rc::new(found.stems.clone()),
    };
    let names = words.labels.found_in();
    let link = |place: &usize| {
        let find = &finds.entries[*place];
        let title = Html::from_html_unchecked(mark(&escape(&find.title), &stems).into());
        html! { <li><a href={format!("{}{}", base.0, find.to)}>{ title }</a></li> }
    };
    html! {
        <div class="hits">
            { for kinds.iter().map(|(kind, places)| html! {
                <section key={*kind as usize} class="answers">
                    <h2>{ names.lines().nth(*kind as usize).unwrap_or_default().to_owned() }</h2>
                    if *kind == FindKind::Question {
                        { for places.iter().map(|place| html! {
                            <Answer key={*place} words={words.clone()} place={*place} stems={stems.clone()} />
                        }) }
                    } else {
                        <ul class="hits__places">{ for places.iter().map(link) }</ul>
                    }
                </section>
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
