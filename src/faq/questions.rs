//! All questions by group, made on the host: each opens to its answer without a script.

use crate::content::book::{Book, QuestionText};
use crate::content::pages::Group;
use crate::route::Route;
use crate::ui::{BasisNote, Prose, ShareLink, place};
use yew::prelude::*;

/// The groups, as links to them.
pub fn groups(book: &Book) -> Html {
    html! { <ul>{ for book.groups.iter().map(|group| place(&heading(group), &group.title)) }</ul> }
}

/// The id of a group's heading.
fn heading(group: &Group) -> String {
    format!("group-{}", group.id)
}

/// All questions by group.
pub fn list(book: &Book) -> Html {
    let mut first = 0;
    html! {
        <>
            { for book.groups.iter().map(|group| {
                let places = first..first + usize::from(group.questions);
                first = places.end;
                let heading = heading(group);
                html! {
                    <section class="answers" aria-labelledby={heading.clone()}>
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
