//! The fields of the wishes, and what can be taken along. Only read and pressed, so they are made
//! on the host and travel as HTML; `platform::form` reads them. Names are those of `core::wishes`.

use crate::content::book::Book;
use crate::core::Text;
use yew::prelude::*;

/// What is heard: before Start, in view.
pub fn hear(book: &Book) -> Html {
    let labels = &book.labels;
    html! {
        <fieldset class="lengths hear">
            <legend>{ &*labels.hear() }</legend>
            <div class="lengths__row">
                { pill("bells", &labels.bells()) }
                { pill("voice", &labels.voice()) }
            </div>
        </fieldset>
    }
}

/// The rest of the wishes, and what can be taken along; below the first screen of a phone.
pub fn form(book: &Book) -> Html {
    let labels = &book.labels;
    let press = |what: &'static str, label: &Text, name: &Text| {
        html! {
            <button type="button" class="quiet try" data-do={what} data-early={what} aria-label={name.to_string()}>{ &**label }</button>
        }
    };
    html! {
        <>
            <details class="more" data-below="">
                <summary>{ &*labels.wishes() }</summary>
                <div class="wishes">
                    <div class="wish">{ range("bells-level", &labels.bells_level(), ["1", "5", "1", "5"]) }
                        { press("try-bells", &labels.try_it(), &labels.try_bells()) }</div>
                    <div class="wish">{ range("voice-level", &labels.voice_level(), ["1", "5", "1", "5"]) }
                        { press("try-voice", &labels.try_it(), &labels.try_voice()) }</div>
                    { tick("device", &labels.device(), Some(&labels.device_line())) }
                    <div class="wish">{ range("noise", &labels.noise(), ["0", "5", "1", "0"]) }
                        { press("try-noise", &labels.try_it(), &labels.try_noise()) }</div>
                    <div class="wish">{ tick("shake", &labels.shake(), None) }
                        { press("try-shake", &labels.try_it(), &labels.try_shake()) }</div>
                    <div class="wish">{ range("settle", &labels.settle(), ["0", "60", "5", "0"]) }</div>
                    { tick("rests", &labels.rests(), Some(&labels.rests_line())) }
                    { tick("large", &labels.large(), None) }
                </div>
            </details>
            <details class="more" data-below="">
                <summary>{ &*labels.along() }</summary>
                <p class="aside">{ &*labels.along_line() }</p>
                <p class="buttons along">
                    <button type="button" class="quiet" data-do="mp3" data-early="mp3">{ &*labels.take_mp3() }</button>
                    <button type="button" class="quiet" data-do="txt" data-early="txt">{ &*labels.take_text() }</button>
                    <button type="button" class="quiet" data-do="vtt" data-early="vtt">{ &*labels.take_vtt() }</button>
                    <button type="button" class="quiet" data-do="read" data-early="read">{ &*labels.read() }</button>
                </p>
            </details>
            <details class="more pacer" id="pacer" data-half="" data-below="">
                <summary>{ &*labels.pacer() }</summary>
                <p class="aside">{ &*labels.pacer_text() }</p>
                <p class="aside">{ &*labels.pacer_not() }</p>
                { tick("slower", &labels.pacer_slower(), None) }
                <div class="pacer__stage">
                    <div class="pacer__circle" id="pacer-circle" />
                    <p class="pacer__word">
                        <span class="pacer__in">{ &*labels.pacer_in() }</span>
                        <span class="pacer__out">{ &*labels.pacer_out() }</span>
                    </p>
                </div>
                <p class="buttons">
                    <button type="button" class="quiet" data-do="pace" data-early="pace">
                        <span class="pacer__start">{ &*labels.pacer_start() }</span>
                        <span class="pacer__stop">{ &*labels.pacer_stop() }</span>
                    </button>
                    <button type="button" class="quiet" data-do="pace-tap">{ &*labels.pacer_tap() }</button>
                </p>
            </details>
        </>
    }
}

/// A tick in the row, as the lengths are.
fn pill(name: &'static str, label: &Text) -> Html {
    html! {
        <label class="length"><input type="checkbox" {name} checked=true /><span>{ &**label }</span></label>
    }
}

fn tick(name: &'static str, label: &Text, line: Option<&Text>) -> Html {
    html! {
        <label class="check">
            <input type="checkbox" {name} />
            <span>{ &**label }{ for line.map(|line| html! { <small>{ &**line }</small> }) }</span>
        </label>
    }
}

/// A slider: least, most, step and value.
fn range(name: &'static str, label: &Text, [min, max, step, value]: [&'static str; 4]) -> Html {
    html! {
        <label class="range">
            <span>{ &**label }</span>
            <input type="range" {name} {min} {max} {step} {value} />
        </label>
    }
}
