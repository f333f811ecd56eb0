//! Fields as HTML. Each carries what the sheet says of it: `data-says` for what is ticked, `data-lead`
//! for what stands before it. The program reads just these.

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
                    { for ask.options.iter().map(|[value, label, says]| html! {
                        <label class="length">
                            <input type="checkbox" name={format!("{}-{value}", ask.name)} data-says={says.to_string()}
                                data-lead={lead(ask)} />
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
                    { pill(ask, "", open, "") }
                    { for ask.options.iter().map(|[value, label, says]| pill(ask, value, label, says)) }
                </div>
            </fieldset>
        },
        Kind::Text => html! {
            <label class="write">
                <span>{ &*ask.legend }</span>
                <textarea name={ask.name.to_string()} rows="3" data-lead={lead(ask)} dir="auto" />
            </label>
        },
        Kind::Line => html! {
            <label class="write">
                <span>{ &*ask.legend }</span>
                <input type="text" name={ask.name.to_string()} data-lead={lead(ask)} dir="auto" />
            </label>
        },
    }
}

fn lead(ask: &Ask) -> Option<String> {
    (!ask.lead.is_empty()).then(|| ask.lead.to_string())
}

/// One of several; the first, without a value, leaves it open.
fn pill(ask: &Ask, value: &str, label: &Text, says: &str) -> Html {
    html! {
        <label class="length">
            <input type="radio" name={ask.name.to_string()} value={value.to_owned()} checked={value.is_empty()}
                data-says={says.to_owned()} data-lead={lead(ask)} />
            <span>{ &**label }</span>
        </label>
    }
}

/// A button of the program.
pub fn button(what: &'static str, label: &Text) -> Html {
    html! { <button type="button" class="quiet" data-do={what}>{ &**label }</button> }
}
