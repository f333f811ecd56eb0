//! What the components show, rendered as the host renders them.

use super::bar::SessionBar;
use super::clock_face::Face;
use super::sample::{SECONDS, words};
use super::state::State;
use super::state::update::Action;
use super::*;
use crate::core::walk::Event;
use std::rc::Rc;
use yew::LocalServerRenderer;

#[derive(PartialEq, Properties)]
struct ShownProps {
    state: Rc<State>,
    bar: bool,
}

/// The screen of a state, or the bar on other pages.
#[component]
fn Shown(props: &ShownProps) -> Html {
    let given = Given { words: words(), act: Callback::noop() };
    let (state, face) = (props.state.clone(), Face::default());
    match (props.bar, state.screen()) {
        (true, _) => html! { <SessionBar {given} {state} {face} base={Base("/".into())} /> },
        (_, Screen::Choosing) => html! { <Chooser {given} {state} /> },
        (_, Screen::Held) => html! { <Stage {given} {state} {face} base={Base("/".into())} /> },
        (_, Screen::Resting) => html! { <Rest {given} {state} /> },
        (_, Screen::Ended) => {
            html! { <Ending {given} left_at={7} whole={8} base={Base("/".into())} /> }
        }
    }
}

fn html(actions: &[Action], bar: bool) -> String {
    let mut state = State::new(&words());
    for action in actions {
        state.update(action.clone(), 1_000);
    }
    let props = ShownProps { state: Rc::new(state), bar };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let renderer = LocalServerRenderer::<Shown>::with_props(props).hydratable(false);
    runtime.block_on(tokio::task::LocalSet::new().run_until(renderer.render()))
}

/// The texts of all buttons, without what is in them.
fn buttons(html: &str) -> Vec<String> {
    let each =
        html.split("<button").skip(1).filter_map(|rest| rest.split_once('>')?.1.split("</button>").next());
    let plain = |it: &str| {
        it.split('<').filter_map(|part| part.split_once('>').map_or(Some(part), |it| Some(it.1))).collect()
    };
    each.map(plain).collect()
}

const START: Action = Action::Start { ago: 0 };
const PAUSE: Action = Action::Walk(Event::Pause);

#[test]
fn controls_have_their_names() {
    let before = html(&[], false);
    assert_eq!(before.matches("type=\"radio\"").count(), words().plans.len());
    assert_eq!(before.matches("<legend>choose</legend>").count(), 1);
    assert!(buttons(&before).contains(&"start".to_owned()));
    let during = html(&[START], false);
    assert_eq!(buttons(&during), ["rest_mode", "previous_position", "pause", "next_position", "end"]);
    assert_eq!(during.matches("role=\"timer\"").count(), 1);
    assert!(!during.contains("aria-live"), "the clock is not read out");
    let paused = html(&[START, PAUSE], false);
    assert_eq!(buttons(&paused), ["rest_mode", "previous_position", "resume", "next_position", "end"]);
    let dark = html(&[START, Action::Rest(true)], false);
    assert_eq!(buttons(&dark), ["pause", "rest_leave", "end"]);
    let after = html(&[START, Action::Walk(Event::End)], false);
    assert_eq!(buttons(&after), ["go_on", "again", "choose"]);
}

/// A control for stopping is there wherever the session goes on.
#[test]
fn the_bar_has_what_it_needs_and_is_gone_at_the_end() {
    for (actions, expected) in [
        (&[START][..], &["pause", "end"][..]),
        (&[START, PAUSE], &["resume", "end"]),
        (&[START, Action::Walk(Event::End)], &[]),
        (&[], &[]),
    ] {
        let bar = html(actions, true);
        assert_eq!(buttons(&bar), expected, "{actions:?}");
        assert_eq!(bar.contains("href=\"/walkthrough/\""), !expected.is_empty(), "{actions:?}");
        assert_eq!(bar.contains("Title of a"), !expected.is_empty(), "{actions:?}");
    }
    // One that is over by itself says so.
    let bar =
        html(&[START, Action::Walk(Event::To(SECONDS.iter().map(|it| u64::from(*it) * 1_000).sum()))], true);
    assert!(bar.contains("ended") && buttons(&bar).is_empty(), "{bar}");
}

/// Translators leave alone what is written every second.
#[test]
fn digits_of_the_clock_are_not_translated() {
    for (bar, count) in [(false, 2), (true, 1)] {
        assert_eq!(html(&[START], bar).matches("translate=\"no\"").count(), count);
    }
}
