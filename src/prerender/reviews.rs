//! Claims that somebody has to look at again: a warning a month ahead, and no release once one is overdue.

use crate::content::known::Claim;
use crate::core::claim::Day;

/// How many claims are named; the rest are counted.
const NAMED: usize = 5;

/// What to warn of on this day: claims that are overdue, and those that will be within a month.
///
/// Only a release is refused, so that the site can be worked on, and mended, on any day.
///
/// # Errors
/// When a release is to be built although claims are overdue.
pub fn due(claims: &[Claim], today: Day, release: bool) -> Result<Vec<String>, String> {
    let Day(year, month, day) = today;
    // Days are only compared here, so a 31 February does no harm.
    let in_a_month = if month == 12 { Day(year + 1, 1, day) } else { Day(year, month + 1, day) };
    let overdue = listed(claims, |again| again < today);
    let soon = listed(claims, |again| (today..in_a_month).contains(&again));
    match overdue {
        Some(list) if release => Err(format!(
            "no release can be built: claims should have been looked at again: {list}. \
             Look at them, then change `reviewed` and `again` in the files under claims/."
        )),
        overdue => {
            let overdue = overdue.map(|list| format!("claims should have been looked at again: {list}"));
            let soon = soon.map(|list| format!("claims are to be looked at again within a month: {list}"));
            Ok(overdue.into_iter().chain(soon).collect())
        }
    }
}

/// The claims whose day fits, earliest first: the first few by name, the others by number.
fn listed(claims: &[Claim], fits: impl Fn(Day) -> bool) -> Option<String> {
    let mut claims: Vec<&Claim> = claims.iter().filter(|claim| fits(claim.again)).collect();
    claims.sort_by_key(|claim| claim.again);
    let name = |claim: &&Claim| {
        let Day(year, month, day) = claim.again;
        format!("“{}” by {year}-{month:02}-{day:02}", claim.id)
    };
    let mut names: Vec<String> = claims.iter().take(NAMED).map(name).collect();
    if claims.len() > NAMED {
        names.push(format!("and {} more", claims.len() - NAMED));
    }
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::claim::Grade;

    fn claim(id: &str, again: Day) -> Claim {
        Claim {
            id: id.into(),
            read: None,
            says: "".into(),
            why: "".into(),
            grade: Grade::Limited,
            sources: vec![0],
            topics: Vec::new(),
            reviewed: Day(2026, 1, 1),
            again,
            words: Vec::new(),
        }
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
        const SOON: &[&str] = &["claims are to be looked at again within a month: “sleep” by 2028-03-20"];
        const LATE: &[&str] = &["claims should have been looked at again: “sleep” by 2028-03-20"];
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
        let claims: Vec<Claim> = (1..=9).rev().map(|n| claim(&format!("claim-{n}"), day(n))).collect();
        let told = due(&claims, day(28), false).expect("a build").concat();
        assert!(told.ends_with("“claim-5” by 2028-01-05, and 4 more"), "{told}");
        assert!(told.contains("“claim-1” by"), "{told}");
    }
}
