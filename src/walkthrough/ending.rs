//! After the walk: how to come back slowly, and what one might do next.

use super::Given;
use super::state::update::Action;
use crate::core::Ms;
use crate::core::walk::Event;
use crate::route::Route;
use crate::ui::Base;
use yew::prelude::*;

/// Props of [`Ending`].
#[derive(PartialEq, Properties)]
pub struct EndingProps {
    /// The words, and the way to act.
    pub given: Given,
    /// How much of it is over.
    pub left_at: Ms,
    /// How long it is.
    pub whole: Ms,
    /// The base path.
    pub base: Base,
}

/// The end of the walk.
#[component]
pub fn Ending(props: &EndingProps) -> Html {
    let EndingProps { given, left_at, whole, base } = props;
    let labels = &given.words.labels;
    let early = left_at < whole;
    let start = |from: Ms| given.on(Action::Walk(Event::Start { from, settle: 0 }));
    html! {
        <div class="ending">
            <h2 id="walk-focus" tabindex="-1">{ &*labels.ended() }</h2>
            if early {
                <p>{ &*labels.ended_early() }</p>
            }
            <p>{ &*labels.ended_whole() }</p>
            <p>{ &*labels.ended_next() }{ " " }<a href={base.to(Route::Prepare, "")}>{ &*labels.ended_link() }</a></p>
            <p class="buttons">
                if early {
                    <button type="button" class="primary" onclick={start(*left_at)}>{ &*labels.go_on() }</button>
                }
                <button type="button" class="quiet" onclick={start(0)}>{ &*labels.again() }</button>
                <button type="button" class="quiet" onclick={given.on(Action::ChooseAgain)}>{ &*labels.choose() }</button>
            </p>
        </div>
    }
}
