//! The settings: how pages look, and which drawings are hidden. What was chosen is on the page before anything is painted
//! (`static/js/settings.js`); this is the inside of the dialog that changes it, which wakes when it's opened.

use crate::content::settings::{Choice, HIDDEN, Settings as Words, hiding};
use crate::platform::Platform;
use crate::platform::look::Look;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Settings`].
#[derive(Clone, Deserialize, PartialEq, Properties, Serialize)]
pub struct SettingsProps {
    /// What is offered, and what it's called.
    pub words: Words,
}

/// What is chosen, and whether the device keeps it.
#[derive(Clone, Debug, Default, PartialEq)]
struct State {
    /// Names with values, once they were read; what isn't among them is as it is at first.
    chosen: Option<Vec<(String, String)>>,
    unkept: bool,
}

enum Action {
    /// This is on the page.
    Read(Vec<(String, String)>),
    /// Something was chosen; the device keeps it, or not.
    Chosen { name: String, value: String, kept: bool },
    /// Everything is as it was at first.
    Reset,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Read(all) => state.chosen = Some(all),
            Action::Chosen { name, value, kept } => {
                let chosen = state.chosen.get_or_insert_default();
                chosen.retain(|(other, _)| *other != name);
                chosen.push((name, value));
                state.unkept = !kept;
            }
            Action::Reset => state = Self { chosen: Some(Vec::new()), unkept: false },
        }
        state.into()
    }
}

impl State {
    /// Whether this is chosen. Before it's known what is, nothing is.
    fn is(&self, name: &str, value: &str) -> bool {
        let found = |chosen: &Vec<(String, String)>| {
            chosen.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value) == value
        };
        self.chosen.as_ref().is_some_and(found)
    }
}

/// The inside of the dialog.
#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let state = use_reducer(State::default);
    let look = use_memo((), |()| Platform::here().look);
    let words = &props.words;
    use_effect_with((), {
        let (look, dispatcher, names) = (look.clone(), state.dispatcher(), words.names().collect::<Vec<_>>());
        move |()| {
            let read = {
                let look = look.clone();
                move || dispatcher.dispatch(Action::Read(read(&**look, &names)))
            };
            read();
            let listening = look.on_change(Box::new(read));
            move || drop(listening)
        }
    });
    let choose = {
        let (look, dispatcher) = (look.clone(), state.dispatcher());
        Callback::from(move |(name, value): (String, String)| {
            let kept = look.choose(&name, &value);
            dispatcher.dispatch(Action::Chosen { name, value, kept });
        })
    };
    let reset = {
        let (dispatcher, names) = (state.dispatcher(), words.names().collect::<Vec<_>>());
        Callback::from(move |_| {
            for name in &names {
                look.choose(name, "");
            }
            dispatcher.dispatch(Action::Reset);
        })
    };
    html! {
        <>
            <h2 id="settings-title" tabindex="-1" autofocus=true>{ &*words.title }</h2>
            <p class="settings__lead">{ &*words.lead }</p>
            <div class="settings__choices">
                { for words.choices.iter().map(|choice| one_of(choice, &state, &choose)) }
                <fieldset class="setting">
                    <legend>{ &*words.hide_title }</legend>
                    <div class="setting__row">
                        { for words.hide.iter().map(|(place, title)| hide(place, title, &state, &choose)) }
                    </div>
                </fieldset>
            </div>
            <p role="status" class="settings__note">
                if state.unkept { <span>{ &*words.unkept }</span> }
            </p>
            // It closes the dialog around it, also before there is a program.
            <form method="dialog" class="settings__end">
                <button type="submit" class="primary">{ &*words.close }</button>
                <button type="button" class="quiet" data-do="reset" onclick={reset}>{ &*words.reset }</button>
            </form>
        </>
    }
}

fn read(look: &dyn Look, names: &[String]) -> Vec<(String, String)> {
    names.iter().map(|name| (name.clone(), look.chosen(name))).collect()
}

fn one_of(choice: &Choice, state: &State, choose: &Callback<(String, String)>) -> Html {
    let option = |(value, words): &(crate::core::Text, crate::core::Text)| {
        let chosen = (choice.name.to_string(), value.to_string());
        let choose = choose.clone();
        html! {
            <label class="length">
                <input type="radio" name={chosen.0.clone()} value={chosen.1.clone()}
                    checked={state.is(&choice.name, value)} onchange={move |_| choose.emit(chosen.clone())} />
                <span>{ &**words }</span>
            </label>
        }
    };
    html! {
        <fieldset class="setting">
            <legend>{ &*choice.title }</legend>
            <div class="setting__row">{ for choice.options.iter().map(option) }</div>
        </fieldset>
    }
}

fn hide(place: &str, title: &str, state: &State, choose: &Callback<(String, String)>) -> Html {
    let name = hiding(place);
    let is_hidden = state.is(&name, HIDDEN);
    let onchange = {
        let (name, choose) = (name.clone(), choose.clone());
        let value = if is_hidden { "" } else { HIDDEN };
        move |_| choose.emit((name.clone(), value.to_owned()))
    };
    html! {
        <label class="check">
            <input type="checkbox" {name} value={HIDDEN} checked={is_hidden} {onchange} />
            <span>{ title.to_owned() }</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        actions.into_iter().fold(Rc::default(), |state: Rc<State>, action| state.reduce(action))
    }

    fn chosen(name: &str, value: &str, kept: bool) -> Action {
        Action::Chosen { name: name.into(), value: value.into(), kept }
    }

    #[test]
    fn nothing_is_ticked_before_it_is_known() {
        let state = State::default();
        assert!(!state.is("theme", "") && !state.is("theme", "dark"));
        let state = after([Action::Read(vec![("theme".into(), "dark".into())])]);
        assert!(state.is("theme", "dark") && !state.is("theme", "") && state.is("size", ""));
    }

    #[test]
    fn one_of_each_is_chosen() {
        let read = Action::Read(vec![("size".into(), "large".into())]);
        let state = after([read, chosen("theme", "dark", true), chosen("theme", "light", true)]);
        assert!(state.is("theme", "light") && !state.is("theme", "dark") && state.is("size", "large"));
        let state = state.reduce(Action::Reset);
        assert!(state.is("theme", "") && state.is("size", ""));
    }

    #[test]
    fn trouble_is_told_until_something_works() {
        let state = after([chosen("theme", "dark", false)]);
        assert!(state.unkept);
        assert!(state.is("theme", "dark"), "it lasts as long as the page");
        let state = state.reduce(chosen("size", "large", true));
        assert!(!state.unkept);
    }
}
