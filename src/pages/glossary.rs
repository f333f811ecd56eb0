//! The words of the field and of research, each in one to three plain sentences.

use crate::content::book::Book;
use crate::content::known::Term;
use crate::content::legends::line;
use crate::route::Route;
use crate::ui::PageHead;
use yew::prelude::*;

/// The groups, in the order of the page; their names stand in the same order in the legends.
const GROUPS: [&str; 5] = ["body", "method", "practice", "safety", "research"];

/// The page of words.
pub fn page(book: &Book) -> Html {
    let heading = |nth: usize| line(&book.legends.term_groups, nth).to_string();
    html! {
        <>
            <PageHead heading={book.pages[Route::Glossary.place()].heading.clone()}>
                <p class="lead">{ &*book.legends.glossary_lead }</p>
            </PageHead>
            { for GROUPS.iter().enumerate().map(|(nth, group)| html! {
                <section class="answers" aria-labelledby={format!("words-{group}")}>
                    <h2 id={format!("words-{group}")}>{ heading(nth) }</h2>
                    { for book.terms.iter().filter(|term| &*term.group == *group).map(|term| row(book, term)) }
                </section>
            }) }
        </>
    }
}

fn row(book: &Book, term: &Term) -> Html {
    html! {
        <details class="answer">
            <summary><span class="answer__ask"><dfn>{ &*term.term }</dfn></span></summary>
            <div id={term.id.to_string()} class="answer__body">
                <p>{ &*term.plain }</p>
                if !term.see.is_empty() {
                    <p class="aside">{ &*book.legends.term_see }{ ": " }
                        { for term.see.iter().enumerate().map(|(nth, (id, name))| html! {
                            <>if nth > 0 { { ", " } }<a href={format!("#{id}")}>{ &**name }</a></>
                        }) }
                    </p>
                }
                if !term.sources.is_empty() {
                    <ul class="basis__sources">
                        { for book.references(&term.sources).iter().map(|full| html! { <li>{ &**full }</li> }) }
                    </ul>
                }
            </div>
        </details>
    }
}
