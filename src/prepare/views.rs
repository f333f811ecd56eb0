//! What changes on the page besides the sheet. The host renders it as it is at first, the browser as it is now.

use super::action::{Action, Use, Way};
use super::names::{DIALOG, FULL};
use super::says::Says;
use super::state::{State, button_id};
use crate::content::fill;
use crate::platform::calendar::Zone;
use crate::platform::store::Status;
use yew::prelude::*;

/// A text that changes while the page is shown. Its element is made anew with it: a translator replaces text nodes,
/// and would never show what's written into the old ones.
pub fn fresh(text: &str) -> Html {
    html! { <span key={text}>{ text }</span> }
}

/// The questions in their order.
pub fn order(state: &State, says: &Says, act: &Callback<Action>) -> Html {
    let questions = state.answers.questions();
    let last = questions.iter().len().saturating_sub(1);
    let button = |what: &'static str, word: &str, question: &str, index: usize, action: Action, off: bool| {
        let onclick = act.reform(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="quiet" id={button_id(what, index)} aria-disabled={off.then_some("true")}
                aria-label={[word, ": ", question].concat()} {onclick}>{ word }</button>
        }
    };
    let row = |(index, question): (usize, &str)| {
        html! {
            <li key={question}>
                <span dir="auto">{ question }</span>{ " " }
                <span class="order__buttons">
                    { button("up", says.up(), question, index, Action::Move(index, Way::Up), index == 0) }
                    { button("down", says.down(), question, index, Action::Move(index, Way::Down), index == last) }
                    { button("remove", says.remove(), question, index, Action::Remove(index), false) }
                </span>
            </li>
        }
    };
    html! {
        <>
            <p id="no-questions" hidden={questions.iter().len() > 0}>{ says.order_none() }</p>
            <ol id="my-questions" class="order">{ for questions.iter().enumerate().map(row) }</ol>
            <p id="order-told" role="status">{ fresh(&state.told.order) }</p>
        </>
    }
}

/// A link to a file, for whoever got nothing: in-app browsers drop downloads without a word.
#[derive(Clone, PartialEq)]
pub struct Offer {
    /// The address of the file.
    pub address: String,
    /// Its name.
    pub name: String,
}

/// The same as a line.
fn offer(offer: Option<&Offer>, says: &Says) -> Html {
    let line = |offer: &Offer| {
        html! {
            <p class="aside">
                { says.download() }{ " " }<a href={offer.address.clone()} download={offer.name.clone()}>{ &offer.name }</a>
            </p>
        }
    };
    html! { <>{ for offer.map(line) }</> }
}

/// What was done with the sheet, and whether all is kept. `None` until the device has told what it keeps.
pub fn sheet_status(told: &str, file: Option<&Offer>, status: Option<Status>, says: &Says) -> Html {
    let (kept, words) = match status {
        None => (None, ""),
        Some(Status::Saving) => (Some("soon"), ""),
        Some(Status::Kept) => (Some("yes"), says.kept()),
        Some(Status::NotKept) => (Some("no"), says.unkept()),
        Some(Status::NeverAnswered) => (Some("no"), says.unanswered()),
    };
    html! {
        <>
            <p id="paper-told" class="paper__told" role="status">{ fresh(told) }</p>
            { offer(file, says) }
            <p id="kept" class="aside" data-ready={status.map(|_| "1")} data-kept={kept}>{ fresh(words) }</p>
            // That all is kept isn't said with each letter; that it isn't has to be.
            <p class="unseen" role="alert">{ fresh(if kept == Some("no") { words } else { "" }) }</p>
        </>
    }
}

/// What is said about the calendar file.
pub fn dates_status(told: &[String], file: Option<&Offer>, says: &Says) -> Html {
    html! {
        <>
            <div id="dates-told" class="dates__told" role="status">
                { for told.iter().map(|line| html! { <p>{ fresh(line) }</p> }) }
            </div>
            { offer(file, says) }
        </>
    }
}

/// Which time zone dates are in.
pub fn zone(zone: &Zone, says: &Says) -> Html {
    let text = if zone.is_utc { says.zone_utc() } else { says.zone() };
    let name = if zone.name.is_empty() { "UTC" } else { &zone.name };
    if zone.name.is_empty() && !zone.is_utc {
        html! {}
    } else {
        fresh(&fill(text, &[("zone", name)]))
    }
}

/// What takes an erasure back.
pub fn undo(says: &Says, act: &Callback<Action>) -> Html {
    let onclick = act.reform(|_: MouseEvent| Action::Unerase);
    html! { <button type="button" class="quiet" id="unerase" {onclick}>{ says.unerase() }</button> }
}

/// Shares the sheet.
pub fn share(says: &Says, act: &Callback<Action>) -> Html {
    let onclick = act.reform(|_: MouseEvent| Action::File(Use::Share));
    html! { <button type="button" class="quiet" id="share-file" {onclick}>{ says.share_file() }</button> }
}

/// The sheet over the whole screen, to hand over the phone.
pub fn full_screen(sheet: Html, says: &Says, act: &Callback<Action>) -> Html {
    let hide = act.reform(|_: MouseEvent| Action::Show(false));
    let onclose = act.reform(|_: Event| Action::Show(false));
    html! {
        <dialog id={DIALOG} class="handover" aria-label={says.sheet_head().to_owned()} {onclose}>
            <div class="handover__sheet" tabindex="0">{ sheet }</div>
            <p class="handover__end"><button type="button" class="primary" onclick={hide}>{ says.hide() }</button></p>
        </dialog>
    }
}

/// The id of the sheet that's shown so.
pub const FULL_SHEET: &str = FULL;
