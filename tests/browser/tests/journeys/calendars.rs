//! The calendar file as two programs read it that know nothing of ours.

use std::fs;

use browser::{Page, site};
use ical::IcalParser;
use ical::parser::ical::component::IcalEvent;
use serde::Deserialize;
use serde_json::json;

/// One event as a reader has it; `start` and `end` as they are written.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Event {
    pub uid: String,
    pub sequence: u32,
    pub name: String,
    pub place: String,
    pub start: String,
    pub end: String,
    pub whole_days: bool,
    pub alarms: Vec<String>,
}

/// A text without the signs that guard others; the crate leaves them in.
fn plain(text: &str) -> String {
    let mut letters = text.chars();
    let next = || match letters.next()? {
        '\\' => letters.next().map(|it| if it == 'n' { '\n' } else { it }),
        letter => Some(letter),
    };
    std::iter::from_fn(next).collect()
}

/// The events by the crate `ical`. It drops a blank where a line was folded, so it is given whole lines; the
/// other reader unfolds them by itself.
pub fn by_ical(file: &str) -> Vec<Event> {
    let file = file.replace("\r\n ", "");
    let mut calendars = IcalParser::new(file.as_bytes());
    let calendar = calendars.next().expect("a calendar").expect("one that can be read");
    assert!(calendars.next().is_none(), "{file}");
    let event = |event: &IcalEvent| {
        let of = |name: &str| event.properties.iter().find(|it| it.name == name);
        let text = |name: &str| plain(&of(name).and_then(|it| it.value.clone()).unwrap_or_default());
        let params = of("DTSTART").and_then(|it| it.params.clone()).unwrap_or_default();
        let alarms = event.alarms.iter().flat_map(|it| &it.properties).filter(|it| it.name == "TRIGGER");
        Event {
            uid: text("UID"),
            sequence: text("SEQUENCE").parse().expect("a number"),
            name: text("SUMMARY"),
            place: text("LOCATION"),
            start: text("DTSTART"),
            end: text("DTEND"),
            whole_days: params.iter().any(|(name, values)| name == "VALUE" && values == &["DATE"]),
            alarms: alarms.filter_map(|it| it.value.clone()).collect(),
        }
    };
    calendar.events.iter().map(event).collect()
}

/// The events by the library `ical.js`.
pub fn by_ical_js(page: &Page, file: &str) -> Vec<Event> {
    let source = site::tests().join("node_modules/ical.js/dist/ical.es5.cjs");
    let source = fs::read_to_string(&source)
        .unwrap_or_else(|why| panic!("{}: {why}; `npm ci` in tests/ installs it", source.display()));
    let script = format!(
        "const module = {{ exports: {{}} }};
        ((module, exports) => {{ {source} }})(module, module.exports);
        const ICAL = module.exports;
        const all = new ICAL.Component(ICAL.parse(arguments[0]));
        return all.getAllSubcomponents('vevent').map((it) => {{
          const event = new ICAL.Event(it);
          return [event.uid, event.sequence, event.summary, event.location ?? '', event.startDate.toICALString(),
            event.endDate.toICALString(), event.startDate.isDate,
            it.getAllSubcomponents('valarm').map((it) => it.getFirstPropertyValue('trigger').toString())];
        }})"
    );
    let seen = page.eval(&script, &[json!(file)]);
    // Each row has the fields of an event in their order.
    serde_json::from_value(seen).expect("events")
}

/// How long a visit takes; none of ours is over midnight twice.
pub fn minutes(event: &Event) -> u32 {
    let of = |text: &str| -> u32 {
        let [hours, minutes] = [&text[9..11], &text[11..13]].map(|it| it.parse::<u32>().expect("a time"));
        hours * 60 + minutes
    };
    (of(&event.end) + 24 * 60 - of(&event.start)) % (24 * 60)
}
