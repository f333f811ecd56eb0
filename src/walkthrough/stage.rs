//! During the walk: what is held, how long it lasts, and the controls. Stop is always there.

use super::hold_bar::hold_bar;
use super::state::Deed;
use super::use_clock::Face;
use super::use_walk::UseWalk;
use crate::content::{Words, fill};
use crate::core::walk::{Event, Phase};
use crate::ui::{Glyph, figure, icon};
use yew::prelude::*;

/// The running walk.
pub fn stage(words: &Words, walk: &UseWalk, face: &Face) -> Html {
    let (labels, now) = (&words.labels, &walk.now);
    let at = now.at();
    let step = &words.steps[usize::from(now.holds[at].step)];
    let held = matches!(now.walk.phase(), Phase::Holding { .. });
    let (toggle, toggle_name, toggle_glyph) = match held {
        true => (Event::Pause, &labels.pause(), Glyph::Pause),
        false => (Event::Resume, &labels.resume(), Glyph::Play),
    };
    let nth = fill(&labels.nth(), &[("n", &(at + 1).to_string()), ("total", &now.holds.len().to_string())]);
    let settling = now.walk.settling(now.moment);
    let left_what = if settling == 0 { labels.left_here() } else { labels.settling() };
    let caption = match settling {
        0 => now.caption(words).unwrap_or_else(|| step.title.clone()),
        _ => labels.settle_caption(),
    };
    let rest = {
        let walk = walk.clone();
        move |_: MouseEvent| walk.act(Deed::Rest(true))
    };
    let send = |event: Event| {
        let walk = walk.clone();
        move |_: MouseEvent| walk.send(event)
    };
    html! {
        <div class="held">
            <div class="held__figure">{ figure(&step.id, Some(&step.drawn)) }</div>
            <div class="held__words">
                <p class="held__nth">{ nth }</p>
                <h2 class="held__title">{ &*step.title }</h2>
                <p class="held__caption" data-large={now.wishes.large.to_string()}>{ &*caption }</p>
                <p class="held__bell">{ now.bell(words).as_deref().unwrap_or_default() }</p>
            </div>
            <div class="held__time">
                <p role="timer" class="timer">
                    <span ref={face.left.clone()} class="timer__face" />{ " " }
                    <span class="timer__what">{ &*left_what }</span>
                </p>
                <p ref={face.in_all.clone()} class="timer__all" />
                { hold_bar(now, &face.bar) }
                <p class="held__rest"><button type="button" class="quiet" onclick={rest}>{ &*labels.rest_mode() }</button></p>
            </div>
            <div class="held__controls"><div class="controls">
                <button type="button" class="control control--skip" onclick={send(Event::Previous)}>
                    { icon(Glyph::SkipBack) }<span>{ &*labels.previous_position() }</span>
                </button>
                <button type="button" class="control control--main" id="walk-focus" onclick={send(toggle)}>
                    { icon(toggle_glyph) }<span>{ &**toggle_name }</span>
                </button>
                <button type="button" class="control control--skip" onclick={send(Event::Next)}>
                    { icon(Glyph::SkipForward) }<span>{ &*labels.next_position() }</span>
                </button>
                <button type="button" class="control control--end" onclick={send(Event::End)}>
                    { icon(Glyph::Stop) }<span>{ &*labels.end() }</span>
                </button>
            </div></div>
        </div>
    }
}
