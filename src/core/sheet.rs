//! The sheet: one page to hand over, made of what somebody answered and of nothing else.
//!
//! What was left empty has no line, and a part without lines has no heading. Texts are taken as they
//! were written, whatever they hold; each paragraph finds its own direction.

use std::fmt::Write as _;

/// What somebody may wish for a place on the body, in the order of the sheet.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wish {
    /// Not to be touched.
    Not,
    /// To be asked before.
    Ask,
    /// It is fine.
    Fine,
}

impl Wish {
    /// Every wish, in the order of the sheet.
    pub const ALL: [Wish; 3] = [Wish::Not, Wish::Ask, Wish::Fine];

    /// Its name in fields, drawings and what is kept.
    pub fn name(self) -> &'static str {
        match self {
            Wish::Not => "not",
            Wish::Ask => "ask",
            Wish::Fine => "fine",
        }
    }

    /// The wish of this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wish| wish.name() == name)
    }
}

/// One answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Answer {
    /// Something was ticked or chosen: what stands before it, and how it is said.
    Said(String, String),
    /// Something was written: what stands before it, and the text.
    Wrote(String, String),
    /// A place was marked: its name.
    Marked(String, Wish),
    /// The next question.
    Asks(String),
}

/// One line of the sheet.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Line {
    /// What stands before it; may be empty.
    pub lead: String,
    /// Its paragraphs, a line each.
    pub text: String,
}

/// A part of the sheet.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Part {
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Questions in their order.
    pub asks: Vec<String>,
}

/// The sheet.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Sheet {
    name: String,
    parts: Vec<Part>,
}

impl Sheet {
    /// A sheet of answers, each with the title of its part, in their order; parts keep the order of
    /// their first answer. `leads` is what stands before places, in the order of [`Wish::ALL`].
    pub fn of(name: &str, answers: impl IntoIterator<Item = (String, Answer)>, leads: [&str; 3]) -> Self {
        let mut sheet = Self { name: tidy(name).replace('\n', " "), parts: Vec::new() };
        let mut places: [Vec<String>; 3] = Default::default();
        let mut touch = String::new();
        for (title, answer) in answers {
            let line = match answer {
                Answer::Said(lead, says) => Line { lead, text: says },
                Answer::Wrote(lead, text) => Line { lead, text: tidy(&text) },
                Answer::Marked(place, wish) => {
                    sheet.part(&title);
                    places[wish as usize].push(place);
                    touch = title;
                    continue;
                }
                Answer::Asks(question) => {
                    let question = tidy(&question);
                    if !question.is_empty() {
                        sheet.part(&title).asks.push(question);
                    }
                    continue;
                }
            };
            if !line.text.is_empty() {
                sheet.part(&title).lines.push(line);
            }
        }
        let marked = places.iter().zip(leads).filter(|(places, _)| !places.is_empty());
        let marked: Vec<Line> =
            marked.map(|(places, lead)| Line { lead: lead.into(), text: places.join(", ") }).collect();
        if !marked.is_empty() {
            sheet.part(&touch).lines.splice(0..0, marked);
        }
        sheet
    }

    fn part(&mut self, title: &str) -> &mut Part {
        let place = self.parts.iter().position(|part| part.title == title).unwrap_or_else(|| {
            self.parts.push(Part { title: title.into(), lines: Vec::new(), asks: Vec::new() });
            self.parts.len() - 1
        });
        &mut self.parts[place]
    }

    /// Whether nothing stands on it.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.name.is_empty()
    }

    /// Its parts, in order.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The name on it; may be empty.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The sheet as plain text under its heading, for a message.
    pub fn text(&self, heading: &str) -> String {
        let mut text = heading.to_owned();
        if !self.name.is_empty() {
            let _ = write!(text, ": {}", self.name);
        }
        text.push('\n');
        for part in &self.parts {
            let _ = write!(text, "\n{}\n", part.title);
            for Line { lead, text: said } in &part.lines {
                let space = if lead.is_empty() { "" } else { " " };
                let _ = writeln!(text, "- {lead}{space}{}", said.replace('\n', "\n  "));
            }
            for (place, question) in part.asks.iter().enumerate() {
                let _ = writeln!(text, "{}. {}", place + 1, question.replace('\n', "\n   "));
            }
        }
        text
    }
}

/// A text without what cannot be printed: control signs, blanks at the ends, more than one empty line
/// (which a sheet does not need) in a row.
pub fn tidy(text: &str) -> String {
    let mut tidy = String::new();
    for line in text.lines() {
        let line: String = line.chars().filter(|c| *c == '\t' || !c.is_control()).collect();
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if !tidy.is_empty() {
            tidy.push('\n');
        }
        tidy.push_str(line);
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LEADS: [&str; 3] = ["Not:", "Ask:", "Fine:"];

    fn said(title: &str, text: &str) -> (String, Answer) {
        (title.into(), Answer::Said(String::new(), text.into()))
    }

    fn wrote(title: &str, text: &str) -> (String, Answer) {
        (title.into(), Answer::Wrote("Own:".into(), text.into()))
    }

    fn marked(place: &str, wish: Wish) -> (String, Answer) {
        ("Touch".into(), Answer::Marked(place.into(), wish))
    }

    #[test]
    fn what_is_empty_does_not_show() {
        let sheet = Sheet::of(" \n", [wrote("Hope", " \n\t\n"), said("Room", "")], LEADS);
        assert!(sheet.is_empty());
        assert_eq!(sheet.text("Mine"), "Mine\n");
    }

    #[test]
    fn places_stand_first_and_what_is_refused_before_them_all() {
        let answers = [
            said("Hope", "Rest."),
            said("Touch", "Ask before each."),
            marked("Feet", Wish::Fine),
            marked("Throat", Wish::Not),
            marked("Belly", Wish::Ask),
            marked("Face", Wish::Not),
            ("Asks".into(), Answer::Asks("Why?".into())),
        ];
        let sheet = Sheet::of("A", answers, LEADS);
        assert_eq!(
            sheet.text("Mine"),
            "Mine: A\n\nHope\n- Rest.\n\nTouch\n- Not: Throat, Face\n- Ask: Belly\n- Fine: Feet\n\
             - Ask before each.\n\nAsks\n1. Why?\n"
        );
    }

    proptest! {
        #[test]
        fn every_word_is_kept(text in "\\PC{0,400}", name in "\\PC{0,80}") {
            let sheet = Sheet::of(&name, [wrote("Hope", &text), ("Q".into(), Answer::Asks(text.clone()))], LEADS);
            let plain = sheet.text("Mine");
            for word in text.split_whitespace().chain(name.split_whitespace()) {
                prop_assert!(plain.contains(word), "{word} is missing in {plain}");
            }
        }

        #[test]
        fn a_sheet_holds_nothing_that_nobody_wrote(text in "[a-z \\n]{0,60}") {
            let sheet = Sheet::of("", [wrote("Hope", &text)], ["", "", ""]);
            let told: Vec<String> = sheet.text("").split_whitespace().map(str::to_owned).collect();
            let mut wanted: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            if !wanted.is_empty() {
                wanted.splice(0..0, ["Hope", "-", "Own:"].map(str::to_owned));
            }
            prop_assert_eq!(told, wanted);
        }
    }
}
