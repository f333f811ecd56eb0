//! A page that is hidden and frozen while the sound goes on, as under a locked screen.

use std::time::{Duration, Instant};

use browser::{Stage, journeys, site};

use crate::made;
use crate::walking::{secs, start_held};

journeys!(everywhere: ten_minutes_in_the_dark);

/// How late picture, caption and list may be.
const BOUND: Duration = Duration::from_millis(250);

fn ten_minutes_in_the_dark(stage: &Stage) {
    let captions = made::captions(60);
    let host = stage.host_with_clock();
    let page = stage.page();
    start_held(&page, &host, "?plan=60");
    let clock = page.clock();
    let mut now = 0;
    // From each of these moments on, the page sleeps for ten minutes.
    for from in [100, 900, 1_800, 2_700] {
        clock.advance(secs(from - now));
        clock.freeze(secs(600));
        let back = Instant::now();
        now = from + 600;
        let shown: (String, String, String, String) = page.get(
            "return [document.querySelector('#positions > [aria-current=step]').id,
                document.querySelector('.held__caption').textContent,
                document.querySelector('.held__title').textContent,
                document.querySelector('.timer__all').textContent]",
        );
        let late = back.elapsed();
        let mut end = 0;
        let (place, _) = site::SIXTY_MINUTES
            .into_iter()
            .find(|(_, seconds)| {
                end += u64::from(*seconds);
                end > now
            })
            .expect("a place");
        let bell = |text: &str| text == "A soft bell" || text.starts_with("Two bells");
        let said = |(begin, text): &&(u64, String)| *begin <= now * 1_000 && !bell(text);
        let (_, caption) = captions.iter().rfind(said).expect("a caption");
        assert_eq!((&*shown.0, &shown.1), (place, caption), "after {now} s");
        let left = 3_600 - now;
        assert!(shown.3.starts_with(&format!("{}:{:02}", left / 60, left % 60)), "{shown:?}");
        assert!(late <= BOUND, "{late:?} after the return");
        println!("{}: after {now} s “{}” within {} ms", stage.engine, shown.2, late.as_millis());
    }
    page.is_clean();
}
