//! What the device keeps may be of an old release, or edited by hand: each page works with it, whatever it is. The same
//! odd things come each time.

use browser::words::labels;
use browser::{Page, Stage, becomes, journeys};
use serde_json::{Value, json};

use crate::preparing;
use crate::walking::state_is;

journeys!(only Chromium, Firefox: odd_records_are_borne, odd_addresses_are_borne);

/// Texts that no release keeps.
const ODD: [&str; 12] = [
    "",
    "0",
    "-1",
    "4294967295",
    "18446744073709551616",
    "{",
    "[[[[",
    "null",
    "<img src=x>",
    "\u{202e}\u{0}",
    "a=b&c=d",
    "x\r\nEND:VCALENDAR",
];

/// Keys that releases have kept something under.
const KEYS: [&str; 9] = [
    "stillpoint.theme",
    "stillpoint.size",
    "stillpoint.wishes",
    "stillpoint.place",
    "stillpoint.place.other",
    "stillpoint.asks",
    "stillpoint-asks",
    "stillpoint-settings",
    "stillpoint.hide-feet",
];

/// Names of records.
const NAMES: [&str; 17] = [
    "hope-own",
    "hope-rest",
    "place-throat",
    "questions",
    "sentence",
    "visits",
    "visit-1-date",
    "visit-1-time",
    "length",
    "alarm",
    "called",
    "course-seed",
    "course-round",
    "doctor",
    "asks/",
    "asks/own/Why?",
    "asks/own/",
];

/// Puts these into `localStorage`, and records of any kind into the database.
fn keep(page: &Page, nth: usize) {
    let odd = |place: usize| ODD[(place * 5 + nth) % ODD.len()];
    let local: Vec<[&str; 2]> = KEYS.iter().enumerate().map(|(place, key)| [*key, odd(place)]).collect();
    let record = |(place, name): (usize, &&str)| match (place + nth) % 5 {
        // Whoever edits by hand keeps other things than texts, too.
        0 => json!([name, place]),
        1 => json!([name, { "a": [1] }]),
        _ => json!([name, odd(place)]),
    };
    let notes: Vec<Value> = NAMES.iter().enumerate().map(record).collect();
    let script = "const [local, notes, done] = arguments;
        for (const [key, text] of local) localStorage.setItem(key, text);
        const asked = indexedDB.open('stillpoint', 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore('notes');
        asked.onsuccess = () => {
          const all = asked.result.transaction('notes', 'readwrite');
          for (const [name, text] of notes) all.objectStore('notes').put(text, name);
          all.objectStore('notes').put('a number for a name', 7);
          all.oncomplete = () => { asked.result.close(); done(true); };
        }";
    assert_eq!(page.eval_async(script, &[json!(local), json!(notes)]), true);
}

fn odd_records_are_borne(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    page.open_ready(&host, "/about/");
    for nth in 0..4 {
        keep(&page, nth);
        page.open_ready(&host, "/practitioners/");
        page.is_clean();
        preparing::open(&page, &host);
        // It goes on keeping what is written.
        page.eval("document.getElementsByName('lying-own')[0].value = ''", &[]);
        preparing::write(&page, "lying-own", &format!("On the left side, {nth}"));
        preparing::kept(&page);
        becomes("what is kept", &json!(format!("On the left side, {nth}")), || {
            preparing::any_records(&page)["lying-own"].clone()
        });
        page.eval("document.querySelector('[data-do=calendar]').click()", &[]);
        page.is_clean();
        page.open_ready(&host, "/walkthrough/");
        page.button(labels().start()).click();
        state_is(&page, "holding");
        page.is_clean();
    }
}

/// Addresses that no link of ours has.
const ADDRESSES: [&str; 12] = [
    "/faq/?q=%",
    "/faq/?q=%E0%A4%A&q=2",
    "/faq/?q=%00%E2%80%AE%F0%9D%92%B3",
    "/faq/#%",
    "/faq/#:~:text=100%",
    "/faq/?#search",
    "/walkthrough/?plan=",
    "/walkthrough/?plan=18446744073709551616",
    "/walkthrough/?plan=-1&plan=20#%FF",
    "/walkthrough/?plan=%3Cimg%20src=x%3E",
    "/prepare/?constructor=__proto__#__proto__",
    "/practitioners/#asks/own/",
];

fn odd_addresses_are_borne(stage: &Stage) {
    let host = stage.host();
    let page = stage.page();
    let long = format!("/faq/?q={}", "long%20".repeat(900));
    for address in ADDRESSES.into_iter().chain([&*long]) {
        page.open_ready(&host, address);
        page.is_clean();
    }
}
