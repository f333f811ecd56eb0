//! The page: made on the host, with the table of studies and the list of claims as islands.

use super::claims::{Claim, ClaimWords, ClaimsProps, Group};
use super::studies::{StudiesProps, Study, StudyWords};
use super::{picture, sources};
use crate::content::basis::quoted;
use crate::content::book::{Book, Section};
use crate::content::known::{self, Side, Standing, Topic};
use crate::content::legends::line;
use crate::core::claim::Basis;
use crate::route::Route;
use crate::ui::{BasisNote, Columns, PageHead, Prose, place};
use std::collections::BTreeSet;
use yew::prelude::*;

/// Sections that stand before the reviews side by side, and those right after them. The others follow
/// the studies.
const FIRST: [&str; 4] = ["known", "contested", "not-known", "what-helps-anxiety"];
const ASIDE: &str = "why-reviews-disagree";

/// The topics that the table can be narrowed to.
const TOPICS: [Topic; 8] = [
    Topic::Anxiety,
    Topic::Stress,
    Topic::Sleep,
    Topic::Pain,
    Topic::Heart,
    Topic::Hormones,
    Topic::Body,
    Topic::Safety,
];

/// The page of evidence, with its two islands.
pub fn page(book: &Book, studies: Html, claims: Html) -> Html {
    let (legends, evidence) = (&book.legends, &book.evidence);
    let mut explained = BTreeSet::new();
    let mut part = |inside: &dyn Fn(&str) -> bool| -> Vec<(&Section, Basis)> {
        let sections = evidence.sections.iter().filter(|section| inside(&section.id));
        sections
            .map(|section| (section, book.basis_below(&[], &[], &section.plain, &mut explained)))
            .collect()
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
    let parts = |sections: Vec<(&Section, Basis)>| -> Html {
        sections.into_iter().map(|(section, words)| told(book, section, words)).collect()
    };
    html! {
        <>
            <PageHead heading={book.pages[Route::Evidence.place()].heading.clone()}>
                <div class="bottom">{ for evidence.bottom.iter().map(|line| html! { <p>{ &**line }</p> }) }</div>
                <Prose html={evidence.intro.clone()} />
            </PageHead>
            <Columns title={book.labels.contents()} {contents}>
                <div class="sections">
                    { parts(first) }
                    <section class="section" aria-labelledby="sides">
                        <h2 id="sides">{ &*legends.sides }</h2>
                        <div class="sides">{ for evidence.sides.iter().map(|side| stands(book, side)) }</div>
                    </section>
                    { parts(aside) }
                    <section class="section studies" aria-labelledby="studies">
                        <h2 id="studies">{ &*legends.studies }</h2>
                        { picture::drawn(book) }
                        <Prose html={evidence.table.clone()} />
                        <dl class="grades">
                            { for evidence.grades.iter().map(|named| html! {
                                <><dt class="grade">{ &*named.title }</dt><dd>{ &*named.means }</dd></>
                            }) }
                        </dl>
                        { studies }
                    </section>
                    { parts(then) }
                    <section class="section claims" aria-labelledby="claims">
                        <h2 id="claims">{ &*legends.claims }</h2>
                        <p>{ &*legends.claims_line }</p>
                        { claims }
                    </section>
                </div>
            </Columns>
        </>
    }
}

fn told(book: &Book, section: &Section, words: Basis) -> Html {
    html! {
        <section class="section" aria-labelledby={section.id.to_string()}>
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

/// The studies of a book.
pub fn studies(book: &Book) -> StudiesProps {
    let legends = &book.legends;
    let topic = |topic: &Topic| line(&legends.topics, *topic as usize).to_string().into();
    let study = |study: &known::Study| Study {
        id: sources::anchor(book, study).into(),
        name: study.name.clone(),
        reference: sources::reference(book, study.source),
        kind: line(&legends.designs, study.design as usize).to_string().into(),
        grade: study.grade.map_or_else(|| book.evidence.near.clone(), |grade| book.grade(grade)),
        cells: [&study.who, &study.compared, &study.result, &study.limit].map(Clone::clone),
        year: study.year,
        topics: TOPICS
            .iter()
            .enumerate()
            .filter(|(_, it)| study.topics.contains(it))
            .map(|(at, _)| at)
            .collect(),
    };
    StudiesProps {
        words: StudyWords {
            topic: legends.topic.clone(),
            all: legends.topic_all.clone(),
            topics: TOPICS.iter().map(topic).collect(),
            heads: std::array::from_fn(|place| line(&legends.study_heads, place).to_string().into()),
            leaves: legends.leaves.clone(),
        },
        studies: book.evidence.studies.iter().map(study).collect(),
    }
}

/// The claims of a book: those that people meet in their groups, then those that only we make.
pub fn claims(book: &Book) -> ClaimsProps {
    let legends = &book.legends;
    let has = |places: &[u16], claim: &known::Claim| {
        places.iter().any(|place| book.claims[usize::from(*place)].id == claim.id)
    };
    let (met, ours): (Vec<_>, Vec<_>) =
        book.claims.iter().partition(|claim| matches!(claim.standing, Standing::Met(..)));
    let mut groups: Vec<Group> = Vec::new();
    for group in &book.claim_groups {
        let inside = met.iter().filter(|claim| has(&group.claims, claim));
        groups.push(Group {
            id: group.id.clone(),
            title: group.title.clone(),
            claims: inside.map(|it| claim(book, it)).collect(),
        });
    }
    groups.push(Group {
        id: "our-claims".into(),
        title: legends.claims_ours.clone(),
        claims: ours.into_iter().map(|it| claim(book, it)).collect(),
    });
    let verdicts = book.evidence.verdicts.iter();
    ClaimsProps {
        words: ClaimWords {
            find: legends.claims_find.clone(),
            count: legends.claims_count.clone(),
            says: legends.says.clone(),
            sources: legends.sources.clone(),
        },
        verdicts: verdicts.map(|named| (named.title.clone(), named.means.clone())).collect(),
        groups,
    }
}

fn claim(book: &Book, claim: &known::Claim) -> Claim {
    let (head, instead) = match &claim.standing {
        Standing::Met(read, _) => (quoted(read), Some(claim.says.clone())),
        _ => (claim.says.clone(), None),
    };
    Claim {
        id: claim.id.clone(),
        head,
        tag: book.label(claim),
        instead,
        why: claim.why.clone(),
        sources: sources::of(book, &claim.sources),
    }
}
