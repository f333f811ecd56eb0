//! Before the walk: the lengths, what is heard, and Start.

use super::form_action::FormAction;
use super::options::options;
use super::state::State;
use super::state::update::Action;
use super::times::clock_face;
use super::{Given, anew};
use crate::content::fill;
use crate::core::Text;
use crate::core::plan::Plan;
use crate::platform::{form, page as view};
use crate::ui::{Glyph, icon};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Chooser`].
#[derive(PartialEq, Properties)]
pub struct ChooserProps {
    /// The words, and the way to act.
    pub given: Given,
    /// What is shown.
    pub state: Rc<State>,
}

/// Choosing and starting.
#[component]
pub fn Chooser(props: &ChooserProps) -> Html {
    let ChooserProps { given, state } = props;
    let (words, labels) = (&given.words, &given.words.labels);
    let fields = use_fields(state);
    let start = given.act.reform(|event: MouseEvent| Action::Start { ago: view::tapped_ago(&event) });
    let on_change = {
        let fields = fields.clone();
        given.act.reform(move |_: Event| Action::Prefer(form::read(&fields)))
    };
    let on_click = {
        let (act, fields) = (given.act.clone(), fields.clone());
        move |event: MouseEvent| {
            if let Some(action) = form::pressed(&event).and_then(|name| FormAction::parse(&name)) {
                act.emit(Action::Form(action, form::read(&fields)));
            }
        }
    };
    let minutes = state.choice.minutes;
    let start_label = match state.preferences.settle {
        0 => labels.start().to_string(),
        seconds => fill(&labels.start_settle(), &[("n", &seconds.to_string())]),
    };
    html! {
        <>
            { offer(given, state) }
            if let Some(value) = &state.unknown {
                <p class="notice">{ fill(&labels.unknown_plan(), &[("value", value)]) }</p>
            }
            <div class="chooser" ref={fields} onchange={on_change} onclick={on_click}>
                <div class="chooser__main">
                    <fieldset class="lengths">
                        <legend>{ &*labels.choose() }</legend>
                        <div class="lengths__row">
                            { for words.plans.iter().map(|plan| length(given, state, plan)) }
                        </div>
                        if let Some(plan) = words.plan(minutes) {
                            <p class="lengths__line">{ anew(&plan.line) }</p>
                        }
                    </fieldset>
                    <div class="chooser__hear">{ made(&words.sound.hear) }</div>
                    <p class="chooser__start">
                        <button type="button" class="primary" id="walk-focus" data-early="start" onclick={start}>
                            { icon(Glyph::Play) }{ anew(&start_label) }
                        </button>
                        <span class="chooser__wait" aria-hidden="true">{ &*labels.starting() }</span>
                    </p>
                    <p class="aside">{ &*labels.before_start() }</p>
                </div>
                <div class="chooser__more">
                    <details class="more">
                        <summary>{ &*labels.options() }</summary>
                        { options(given, &state.choice) }
                    </details>
                    <div class="chooser__form">{ made(&words.sound.form) }</div>
                    <p class="aside">{ &*labels.locked() }</p>
                    <p class="aside"><strong>{ &*labels.keys_title() }{ ": " }</strong>{ &*labels.keys() }</p>
                </div>
                if let Some(text) = &state.transcript {
                    <section class="transcript" id="transcript" aria-label={labels.read().to_string()} tabindex="0">
                        <pre>{ anew(text) }</pre>
                    </section>
                }
                <p class="chooser__script">{ &*labels.needs_script() }</p>
            </div>
        </>
    }
}

/// The fields of the form: filled whenever they come or another value is preferred; and the transcript is gone to
/// when it comes.
#[hook]
fn use_fields(state: &State) -> NodeRef {
    let fields = use_node_ref();
    {
        let fields = fields.clone();
        use_effect_with(state.preferences.to_line(), move |line| form::fill(&fields, line));
    }
    use_effect_with(state.transcript.is_some(), |shown| {
        if *shown {
            view::focus_id("transcript");
        }
    });
    fields
}

/// HTML that was made on the host. Nothing in it is ever changed by Yew; fields keep what people put into them.
fn made(html: &Text) -> Html {
    Html::from_html_unchecked(AttrValue::from(html.clone()))
}

/// One length to choose.
fn length(given: &Given, state: &State, plan: &Plan) -> Html {
    let (number, unit) = plan.title.split_once(' ').unwrap_or((&plan.title, ""));
    html! {
        <label class="length">
            <input type="radio" name="plan" value={plan.minutes.to_string()}
                checked={plan.minutes == state.choice.minutes} onchange={given.on(Action::Length(plan.minutes))} />
            <span>{ number }{ " " }<span class="length__unit">{ unit }</span></span>
        </label>
    }
}

/// The offer to go on after a reload.
fn offer(given: &Given, state: &State) -> Html {
    let (words, labels) = (&given.words, &given.words.labels);
    let Some((place, plan)) = state.offer.as_ref().and_then(|offer| {
        let place = &offer.place;
        Some((place, words.plan(place.choice.minutes)?))
    }) else {
        return html! {};
    };
    let mut over = 0;
    let holds = plan.holds(&place.choice);
    let hold = holds.iter().find(|hold| {
        over += u64::from(hold.seconds) * 1_000;
        over > place.elapsed
    });
    let title = hold.map_or_else(|| "".into(), |hold| words.steps[usize::from(hold.step)].title.clone());
    let done = clock_face(place.elapsed);
    let text = fill(&labels.go_on_text(), &[("title", &title), ("done", &done), ("plan", &plan.title)]);
    html! {
        <section class="offer-box" aria-labelledby="go-on">
            <h2 id="go-on">{ &*labels.go_on_title() }</h2>
            <p>{ anew(&text) }</p>
            <p class="buttons">
                <button type="button" class="primary" onclick={given.on(Action::GoOn)}>{ &*labels.go_on() }</button>
                <button type="button" class="quiet" onclick={given.on(Action::Afresh)}>{ &*labels.afresh() }</button>
            </p>
        </section>
    }
}
