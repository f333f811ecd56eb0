//! What says when somebody looked at it: a warning a month before that is to be done again, and no release once it is overdue.

use crate::content::book::Book;
use crate::core::Text;
use crate::core::claim::Day;

/// How many claims are named; the rest are counted.
const NAMED: usize = 5;

/// Something that somebody has looked at.
pub struct Review {
    /// What it is called.
    pub name: Text,
    /// The day on which that was done.
    pub done: Day,
    /// The day by which it is to be done again, where one is set.
    pub again: Option<Day>,
}

/// Everything of a book that says when it was looked at. Claims have a day by which that is done again, and telephone
/// numbers are due once a year.
pub fn of(book: &Book) -> Vec<Review> {
    let review = |name: &str, done: Day, again: Option<Day>| Review { name: name.into(), done, again };
    let claims = book.claims.iter().map(|claim| review(&claim.id, claim.reviewed, Some(claim.again)));
    let numbers = book.safety.sections.iter().filter_map(|section| {
        let done = section.checked?;
        let Day(year, month, day) = done;
        let name = format!("telephone numbers of {}", section.id);
        Some(review(&name, done, Some(Day(year + 1, month, day))))
    });
    let people = &book.practitioners;
    let registers = people.registers.iter().map(|register| review(&register.id, register.checked, None));
    let countries = people.countries.iter().map(|country| review(&country.name, country.checked, None));
    let studies = book.evidence.studies.iter().map(|study| review(&study.title, study.checked, None));
    claims.chain(numbers).chain(registers).chain(countries).chain(studies).collect()
}

/// What to warn of on this day: reviews that are overdue, and those that will be within a month.
///
/// Only a release is refused, so that the site can be worked on, and mended, on any day.
///
/// # Errors
/// When a release is to be built although some are overdue, or say that they were done on a day still to come.
pub fn due(reviews: &[Review], today: Day, release: bool) -> Result<Vec<String>, String> {
    let Day(year, month, day) = today;
    // Days are only compared here, so a 31 February does no harm.
    let in_a_month = if month == 12 { Day(year + 1, 1, day) } else { Day(year, month + 1, day) };
    let again = |review: &Review, fits: &dyn Fn(Day) -> bool| review.again.filter(|day| fits(*day));
    let early = listed(reviews, "on", |review| Some(review.done).filter(|done| *done > today))
        .map(|list| format!("these say that they were looked at on a day still to come: {list}"));
    let overdue = listed(reviews, "by", |review| again(review, &|day| day < today))
        .map(|list| format!("these should have been looked at again: {list}"));
    let soon = listed(reviews, "by", |review| again(review, &|day| (today..in_a_month).contains(&day)))
        .map(|list| format!("these are to be looked at again within a month: {list}"));
    let wrong: Vec<String> = early.into_iter().chain(overdue).collect();
    if release && !wrong.is_empty() {
        return Err(format!(
            "no release can be built: {}. Look at them, then change `reviewed` and `again` in the files under claims/, \
             or `checked` in safety.toml, practitioners.toml and studies.toml.",
            wrong.join("; ")
        ));
    }
    Ok(wrong.into_iter().chain(soon).collect())
}

/// The reviews that have a day, earliest first: the first few by name, the others by number.
fn listed(reviews: &[Review], on: &str, day: impl Fn(&Review) -> Option<Day>) -> Option<String> {
    let mut days: Vec<(Day, &Text)> =
        reviews.iter().filter_map(|review| Some((day(review)?, &review.name))).collect();
    days.sort_by_key(|(day, _)| *day);
    let mut names: Vec<String> =
        days.iter().take(NAMED).map(|(day, name)| format!("“{name}” {on} {day}")).collect();
    if days.len() > NAMED {
        names.push(format!("and {} more", days.len() - NAMED));
    }
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(id: &str, again: Day) -> Review {
        Review { name: id.into(), done: Day(2027, 1, 1), again: Some(again) }
    }

    /// One claim, due on 20 March 2028: what is said on this day, by a build and by a release.
    fn check(today: Day, build: &[&str], release: Result<&[&str], &str>) {
        let claims = [claim("sleep", Day(2028, 3, 20))];
        let begin = |told: &Vec<String>, begins: &[&str]| {
            told.len() == begins.len() && told.iter().zip(begins).all(|(it, begin)| it.starts_with(begin))
        };
        let told = due(&claims, today, false).expect("a build is never refused");
        assert!(begin(&told, build), "{today:?}: {told:?}");
        match (due(&claims, today, true), release) {
            (Ok(told), Ok(begins)) => assert!(begin(&told, begins), "{today:?}: {told:?}"),
            (Err(why), Err(part)) => assert!(why.contains(part), "{why}"),
            other => panic!("{today:?}: {other:?}"),
        }
    }

    #[test]
    fn a_month_ahead_is_a_warning_and_only_an_overdue_release_is_refused() {
        const SOON: &[&str] = &["these are to be looked at again within a month: “sleep” by 2028-03-20"];
        const LATE: &[&str] = &["these should have been looked at again: “sleep” by 2028-03-20"];
        check(Day(2028, 2, 20), &[], Ok(&[]));
        check(Day(2028, 2, 21), SOON, Ok(SOON));
        check(Day(2028, 3, 20), SOON, Ok(SOON));
        check(Day(2028, 3, 21), LATE, Err("“sleep” by 2028-03-20"));
        check(Day(2030, 1, 1), LATE, Err("no release can be built"));
    }

    #[test]
    fn nothing_was_looked_at_on_a_day_still_to_come() {
        let studies = [Review { name: "rest".into(), done: Day(2028, 3, 21), again: None }];
        let today = Day(2028, 3, 20);
        let told = due(&studies, today, false).expect("a build is never refused");
        assert_eq!(told, ["these say that they were looked at on a day still to come: “rest” on 2028-03-21"]);
        assert!(due(&studies, today, true).is_err());
        assert_eq!(due(&studies, Day(2028, 3, 21), true), Ok(Vec::new()));
    }

    #[test]
    fn the_year_ends() {
        let claims = [claim("sleep", Day(2029, 1, 5))];
        assert_eq!(due(&claims, Day(2028, 12, 4), false).expect("a build").len(), 0);
        assert_eq!(due(&claims, Day(2028, 12, 6), false).expect("a build").len(), 1);
    }

    #[test]
    fn of_many_the_earliest_are_named() {
        let day = |n: u8| Day(2028, 1, n);
        let claims: Vec<Review> = (1..=9).rev().map(|n| claim(&format!("claim-{n}"), day(n))).collect();
        let told = due(&claims, day(28), false).expect("a build").concat();
        assert!(told.ends_with("“claim-5” by 2028-01-05, and 4 more"), "{told}");
        assert!(told.contains("“claim-1” by"), "{told}");
    }
}
