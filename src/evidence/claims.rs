//! Claims that people meet elsewhere, and what can honestly be said instead.

use super::sources;
use crate::content::book::Book;
use crate::content::known::Claim;
use crate::core::Text;
use crate::core::claim::Verdict;
use yew::prelude::*;

/// The list of claims, in groups.
pub fn section(book: &Book) -> Html {
    let legends = &book.legends;
    let (met, ours): (Vec<&Claim>, Vec<&Claim>) = book.claims.iter().partition(|claim| claim.read.is_some());
    html! {
        <section class="section claims" aria-labelledby="claims" data-finds="claims" data-below="">
            <h2 id="claims">{ &*legends.claims }</h2>
            <p>{ &*legends.claims_line }</p>
            <div class="claims__find tool">
                <label for="find-claim">{ &*legends.claims_find }</label>
                <input id="find-claim" type="search" autocomplete="off" maxlength="100" data-find="claims" />
                <p class="tool__count" role="status" data-count={legends.claims_count.to_string()}></p>
            </div>
            <dl class="grades">
                { for book.evidence.verdicts.iter().map(|named| html! {
                    <><dt class="grade">{ &*named.title }</dt><dd>{ &*named.means }</dd></>
                }) }
            </dl>
            { for book.claim_groups.iter().map(|group| {
                let inside = met.iter().filter(|claim| has(&group.claims, book, claim));
                html! {
                    <div class="claims__group">
                        <h3 id={group.id.to_string()}>{ &*group.title }</h3>
                        { for inside.map(|claim| row(book, claim)) }
                    </div>
                }
            }) }
            <div class="claims__group">
                <h3 id="our-claims">{ &*legends.claims_ours }</h3>
                { for ours.iter().map(|claim| row(book, claim)) }
            </div>
        </section>
    }
}

fn has(places: &[u16], book: &Book, claim: &Claim) -> bool {
    places.iter().any(|place| book.claims[usize::from(*place)].id == claim.id)
}

fn row(book: &Book, claim: &Claim) -> Html {
    let legends = &book.legends;
    let grade = book.grade(claim.grade);
    let (head, tag) = match &claim.read {
        Some((read, verdict)) => (quoted(read), named(book, *verdict)),
        None => (claim.says.to_string(), grade.clone()),
    };
    html! {
        <details class="answer claim">
            <summary><span class="answer__ask">{ head }</span><span class="grade">{ &*tag }</span></summary>
            <div id={claim.id.to_string()} class="answer__body">
                if claim.read.is_some() {
                    <p><strong>{ &*legends.says }{ ": " }</strong>{ &*claim.says }</p>
                }
                if !claim.why.is_empty() { <p>{ &*claim.why }</p> }
                if claim.read.is_some() { <p class="claim__grade">{ &*grade }</p> }
                { sources::named(book, &claim.sources) }
            </div>
        </details>
    }
}

fn quoted(read: &Text) -> String {
    format!("“{}”", read.trim_end_matches('.'))
}

fn named(book: &Book, verdict: Verdict) -> Text {
    let named = book.evidence.verdicts.iter().find(|named| named.what == verdict);
    named.map_or_else(|| "".into(), |named| named.title.clone())
}
