//! During the walk: what is held, how long it lasts, and the controls. Stop is always there.

use super::hold_bar::HoldBar;
use super::times::clock_face;
use super::use_walk::UseWalk;
use crate::content::{Words, fill};
use crate::core::walk::{Event, Phase};
use crate::platform::page as view;
use crate::ui::{Figure, Glyph, Icon};
use yew::prelude::*;

/// Props of [`Stage`].
#[derive(PartialEq, Properties)]
pub struct StageProps {
    /// The words.
    pub words: Words,
    /// The walk.
    pub walk: UseWalk,
}

/// The running walk.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let StageProps { words, walk } = props;
    let (labels, now) = (&words.labels, &walk.now);
    let pause = use_node_ref();
    {
        let pause = pause.clone();
        // Start is gone: the focus goes to the control that takes its place.
        use_effect_with((), move |()| {
            view::focus(&pause);
            view::show_anchor("walk");
        });
    }
    let at = now.at();
    let step = &words.steps[usize::from(now.holds[at].step)];
    let held = matches!(now.walk.phase(), Phase::Holding { .. });
    let (toggle, toggle_name, toggle_glyph) = match held {
        true => (Event::Pause, &labels.pause(), Glyph::Pause),
        false => (Event::Resume, &labels.resume(), Glyph::Play),
    };
    let nth = fill(&labels.nth(), &[("n", &(at + 1).to_string()), ("total", &now.holds.len().to_string())]);
    let left = clock_face(now.walk.remaining_here(now.moment));
    let in_all = fill(&labels.left_in_all(), &[("time", &clock_face(now.walk.remaining(now.moment)))]);
    let drawing = fill(&labels.figure(), &[("hands", &step.hands)]);
    let send = |event: Event| {
        let walk = walk.clone();
        move |_: MouseEvent| walk.send(event)
    };
    html! {
        <div class="held">
            <div class="held__figure"><Figure place={step.id.clone()} says={drawing} /></div>
            <div class="held__words">
                <p class="held__nth">{ nth }</p>
                <h2 class="held__title">{ &*step.title }</h2>
                <p class="held__caption">{ &*step.caption }</p>
                <p class="held__prompt">{ &*step.prompt }</p>
            </div>
            <div class="held__time">
                <p role="timer" class="timer">
                    <span class="timer__face">{ left }</span>{ " " }
                    <span class="timer__what">{ &*labels.left_here() }</span>
                </p>
                <p class="timer__all">{ in_all }</p>
                <HoldBar walk={walk.clone()} />
            </div>
            <div class="held__controls"><div class="controls">
                <button type="button" class="control control--skip" onclick={send(Event::Previous)}>
                    <Icon glyph={Glyph::SkipBack} /><span>{ &*labels.previous_position() }</span>
                </button>
                <button type="button" class="control control--main" ref={pause} onclick={send(toggle)}>
                    <Icon glyph={toggle_glyph} /><span>{ &**toggle_name }</span>
                </button>
                <button type="button" class="control control--skip" onclick={send(Event::Next)}>
                    <Icon glyph={Glyph::SkipForward} /><span>{ &*labels.next_position() }</span>
                </button>
                <button type="button" class="control control--end" onclick={send(Event::End)}>
                    <Icon glyph={Glyph::Stop} /><span>{ &*labels.end() }</span>
                </button>
            </div></div>
        </div>
    }
}
