//! Fields as HTML.

use super::names::Button;
use crate::content::prepare::{Ask, Kind};
use crate::core::Text;
use yew::prelude::*;

/// Something that is asked, with its answers.
pub fn ask(ask: &Ask, open: &Text) -> Html {
    match ask.kind {
        Kind::Ticks => html! {
            <fieldset class="choice">
                <legend>{ &*ask.legend }</legend>
                <div class="choice__row">
                    { for ask.options.iter().map(|[value, label, _]| html! {
                        <label class="length">
                            <input type="checkbox" name={format!("{}-{value}", ask.name)} />
                            <span>{ &**label }</span>
                        </label>
                    }) }
                </div>
            </fieldset>
        },
        Kind::One => html! {
            <fieldset class="choice">
                <legend>{ &*ask.legend }</legend>
                <div class="choice__row">
                    { pill(ask, "", open) }
                    { for ask.options.iter().map(|[value, label, _]| pill(ask, value, label)) }
                </div>
            </fieldset>
        },
        Kind::Text => html! {
            <label class="write">
                <span>{ &*ask.legend }</span>
                <textarea name={ask.name.to_string()} rows="3" dir="auto" />
            </label>
        },
        Kind::Line => html! {
            <label class="write">
                <span>{ &*ask.legend }</span>
                <input type="text" name={ask.name.to_string()} dir="auto" />
            </label>
        },
    }
}

/// One of several; the first, without a value, leaves it open.
fn pill(ask: &Ask, value: &str, label: &Text) -> Html {
    html! {
        <label class="length">
            <input type="radio" name={ask.name.to_string()} value={value.to_owned()} checked={value.is_empty()} />
            <span>{ &**label }</span>
        </label>
    }
}

/// A button of the program.
pub fn button(what: Button, label: &Text) -> Html {
    html! { <button type="button" class="quiet" data-do={what.name()}>{ &**label }</button> }
}
