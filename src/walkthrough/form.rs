//! The fields of the preferences, and what can be taken along. Only read and pressed, so they are made
//! on the host and travel as HTML; `platform::form` reads them. Names of fields are those of
//! `core::preferences`, and buttons say what they do by `FormAction`.

use super::form_action::FormAction;
use crate::content::Labels;
use crate::core::Text;
use crate::core::track::noise::Bed;
use crate::core::track::{Posture, Speaker};
use yew::prelude::*;

/// What is heard, in view before Start.
pub fn hear(labels: &Labels) -> Html {
    html! {
        <fieldset class="lengths hear hear--first">
            <legend>{ &*labels.hear() }</legend>
            <div class="lengths__row">
                { pill("bells", &labels.bells()) }
                { pill("voice", &labels.voice()) }
            </div>
        </fieldset>
    }
}

/// In whose voice, how somebody lies, the other preferences, and what can be taken along; below the first screen of a
/// phone.
pub fn form(labels: &Labels) -> Html {
    let try_it = |action: FormAction, name: &Text| try_it(labels, action, name);
    let bed = |bed: Bed| match bed {
        Bed::Rain => labels.bed_rain(),
        Bed::Brown => labels.bed_brown(),
        Bed::Drone => labels.bed_drone(),
    };
    let take = |action: FormAction, label: &Text| {
        let action = action.as_str();
        html! {
            <button type="button" class="quiet" data-do={action}>{ &**label }</button>
        }
    };
    let voice = |speaker: Speaker| match speaker {
        Speaker::Emma => labels.voice_emma(),
        Speaker::George => labels.voice_george(),
    };
    let lies = |posture: Posture| match posture {
        Posture::Back => labels.posture_back(),
        Posture::Side => labels.posture_side(),
        Posture::Seated => labels.posture_seated(),
    };
    html! {
        <>
            <details class="more">
                <summary>{ &*labels.who() }</summary>
                <fieldset class="lengths hear">
                    <legend>{ &*labels.speaker() }</legend>
                    <div class="lengths__row">
                        { for Speaker::ALL.map(|it| one_of("speaker", it.as_str(), it == Speaker::default(), &voice(it))) }
                        { try_it(FormAction::TryVoice, &labels.try_voice()) }
                    </div>
                </fieldset>
                <fieldset class="lengths hear">
                    <legend>{ &*labels.posture() }</legend>
                    <div class="lengths__row">
                        { for Posture::ALL.map(|it| one_of("posture", it.as_str(), it == Posture::default(), &lies(it))) }
                    </div>
                </fieldset>
            </details>
            <details class="more">
                <summary>{ &*labels.wishes() }</summary>
                <div class="wishes">
                    <div class="wish">{ range("bells-level", &labels.bells_level(), ["1", "5", "1", "5"]) }
                        { try_it(FormAction::TryBells, &labels.try_bells()) }</div>
                    <div class="wish">{ range("voice-level", &labels.voice_level(), ["1", "5", "1", "5"]) }</div>
                    { tick("device", &labels.device(), Some(&labels.device_line())) }
                    <fieldset class="lengths hear">
                        <legend>{ &*labels.bed() }</legend>
                        <div class="lengths__row">
                            { for Bed::ALL.map(|it| one_of("bed", it.as_str(), it == Bed::default(), &bed(it))) }
                        </div>
                    </fieldset>
                    <div class="wish">{ range("noise", &labels.noise(), ["0", "5", "1", "0"]) }
                        { try_it(FormAction::TryNoise, &labels.try_noise()) }</div>
                    <div class="wish">{ tick("shake", &labels.shake(), None) }
                        { try_it(FormAction::TryShake, &labels.try_shake()) }</div>
                    <div class="wish">{ range("settle", &labels.settle(), ["0", "60", "5", "0"]) }</div>
                    { tick("rests", &labels.rests(), Some(&labels.rests_line())) }
                </div>
            </details>
            <details class="more">
                <summary>{ &*labels.along() }</summary>
                <p class="aside">{ &*labels.along_line() }</p>
                <p class="buttons along">
                    { take(FormAction::Mp3, &labels.take_mp3()) }
                    { take(FormAction::Transcript, &labels.take_text()) }
                    { take(FormAction::Captions, &labels.take_vtt()) }
                    { take(FormAction::Read, &labels.read()) }
                </p>
            </details>
            <details class="more pacer" id="pacer" data-half="">
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
                    <button type="button" class="quiet" data-do={FormAction::Pace.as_str()}>
                        <span class="pacer__start">{ &*labels.pacer_start() }</span>
                        <span class="pacer__stop">{ &*labels.pacer_stop() }</span>
                    </button>
                    <button type="button" class="quiet" data-do={FormAction::PaceTap.as_str()}>{ &*labels.pacer_tap() }</button>
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

/// One of several, of which one is chosen, in the row.
fn one_of(name: &'static str, value: &'static str, checked: bool, label: &Text) -> Html {
    html! {
        <label class="length"><input type="radio" {name} {value} {checked} /><span>{ &**label }</span></label>
    }
}

/// Lets something be heard or felt.
fn try_it(labels: &Labels, action: FormAction, name: &Text) -> Html {
    let action = action.as_str();
    html! {
        <button type="button" class="quiet try" data-do={action} aria-label={name.to_string()}>{ &*labels.try_it() }</button>
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Labels;
    use yew::LocalServerRenderer;

    #[component]
    fn Form() -> Html {
        let labels = Labels::sample();
        html! { <>{ hear(&labels) }{ form(&labels) }</> }
    }

    /// Each button of the form does something, and everything it can do has its button.
    #[test]
    fn every_button_does_what_it_says() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let html = runtime.block_on(LocalServerRenderer::<Form>::new().hydratable(false).render());
        let found: Vec<&str> =
            html.split("data-do=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let parsed: Vec<FormAction> = found
            .iter()
            .map(|it| FormAction::parse(it).unwrap_or_else(|| panic!("{it} does nothing")))
            .collect();
        for action in FormAction::ALL {
            assert_eq!(parsed.iter().filter(|it| **it == action).count(), 1, "{action:?}");
        }
        assert_eq!(FormAction::parse("try-voise"), None);
    }
}
