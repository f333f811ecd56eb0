//! After the walk: how to come back slowly, and what one might do next.

use super::use_walk::UseWalk;
use crate::content::Words;
use crate::core::walk::Event;
use crate::platform::page as view;
use yew::prelude::*;

/// Props of [`Ending`].
#[derive(PartialEq, Properties)]
pub struct EndingProps {
    /// The words.
    pub words: Words,
    /// The walk.
    pub walk: UseWalk,
}

/// The end of the walk.
#[component]
pub fn Ending(props: &EndingProps) -> Html {
    let EndingProps { words, walk } = props;
    let labels = &words.labels;
    let heading = use_node_ref();
    {
        let heading = heading.clone();
        // The controls are gone: the focus goes to what is said in their place.
        use_effect_with((), move |()| view::focus(&heading));
    }
    let elapsed = walk.now.walk.elapsed(walk.now.moment);
    let early = elapsed < walk.now.walk.total();
    let send = |from: u64| {
        let walk = walk.clone();
        move |_: MouseEvent| walk.send(Event::Start { from })
    };
    let choose = {
        let walk = walk.clone();
        move |_: MouseEvent| walk.choose(walk.now.choice.clone())
    };
    html! {
        <div class="ending">
            <h2 ref={heading} tabindex="-1">{ &*labels.ended() }</h2>
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
