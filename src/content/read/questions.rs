//! Reads the questions.

use super::{Reader, raw};
use crate::content::book::QuestionText;
use crate::content::check::ANSWER;
use crate::content::pages::Group;

impl Reader<'_> {
    pub(super) fn faq(&mut self) -> Option<(Vec<Group>, Vec<QuestionText>)> {
        let (mut groups, mut questions) = (Vec::new(), Vec::new());
        for name in self.files_in("faq") {
            let (file, group) = self.toml::<raw::Faq>(&format!("faq/{name}"))?;
            groups.push(Group {
                id: group.id.get_ref().as_str().into(),
                title: group.title.as_str().into(),
                questions: group.question.len() as u16,
            });
            self.files[file].id(group.id.get_ref(), group.id.span().start);
            for question in &group.question {
                self.anchor(file, "/faq/", &question.id);
                let (answer, plain) = self.prose(file, &question.answer);
                let words = plain.split_whitespace().count();
                if !ANSWER.contains(&words) {
                    let reason =
                        format!("the answer has {words} words, not {} to {}", ANSWER.start, ANSWER.end - 1);
                    self.files[file].fault(question.answer.span().start, reason);
                }
                self.partners(file, question.answer.span().start, &[&question.ask, &plain]);
                questions.push(QuestionText {
                    id: question.id.get_ref().as_str().into(),
                    ask: question.ask.as_str().into(),
                    answer,
                    sources: self.cited(file, &question.sources),
                    claims: self.claimed(file, &question.claims),
                    plain,
                    words: question.words.clone(),
                });
            }
        }
        Some((groups, questions))
    }
}
