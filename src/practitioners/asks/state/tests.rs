//! Ticks, own questions, two tabs, and what an older release kept.

use super::*;
use std::collections::BTreeMap;

/// What is on the device.
type Device = BTreeMap<String, String>;

/// Somebody does this in a tab; the device keeps what it says.
fn act(tab: &mut Rc<State>, device: &mut Device, action: Action) {
    for (name, text) in tab.keeps(&action) {
        match text.as_str() {
            "" => drop(device.remove(&name)),
            _ => drop(device.insert(name, text)),
        }
    }
    *tab = tab.clone().reduce(action);
}

fn opened(device: &Device) -> Rc<State> {
    let texts = device.iter().map(|(name, text)| (name.clone(), text.clone())).collect();
    Rc::new(State::default()).reduce(Action::Come(texts))
}

fn own(tab: &State) -> Vec<(&str, bool)> {
    tab.own.iter().map(|own| (&*own.text, own.ticked)).collect()
}

#[test]
fn it_comes_back_as_it_was() {
    let (mut tab, mut device) = (Rc::new(State::default()), Device::new());
    for action in [
        Action::Tick("training".into(), true),
        Action::Tick("price".into(), true),
        Action::Tick("price".into(), false),
        Action::Add("Is there a lift?".into()),
        Action::Add("A lift?".into()),
        Action::TickOwn("A lift?".into(), false),
    ] {
        act(&mut tab, &mut device, action);
    }
    for tab in [&tab, &opened(&device)] {
        assert!(tab.is_ticked("training") && !tab.is_ticked("price"));
        assert_eq!(own(tab), [("Is there a lift?", true), ("A lift?", false)]);
    }
    act(&mut tab, &mut device, Action::Remove("Is there a lift?".into()));
    assert_eq!(own(&tab), [("A lift?", false)]);
    act(&mut tab, &mut device, Action::Clear);
    assert!(tab.is_empty() && device.is_empty());
}

#[test]
fn a_question_is_there_once() {
    let (mut tab, mut device) = (Rc::new(State::default()), Device::new());
    for text in ["a", "b", "a"] {
        act(&mut tab, &mut device, Action::Add(text.into()));
    }
    assert_eq!(own(&tab), [("a", true), ("b", true)]);
}

#[test]
fn two_tabs_write_nothing_over() {
    let mut device = Device::new();
    let [mut one, mut other] = [opened(&device), opened(&device)];
    act(&mut one, &mut device, Action::Tick("training".into(), true));
    act(&mut one, &mut device, Action::Add("one".into()));
    act(&mut other, &mut device, Action::Tick("price".into(), true));
    act(&mut other, &mut device, Action::Add("other".into()));
    let after = opened(&device);
    assert!(after.is_ticked("training") && after.is_ticked("price"));
    assert_eq!(own(&after), [("one", true), ("other", true)]);
    // What the other tab has taken away goes here, too.
    let gone = Rc::new((*after).clone()).reduce(Action::Come(vec![("asks/training".into(), String::new())]));
    assert!(!gone.is_ticked("training") && gone.is_ticked("price"));
}

#[test]
fn what_is_said_goes_with_the_next_act() {
    let state = Rc::new(State::default()).reduce(Action::Say(Said::NotKept));
    assert_eq!(state.clone().reduce(Action::Come(Vec::new())).said, Some(Said::NotKept));
    assert_eq!(state.reduce(Action::Tick("a".into(), true)).said, None);
}

#[test]
fn other_records_are_left_alone() {
    let foreign = vec![("hope".to_owned(), "1".to_owned()), ("asks/own/x".to_owned(), "nonsense".to_owned())];
    assert!(Rc::new(State::default()).reduce(Action::Come(foreign)).is_empty());
}

#[cfg(feature = "ssr")]
#[test]
fn what_an_older_release_kept_is_taken_over() {
    let long = "x".repeat(1_000);
    for (kept, ticked, own_asks) in [
        (
            r#"{"ticked":["a","b"],"own":[["Lift?",true],["Dogs?",false]]}"#,
            2,
            vec![("Lift?", true), ("Dogs?", false)],
        ),
        (r#"{"ticked":7,"own":{}}"#, 0, vec![]),
        (r#"{"own":[["y",true],[1],null,["  ",true]]}"#, 0, vec![("y", true)]),
        (&format!(r#"{{"own":[["{long}",true]]}}"#), 0, vec![(&long[..300], true)]),
    ] {
        let old: Old = crate::platform::json::read(kept).expect("an object");
        let state = Rc::new(State::default()).reduce(Action::Come(moved(old)));
        assert_eq!(state.ticked.len(), ticked, "{kept}");
        assert_eq!(own(&state), own_asks, "{kept}");
    }
    for kept in ["{", "null", "7"] {
        assert!(crate::platform::json::read::<Old>(kept).is_none(), "{kept}");
    }
}

/// Fuzzing: whatever is kept, perhaps by an older release, it's shown as far as it can be read, and what is done then
/// is kept so that it comes back.
mod fuzz {
    use super::*;
    use ::fuzz::{Changed, bent, changed, check};
    use proptest::prelude::*;

    const NAMES: [&str; 5] = ["asks/lift", "asks/own/Why?", "asks/own/How?", "asks/own/", "questions"];
    const TEXTS: [&str; 6] = ["1", "", "0", "7 ticked", "4294967295 ticked", "4294967295"];

    #[test]
    fn fuzz_records() {
        let records = prop::collection::vec((changed(NAMES.len()), changed(TEXTS.len())), 0..8);
        let deeds = prop::collection::vec((0..5_u8, changed(NAMES.len())), 0..8);
        check(
            "the records of questions to ask",
            400,
            (records, deeds),
            |(records, deeds): (Vec<(Changed, Changed)>, Vec<(u8, Changed)>)| {
                let records = records.iter().map(|(name, text)| (name.text(&NAMES), text.text(&TEXTS)));
                let mut state: Rc<State> = Rc::<State>::default().reduce(Action::Come(records.collect()));
                for (which, text) in deeds {
                    let text = text.text(&NAMES);
                    let action = match which {
                        0 => Action::Tick(text, true),
                        1 => Action::TickOwn("Why?".into(), true),
                        2 => Action::Add(text),
                        3 => Action::Remove("How?".into()),
                        _ => Action::Clear,
                    };
                    state = state.reduce(action);
                }
                let mut kept = state.ticked.iter().map(|id| given(id, true)).collect::<Texts>();
                kept.extend(state.own.iter().map(|own| record(own.number, &own.text, own.ticked)));
                let again = Rc::<State>::default().reduce(Action::Come(kept));
                assert_eq!((&again.ticked, &again.own), (&state.ticked, &state.own));
                assert!(state.reduce(Action::Clear).is_empty());
            },
        );
    }

    #[test]
    fn fuzz_the_record_of_an_older_release() {
        let whole =
            [serde_json::json!({ "ticked": ["lift", "cost"], "own": [["Why?", true], ["How?", false]] })];
        check("the record of an older release", 400, bent(1), |input| {
            let old = serde_json::from_value::<Old>(input.value(&whole)).map(moved).unwrap_or_default();
            assert!(!input.is_whole() || old.len() == 4);
            assert!(old.iter().all(|(name, _)| name.starts_with("asks/")));
        });
    }
}
