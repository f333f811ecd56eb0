//! After the walk: how to come back slowly, and what one might do next.

use super::use_walk::UseWalk;
use crate::content::Words;
use crate::core::walk::Event;
use yew::prelude::*;

/// The end of the walk.
pub fn ending(words: &Words, walk: &UseWalk) -> Html {
    let labels = &words.labels;
    let elapsed = walk.now.walk.elapsed(walk.now.moment);
    let early = elapsed < walk.now.walk.total();
    let send = |from: u64| {
        let walk = walk.clone();
        move |_: MouseEvent| walk.send(Event::Start { from, settle: 0 })
    };
    let choose = {
        let walk = walk.clone();
        move |_: MouseEvent| walk.choose(walk.now.choice.clone())
    };
    html! {
        <div class="ending">
            <h2 id="walk-focus" tabindex="-1">{ &*labels.ended() }</h2>
            if early {
                <p>{ &*labels.ended_early() }</p>
            }
            <p>{ &*labels.ended_whole() }</p>
            <p class="buttons">
                if early {
                    <button type="button" class="primary" onclick={send(elapsed)}>{ &*labels.go_on() }</button>
                }
                <button type="button" class="quiet" onclick={send(0)}>{ &*labels.again() }</button>
                <button type="button" class="quiet" onclick={choose}>{ &*labels.choose() }</button>
            </p>
        </div>
    }
}
