//! The dates of visits, and the calendar file made of them.

use super::said::said;
use super::{DESK, Desk};
use crate::content::fill;
use crate::core::course::{Calendar, Course, Flaw, MOST, Manner, Moment, Note};
use crate::core::search::mark::escape;
use crate::core::sheet::tidy;
use crate::platform::calendar::{self, Meant};
use crate::platform::dom::{self, Field};
use crate::platform::file::File;

/// Days between two visits.
const WEEK: u32 = 7;

/// Where the UIDs of a course begin, and how often it was written.
const SEED: &str = "course-seed";
const ROUND: &str = "course-round";

/// The calendar of the place where the device is.
struct Here;

impl Calendar for Here {
    fn moment(&self, date: &str, time: &str) -> Moment {
        match calendar::moment(date, time) {
            Meant::At(at) => Moment::At(at),
            Meant::Twice(at) => Moment::Twice(at),
            Meant::Gap(other) => Moment::Gap(other),
            Meant::Nothing => Moment::Nowhere,
        }
    }

    fn stamp(&self, moment: i64) -> String {
        calendar::stamp(moment)
    }

    fn later(&self, date: &str, days: u32) -> String {
        calendar::later(date, days)
    }
}

/// The value of a field that is chosen or written.
fn value<'a>(fields: &'a [Field], name: &str) -> &'a str {
    fields.iter().find(|field| field.name == name).map_or("", |field| &field.value)
}

fn count(fields: &[Field]) -> usize {
    value(fields, "visits").parse().unwrap_or(1).clamp(1, MOST)
}

impl Desk {
    /// Fills in the later visits, a week apart.
    pub(super) fn weekly(&self) {
        let fields = dom::fields(DESK);
        let (date, time) = (value(&fields, "visit-1-date"), value(&fields, "visit-1-time"));
        if date.is_empty() || time.is_empty() {
            return dom::set_text("dates-told", &said("weekly_none"));
        }
        let mut new = Vec::new();
        for n in 2..=count(&fields) {
            new.push((format!("visit-{n}-date"), Here.later(date, WEEK * (n as u32 - 1))));
            new.push((format!("visit-{n}-time"), time.to_owned()));
        }
        for (name, text) in &new {
            dom::put(DESK, name, text);
        }
        dom::set_text("dates-told", "");
        self.kept.set(new, |_| {});
    }

    /// Makes the calendar file, or says what has to be put right.
    pub(super) fn calendar(&self) {
        let fields = dom::fields(DESK);
        let rows: Vec<(String, String)> = (1..=count(&fields))
            .map(|n| {
                let of = |what: &str| value(&fields, &format!("visit-{n}-{what}")).to_owned();
                (of("date"), of("time"))
            })
            .collect();
        let minutes = value(&fields, "length").parse().unwrap_or(60);
        let told = match Course::of(&rows, minutes, calendar::now(), &Here) {
            Err(flaws) => flaws.iter().map(flaw).collect(),
            Ok(course) => self.write(&course, &fields),
        };
        let told: Vec<String> = told.iter().map(|line| format!("<p>{}</p>", escape(line))).collect();
        dom::set_html("dates-told", &told.concat());
    }

    /// Offers the file, and gives what there is to say.
    fn write(&self, course: &Course, fields: &[Field]) -> Vec<String> {
        let (mut seed, round) = (self.kept.get(SEED), self.kept.get(ROUND).parse().unwrap_or(0_u32));
        if seed.is_empty() {
            seed = calendar::seed();
        }
        let chosen = fields.iter().find(|field| field.name == "called");
        let own = tidy(value(fields, "called-own"));
        let (name, look) = match (own.as_str(), chosen) {
            ("", Some(field)) => (field.says.clone(), field.lead.clone()),
            (own, _) => (own.to_owned(), fill(&said("own_review"), &[("name", own)])),
        };
        let manner = Manner {
            seed: &seed,
            round,
            now: calendar::now(),
            name: &name,
            look: &look,
            place: &tidy(value(fields, "visit-place")),
            alarm: value(fields, "alarm").parse().ok(),
        };
        let text = course.file(&manner, &Here);
        let next = (round + 1).to_string();
        self.kept.set(vec![(SEED.into(), seed.clone()), (ROUND.into(), next)], |_| {});
        if let Some(file) = File::new("text/calendar", |take| take(text.as_bytes())) {
            file.save("visits.ics");
        }
        let many = |one: &str, several: &str, n: usize| match n {
            1 => said(one),
            n => fill(&said(several), &[("n", &n.to_string())]),
        };
        let visits = many("made_visit", "made_visits", course.visits());
        let reviews = many("made_review", "made_reviews", course.reviews());
        let made = fill(&said("made"), &[("visits", &visits), ("reviews", &reviews)]);
        course.notes.iter().map(note).chain([made]).collect()
    }
}

fn flaw(flaw: &Flaw) -> String {
    let n = |n: &usize| n.to_string();
    match flaw {
        Flaw::None => said("dates_none"),
        Flaw::Half(visit) => fill(&said("date_half"), &[("n", &n(visit))]),
        Flaw::Wrong(visit, value) => fill(&said("date_wrong"), &[("n", &n(visit)), ("value", value)]),
        Flaw::Gap(visit, time, other) => {
            fill(&said("date_gap"), &[("n", &n(visit)), ("time", time), ("other", other)])
        }
        Flaw::Same(visit, other) => fill(&said("date_same"), &[("n", &n(visit)), ("other", &n(other))]),
    }
}

fn note(note: &Note) -> String {
    match note {
        Note::Twice(n, time) => fill(&said("date_twice"), &[("n", &n.to_string()), ("time", time)]),
        Note::Past(n) => fill(&said("date_past"), &[("n", &n.to_string())]),
    }
}
