//! Safety, About, and the page that is shown where there is none: sections of prose. Only
//! read, so they are made on the host and travel as HTML.

use crate::content::book::{Article, Book, Section, Tone};
use crate::content::fill;
use crate::content::legends::line;
use crate::core::Text;
use crate::route::Route;
use crate::ui::{BasisNote, Columns, PageHead, Prose, labels_mean, place};
use std::collections::BTreeSet;
use yew::prelude::*;

mod self_check;

/// Safety: the self-check, then what is only read. `give` puts what is ticked on the page to hand over.
pub fn safety(book: &Book, give: Html) -> Html {
    article(book, Route::Safety, &book.safety, self_check::self_check(book, give))
}

/// About, with every source at its end.
pub fn about(book: &Book) -> Html {
    html! {
        <>
            { article(book, Route::About, &book.about, Html::default()) }
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
        <PageHead heading={book.pages[Route::Missing.place()].heading.clone()}>
            <Prose html={book.missing.clone()} />
        </PageHead>
    }
}

/// A page of sections, with its contents at the side. `first` stands before them, and holds those with a list.
fn article(book: &Book, route: Route, article: &Article, first: Html) -> Html {
    let labels = &book.labels;
    let plain = article.sections.iter().filter(|section| section.listed.is_none());
    let mut explained = BTreeSet::new();
    let sections = html! { <>{ for plain.map(|section| told(book, section, &mut explained)) }</> };
    // Every page sends people to the self-check: it's the first entry.
    let check = article.sections.iter().any(|section| section.listed.is_some());
    let contents = html! {
        <ul>
            if check { { place("self-check", &book.legends.check_title) } }
            { for article.sections.iter().map(|section| place(&section.id, &section.title)) }
        </ul>
    };
    html! {
        <>
            <PageHead heading={book.pages[route.place()].heading.clone()}>
                <Prose html={article.intro.clone()} class="lead" />
            </PageHead>
            <Columns title={labels.contents()} {contents}>
                <div class="sections">
                    { first }
                    if article.sections.iter().any(|section| !section.claims.is_empty()) {
                        { labels_mean(&book.legends.labels_asked, &book.legends.labels_mean) }
                    }
                    { sections }
                </div>
            </Columns>
        </>
    }
}

fn told(book: &Book, section: &Section, explained: &mut BTreeSet<Text>) -> Html {
    html! {
        <section class={classes!("section", tone(section.tone))} aria-labelledby={section.id.to_string()}>
            <h2 id={section.id.to_string()}>{ &*section.title }</h2>
            <Prose html={section.html.clone()} />
            { numbers_checked(book, section) }
            if &*section.id == "how-reviewed" { { days(book) } }
            if &*section.id == "report" { { repository(book) } }
            <BasisNote of={book.basis_below(&section.claims, &section.sources, &section.plain, explained)} />
        </section>
    }
}

/// When the section's telephone numbers were checked.
fn numbers_checked(book: &Book, section: &Section) -> Html {
    let Some(day) = section.checked else { return Html::default() };
    html! { <p class="aside">{ fill(&book.legends.numbers_checked, &[("date", &book.day(day))]) }</p> }
}

/// When each kind of statement was last checked: the day of the one that has waited longest.
fn days(book: &Book) -> Html {
    let days = [Some(book.reviewed()), book.numbers_checked(), book.rules_checked()];
    let days = days.into_iter().enumerate().filter_map(|(nth, day)| Some((nth, day?)));
    html! {
        <dl class="facts">
            { for days.map(|(nth, day)| html! {
                <><dt>{ line(&book.legends.checked_kinds, nth).to_string() }</dt><dd>{ book.day(day) }</dd></>
            }) }
        </dl>
    }
}

/// Where to report a mistake: in the project's repository, if its manifest names one; else that there's no such place.
fn repository(book: &Book) -> Html {
    let address = env!("CARGO_PKG_REPOSITORY");
    match address.is_empty() {
        true => html! { <p>{ &*book.legends.report_none }</p> },
        false => html! {
            <p>{ &*book.legends.report_here }{ " " }<a href={address} rel="noreferrer">{ address }</a></p>
        },
    }
}

fn tone(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Care => Some("section--care"),
        Tone::Urgent => Some("section--urgent"),
    }
}
