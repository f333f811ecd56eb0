//! What follows from what is done on the page: with made-up words, and a calendar that only counts days.

use super::action::{Action, Effect, Paper, Use, Way};
use super::answers::Texts;
use super::form::{Asked, Form, Kind, Part};
use super::names::Button;
use super::says::Says;
use super::state::State;
use crate::core::course::{Calendar, Moment};
use crate::core::questions::MOST;
use crate::platform::store::Join;

mod fuzz;

/// A calendar whose days are numbers.
struct Days;

impl Calendar for Days {
    fn moment(&self, date: &str, _: &str) -> Moment {
        date.parse().map_or(Moment::Nowhere, |day: i32| Moment::At(i64::from(day) * 86_400_000))
    }

    fn stamp(&self, moment: i64) -> String {
        moment.to_string()
    }

    fn later(&self, date: &str, days: u32) -> String {
        (date.parse().unwrap_or(0_i32).saturating_add(days as i32)).to_string()
    }
}

fn form() -> Form {
    let ask = |kind, name: &str, lead: &str, options: &[[&str; 2]]| Asked {
        kind,
        name: name.into(),
        lead: lead.into(),
        options: options.iter().map(|option| option.map(Into::into)).collect(),
    };
    let part = |title: &str, asks: Vec<Asked>| Part { title: title.into(), asks };
    Form {
        parts: vec![
            part(
                "Hope",
                vec![
                    ask(Kind::Ticks, "hope", "", &[["rest", "Rest."]]),
                    ask(Kind::Text, "hope-own", "Own:", &[]),
                ],
            ),
            part("Touch", vec![ask(Kind::Places, "", "", &[]), ask(Kind::Text, "place-own", "", &[])]),
            part(
                "Stop",
                vec![
                    ask(Kind::One, "sentence", "Says:", &[["stop", "“Stop, please.”"]]),
                    ask(Kind::Text, "sentence-own", "Says:", &[]),
                ],
            ),
            part("Asks", vec![ask(Kind::Questions, "", "", &[])]),
        ],
        places: vec![("feet".into(), "Feet".into()), ("throat".into(), "Throat".into())],
        questions: vec![
            ("lift".into(), "Is there a lift?".into()),
            ("cost".into(), "What does it cost?".into()),
        ],
        ticks: vec!["before-way".into(), "after-line".into()],
        names: vec![
            ["plain", "Appointment", "Review"].map(Into::into),
            ["named", "Session", "Look back"].map(Into::into),
        ],
    }
}

/// A page, and what was to be done outside since it was last asked.
struct Desk {
    state: State,
    form: Form,
    says: Says,
    effects: Vec<Effect>,
}

impl Desk {
    fn new() -> Self {
        Self { state: State::default(), form: form(), says: Says::names(), effects: Vec::new() }
    }

    fn act(&mut self, action: Action) -> &mut Self {
        self.effects.extend(self.state.step(action, &self.form, &self.says, &Days));
        self
    }

    fn write(&mut self, name: &str, text: &str) -> &mut Self {
        self.act(Action::Write(name.into(), text.into()))
    }

    fn questions(&self) -> Vec<String> {
        self.state.answers.questions().iter().map(str::to_owned).collect()
    }

    /// What the device would hold by now.
    fn kept(&self) -> Texts {
        let mut kept = std::collections::BTreeMap::new();
        for effect in &self.effects {
            match effect {
                Effect::Keep(texts) | Effect::Join(texts) => kept.extend(texts.iter().cloned()),
                Effect::Clear => kept.clear(),
                _ => {}
            }
        }
        kept.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    }

    /// What would stand in a field by now.
    fn field(&self, name: &str) -> Option<String> {
        let fills = self.effects.iter().rev().filter_map(|effect| match effect {
            Effect::Fill(texts) => texts.iter().rev().find(|(known, _)| known == name),
            _ => None,
        });
        fills.map(|(_, text)| text.clone()).next()
    }

