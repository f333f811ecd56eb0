//! Every page as HTML, on the host. Strings in, strings out; `bin/prerender.rs` reads and writes.

pub mod document;
pub mod figure;
pub mod offline;
pub mod schema;
pub mod settings;
pub mod sound;

use self::figure::standing::For;
use crate::app::{App, AppProps, Still};
use crate::content::book::{Book, QuestionText};
use crate::content::{Pack, Question, Sound, Words, fill};
use crate::core::position::Step;
use crate::route::Route;
use crate::ui::{Base, BasisNote, Prose, ShareLink};
use crate::{about, evidence, glossary, guide, home, practitioners, prepare, walkthrough};
use yew::LocalServerRenderer;
use yew::prelude::*;
use yew_router::history::{AnyHistory, MemoryHistory};

/// Renders what stands in `#app` for a page. Must run in release: a debug build writes Rust type
/// names into the comments that hydration reads.
pub async fn app_html(words: &Words, still: &Still, route: Route, base: &str) -> String {
    let path = Base(base.to_owned().into()).to(route, "");
    let history = AnyHistory::from(MemoryHistory::with_entries([path.to_string()]));
    let props =
        AppProps { words: words.clone(), base: base.to_owned().into(), still: still.clone(), history };
    LocalServerRenderer::<App>::with_props(props).render().await
}

/// Makes the pack of a book: what is only read becomes HTML. `sound` is the folder of the recordings
/// below the base path, `finds` the file that finds things.
pub async fn pack(book: &Book, sound: &str, finds: &str) -> Pack {
    let base = &book.base;
    let mut steps = Vec::new();
    for (place, step) in book.steps.iter().enumerate() {
        steps.push(Step {
            id: step.id.clone(),
            kind: step.kind,
            title: step.title.clone(),
            lines: book.spoken.lines[place].clone(),
            drawn: figure::places::drawn(book, &step.id),
            card: render(walkthrough::card::card(book, step), base).await.into(),
        });
    }
    let mut questions = Vec::new();
    for question in &book.questions {
        questions.push(Question {
            id: question.id.clone(),
            ask: question.ask.clone(),
            answer: render(answer(book, question), base).await.into(),
        });
    }
    Pack {
        labels: book.labels.clone(),
        pages: book.pages.clone(),
        steps,
        plans: book.plans.clone(),
        sound: Sound {
            folder: sound.into(),
            bells: book.spoken.bells,
            hellos: book.spoken.hellos.clone(),
            stay: book.spoken.stay.clone(),
            hear: render(walkthrough::form::hear(book), base).await.into(),
            form: render(walkthrough::form::form(book), base).await.into(),
        },
        groups: book.groups.clone(),
        questions,
        finds: finds.into(),
    }
}

/// Renders every page that is only read.
pub async fn still_pages(book: &Book) -> Still {
    let still = Still::default();
    for route in Route::ALL.into_iter().filter(|route| route.is_still()) {
        let page = match route {
            Route::Home => home::page(book, &figure::places::drawn(book, &book.steps[0].id)),
            Route::Guide => guide::page(book),
            Route::Prepare => {
                let map = figure::standing::map;
                prepare::page(
                    book,
                    [For::Tapping, For::Looking, For::Pen].map(map).each_ref().map(String::as_str),
                )
            }
            Route::Safety => about::safety(book),
            Route::Evidence => evidence::page(book),
            Route::Practitioners => practitioners::page(book),
            Route::Glossary => glossary::page(book),
            Route::About => about::about(book),
            _ => about::missing(book),
        };
        let reviewed = matches!(route, Route::Guide | Route::Safety | Route::Evidence | Route::Practitioners);
        let page = html! {
            <>
                { page }
                if reviewed {
                    <p class="version">{ fill(&book.legends.reviewed, &[("date", &book.month(book.reviewed()))]) }</p>
                }
            </>
        };
        still.keep(route, render(page, &book.base).await.into());
    }
    still
}

fn answer(book: &Book, question: &QuestionText) -> Html {
    html! {
        <>
            <Prose html={question.answer.clone()} />
            <BasisNote of={book.basis(&question.claims, &question.sources, &question.plain)} />
            <ShareLink to={Route::Faq} rest={format!("#{}", question.id)} label={book.legends.share_answer.clone()} />
        </>
    }
}

#[derive(PartialEq, Properties)]
struct FragmentProps {
    base: AttrValue,
    content: Html,
}

/// Content that nothing in the browser has to know about.
#[component]
fn Fragment(props: &FragmentProps) -> Html {
    html! {
        <ContextProvider<Base> context={Base(props.base.clone())}>
            { props.content.clone() }
        </ContextProvider<Base>>
    }
}

/// Renders content to plain HTML, without the comments that hydration needs.
async fn render(content: Html, base: &str) -> String {
    let props = FragmentProps { base: base.to_owned().into(), content };
    LocalServerRenderer::<Fragment>::with_props(props).hydratable(false).render().await
}
