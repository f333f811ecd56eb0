//! A page that is hidden and frozen while the sound goes on, as under a locked screen.

use std::time::Duration;

use browser::words::{Walk, labels};
use browser::{Page, Stage, journeys};
use serde_json::json;

use crate::made;
use crate::walking::{pass, secs, start_held};

journeys!(everywhere: ten_minutes_in_the_dark);

/// How late picture, caption and list may be, in real milliseconds.
const BOUND: f64 = 250.0;

/// The page sleeps; answers what is shown then (place, caption, title, time left), and after how many real
/// milliseconds, measured in the page.
fn sleep(page: &Page, by: Duration) -> ((String, String, String, String), f64) {
    let script = "const [by, done] = arguments;
        const back = __clock.real();
        const read = () => [document.querySelector('#positions > [aria-current=step]').id,
            ...['.held__caption', '.held__title', '.timer__all'].map((it) => document.querySelector(it).textContent)];
        __clock.freeze(by).then(() => done([read(), __clock.real() - back]))";
    let seen = page.eval_async(script, &[json!(by.as_millis() as u64)]);
    serde_json::from_value(seen).expect("what is shown")
}

fn ten_minutes_in_the_dark(stage: &Stage) {
    let walk = Walk::longest();
    let captions = made::captions(walk.minutes);
    let host = stage.host_with_clock();
    let page = stage.page();
    start_held(&page, &host, &walk);
    let mut now = 0;
    let all = walk.seconds();
    // From each of these moments on, the page sleeps for ten minutes.
    for from in [100, all / 4, all / 2, all * 3 / 4] {
        pass(&page, from - now);
        now = from + 600;
        let (shown, late) = sleep(&page, secs(600));
        let place = walk.at(now).id;
        let bells = [labels().bell_change(), labels().bell_end()];
        let bell = |text: &str| bells.iter().any(|it| **it == *text);
        let said = |(begin, text): &&(u64, String)| *begin <= now * 1_000 && !bell(text);
        // The first caption of a step is shown with its bell, before it is said.
        let begins = walk.at(now).begins * 1_000;
        let first = captions.iter().find(|(begin, text)| *begin >= begins && !bell(text));
        let last = captions.iter().rfind(said).filter(|(begin, _)| *begin >= begins);
        let (_, caption) = last.or(first).expect("a caption");
        assert_eq!((&*shown.0, &shown.1), (place, caption), "after {now} s");
        let left = all - now;
        assert!(shown.3.starts_with(&format!("{}:{:02}", left / 60, left % 60)), "{shown:?}");
        assert!(late <= BOUND, "{late} ms after the return");
        println!("{}: after {now} s “{}” within {late:.0} ms", stage.engine, shown.2);
    }
    page.is_clean();
}
