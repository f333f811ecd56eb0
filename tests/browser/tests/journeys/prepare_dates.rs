//! Preparing: the calendar file, made where somebody is and read by two programs that know nothing of ours.

use browser::scripts::Script;
use browser::words::{fill, on_prepare, prepare, says};
use browser::{Host, Own, Page, Stage, becomes, journeys};
use serde_json::json;

use crate::calendars::{Event, by_ical, by_ical_js, minutes};
use crate::preparing::*;

journeys!(only Chromium, Firefox: a_course_keeps_its_hour_where_clocks_change, dates_that_cannot_be);
journeys!(only Chromium, Firefox: the_time_zone_is_named);
journeys!(saved_again_it_changes_the_same_entries, called_and_reminded_as_somebody_likes);

/// A day on which no date of these journeys has passed.
const JANUARY: Script = Script { name: "january", text: "Date.now = () => Date.UTC(2027, 0, 15, 12);" };

/// Saves the calendar file, and what both readers read in it.
#[track_caller]
fn save(page: &Page) -> (String, Vec<Event>) {
    let before = count(page, "__saved");
    page.button(&on_prepare().make).click();
    becomes("the files saved", &(before + 1), || count(page, "__saved"));
    let (file, name, kind) = saved(page);
    assert_eq!((name.as_str(), kind.as_str()), ("visits.ics", "text/calendar"));
    // Whoever got nothing has a link.
    page.css("#dates-told + p a[download='visits.ics'][href^='blob:']").wait();
    let events = by_ical(&file);
    assert_eq!(events, by_ical_js(page, &file), "{file}");
    (file, events)
}

/// What is said about the dates.
fn said(page: &Page) -> Vec<String> {
    page.css("#dates-told p").texts()
}

/// Sets date and time of a visit, as a browser's own field does.
fn set(page: &Page, n: usize, date: &str, time: &str) {
    let script = "for (const [what, value] of [['date', arguments[1]], ['time', arguments[2]]]) {
          const field = document.querySelector(`[name=visit-${arguments[0]}-${what}]`);
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }";
    page.eval(script, &[json!(n), json!(date), json!(time)]);
}

fn begins(events: &[Event]) -> Vec<&str> {
    events.iter().map(|it| it.start.as_str()).collect()
}

/// What is said of so many visits and reminders in the file.
fn made(visits: usize, reviews: usize) -> String {
    let says = says();
    let count = |one: &str, many: &str, n: usize| match n {
        1 => one.to_owned(),
        _ => fill(many, &[("n", &n.to_string())]),
    };
    let visits = count(&says.made_visit, &says.made_visits, visits);
    let reviews = count(&says.made_review, &says.made_reviews, reviews);
    fill(&says.made, &[("visits", &visits), ("reviews", &reviews)])
}

/// What is said about a visit.
fn about(text: &str, n: usize, more: &[(&str, &str)]) -> String {
    let n = n.to_string();
    fill(text, &[&[("n", &*n)], more].concat())
}

/// Browsers that hide where somebody is give UTC, and visits would be at another hour.
fn the_time_zone_is_named(stage: &Stage) {
    let host = host(stage, &[]);
    let says = says();
    for (zone, words) in [("Europe/Berlin", &says.zone), ("UTC", &says.zone_utc)] {
        let page = standing(stage, &host, zone);
        told(&page, "dates-zone", &fill(words, &[("zone", zone)]));
        page.is_clean();
    }
}

/// A browser that stands in this time zone, on the page.
fn standing(stage: &Stage, host: &Host, zone: &str) -> Page {
    let page = stage.page_of(Own { zone: Some(zone), ..Own::default() });
    open(&page, host);
    assert_eq!(page.get::<String>("return Intl.DateTimeFormat().resolvedOptions().timeZone"), zone);
    page
}

