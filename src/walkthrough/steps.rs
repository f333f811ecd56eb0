//! Every step of the walk to read: the ordered list that the page is without a script. Made on the host
//! for the first plan; `use_steps` keeps it in step with the walk.

use super::card::card;
use super::times::in_words;
use crate::content::book::{Book, StepText};
use crate::core::position::Kind;
use crate::ui::{Base, far_figure, labels_mean};
use yew::prelude::*;

/// The list of steps, and below it the places that can be used instead.
pub fn steps(book: &Book) -> Html {
    let legends = &book.legends;
    let holds = book.plans.first().map(|plan| plan.steps.as_slice()).unwrap_or_default();
    let held: Vec<usize> = holds.iter().map(|hold| usize::from(hold.step)).collect();
    let others = (0..book.steps.len()).filter(|place| !held.contains(place));
    let lengths = holds.iter().map(|hold| in_words(&book.labels, u32::from(hold.seconds)));
    html! {
        <div class="steps">
            <h2 id="steps">{ &*legends.walk_list }</h2>
            { for legends.walk_styles.lines().map(|line| html! {
                <p class="steps__styles">{ line.to_string() }</p>
            }) }
            { labels_mean(&legends.labels_asked, &legends.labels_mean) }
            <nav id="places" class="map" aria-label={legends.walk_map.to_string()}>
                { far_figure(&Base(book.base.clone().into()), "lying", None) }
                { for book.steps.iter().enumerate().filter(|(_, step)| step.kind != Kind::Quiet)
                    .map(|(place, step)| html! {
                        <a href={["#", &step.id].concat()} class="map__place" data-of={step.id.to_string()}
                            hidden={!held.contains(&place)}>
                            <span>{ &*step.title }</span>
                        </a>
                    }) }
            </nav>
            <ol id="positions" class="steps__list">
                { for held.iter().zip(lengths).map(|(place, length)| item(book, &book.steps[*place], Some(length))) }
            </ol>
            <h2>{ &*legends.walk_alternates }</h2>
            <ul id="alternates" class="steps__list">
                { for others.map(|place| item(book, &book.steps[place], None)) }
            </ul>
        </div>
    }
}

/// A step. It can become part of the walk, or leave it, so it has all that both need. What is no alternate
/// is not shown outside the walk.
fn item(book: &Book, step: &StepText, length: Option<String>) -> Html {
    let alternate = matches!(step.kind, Kind::Alternate(_));
    let hidden = length.is_none() && !alternate;
    html! {
        <li id={step.id.to_string()} class="step" data-waits={alternate.then_some("")} {hidden}>
            <p class="step__length">{ length }</p>
            <div class="card">{ card(book, step) }</div>
            <p class="step__go">
                <button type="button" class="quiet" data-go="">
                    { &*book.legends.walk_go }<span class="unseen">{ ": " }{ &*step.title }</span>
                </button>
            </p>
        </li>
    }
}
