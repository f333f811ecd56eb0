//! Safety, About, and the page that is shown where there is none: sections of prose. Only
//! read, so they are made on the host and travel as HTML.

use crate::content::book::{Article, Book, Tone};
use crate::content::fill;
use crate::route::Route;
use crate::ui::{Prose, SourceNote};
use yew::prelude::*;

/// Safety.
pub fn safety(book: &Book) -> Html {
    article(book, Route::Safety, &book.safety)
}

/// About, with every source at its end.
pub fn about(book: &Book) -> Html {
    html! {
        <>
            { article(book, Route::About, &book.about) }
            <section class="source-list" aria-labelledby="all-sources">
                <h2 id="all-sources">{ &*book.labels.source_list() }</h2>
                <ul>
                    { for book.sources.iter().map(|source| html! {
                        <li id={source.id.to_string()}>
                            <p class="source-list__full">{ &*source.full }</p>
                            <p>{ &*source.about }</p>
                        </li>
                    }) }
                </ul>
            </section>
            <p class="version">{ fill(&book.labels.version(), &[("version", env!("CARGO_PKG_VERSION"))]) }</p>
        </>
    }
}

/// The page that is shown where there is none.
pub fn missing(book: &Book) -> Html {
    html! {
        <div class="page__head">
            <h1 tabindex="-1">{ &*book.pages[Route::Missing.place()].heading }</h1>
            <Prose html={book.missing.clone()} />
        </div>
    }
}

/// A page of sections, with its contents at the side.
fn article(book: &Book, route: Route, article: &Article) -> Html {
    let labels = &book.labels;
    html! {
        <>
            <div class="page__head">
                <h1 tabindex="-1">{ &*book.pages[route.place()].heading }</h1>
                <Prose html={article.intro.clone()} class="lead" />
            </div>
            <div class="columns">
                <nav class="contents" aria-labelledby="contents">
                    <h2 id="contents" class="contents__title">{ &*labels.contents() }</h2>
                    <ul>
                        { for article.sections.iter().map(|section| html! {
                            <li><a href={format!("#{}", section.id)}>{ &*section.title }</a></li>
                        }) }
                    </ul>
                </nav>
                <div class="sections">
                    { for article.sections.iter().map(|section| html! {
                        <section class={classes!("section", tone(section.tone))} aria-labelledby={section.id.to_string()}>
                            <h2 id={section.id.to_string()}>{ &*section.title }</h2>
                            <Prose html={section.html.clone()} />
                            <SourceNote label={labels.sources()} sources={book.named(&section.sources)} />
                        </section>
                    }) }
                </div>
            </div>
        </>
    }
}

fn tone(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Care => Some("section--care"),
        Tone::Urgent => Some("section--urgent"),
    }
}