    fn sheet(&self) -> String {
        self.state.answers.sheet(&self.form, &self.says).text("Mine")
    }

    fn focus(&self) -> Option<&str> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Focus(id) => Some(id.as_str()),
            _ => None,
        })
    }
}

fn texts(list: &[(&str, &str)]) -> Texts {
    list.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn questions_are_added_moved_and_removed() {
    let mut desk = Desk::new();
    desk.write("take-cost", "1").act(Action::Add("  Mine? ".into())).act(Action::Add(String::new()));
    assert_eq!(desk.questions(), ["What does it cost?", "Mine?"]);
    assert_eq!((desk.field("own-question"), desk.focus()), (Some(String::new()), Some("own-question")));
    assert_eq!(desk.field("take-cost").as_deref(), Some("1"));
    desk.act(Action::Move(1, Way::Up));
    assert_eq!((desk.questions()[0].as_str(), desk.focus()), ("Mine?", Some("up-0")));
    // At an end it stays, and so does the focus.
    desk.act(Action::Move(0, Way::Up));
    assert_eq!((desk.questions()[0].as_str(), desk.focus()), ("Mine?", Some("up-0")));
    desk.act(Action::Move(0, Way::Down));
    assert_eq!(desk.focus(), Some("down-1"));
    // The list is ticked by what stands in it, also where that was written.
    desk.act(Action::Add("Is there a lift?".into()));
    assert_eq!(desk.field("take-lift").as_deref(), Some("1"));
    desk.act(Action::Remove(2));
    assert_eq!((desk.field("take-lift").as_deref(), desk.focus()), (Some(""), Some("remove-1")));
    desk.write("take-cost", "").act(Action::Remove(0));
    assert_eq!((desk.questions().len(), desk.focus()), (0, Some("own-question")));
    assert_eq!(desk.kept(), []);
}

#[test]
fn a_question_is_kept_before_it_is_added_and_is_not_on_the_sheet() {
    let mut desk = Desk::new();
    desk.write("own-question", "Is it wa");
    assert_eq!((desk.kept(), desk.sheet()), (texts(&[("own-question", "Is it wa")]), "Mine\n".to_owned()));
    desk.write("own-question", "Is it warm?").act(Action::Add("Is it warm?".into()));
    assert_eq!(desk.kept(), texts(&[("questions", "Is it warm?")]));
    let mut later = Desk::new();
    later.act(Action::Come(texts(&[("own-question", "Is it wa")])));
    assert_eq!((later.field("own-question").as_deref(), later.questions().len()), (Some("Is it wa"), 0));
}

#[test]
fn questions_of_earlier_visits_tick_the_list() {
    let mut desk = Desk::new();
    desk.act(Action::Come(texts(&[("questions", "What does it cost?\nAn old one?")])));
    assert_eq!(
        (desk.field("take-cost").as_deref(), desk.field("take-lift").as_deref()),
        (Some("1"), Some(""))
    );
    assert_eq!(desk.questions(), ["What does it cost?", "An old one?"]);
}

#[test]
fn what_was_done_before_the_program_came_is_joined_and_nothing_else() {
    let mut desk = Desk::new();
    let found = [
        ("take-lift", "1"),
        ("take-cost", ""),
        ("hope-own", "Early"),
        ("visits", "1"),
        ("length", "60"),
        ("sentence", ""),
    ];
    desk.act(Action::Find(texts(&found)));
    assert_eq!(desk.kept(), texts(&[("hope-own", "Early"), ("questions", "Is there a lift?")]));
    assert!(desk.effects.iter().all(|effect| matches!(effect, Effect::Join(_))));
}

#[test]
fn a_tap_goes_from_mark_to_mark() {
    let mut desk = Desk::new();
    for mark in ["fine", "ask", "not", "", "fine"] {
        desk.act(Action::Tap("feet".into()));
        assert_eq!(desk.state.answers.written("place-feet"), mark);
        assert_eq!(desk.field("place-feet").as_deref(), Some(mark));
        let kept = desk.kept().iter().map(|(_, mark)| mark.clone()).collect::<String>();
        assert_eq!(kept, mark);
    }
    assert!(!desk.state.told.marked.is_empty());
}

#[test]
fn the_sheet_has_what_was_answered_and_nothing_else() {
    let mut desk = Desk::new();
    assert_eq!(desk.sheet(), "Mine\n");
    desk.write("name", "A")
        .write("hope-own", "Peace\n\n and quiet")
        .write("hope-rest", "1")
        .write("sentence", "stop");
    desk.write("place-feet", "fine").write("place-throat", "not").act(Action::Add("Why?".into()));
    // Neither are lists, dates, choices left open, nor what no release knows any more.
    desk.write("before-way", "1").write("visits", "3").write("hope-gone", "1").write("talk", "loud");
    assert_eq!(
        desk.sheet(),
        "Mine: A\n\nHope\n- Rest.\n- Own: Peace\n  and quiet\n\nTouch\n- sheet_not Throat\n- sheet_fine Feet\n\n\
         Stop\n- Says: “Stop, please.”\n\nAsks\n1. Why?\n"
    );
    desk.write("sentence", "gone");
    assert!(!desk.sheet().contains("Stop"));
}

#[test]
fn the_sentence_is_ones_own_or_the_chosen_one() {
    let mut desk = Desk::new();
    desk.act(Action::Hear);
    assert_eq!((desk.state.told.rehearse.as_str(), desk.effects.len()), ("choose_first", 0));
    desk.write("sentence", "stop").act(Action::Hear);
    assert_eq!(desk.effects.last(), Some(&Effect::Speak("Stop, please.".into())));
    assert_eq!(desk.state.told.rehearse, "");
    desk.write("sentence-own", " Enough. ").act(Action::Hear).act(Action::HasNoVoice);
    assert_eq!(desk.effects.last(), Some(&Effect::Speak("Enough.".into())));
    assert_eq!(desk.state.told.rehearse, "hear_none");
}

#[test]
fn what_is_erased_can_be_taken_back_with_what_came_since() {
    let mut desk = Desk::new();
    desk.write("hope-own", "First").write("visits", "4").write("take-lift", "1").act(Action::Erase);
    assert_eq!((desk.kept(), desk.questions().len()), (Vec::new(), 0));
    let fields = ["hope-own", "visits", "take-lift"].map(|name| desk.field(name).unwrap_or_default());
    assert_eq!(fields, ["", "1", ""], "fields are as at first");
    desk.write("hope-own", "Second");
    desk.act(Action::Unerase);
    assert_eq!(
        desk.kept(),
        texts(&[("hope-own", "First\nSecond"), ("questions", "Is there a lift?"), ("visits", "4")])
    );
    assert_eq!(desk.field("take-lift").as_deref(), Some("1"));
    assert_eq!(desk.state.erased, None);
}

#[test]
fn what_other_pages_keep_is_neither_erased_nor_taken_back() {
    let mut desk = Desk::new();
    desk.act(Action::Come(texts(&[("hope-own", "Rest"), ("asks/own/Why?", "1")])));
    desk.act(Action::Erase).act(Action::Unerase);
    assert_eq!(desk.kept(), texts(&[("hope-own", "Rest")]));
}

#[test]
fn a_full_list_says_so_and_leaves_the_question_in_its_field() {
    let mut desk = Desk::new();
    for n in 0..MOST {
        desk.act(Action::Add(format!("Question {n}?")));
    }
    desk.effects.clear();
    desk.act(Action::Add("One more?".into()));
    assert_eq!((desk.questions().len(), desk.field("own-question")), (MOST, None));
    assert_eq!(desk.state.told.order, "full_list");
}

#[test]
fn erasing_an_empty_page_forgets_no_earlier_erasure() {
    let mut desk = Desk::new();
    desk.write("hope-own", "First").act(Action::Erase).act(Action::Erase).act(Action::Unerase);
    assert_eq!(desk.kept(), texts(&[("hope-own", "First")]));
}

#[test]
fn lists_are_unticked_and_nothing_else() {
    let mut desk = Desk::new();
    desk.write("before-way", "1").write("hope-rest", "1").act(Action::ResetLists);
    assert_eq!(desk.kept(), texts(&[("hope-rest", "1")]));
    assert_eq!(desk.field("before-way").as_deref(), Some(""));
}

#[test]
fn later_visits_are_a_week_apart() {
    let mut desk = Desk::new();
    desk.write("visits", "3").write("visit-1-date", "10").act(Action::Weekly);
    assert_eq!(desk.state.told.dates, ["weekly_none"]);
    desk.write("visit-1-time", "9:30").act(Action::Weekly);
    let wanted =
        [("visit-2-date", "17"), ("visit-2-time", "9:30"), ("visit-3-date", "24"), ("visit-3-time", "9:30")];
    for (name, text) in wanted {
        assert_eq!(desk.field(name).as_deref(), Some(text));
        assert_eq!(desk.state.answers.written(name), text);
    }
    assert_eq!(desk.field("visit-4-date"), None);
    assert!(desk.state.told.dates.is_empty());
}

#[test]
fn a_calendar_file_keeps_its_seed_and_counts() {
    let mut desk = Desk::new();
    desk.act(Action::Calendar(0, "one".into()));
    assert_eq!((desk.state.told.dates.clone(), desk.effects.len()), (vec!["dates_none".into()], 0));
    desk.write("visit-1-date", "10").write("visit-1-time", "9:30").act(Action::Calendar(0, "one".into()));
    let file = |desk: &Desk| match desk.effects.last() {
        Some(Effect::Calendar(file)) => file.clone(),
        other => panic!("{other:?}"),
    };
    let first = file(&desk);
    assert!(
        first.contains("UID:one-visit-1")
            && first.contains("SEQUENCE:0")
            && first.contains("SUMMARY:Appointment")
    );
    desk.write("called", "named").act(Action::Calendar(0, "two".into()));
    let second = file(&desk);
    assert!(
        second.contains("UID:one-visit-1")
            && second.contains("SEQUENCE:1")
            && second.contains("SUMMARY:Session")
    );
    desk.write("called-own", "Tea").act(Action::Calendar(0, "two".into()));
    assert!(file(&desk).contains("SUMMARY:Tea"));
    assert_eq!(desk.state.told.dates, ["made"]);
}

#[test]
fn what_is_refused_is_said() {
    let mut desk = Desk::new();
    desk.act(Action::Print(Paper::Lists))
        .act(Action::CannotPrint(Paper::Lists))
        .act(Action::CannotPrint(Paper::Blank));
    assert_eq!((desk.state.told.lists.as_str(), desk.state.told.sheet.as_str()), ("unprinted", "unprinted"));
    for (action, told) in [
        (Action::Copied(true), "copied"),
        (Action::Copied(false), "uncopied"),
        (Action::Shared(true), "shared"),
        (Action::Shared(false), "unshared"),
        (Action::File(Use::Save), "saved"),
    ] {
        desk.act(action);
        assert_eq!(desk.state.told.sheet, told);
    }
}

#[test]
fn every_button_has_a_name_of_its_own() {
    for button in Button::ALL {
        assert_eq!(Button::from_name(button.name()), Some(button));
    }
    assert_eq!(Button::from_name("give"), None);
}

#[test]
fn what_is_written_in_one_line_is_joined_in_one() {
    for (name, wanted) in
        [("questions", Join::Lines), ("hope-own", Join::Text), ("name", Join::Line), ("talk", Join::Newer)]
    {
        assert_eq!(super::join(name), wanted, "{name}");
    }
}
