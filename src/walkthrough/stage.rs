//! During the walk: what is held, how long it lasts, and the controls.

use super::clock_face::{Face, timed};
use super::controls::Controls;
use super::hold_bar::hold_bar;
use super::state::State;
use super::state::update::Action;
use super::turning::Turning;
use super::{Given, anew};
use crate::content::fill;
use crate::ui::{Base, scene_of};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Stage`].
#[derive(PartialEq, Properties)]
pub struct StageProps {
    /// The words, and the way to act.
    pub given: Given,
    /// What is shown.
    pub state: Rc<State>,
    /// Where the time is written.
    pub face: Face,
    /// The base path.
    pub base: Base,
}

/// The running walk.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let StageProps { given, state, face, base } = props;
    let (words, labels) = (&given.words, &given.words.labels);
    let at = state.at();
    let Some(hold) = state.holds.get(at) else { return html! {} };
    let step = &words.steps[usize::from(hold.step)];
    let nth = fill(&labels.nth(), &[("n", &(at + 1).to_string()), ("total", &state.holds.len().to_string())]);
    let settling = state.walk.settling(state.moment) > 0;
    let left_what = if settling { labels.settling() } else { labels.left_here() };
    let caption = match settling {
        true => labels.settle_caption(),
        false => state.caption().unwrap_or_else(|| step.title.clone()),
    };
    let scene = |at: usize| {
        let step = state.holds.get(at).map_or(step, |hold| &words.steps[usize::from(hold.step)]);
        AttrValue::from(scene_of(&step.id).to_owned())
    };
    html! {
        <div class="held">
            <div class="held__figure">
                <Turning base={base.clone()} now={scene(at)} next={scene(at + 1)} />
                if !step.drawn.is_empty() { <p class="unseen">{ anew(&step.drawn) }</p> }
            </div>
            <div class="held__words">
                <p class="held__nth">{ anew(&nth) }</p>
                <h2 class="held__title">{ anew(&step.title) }</h2>
                <p class="held__caption">{ anew(&caption) }</p>
                <p class="held__bell">{ anew(&state.bell()) }</p>
            </div>
            <div class="held__time">
                <p role="timer" class="timer">
                    <span ref={face.left.clone()} class="timer__face" translate="no" />{ " " }
                    <span class="timer__what">{ anew(&left_what) }</span>
                </p>
                <p class="timer__all">{ timed(&labels.left_in_all(), &face.in_all) }</p>
                { hold_bar(state, &face.bar) }
                <p class="held__rest">
                    <button type="button" class="quiet" onclick={given.on(Action::Rest(true))}>{ &*labels.rest_mode() }</button>
                </p>
            </div>
            <Controls given={given.clone()} holding={state.is_holding()} />
        </div>
    }
}
