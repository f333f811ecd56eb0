//! Everything that the page shows beside its fields, and how it changes. Pure: what has to be done outside is
//! handed back, to be done at once and in order.

use super::action::{Action, Effect, Paper, Use, Way};
use super::answers::{Answers, Texts};
use super::form::Form;
use super::names::{
    OWN_QUESTION, QUESTIONS, TAKE, is_ours, join, place_field, take_field, usual, visit_fields,
};
use super::says::Says;
use super::visits;
use crate::content::fill;
use crate::core::course::Calendar;
use crate::core::questions::Questions;
use crate::core::sheet::Wish;

/// Days between two visits.
const WEEK: u32 = 7;

/// What was last said, and where.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// About a place.
    pub marked: String,
    /// About the sentence.
    pub rehearse: String,
    /// About the order of questions.
    pub order: String,
    /// About the sheet.
    pub sheet: String,
    /// About the checklists.
    pub lists: String,
    /// About the dates.
    pub dates: Vec<String>,
}

/// Everything that the page shows beside its fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What was answered.
    pub answers: Answers,
    /// What was last said.
    pub told: Told,
    /// What was erased and can be taken back.
    pub erased: Option<Texts>,
    /// The sheet is shown over the whole screen.
    pub full: bool,
}

impl State {
    /// Something happened.
    pub fn step(
        &mut self,
        action: Action,
        form: &Form,
        says: &Says,
        calendar: &impl Calendar,
    ) -> Vec<Effect> {
        match action {
            Action::Write(name, text) => return self.write(name, text, form, says),
            Action::Come(texts) => return self.come(texts, form),
            Action::Find(fields) => return self.find(fields, form),
            Action::Add(question) => {
                let mut questions = self.answers.questions();
                let added = questions.add(&question);
                match added {
                    None if !question.trim().is_empty() => self.told.order = says.full_list().to_owned(),
                    _ => self.told_added(added, says),
                }
                let mut effects = self.keep_questions(&questions, form);
                // A list that is full takes no more: then the question stays where it was written.
                if added.is_some() || question.trim().is_empty() {
                    effects.extend(self.put(vec![(OWN_QUESTION.to_owned(), String::new())]));
                }
                effects.push(Effect::Focus(OWN_QUESTION.to_owned()));
                return effects;
            }
            Action::Move(index, way) => {
                let mut questions = self.answers.questions();
                let to = questions.shift(index, way == Way::Up);
                let (n, total) = ((to + 1).to_string(), questions.iter().len().to_string());
                self.told.order = fill(says.moved(), &[("n", &n), ("total", &total)]);
                let mut effects = self.keep_questions(&questions, form);
                effects.push(Effect::Focus(button_id(if way == Way::Up { "up" } else { "down" }, to)));
                return effects;
            }
            Action::Remove(index) => {
                let mut questions = self.answers.questions();
                questions.remove(index);
                self.told.order = says.removed().to_owned();
                let mut effects = self.keep_questions(&questions, form);
                effects.push(Effect::Focus(match questions.iter().len() {
                    0 => OWN_QUESTION.to_owned(),
                    left => button_id("remove", index.min(left - 1)),
                }));
                return effects;
            }
            Action::Tap(place) => {
                // From one mark to the next: fine, ask, not, open.
                let next = match self.answers.wish(&place) {
                    None => Wish::Fine.name(),
                    Some(Wish::Fine) => Wish::Ask.name(),
                    Some(Wish::Ask) => Wish::Not.name(),
                    Some(Wish::Not) => "",
                };
                let marked = vec![(place_field(&place), next.to_owned())];
                let mut effects = self.write(place_field(&place), next.to_owned(), form, says);
                effects.push(Effect::Fill(marked));
                return effects;
            }
            Action::ResetLists => {
                self.told.lists = says.lists_done().to_owned();
                return self.put(form.ticks.iter().map(|name| (name.to_string(), String::new())).collect());
            }
            Action::Erase => return self.erase(form, says),
            Action::Unerase => return self.unerase(form, says),
            Action::Weekly => return self.weekly(says, calendar),
            Action::Calendar(now, seed) => {
                let (told, file) = visits::calendar(&mut self.answers, form, says, (now, seed), calendar);
                self.told.dates = told;
                return file;
            }
            Action::Hear => {
                let sentence = self.answers.sentence(form);
                self.told.rehearse.clear();
                if sentence.is_empty() {
                    self.told.rehearse.push_str(says.choose_first());
                } else {
                    return vec![Effect::Speak(sentence)];
                }
            }
            Action::HasNoVoice => self.told.rehearse = says.hear_none().to_owned(),
            Action::Print(paper) => return vec![Effect::Print(paper)],
            Action::CannotPrint(Paper::Lists) => self.told.lists = says.unprinted().to_owned(),
            Action::CannotPrint(_) => self.told.sheet = says.unprinted().to_owned(),
            Action::Copy => {
                return vec![Effect::Copy(self.answers.sheet(form, says).text(says.sheet_head()))];
            }
            Action::Copied(done) => {
                self.told.sheet = if done { says.copied() } else { says.uncopied() }.to_owned();
            }
            Action::File(how) => {
                if how == Use::Save {
                    self.told.sheet = says.saved().to_owned();
                }
                return vec![Effect::MakeFile(how)];
            }
            Action::Shared(done) => {
                self.told.sheet = if done { says.shared() } else { says.unshared() }.to_owned();
            }
            Action::Show(full) => {
                self.full = full;
                return vec![Effect::Show(full)];
            }
        }
        Vec::new()
    }

