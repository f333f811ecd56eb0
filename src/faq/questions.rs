//! All questions by group, made on the host: each opens to its answer without a script.

use crate::content::book::{Book, QuestionText};
use crate::route::Route;
use crate::ui::{BasisNote, Prose, ShareLink};
use yew::prelude::*;

/// So many questions of the first group fill a phone's first screen.
const FIRST: usize = 6;

/// All questions by group. The search stands above them, so the first group reaches down further than other
/// pages' sections do.
pub fn list(book: &Book) -> Html {
    let mut first = 0;
    html! {
        <>
            { for book.groups.iter().enumerate().map(|(nth, group)| {
                let places = first..first + usize::from(group.questions);
                first = places.end;
                let heading = format!("group-{}", group.id);
                html! {
                    <section class="answers" aria-labelledby={heading.clone()} data-below={(nth > 0).then_some("")}>
                        <h2 id={heading}>{ &*group.title }</h2>
                        { for book.questions[places].iter().enumerate().map(|(place, question)| {
                            answer(book, question, (nth == 0 && place >= FIRST).then_some(""))
                        }) }
                    </section>
                }
            }) }
        </>
    }
}

/// A question and its answer. The answer carries the id, so that a link to it opens the disclosure in
/// browsers that do so by themselves.
fn answer(book: &Book, question: &QuestionText, below: Option<&'static str>) -> Html {
    html! {
        <details class="answer" data-below={below}>
            <summary><span class="answer__ask">{ &*question.ask }</span></summary>
            <div id={question.id.to_string()} class="answer__body">
                <Prose html={question.answer.clone()} />
                <BasisNote of={book.basis(&question.claims, &question.sources, &question.plain)} />
                <ShareLink to={Route::Faq} rest={format!("#{}", question.id)} label={book.legends.share_answer.clone()} />
            </div>
        </details>
    }
}
