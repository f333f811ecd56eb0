//! What research says: the bottom line first, then what is known and what is not, the studies as
//! picture and table, and the claims that people meet elsewhere. Only read, so it is made on the host.

mod claims;
mod picture;
mod sources;
mod studies;

use crate::content::book::{Book, Section};
use crate::content::known::Side;
use crate::core::claim::Basis;
use crate::route::Route;
use crate::ui::{BasisNote, Columns, Prose, below, place};
use yew::prelude::*;

/// Sections that stand before the studies; the others follow them.
const FIRST: [&str; 3] = ["known", "contested", "not-known"];

/// The page of evidence.
pub fn page(book: &Book) -> Html {
    let (legends, evidence) = (&book.legends, &book.evidence);
    let (first, then): (Vec<&Section>, Vec<&Section>) =
        evidence.sections.iter().partition(|section| FIRST.contains(&&*section.id));
    let contents = html! {
        <ul>
            { for first.iter().map(|section| place(&section.id, &section.title)) }
            { place("sides", &legends.sides) }
            { place("studies", &legends.studies) }
            { for then.iter().map(|section| place(&section.id, &section.title)) }
            { place("claims", &legends.claims) }
        </ul>
    };
    html! {
        <>
            <div class="page__head">
                <h1 tabindex="-1">{ &*book.pages[Route::Evidence.place()].heading }</h1>
                <div class="bottom">{ for evidence.bottom.iter().map(|line| html! { <p>{ &**line }</p> }) }</div>
                <Prose html={evidence.intro.clone()} />
            </div>
            <Columns title={book.labels.contents()} {contents}>
                <div class="sections">
                    { for first.iter().enumerate().map(|(nth, section)| told(book, section, below(nth))) }
                    <section class="section" aria-labelledby="sides" data-below="">
                        <h2 id="sides">{ &*legends.sides }</h2>
                        <div class="sides">{ for evidence.sides.iter().map(|side| stands(book, side)) }</div>
                    </section>
                    { studies::section(book) }
                    { for then.iter().map(|section| told(book, section, Some(""))) }
                    { claims::section(book) }
                </div>
            </Columns>
        </>
    }
}

fn told(book: &Book, section: &Section, below: Option<&'static str>) -> Html {
    // The words of the field as everywhere; the sources are links to studies of this page.
    let words = Basis { sources: Vec::new(), ..book.basis(&[], &[], &section.plain) };
    html! {
        <section class="section" aria-labelledby={section.id.to_string()} data-below={below}>
            <h2 id={section.id.to_string()}>{ &*section.title }</h2>
            <Prose html={section.html.clone()} />
            { sources::named(book, &section.sources) }
            <BasisNote of={words} />
        </section>
    }
}

/// One of the reviews that disagree.
fn stands(book: &Book, side: &Side) -> Html {
    let legends = &book.legends;
    html! {
        <div class="side">
            <h3>{ &*side.title }</h3>
            <dl>
                <dt>{ &*legends.looked }</dt><dd>{ &*side.looked }</dd>
                <dt>{ &*legends.finds }</dt><dd>{ &*side.finds }</dd>
                <dt>{ &*legends.stands }</dt><dd>{ &*side.stands }</dd>
            </dl>
            { sources::named(book, &[side.source]) }
        </div>
    }
}