fn a_course_keeps_its_hour_where_clocks_change(stage: &Stage) {
    let host = host(stage, &[JANUARY]);
    let places = [
        // Forward by an hour on 28 March.
        ("Europe/Berlin", "2027-03-17", ["0317T090000Z", "0324T090000Z", "0331T080000Z", "0407T080000Z"]),
        // Forward by an hour on 14 March.
        ("America/New_York", "2027-03-03", ["0303T150000Z", "0310T150000Z", "0317T140000Z", "0324T140000Z"]),
        // Back by half an hour on 4 April.
        (
            "Australia/Lord_Howe",
            "2027-03-24",
            ["0323T230000Z", "0330T230000Z", "0406T233000Z", "0413T233000Z"],
        ),
    ];
    let looks = [["0401", "0408"], ["0318", "0325"], ["0408", "0415"]];
    for ((zone, first, wanted), looks) in places.into_iter().zip(looks) {
        let page = standing(stage, &host, zone);
        pick(&page, "visits", "4");
        page.button(&on_prepare().weekly).click();
        told(&page, "dates-told", &says().weekly_none);
        set(&page, 1, first, "10:00");
        page.button(&on_prepare().weekly).click();
        told(&page, "dates-told", "");
        let day = &first[8..].parse::<u32>().expect("a day");
        for n in 2..=4 {
            assert_eq!(value(&page, &format!("visit-{n}-time")), "10:00");
            let days = day + 7 * (n - 1);
            let date =
                if days > 31 { format!("2027-04-{:02}", days - 31) } else { format!("2027-03-{days:02}") };
            assert_eq!(value(&page, &format!("visit-{n}-date")), date, "{zone}");
        }
        let (file, events) = save(&page);
        let year = |short: &str| format!("2027{short}");
        let all: Vec<String> = wanted.iter().chain(&looks).map(|short| year(short)).collect();
        assert_eq!(begins(&events), all, "{zone}: {file}");
        for (n, event) in events.iter().enumerate() {
            assert_eq!(event.whole_days, n >= 4, "{zone}: {event:?}");
            assert_eq!(event.alarms, [""; 0]);
        }
        // An hour each, and a day each.
        assert!(events[..4].iter().all(|it| minutes(it) == 60), "{events:?}");
        assert_eq!(events[4].end.parse::<u32>().ok(), events[4].start.parse::<u32>().ok().map(|day| day + 1));
        assert_eq!(said(&page), [made(4, 2)]);
        // What others may see in a shared calendar says nothing about health.
        let small = file.to_lowercase();
        for word in ["cranio", "sacral", "session", "therap", "health"] {
            assert!(!small.contains(word), "{word} in {file}");
        }
        kept(&page);
        page.is_clean();
    }
}

fn dates_that_cannot_be(stage: &Stage) {
    let host = host(stage, &[JANUARY]);
    let page = standing(stage, &host, "Europe/Berlin");
    let refused = |wanted: &[String]| {
        let before = count(&page, "__saved");
        page.button(&on_prepare().make).click();
        becomes("what is said", wanted, || said(&page));
        assert_eq!(count(&page, "__saved"), before, "a file all the same");
    };
    let says = says();
    refused(&[says.dates_none.to_string()]);
    set(&page, 1, "2027-05-05", "");
    refused(&[about(&says.date_half, 1, &[])]);
    set(&page, 1, "", "10:00");
    refused(&[about(&says.date_half, 1, &[])]);
    set(&page, 1, "2027-03-28", "02:30");
    refused(&[about(&says.date_gap, 1, &[("time", "02:30"), ("other", "03:30")])]);

    set(&page, 1, "2027-10-31", "02:30");
    let (_, events) = save(&page);
    assert_eq!(said(&page), [about(&says.date_twice, 1, &[("time", "02:30")]), made(1, 1)]);
    assert_eq!(begins(&events), ["20271031T003000Z", "20271101"]);
    set(&page, 1, "2020-02-29", "10:00");
    let (_, events) = save(&page);
    assert_eq!(said(&page), [about(&says.date_past, 1, &[]), made(1, 1)]);
    assert_eq!(begins(&events), ["20200229T090000Z", "20200301"]);

    pick(&page, "visits", "3");
    set(&page, 1, "2027-05-05", "10:00");
    set(&page, 3, "2027-05-05", "10:59");
    let overlap = about(&says.date_same, 1, &[("other", "3")]);
    refused(std::slice::from_ref(&overlap));
    set(&page, 2, "2027-03-28", "02:15");
    refused(&[about(&says.date_gap, 2, &[("time", "02:15"), ("other", "03:15")]), overlap]);
    // Just after one another, and a row left out.
    set(&page, 2, "", "");
    set(&page, 3, "2027-05-05", "11:00");
    let (_, events) = save(&page);
    assert_eq!(begins(&events), ["20270505T080000Z", "20270505T090000Z", "20270506"]);
    assert_eq!(said(&page), [made(2, 1)]);

    // A browser that has no field for dates of its own.
    pick(&page, "visits", "1");
    page.eval("for (const it of document.querySelectorAll('[name^=visit-1-]')) it.type = 'text'", &[]);
    for (date, time) in
        [("28.3.2027", "10:00"), ("2027-02-30", "10:00"), ("2027-05-05", "25:00"), ("<b>", "&")]
    {
        set(&page, 1, date, time);
        refused(&[about(&says.date_wrong, 1, &[("value", &format!("{date} {time}"))])]);
    }
    assert_eq!(page.any("#dates-told b").count(), 0);
    page.is_clean();
}

