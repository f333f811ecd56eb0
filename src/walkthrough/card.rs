//! All that is said of one step. Only read, so it is made on the host and travels as HTML.

use crate::content::book::{Book, StepText};
use crate::core::Text;
use crate::core::position::Kind;
use crate::route::Route;
use crate::ui::{Base, BasisNote, Link, ShareLink, far_figure};
use yew::prelude::*;

/// What stands in the card of a step.
pub fn card(book: &Book, step: &StepText) -> Html {
    let labels = &book.labels;
    let share = html! {
        <ShareLink to={Route::Walk} rest={format!("#{}", step.id)} label={book.legends.share_place.clone()} />
    };
    html! {
        <>
            if step.kind != Kind::Quiet {
                <div class="card__figure">{ far_figure(&Base(book.base.clone().into()), &step.id, None) }</div>
            }
            <h3>{ &*step.title }</h3>
            <p>{ &*step.what }</p>
            { named(&labels.notice(), &step.notice) }
            if step.kind == Kind::Quiet {
                { named(&labels.prompt(), &step.prompt) }
                { sentences(&labels.say(), step) }
                { share }
            } else {
                <details class="more">
                    <summary>{ &*labels.more() }<span class="unseen">{ ": " }{ &*step.title }</span></summary>
                    { named(&labels.hands(), &step.hands) }
                    { named(&labels.why(), &step.why) }
                    { named(&labels.prompt(), &step.prompt) }
                    { sentences(&labels.say(), step) }
                    { named(&labels.consent(), &step.consent) }
                    { named(&labels.pregnant(), &step.pregnant) }
                    { named(&labels.seated(), &step.seated) }
                    <p><Link to={Route::Safety} rest="#not-now">{ &*labels.when_not() }</Link></p>
                    <BasisNote of={book.basis(&step.claims, &step.sources, &step.why)} />
                    { share }
                </details>
            }
        </>
    }
}

/// A heading in the line, and its text; nothing where there is none.
fn named(label: &Text, text: &Text) -> Html {
    match text.is_empty() {
        true => html! {},
        false => {
            html! { <p><strong class="step__label">{ &**label }</strong>{ " " }{ &**text }</p> }
        }
    }
}

fn sentences(label: &Text, step: &StepText) -> Html {
    if step.say.is_empty() {
        return html! {};
    }
    html! {
        <>
            <p class="step__label">{ &**label }</p>
            <ul class="sayings">{ for step.say.iter().map(|line| html! { <li>{ "“" }{ &**line }{ "”" }</li> }) }</ul>
        </>
    }
}
