//! Rest mode: almost dark, a large dim caption, one slow dot. Touch or a key shows the controls for
//! a while (a style animation that begins anew); End is always there.

use super::state::Deed;
use super::use_walk::UseWalk;
use crate::content::Words;
use crate::core::walk::{Event, Phase};
use yew::prelude::*;

/// The running walk in the dark.
pub fn rest(words: &Words, walk: &UseWalk) -> Html {
    let (labels, now) = (&words.labels, &walk.now);
    let (touched, light) = (walk.clone(), walk.clone());
    let held = matches!(now.walk.phase(), Phase::Holding { .. });
    let over = matches!(now.walk.phase(), Phase::Ended { .. });
    let (toggle, toggle_name) = match held {
        true => (Event::Pause, labels.pause()),
        false => (Event::Resume, labels.resume()),
    };
    let send = |event: Event| {
        let walk = walk.clone();
        move |_: MouseEvent| walk.send(event)
    };
    html! {
        <div class="rest" data-touch={(now.touches % 2).to_string()}
            onpointerdown={move |_: PointerEvent| touched.act(Deed::Touch)}>
            <p class="rest__bell">{ now.bell(words).as_deref().unwrap_or_default() }</p>
            <p class="rest__caption">{ now.caption(words).as_deref().unwrap_or_default() }</p>
            <span class="rest__dot" data-running={held.to_string()} aria-hidden="true" />
            <p class="rest__line">{ &*labels.locked() }</p>
            <div class="rest__controls">
                if !over {
                    <button type="button" class="rest__button" onclick={send(toggle)}>{ &*toggle_name }</button>
                }
                <button type="button" class="rest__button" id="walk-focus" onclick={move |_: MouseEvent| light.act(Deed::Rest(false))}>{ &*labels.rest_leave() }</button>
                if !over {
                    <button type="button" class="rest__button rest__end" onclick={send(Event::End)}>{ &*labels.end() }</button>
                }
            </div>
        </div>
    }
}
