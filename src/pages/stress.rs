//! Craniosacral therapy for stress and anxiety: how people say that it helps, what is known of each
//! claim, and what to expect. Only read, so it is made on the host and travels as HTML.

use crate::content::book::{Book, Section};
use crate::core::Text;
use crate::route::Route;
use crate::ui::{BasisNote, Columns, PageHead, Prose, labels_mean, place};
use std::collections::BTreeSet;
use yew::prelude::*;

/// Stress and anxiety.
pub fn page(book: &Book) -> Html {
    let (labels, stress) = (&book.labels, &book.stress);
    let mut explained = BTreeSet::new();
    let contents = html! {
        <ul>{ for stress.sections.iter().map(|section| place(&section.id, &section.title)) }</ul>
    };
    html! {
        <>
            <PageHead heading={book.pages[Route::Stress.place()].heading.clone()}>
                <Prose html={stress.intro.clone()} class="lead" />
            </PageHead>
            <Columns title={labels.contents()} {contents}>
                <div class="sections">
                    { labels_mean(&book.legends.labels_asked, &book.legends.labels_mean) }
                    { for stress.sections.iter().map(|section| told(book, section, &mut explained)) }
                </div>
            </Columns>
        </>
    }
}

fn told(book: &Book, section: &Section, explained: &mut BTreeSet<Text>) -> Html {
    html! {
        <section class="section" aria-labelledby={section.id.to_string()}>
            <h2 id={section.id.to_string()}>{ &*section.title }</h2>
            <Prose html={section.html.clone()} />
            if !section.offer.is_empty() {
                <p class="offer"><strong>{ &*book.labels.offer() }{ ": " }</strong>{ &*section.offer }</p>
            }
            <BasisNote of={book.basis_below(&section.claims, &section.sources, &section.plain, explained)} />
        </section>
    }
}
