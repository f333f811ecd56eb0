//! The browser's own calendar: `Date`, in the time zone of the device.

use super::object::{call, get};
use crate::platform::calendar::{Meant, Zone};
use js_sys::Date;

/// Numbers between separators, if there are just so many and each is written in digits.
fn numbers<const N: usize>(text: &str, between: char) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    let mut pieces = text.split(between);
    for number in &mut numbers {
        *number = pieces.next()?.parse().ok()?;
    }
    pieces.next().is_none().then_some(numbers)
}

/// Whether the clocks show this day, hour and minute at a moment.
fn shows(at: &Date, [year, month, day]: [u32; 3], [hour, minute]: [u32; 2]) -> bool {
    [at.get_full_year(), at.get_month() + 1, at.get_date(), at.get_hours(), at.get_minutes()]
        == [year, month, day, hour, minute]
}

fn date_of(date: &str) -> Option<[u32; 3]> {
    let [year, month, day] = numbers(date, '-')?;
    let noon = Date::new_with_year_month_day_hr_min(year, month as i32 - 1, day as i32, 12, 0);
    // Visits of the last of these years may end in the one after it, and a calendar file has four digits for a year.
    let real = (1900..=9998).contains(&year) && shows(&noon, [year, month, day], [12, 0]);
    real.then_some([year, month, day])
}

/// The moment of a date and a time here.
pub fn moment(date: &str, time: &str) -> Meant {
    // Some browsers write seconds too.
    let time = time.strip_suffix(":00").filter(|it| it.contains(':')).unwrap_or(time);
    let (Some(date), Some(time)) = (date_of(date), numbers(time, ':')) else { return Meant::Nothing };
    let ([year, month, day], [hour, minute]) = (date, time);
    if hour > 23 || minute > 59 {
        return Meant::Nothing;
    }
    let [month, day, hour, minute] = [month as i32 - 1, day as i32, hour as i32, minute as i32];
    let at = Date::new_with_year_month_day_hr_min(year, month, day, hour, minute);
    if !shows(&at, date, time) {
        return Meant::Gap(format!("{:02}:{:02}", at.get_hours(), at.get_minutes()));
    }
    // Clocks are set back by half an hour, an hour or two. `Date` takes the first of two moments, as the
    // standard says; an older browser may take the second.
    let again = |minutes: f64| {
        let other = Date::new(&(at.get_time() + minutes * 60_000.0).into());
        shows(&other, date, time).then(|| other.get_time())
    };
    let found = [-120.0, -60.0, -30.0, 30.0, 60.0, 120.0].into_iter().find_map(again);
    match found {
        Some(other) => Meant::Twice(other.min(at.get_time()) as i64),
        None => Meant::At(at.get_time() as i64),
    }
}

/// A moment in UTC.
pub fn stamp(moment: i64) -> String {
    let text = String::from(Date::new(&(moment as f64).into()).to_iso_string());
    let digits: String =
        text.split('.').next().unwrap_or_default().chars().filter(|c| !"-:".contains(*c)).collect();
    digits + "Z"
}

/// The date this many days later.
pub fn later(date: &str, days: u32) -> String {
    let Some([year, month, day]) = date_of(date) else { return date.to_owned() };
    let at = Date::new_with_year_month_day_hr_min(year, month as i32 - 1, (day + days) as i32, 12, 0);
    format!("{:04}-{:02}-{:02}", at.get_full_year(), at.get_month() + 1, at.get_date())
}

/// The time zone of the device.
pub fn zone() -> Zone {
    let name = || {
        let format = call(&get(&js_sys::global(), "Intl")?, "DateTimeFormat", &[])?;
        get(&call(&format, "resolvedOptions", &[])?, "timeZone")?.as_string()
    };
    let offset =
        |month| Date::new_with_year_month_day(Date::new_0().get_full_year(), month, 1).get_timezone_offset();
    Zone { name: name().unwrap_or_default(), is_utc: offset(0) == 0.0 && offset(6) == 0.0 }
}

/// Letters and digits that nobody else has: 64 random bits.
pub fn seed() -> String {
    let half = || format!("{:08x}", (js_sys::Math::random() * f64::from(u32::MAX)) as u32);
    half() + &half()
}

/// The present moment.
pub fn now() -> i64 {
    Date::now() as i64
}
