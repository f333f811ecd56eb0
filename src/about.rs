//! Safety, About, and the page that is shown where there is none: sections of prose. Only
//! read, so they are made on the host and travel as HTML.

use crate::content::book::{Article, Book, Check, Section, Tone};
use crate::content::fill;
use crate::core::Text;
use crate::route::Route;
use crate::ui::{BasisNote, Columns, Prose, below, place};
use yew::prelude::*;

/// Safety.
pub fn safety(book: &Book) -> Html {
    article(book, Route::Safety, &book.safety)
}

/// The self-check round a page's lists: each line of a list that asks can be ticked, and the result
/// follows by style rules alone. It needs no script, stores nothing, and its lists can be read as
/// plain lists.
fn checked(book: &Book, lists: Html) -> Html {
    let legends = &book.legends;
    html! {
        <form class="selfcheck" autocomplete="off">
            <div class="selfcheck__head">
                <h2 id="self-check">{ &*legends.check_title }</h2>
                <p>{ &*legends.check_lead }</p>
            </div>
            { lists }
            <div class="selfcheck__result" role="status">
                <p class="selfcheck__none">{ &*legends.check_none }</p>
                <div class="selfcheck__ask"><p><strong>{ &*legends.check_ask }</strong></p><p>{ &*legends.check_ask_say }</p>
                    <p class="tool buttons">
                        <button type="button" class="quiet" data-give="doctor" data-from=".selfcheck [data-then=ask]:checked"
                            data-told="check-told" data-given={legends.check_taken.to_string()}
                            data-ungiven={legends.check_untaken.to_string()} data-lost={legends.check_lost.to_string()} data-none={legends.check_untold.to_string()}>
                            { &*legends.check_take }
                        </button>
                        <a href={format!("{}prepare/#know", book.base)}>{ &*legends.to_page }</a>
                    </p>
                    <p id="check-told"></p></div>
                <div class="selfcheck__now"><p><strong>{ &*legends.check_now }</strong></p>
                    <p><a href="#crisis-lines">{ &*legends.check_now_link }</a></p></div>
                <button type="reset" class="quiet">{ &*legends.check_clear }</button>
            </div>
        </form>
    }
}

/// The HTML of a section whose list asks: each of its lines with a box to tick.
fn with_boxes(html: &str, check: Check) -> Text {
    let kind = match check {
        Check::Now => "now",
        Check::Ask => "ask",
    };
    let open = format!("<li><label><input type=\"checkbox\" data-then=\"{kind}\"><span>");
    html.replace("<li>", &open).replace("</li>", "</span></label></li>").into()
}

/// About, with every source at its end.
pub fn about(book: &Book) -> Html {
    html! {
        <>
            { article(book, Route::About, &book.about) }
            <section class="source-list" aria-labelledby="all-sources" data-below="">
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
    let (asking, plain): (Vec<&Section>, Vec<&Section>) =
        article.sections.iter().partition(|section| section.check.is_some());
    let in_form: Html = asking.iter().map(|section| told(book, section, None)).collect();
    let plain = plain.iter().enumerate().map(|(nth, section)| told(book, section, below(nth)));
    let sections = html! {
        <>
            if !asking.is_empty() { { checked(book, in_form) } }
            { for plain }
        </>
    };
    let contents = html! {
        <ul>{ for article.sections.iter().map(|section| place(&section.id, &section.title)) }</ul>
    };
    html! {
        <>
            <div class="page__head">
                <h1 tabindex="-1">{ &*book.pages[route.place()].heading }</h1>
                <Prose html={article.intro.clone()} class="lead" />
            </div>
            <Columns title={labels.contents()} {contents}>
                <div class="sections">{ sections }</div>
            </Columns>
        </>
    }
}

fn told(book: &Book, section: &Section, below: Option<&'static str>) -> Html {
    let html = section.check.map_or_else(|| section.html.clone(), |check| with_boxes(&section.html, check));
    html! {
        <section class={classes!("section", tone(section.tone))} aria-labelledby={section.id.to_string()} data-below={below}>
            <h2 id={section.id.to_string()}>{ &*section.title }</h2>
            <Prose {html} />
            <BasisNote of={book.basis(&section.claims, &section.sources, &section.plain)} />
        </section>
    }
}

fn tone(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Care => Some("section--care"),
        Tone::Urgent => Some("section--urgent"),
    }
}
