//! What to expect: one line down the page is the visit, and times stand on it. Only read, so
//! it is made on the host and travels as HTML.

mod hour;

use crate::content::book::{Book, Section};
use crate::core::Text;
use crate::route::Route;
use crate::ui::{Base, BasisNote, Columns, PageHead, Prose, far_figure, labels_mean, place};
use std::collections::BTreeSet;
use yew::prelude::*;

/// The part that the drawn hour opens.
const HOUR: &str = "session";

/// The sections that scenes open, and the scenes.
const SCENES: [(&str, &[&str]); 6] = [
    ("arriving", &["arriving", "talking"]),
    ("the-table", &["lying", "side-lying"]),
    ("first-minutes", &["first-touch"]),
    ("the-hands", &["head-held"]),
    ("getting-up", &["getting-up"]),
    ("first-hour", &["leaving"]),
];

/// What to expect. `drawn` gives a scene in words.
pub fn page(book: &Book, drawn: impl Fn(&str) -> Text) -> Html {
    let (labels, guide) = (&book.labels, &book.guide);
    let mut explained = BTreeSet::new();
    let contents = html! {
        <ol>
            { for guide.parts.iter().map(|part| html! {
                <li>
                    <a href={format!("#{}", part.id)}>{ &*part.title }</a>
                    <ul>{ for part.sections.iter().map(|section| place(&section.id, &section.title)) }</ul>
                </li>
            }) }
        </ol>
    };
    html! {
        <>
            <PageHead heading={book.pages[Route::Guide.place()].heading.clone()}>
                <Prose html={guide.intro.clone()} class="lead" />
            </PageHead>
            <Columns title={labels.contents()} {contents}>
                <div class="visit">
                    { labels_mean(&book.legends.labels_asked, &book.legends.labels_mean) }
                    { for guide.parts.iter().map(|part| html! {
                        <section class="visit__part" aria-labelledby={part.id.to_string()}>
                            <h2 id={part.id.to_string()}>{ &*part.title }</h2>
                            if &*part.id == HOUR { { hour::drawn(book) } }
                            { for part.sections.iter().map(|section| {
                                moment(book, section, &drawn, &mut explained)
                            }) }
                        </section>
                    }) }
                </div>
            </Columns>
        </>
    }
}

/// One section, hung on the line at its time.
fn moment(
    book: &Book,
    section: &Section,
    drawn: &impl Fn(&str) -> Text,
    explained: &mut BTreeSet<Text>,
) -> Html {
    let labels = &book.labels;
    let scenes = SCENES.iter().find(|(id, _)| *id == &*section.id).map_or(&[][..], |(_, scenes)| scenes);
    let timed = (!section.when.is_empty()).then_some("moment--timed");
    html! {
        <section class={classes!("moment", timed)} aria-labelledby={section.id.to_string()}>
            if !section.when.is_empty() {
                <p class="moment__when">{ &*section.when }</p>
            }
            <h3 id={section.id.to_string()}>{ &*section.title }</h3>
            if !scenes.is_empty() {
                <div class="moment__figures">
                    { for scenes.iter().map(|scene| {
                        html! { <div>{ far_figure(&Base(book.base.clone().into()), scene, Some(&drawn(scene))) }</div> }
                    }) }
                </div>
            }
            <Prose html={section.html.clone()} />
            if !section.offer.is_empty() {
                <p class="offer"><strong>{ &*labels.offer() }{ ": " }</strong>{ &*section.offer }</p>
            }
            <BasisNote of={book.basis_below(&section.claims, &section.sources, &section.plain, explained)} />
        </section>
    }
}
