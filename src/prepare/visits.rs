//! The calendar file, made of the dates of visits.

use super::action::Effect;
use super::answers::Answers;
use super::form::Form;
use super::names::{ALARM, CALLED, CALLED_OWN, LENGTH, ROUND, SEED, VISIT_PLACE};
use super::says::Says;
use crate::content::fill;
use crate::core::course::{Calendar, Course, Flaw, Manner, Note};
use crate::core::sheet::tidy;

/// A calendar counts no further (RFC 5545, 3.3.8).
const LAST_ROUND: u32 = i32::MAX as u32;

/// The longest beginning of UIDs, in letters and digits; ours has sixteen.
const LONGEST_SEED: usize = 40;

/// What there is to say, and the file where there can be one. `now` and random letters come from outside.
pub fn calendar(
    answers: &mut Answers,
    form: &Form,
    says: &Says,
    (now, random): (i64, String),
    calendar: &impl Calendar,
) -> (Vec<String>, Vec<Effect>) {
    let minutes = answers.get(LENGTH).parse().ok().filter(|minutes| *minutes > 0).unwrap_or(60);
    let course = match Course::of(&answers.visits(), minutes, now, calendar) {
        Err(flaws) => return (flaws.iter().map(|it| flaw(it, says)).collect(), Vec::new()),
        Ok(course) => course,
    };
    // The same course as before keeps its UIDs, so that a calendar changes its entries instead of doubling them.
    // Both may have been edited by hand; calendars take no other ones.
    let round: u32 = answers.written(ROUND).parse().ok().filter(|round| *round < LAST_ROUND).unwrap_or(0);
    let is_seed = |seed: &&str| {
        (1..=LONGEST_SEED).contains(&seed.len()) && seed.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let seed = Some(answers.written(SEED)).filter(is_seed).map_or(random, str::to_owned);
    let (name, look) = called(answers, form, says);
    let manner = Manner {
        seed: &seed,
        round,
        now,
        name: &name,
        look: &look,
        place: &tidy(answers.written(VISIT_PLACE)),
        alarm: answers.written(ALARM).parse().ok(),
    };
    let file = course.file(&manner, calendar);
    let kept = vec![(SEED.to_owned(), seed.clone()), (ROUND.to_owned(), (round + 1).to_string())];
    for (name, text) in &kept {
        answers.set(name, text);
    }
    let many = |one: &str, several: &str, n: usize| match n {
        1 => one.to_owned(),
        n => fill(several, &[("n", &n.to_string())]),
    };
    let visits = many(says.made_visit(), says.made_visits(), course.visits());
    let reviews = many(says.made_review(), says.made_reviews(), course.reviews());
    let made = fill(says.made(), &[("visits", &visits), ("reviews", &reviews)]);
    let told = course.notes.iter().map(|it| note(it, says)).chain([made]).collect();
    (told, vec![Effect::Keep(kept), Effect::Calendar(file)])
}

/// What a visit is called, and what a reminder to look back.
fn called(answers: &Answers, form: &Form, says: &Says) -> (String, String) {
    let own = tidy(answers.written(CALLED_OWN));
    if !own.is_empty() {
        let look = fill(says.own_review(), &[("name", &own)]);
        return (own, look);
    }
    let chosen = form.names.iter().find(|[value, ..]| **value == *answers.get(CALLED));
    let chosen = chosen.or(form.names.first());
    chosen.map_or_else(Default::default, |[_, name, look]| (name.to_string(), look.to_string()))
}

fn flaw(flaw: &Flaw, says: &Says) -> String {
    let n = |n: &usize| n.to_string();
    match flaw {
        Flaw::None => says.dates_none().to_owned(),
        Flaw::Half(visit) => fill(says.date_half(), &[("n", &n(visit))]),
        Flaw::Wrong(visit, value) => fill(says.date_wrong(), &[("n", &n(visit)), ("value", value)]),
        Flaw::Gap(visit, time, other) => {
            fill(says.date_gap(), &[("n", &n(visit)), ("time", time), ("other", other)])
        }
        Flaw::Same(visit, other) => fill(says.date_same(), &[("n", &n(visit)), ("other", &n(other))]),
    }
}

fn note(note: &Note, says: &Says) -> String {
    match note {
        Note::Twice(n, time) => fill(says.date_twice(), &[("n", &n.to_string()), ("time", time)]),
        Note::Past(n) => fill(says.date_past(), &[("n", &n.to_string())]),
    }
}
