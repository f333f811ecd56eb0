//! The questions in their order, as a list with buttons.

use super::said::said;
use super::{DESK, Desk, QUESTIONS};
use crate::content::fill;
use crate::core::questions::Questions;
use crate::core::search::mark::escape;
use crate::platform::{dom, page};
use std::fmt::Write as _;

/// Shows them.
pub fn show(questions: &Questions) {
    let words = ["up", "down", "remove"].map(|what| (what, escape(&said(what))));
    let last = questions.iter().len().saturating_sub(1);
    let mut html = String::new();
    for (place, question) in questions.iter().enumerate() {
        let question = escape(question);
        let _ = write!(html, "<li><span dir=\"auto\">{question}</span> <span class=\"order__buttons\">");
        for (what, word) in &words {
            let stays = (*what == "up" && place == 0) || (*what == "down" && place == last);
            let off = if stays { " aria-disabled=\"true\"" } else { "" };
            let _ = write!(
                html,
                "<button type=\"button\" class=\"quiet\" id=\"{what}-{place}\" data-do=\"{what}\" data-n=\"{place}\"{off} \
                 aria-label=\"{word}: {question}\">{word}</button>"
            );
        }
        html.push_str("</span></li>");
    }
    dom::set_html("my-questions", &html);
    dom::show("no-questions", html.is_empty());
    dom::tick(DESK, |question| questions.place(question).is_some());
}

/// Those that the page holds.
pub fn questions() -> Questions {
    Questions::read(&dom::value("questions-kept"))
}

impl Desk {
    fn keep_questions(&self, questions: &Questions) {
        dom::set_value("questions-kept", &questions.kept());
        self.keep(QUESTIONS, &questions.kept());
    }

    /// A question of the list was ticked or unticked.
    pub(super) fn took(&self, question: &str, taken: bool) {
        let mut questions = questions();
        match questions.place(question) {
            Some(place) if !taken => {
                questions.remove(place);
                dom::set_text("order-told", &said("removed"));
            }
            None if taken => tell_added(questions.add(question)),
            _ => {}
        }
        self.keep_questions(&questions);
    }

    /// Puts the own question last.
    pub(super) fn add(&self) {
        let mut questions = questions();
        tell_added(questions.add(&dom::value("own-question")));
        dom::set_value("own-question", "");
        page::focus_id("own-question");
        self.keep_questions(&questions);
    }

    /// Moves a question or takes it out. The focus goes along.
    pub(super) fn reorder(&self, what: &str, place: usize) {
        let mut questions = questions();
        if what == "remove" {
            questions.remove(place);
            self.keep_questions(&questions);
            dom::set_text("order-told", &said("removed"));
            let left = questions.iter().len();
            page::focus_id(&match left {
                0 => "own-question".to_owned(),
                _ => format!("remove-{}", place.min(left - 1)),
            });
            return;
        }
        let to = questions.shift(place, what == "up");
        self.keep_questions(&questions);
        page::focus_id(&format!("{what}-{to}"));
        let (n, total) = ((to + 1).to_string(), questions.iter().len().to_string());
        dom::set_text("order-told", &fill(&said("moved"), &[("n", &n), ("total", &total)]));
    }
}

fn tell_added(place: Option<usize>) {
    if let Some(place) = place {
        dom::set_text("order-told", &fill(&said("added"), &[("n", &(place + 1).to_string())]));
    }
}
