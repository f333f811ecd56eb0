//! Typing in the search box with real keys: from each key to the frame that shows what it changed.

use std::time::Duration;

use browser::{Key, Page, With};
use serde_json::json;

use crate::bench::{Bench, Profile, Site, questions, slow_down, what};
use crate::reading::quiet;
use crate::rows::Spread;

const PROBE: &str = include_str!("../assets/keys.js");
const ROUTE: &str = "/faq/";
const WORD: &str = "sacrum";

/// How long a page of ten thousand entries may take until it is awake.
const AWAKE: Duration = Duration::from_secs(180);
const IS_AWAKE: &str = "return location.pathname === '/faq/' && document.readyState === 'complete'
    && __bench.app() !== 'waiting'";

/// The site as it is, then the sites with more questions.
pub fn measure(bench: &Bench) {
    take(bench, bench.runs);
}

/// The same with a number of runs of its own.
pub fn take(bench: &Bench, runs: usize) {
    for run in 0..runs {
        println!("keys, run {} of {runs} …", run + 1);
        for profile in Profile::BOTH {
            bench.in_turns(run, &bench.sites, |site| sample(bench, site, questions(), profile, run));
            for (number, sites) in &bench.scaled {
                bench.in_turns(run, sites, |site| sample(bench, site, *number, profile, run));
            }
        }
    }
}

fn sample(bench: &Bench, site: &Site, number: u32, profile: Profile, run: usize) {
    bench.attempt(&format!("keys at {number} {}, {}", profile.name(), site.name), || {
        // Keys ask nothing of the line, and ten thousand entries would need minutes to come over a slow one.
        let with = With { no_wait: true, ..With::default() };
        let page = bench.visit_as(with, Profile::Plain, &[PROBE]);
        page.open(&site.host, ROUTE);
        page.until_within(AWAKE, "the page to be awake", IS_AWAKE);
        quiet(&page);
        page.css("#search").click();
        page.eval("__bench.watchList()", &[]);
        let all = page.get::<usize>("return __bench.entries()");
        if profile == Profile::Slow {
            slow_down(&page);
        }
        let letters: Vec<String> = WORD.chars().map(String::from).collect();
        let mut took = Vec::new();
        for letter in &letters {
            page.press(letter);
            took.push(settled(&page, took.len() + 1));
        }
        let typed: String = page.get("return document.getElementById('search').value");
        assert_eq!(typed, WORD, "letters are missing");
        let found = page.get::<usize>("return __bench.entries()");
        assert!(found < all, "{found} of {all} entries: the list does not answer");
        for _ in &letters {
            page.press_key(Key::Backspace);
            took.push(settled(&page, took.len() + 1));
        }
        let spread = Spread::of(took).expect("keys");
        let note = |measure: &str, value| {
            bench.note(&what(format!("{measure} at {number}"), ROUTE, profile, "ms"), &site.name, run, value);
        };
        note("key median", spread.median);
        note("key worst", spread.max);
    });
}

/// What the last of `count` keys took, in ms.
fn settled(page: &Page, count: usize) -> f64 {
    let took = page.eval_async("__bench.settled(arguments[0]).then(arguments[1])", &[json!(count)]);
    took.as_f64().expect("a time")
}