fn saved_again_it_changes_the_same_entries(stage: &Stage) {
    let host = host(stage, &[JANUARY]);
    let page = stage.page();
    open(&page, &host);
    pick(&page, "visits", "2");
    set(&page, 1, "2027-05-05", "10:00");
    set(&page, 2, "2027-05-12", "10:00");
    let uids = |events: &[Event]| events.iter().map(|it| it.uid.clone()).collect::<Vec<_>>();
    let (_, first) = save(&page);
    assert_eq!(first.len(), 3);
    let mut different = uids(&first);
    different.sort();
    different.dedup();
    assert_eq!(different.len(), 3);
    set(&page, 2, "2027-05-13", "11:30");
    let (_, second) = save(&page);
    assert_eq!(uids(&second), uids(&first));
    assert_ne!(begins(&second)[1], begins(&first)[1]);
    kept(&page);
    again(&page);
    let (_, third) = save(&page);
    assert_eq!(uids(&third), uids(&first));
    for ((one, two), three) in first.iter().zip(&second).zip(&third) {
        assert!(one.sequence < two.sequence && two.sequence < three.sequence, "{one:?}, {two:?}, {three:?}");
    }
    // Another device's course is another one.
    let other = stage.page();
    open(&other, &host);
    set(&other, 1, "2027-05-05", "10:00");
    let (_, others) = save(&other);
    assert!(others.iter().all(|it| !uids(&first).contains(&it.uid)));
    other.is_clean();
}

fn called_and_reminded_as_somebody_likes(stage: &Stage) {
    let host = host(stage, &[JANUARY]);
    let page = stage.page();
    open(&page, &host);
    set(&page, 1, "2027-05-05", "10:00");
    let course = &prepare().course;
    let [_, named] = &course.names[..] else { panic!("two ways to call a visit") };
    // The last of each is not the usual one.
    let [length, alarm] = [&course.lengths, &course.alarms].map(|all| &*all[all.len() - 1][0]);
    pick(&page, "length", length);
    pick(&page, "alarm", alarm);
    let names = |page: &Page| save(page).1.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&page), course.names[0][1..].iter().map(ToString::to_string).collect::<Vec<_>>());
    pick(&page, "called", &named[0]);
    assert_eq!(names(&page), named[1..].iter().map(ToString::to_string).collect::<Vec<_>>());
    let own = format!("Tea; cake, “or” \\n שלום {}", "long ".repeat(40));
    paste(&page, "called-own", &own);
    paste(&page, "visit-place", "Lane 3, back; 2nd bell");
    let (file, events) = save(&page);
    assert_eq!(events[0].name, own.trim_end());
    assert_eq!(events[1].name, fill(&says().own_review, &[("name", own.trim_end())]));
    assert_eq!(events[0].place, "Lane 3, back; 2nd bell");
    assert_eq!([events[0].alarms.len(), events[1].alarms.len()], [1, 0]);
    let before = format!("-PT{alarm}M");
    assert!([&*before, "-P1D", "-PT24H"].contains(&&*events[0].alarms[0]), "{:?}", events[0].alarms);
    assert_eq!(minutes(&events[0]).to_string(), length);
    assert!(file.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{file}");
    kept(&page);
    page.is_clean();
}
