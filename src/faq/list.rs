//! All questions by group, made on the host: each opens to its answer without a script.

use crate::content::book::{Book, QuestionText};
use crate::route::Route;
use crate::ui::{BasisNote, Prose, ShareLink, below};
use yew::prelude::*;

/// All questions by group.
pub fn list(book: &Book) -> Html {
    let mut first = 0;
    html! {
        <>
            { for book.groups.iter().enumerate().map(|(nth, group)| {
                let places = first..first + usize::from(group.questions);
                first = places.end;
                let heading = format!("group-{}", group.id);
                html! {
                    <section class="answers" aria-labelledby={heading.clone()} data-below={below(nth)}>
                        <h2 id={heading}>{ &*group.title }</h2>
                        { for book.questions[places].iter().map(|question| answer(book, question)) }
                    </section>
                }
            }) }
        </>
    }
}

/// A question and its answer. The answer carries the id, so that a link to it opens the disclosure in
/// browsers that do so by themselves.
fn answer(book: &Book, question: &QuestionText) -> Html {
    html! {
        <details class="answer">
            <summary><span class="answer__ask">{ &*question.ask }</span></summary>
            <div id={question.id.to_string()} class="answer__body">
                <Prose html={question.answer.clone()} />
                <BasisNote of={book.basis(&question.claims, &question.sources, &question.plain)} />
                <ShareLink to={Route::Faq} rest={format!("#{}", question.id)} label={book.legends.share_answer.clone()} />
            </div>
        </details>
    }
}
