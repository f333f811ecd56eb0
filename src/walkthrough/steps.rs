//! Every step of the walk to read: the ordered list that the page is without a script.

use super::times::in_words;
use crate::content::Words;
use crate::core::plan::Hold;
use crate::core::position::{Kind, Step};
use crate::platform::form;
use crate::ui::figure;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Steps`].
#[derive(PartialEq, Properties)]
pub struct StepsProps {
    /// The words.
    pub words: Words,
    /// The holds that are listed.
    pub holds: Rc<Vec<Hold>>,
    /// The index of the hold that is on now.
    pub current: Option<usize>,
    /// Goes to a hold of the walk that is on.
    pub go: Callback<usize>,
}

/// The list of steps, and below it the places that can be used instead.
#[component]
pub fn Steps(props: &StepsProps) -> Html {
    let StepsProps { words, holds, current, go } = props;
    let go = go.clone();
    let on_go = move |event: MouseEvent| {
        if let Some(place) = form::pressed(&event).and_then(|what| what.parse().ok()) {
            go.emit(place);
        }
    };
    let labels = &words.labels;
    let walking = current.is_some();
    let listed = |place: usize| holds.iter().any(|hold| usize::from(hold.step) == place);
    html! {
        <div class="steps">
            <h2 id="steps">{ &*labels.list() }</h2>
            <nav class="map" aria-label={labels.map().to_string()}>
                { figure("map", None) }
                { for holds.iter().map(|hold| &words.steps[usize::from(hold.step)])
                    .filter(|step| step.kind != Kind::Quiet)
                    .map(|step| html! {
                        <a href={["#", &step.id].concat()} class="map__place" data-of={step.id.to_string()}>
                            <span>{ &*step.title }</span>
                        </a>
                    }) }
            </nav>
            <ol id="positions" class="steps__list" onclick={on_go}>
                { for holds.iter().enumerate().map(|(place, hold)| {
                    let step = &words.steps[usize::from(hold.step)];
                    let length = in_words(labels, u32::from(hold.seconds));
                    let current = (*current == Some(place)).then_some("step");
                    html! {
                        <li key={step.id.to_string()} id={step.id.to_string()} class="step" aria-current={current}>
                            <p class="step__length">{ length }</p>
                            { card(step) }
                            if walking {
                                <p class="step__go">{ button(words, step, place) }</p>
                            }
                        </li>
                    }
                }) }
            </ol>
            <h2>{ &*labels.alternates() }</h2>
            <ul class="steps__list">
                { for words.steps.iter().enumerate()
                    .filter(|(place, step)| matches!(step.kind, Kind::Alternate(_)) && !listed(*place))
                    .map(|(_, step)| html! {
                        <li key={step.id.to_string()} id={step.id.to_string()} class="step">
                            { card(step) }
                        </li>
                    })
                }
            </ul>
        </div>
    }
}

/// The button that goes to a step of the walk that is on.
fn button(words: &Words, step: &Step, place: usize) -> Html {
    html! {
        <button type="button" class="quiet" data-do={place.to_string()}>
            { &*words.labels.go_here() }<span class="unseen">{ ": " }{ &*step.title }</span>
        </button>
    }
}

/// All that is said of a step, made on the host.
fn card(step: &Step) -> Html {
    html! { <div class="card">{ Html::from_html_unchecked(AttrValue::from(step.card.clone())) }</div> }
}
