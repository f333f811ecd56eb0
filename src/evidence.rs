//! What research says: the bottom line first, then what is known and what is not, the studies as
//! picture and table, and the claims that people meet elsewhere. Only read, so it is made on the host.

mod claims;
mod picture;
mod sources;
mod studies;

use crate::content::book::{Book, Section};
use crate::content::known::Side;
use crate::core::Text;
use crate::core::claim::Basis;
use crate::route::Route;
use crate::ui::{BasisNote, Columns, Prose, below, place};
use std::collections::BTreeSet;
use yew::prelude::*;

/// Sections that stand before the reviews side by side, and those right after them. The others follow
/// the studies.
const FIRST: [&str; 3] = ["known", "contested", "not-known"];
const ASIDE: &str = "why-reviews-disagree";

/// The page of evidence.
pub fn page(book: &Book) -> Html {
    let (legends, evidence) = (&book.legends, &book.evidence);
    let mut explained = BTreeSet::new();
    let mut part = |inside: &dyn Fn(&str) -> bool| -> Vec<(&Section, Basis)> {
        let sections = evidence.sections.iter().filter(|section| inside(&section.id));
        sections.map(|section| (section, words(book, section, &mut explained))).collect()
    };
    let first = part(&|id| FIRST.contains(&id));
    let aside = part(&|id| id == ASIDE);
    let then = part(&|id| !FIRST.contains(&id) && id != ASIDE);
    let places = |sections: &[(&Section, Basis)]| -> Html {
        sections.iter().map(|(section, _)| place(&section.id, &section.title)).collect()
    };
    let contents = html! {
        <ul>
            { places(&first) }
            { place("sides", &legends.sides) }
            { places(&aside) }
            { place("studies", &legends.studies) }
            { places(&then) }
            { place("claims", &legends.claims) }
        </ul>
    };
    let parts = |sections: Vec<(&Section, Basis)>, late: bool| -> Html {
        let marked = |nth: usize| if late { Some("") } else { below(nth) };
        let each = sections.into_iter().enumerate();
        each.map(|(nth, (section, words))| told(book, section, words, marked(nth))).collect()
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
                    { parts(first, false) }
                    <section class="section" aria-labelledby="sides" data-below="">
                        <h2 id="sides">{ &*legends.sides }</h2>
                        <div class="sides">{ for evidence.sides.iter().map(|side| stands(book, side)) }</div>
                    </section>
                    { parts(aside, true) }
                    { studies::section(book) }
                    { parts(then, true) }
                    { claims::section(book) }
                </div>
            </Columns>
        </>
    }
}

/// The words of the field in a section that no section above has explained.
fn words(book: &Book, section: &Section, explained: &mut BTreeSet<Text>) -> Basis {
    let mut words = book.basis(&[], &[], &section.plain);
    words.terms.retain(|(term, _)| explained.insert(term.clone()));
    words
}

fn told(book: &Book, section: &Section, words: Basis, below: Option<&'static str>) -> Html {
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
