//! Fewer positions, and other ones.

use super::Given;
use super::state::update::Action;
use crate::content::fill;
use crate::core::plan::Choice;
use crate::core::position::Kind;
use yew::prelude::*;

/// Fewer positions, and other ones instead.
pub fn options(given: &Given, choice: &Choice) -> Html {
    let (words, labels) = (&given.words, &given.words.labels);
    let can_be_fewer = words.plan(choice.minutes).is_some_and(|plan| !plan.fewer.is_empty());
    html! {
        <>
            { tick(given, choice.fewer && can_be_fewer, !can_be_fewer, Action::Fewer(!choice.fewer), labels.fewer().to_string()) }
            <fieldset class="swaps">
                <legend>{ &*labels.swaps() }</legend>
                { for words.steps.iter().enumerate().filter_map(|(place, step)| {
                    let Kind::Alternate(usual) = step.kind else { return None };
                    Some(swap(given, choice, usual, place as u16))
                }) }
            </fieldset>
        </>
    }
}

/// One position that can be used instead of another.
fn swap(given: &Given, choice: &Choice, usual: u16, instead: u16) -> Html {
    let words = &given.words;
    let on = choice.swaps.contains(&(usual, instead));
    let title = |place: u16| words.steps[usize::from(place)].title.clone();
    let label = fill(&words.labels.swap(), &[("instead", &title(instead)), ("usual", &title(usual))]);
    tick(given, on, false, Action::Swap { usual, instead, on: !on }, label)
}

/// A box that changes what is chosen.
fn tick(given: &Given, checked: bool, disabled: bool, then: Action, label: String) -> Html {
    html! {
        <label class="check">
            <input type="checkbox" {checked} {disabled} onchange={given.on(then)} />
            <span>{ label }</span>
        </label>
    }
}
