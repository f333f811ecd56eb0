//! Claims and telephone numbers that somebody has to look at again: a warning a month ahead, and no release once one is overdue.

use crate::content::book::Book;
use crate::core::Text;
use crate::core::claim::Day;

/// How many claims are named; the rest are counted.
const NAMED: usize = 5;

/// Something that somebody has to look at again.
pub struct Review {
    /// What it is called.
    pub name: Text,
    /// The day by which that is to be done.
    pub again: Day,
}

/// Everything of a book that is looked at again: its claims, and the telephone numbers once a year.
pub fn of(book: &Book) -> Vec<Review> {
    let claims = book.claims.iter().map(|claim| Review { name: claim.id.clone(), again: claim.again });
    let numbers = book.numbers_checked().map(|Day(year, month, day)| Review {
        name: "telephone numbers".into(),
        again: Day(year + 1, month, day),
    });
    claims.chain(numbers).collect()
}

/// What to warn of on this day: reviews that are overdue, and those that will be within a month.
///
/// Only a release is refused, so that the site can be worked on, and mended, on any day.
///
/// # Errors
/// When a release is to be built although some are overdue.
pub fn due(reviews: &[Review], today: Day, release: bool) -> Result<Vec<String>, String> {
    let Day(year, month, day) = today;
    // Days are only compared here, so a 31 February does no harm.
    let in_a_month = if month == 12 { Day(year + 1, 1, day) } else { Day(year, month + 1, day) };
    let overdue = listed(reviews, |again| again < today);
    let soon = listed(reviews, |again| (today..in_a_month).contains(&again));
    match overdue {
        Some(list) if release => Err(format!(
            "no release can be built: these should have been looked at again: {list}. \
             Look at them, then change `reviewed` and `again` in the files under claims/, or `checked` in safety.toml."
        )),
        overdue => {
            let overdue = overdue.map(|list| format!("these should have been looked at again: {list}"));
            let soon = soon.map(|list| format!("these are to be looked at again within a month: {list}"));
            Ok(overdue.into_iter().chain(soon).collect())
        }
    }
}

/// The claims whose day fits, earliest first: the first few by name, the others by number.
fn listed(reviews: &[Review], fits: impl Fn(Day) -> bool) -> Option<String> {
    let mut reviews: Vec<&Review> = reviews.iter().filter(|review| fits(review.again)).collect();
    reviews.sort_by_key(|review| review.again);
    let name = |review: &&Review| {
        let Day(year, month, day) = review.again;
        format!("“{}” by {year}-{month:02}-{day:02}", review.name)
    };
    let mut names: Vec<String> = reviews.iter().take(NAMED).map(name).collect();
    if reviews.len() > NAMED {
        names.push(format!("and {} more", reviews.len() - NAMED));
    }
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(id: &str, again: Day) -> Review {
        Review { name: id.into(), again }
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