    fn write(&mut self, name: String, text: String, form: &Form, says: &Says) -> Vec<Effect> {
        if let Some(question) = question_of(form, &name) {
            return self.took(question, !text.is_empty(), form, says);
        }
        if let Some((_, place)) = form.places.iter().find(|(id, _)| place_field(id) == name) {
            let mark = match Wish::of(&text) {
                Some(Wish::Fine) => says.mark_fine(),
                Some(Wish::Ask) => says.mark_ask(),
                Some(Wish::Not) => says.mark_not(),
                None => says.mark_open(),
            };
            self.told.marked = fill(says.marked(), &[("place", place), ("mark", mark)]);
        }
        self.answers.set(&name, &text);
        vec![Effect::Keep(vec![(name, text)])]
    }

    /// A question of the list was ticked or unticked.
    fn took(&mut self, question: &str, taken: bool, form: &Form, says: &Says) -> Vec<Effect> {
        let mut questions = self.answers.questions();
        match questions.place(question) {
            Some(index) if !taken => {
                questions.remove(index);
                self.told.order = says.removed().to_owned();
            }
            None if taken => self.told_added(questions.add(question), says),
            _ => {}
        }
        self.keep_questions(&questions, form)
    }

    fn told_added(&mut self, index: Option<usize>, says: &Says) {
        if let Some(index) = index {
            self.told.order = fill(says.added(), &[("n", &(index + 1).to_string())]);
        }
    }

    fn keep_questions(&mut self, questions: &Questions, form: &Form) -> Vec<Effect> {
        let kept = questions.kept();
        self.answers.set(QUESTIONS, &kept);
        vec![Effect::Keep(vec![(QUESTIONS.to_owned(), kept)]), Effect::Fill(self.ticks(form))]
    }

    /// The ticks at questions that can be taken.
    fn ticks(&self, form: &Form) -> Texts {
        let questions = self.answers.questions();
        let tick = |question: &str| if questions.place(question).is_some() { "1" } else { "" };
        form.questions.iter().map(|(id, question)| (take_field(id), tick(question).to_owned())).collect()
    }

    /// What stands in the fields and isn't as at first was typed before the program came.
    fn find(&mut self, fields: Texts, form: &Form) -> Vec<Effect> {
        let mut questions = Questions::default();
        let mut early = Vec::new();
        for (name, text) in fields {
            match question_of(form, &name) {
                Some(question) if !text.is_empty() => {
                    questions.add(question);
                }
                None if !text.is_empty() && text != usual(&name) => early.push((name, text)),
                _ => {}
            }
        }
        early.push((QUESTIONS.to_owned(), questions.kept()));
        for (name, text) in &early {
            self.answers.set(name, text);
        }
        vec![Effect::Join(early)]
    }

    fn come(&mut self, mut texts: Texts, form: &Form) -> Vec<Effect> {
        // The store has those of other pages as well: to erase and to take back what is here must not touch them.
        texts.retain(|(name, _)| is_ours(name));
        for (name, text) in &texts {
            self.answers.set(name, text);
        }
        let shown = texts.into_iter().map(|(name, text)| {
            let text = if text.is_empty() { usual(&name).to_owned() } else { text };
            (name, text)
        });
        vec![Effect::Fill(shown.chain(self.ticks(form)).collect())]
    }

    /// Writes into fields as if somebody had.
    fn put(&mut self, texts: Texts) -> Vec<Effect> {
        for (name, text) in &texts {
            self.answers.set(name, text);
        }
        vec![Effect::Fill(texts.clone()), Effect::Keep(texts)]
    }

    fn erase(&mut self, form: &Form, says: &Says) -> Vec<Effect> {
        let all = self.answers.clear();
        let empty = all.iter().map(|(name, _)| (name.clone(), usual(name).to_owned()));
        let effects = vec![Effect::Clear, Effect::Fill(empty.chain(self.ticks(form)).collect())];
        // Erased twice, the first time counts.
        if !all.is_empty() || self.erased.is_none() {
            self.erased = Some(all);
        }
        self.told.sheet = says.erased().to_owned();
        effects
    }

    fn unerase(&mut self, form: &Form, says: &Says) -> Vec<Effect> {
        // What was written since then stays as well.
        let back = |(name, text): (String, String)| {
            let now = self.answers.written(&name);
            let text = if now.is_empty() { text } else { join(&name).of(&text, now) };
            (name, text)
        };
        let all: Texts = self.erased.take().into_iter().flatten().map(back).collect();
        self.told.sheet = says.back_again().to_owned();
        let mut effects = self.put(all);
        effects.push(Effect::Fill(self.ticks(form)));
        effects
    }

    fn weekly(&mut self, says: &Says, calendar: &impl Calendar) -> Vec<Effect> {
        let visits = self.answers.visits();
        let (date, time) = &visits[0];
        if date.is_empty() || time.is_empty() {
            self.told.dates = vec![says.weekly_none().to_owned()];
            return Vec::new();
        }
        self.told.dates.clear();
        let later = (1..visits.len()).flat_map(|n| {
            let [of_date, of_time] = visit_fields(n + 1);
            [(of_date, calendar.later(date, WEEK * n as u32)), (of_time, time.clone())]
        });
        let later = later.collect();
        self.put(later)
    }
}

/// The question that the tick of this name takes.
fn question_of<'a>(form: &'a Form, name: &str) -> Option<&'a str> {
    let id = name.strip_prefix(TAKE)?;
    form.questions.iter().find(|(known, _)| **known == *id).map(|(_, question)| &**question)
}

/// The id of a button in the list of questions.
pub fn button_id(what: &str, index: usize) -> String {
    [what, "-", &index.to_string()].concat()
}
