//! What a text rests on, last and small: how sure it is, in words, with its sources, and the words
//! of the field. Both open in place, so nobody has to leave the page for them.

use super::Link;
use crate::core::Text;
use crate::core::claim::Basis;
use crate::route::Route;
use yew::prelude::*;

/// Props of [`BasisNote`].
#[derive(PartialEq, Properties)]
pub struct BasisNoteProps {
    /// What the text rests on.
    pub of: Basis,
}

/// What a text rests on. Nothing is shown for nothing.
#[component]
pub fn BasisNote(props: &BasisNoteProps) -> Html {
    let Basis { labels: [sure, from, words], grounds, sources, terms } = &props.of;
    let label = if grounds.is_empty() { from } else { sure };
    html! {
        <>
            if !grounds.is_empty() || !sources.is_empty() {
                <details class="basis">
                    <summary>{ &**label }</summary>
                    if !grounds.is_empty() {
                        <ul class="basis__claims">
                            { for grounds.iter().map(|ground| html! {
                                <li>
                                    if !ground.read.is_empty() { { &*ground.read }{ " " } }
                                    <Link to={Route::Evidence} rest={format!("#{}", ground.id)} class="grade">{ &*ground.label }</Link>
                                    { " " }{ &*ground.says }
                                </li>
                            }) }
                        </ul>
                        <p class="basis__label">{ &**from }</p>
                    }
                    <ul class="basis__sources">{ for sources.iter().map(|full| html! { <li>{ &**full }</li> }) }</ul>
                </details>
            }
            if !terms.is_empty() {
                <details class="basis">
                    <summary>{ &**words }</summary>
                    <dl class="basis__terms">
                        { for terms.iter().map(|(term, plain)| html! {
                            <><dt>{ &**term }</dt><dd>{ &**plain }</dd></>
                        }) }
                    </dl>
                </details>
            }
        </>
    }
}

/// What the labels in these notes mean, once a page: `asked` opens it.
pub fn labels_mean(asked: &Text, mean: &Text) -> Html {
    html! {
        <details class="basis basis--labels">
            <summary>{ &**asked }</summary>
            <p class="basis__mean">{ &**mean }</p>
        </details>
    }
}
