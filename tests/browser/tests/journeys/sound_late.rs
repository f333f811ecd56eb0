//! Sound that is long in coming: recordings on a slow line, and a device that takes its time.

use browser::words::{Walk, labels};
use browser::{SOON, Stage, journeys, until};
use serde_json::json;

use crate::sounding::{listened, played, start};
use crate::walking::{position_is, route, secs, watch_next};

journeys!(everywhere: quick_taps_wait_for_the_device);
journeys!(words_that_come_late_are_put_in, a_late_beginning_is_made_good);

fn words_that_come_late_are_put_in(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    host.hold("*/audio-*");
    start(&page, &host);
    until("the silent track to play", secs(20), || played(&page) > 1.0);
    let silent: usize = page.get("return __files.length");
    host.release();
    until("the recordings to be put in", SOON, || page.get::<usize>("return __files.length") > silent);
    // What is said late and what is left out is for the player's own tests; here the file has to sound.
    let loudest = "const done = arguments[1];
        __files[arguments[0]].arrayBuffer()
          .then((it) => new OfflineAudioContext(1, 1, 22050).decodeAudioData(it))
          .then((it) => done(it.getChannelData(0).reduce((most, it) => Math.max(most, Math.abs(it)), 0)),
            (why) => done(String(why)))";
    let loudest = page.eval_async(loudest, &[json!(silent)]);
    assert!(loudest.as_f64().is_some_and(|it| it > 0.1), "{loudest}");
    assert_eq!(page.css(".held__caption").text(), Walk::shortest().said(0..secs(30).as_secs())[0]);
    page.is_clean();
}

/// What of a late beginning is made good at most, and what is reckoned for beginning another file, in
/// milliseconds. What the device needs beyond that for its last file is its own.
const MOST: f64 = 3_000.0;
const AGAIN: f64 = 120.0;

fn a_late_beginning_is_made_good(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    let walk = Walk::shortest();
    page.open_ready(&host, &route(&walk));
    let watch = "addEventListener('click', () => { window.__tap ??= performance.now(); }, true);";
    page.eval(watch, &[]);
    watch_next(&page);
    page.button(labels().start()).click();
    until("the next position", secs(walk.steps[0].seconds + 20), || {
        page.get("return window.__next !== undefined")
    });
    let late = page.get::<f64>("return __next - __tap") - walk.steps[0].seconds as f64 * 1_000.0;
    // How long the device needed for each file until it was heard.
    // One that gave way as soon as it was heard was heard when the next one came.
    let needed: Vec<f64> = page.get(
        "const mine = __takes.filter((it) => it.sound === 0);
        return mine.map((it, place) => (it.heard ?? mine[place + 1].at) - (place ? it.at : __tap))",
    );
    let (last, before) = needed.split_last().expect("a file");
    let uncertain = before.iter().map(|one| (one - MOST).max(0.0) - one.min(AGAIN)).sum::<f64>() + last;
    println!(
        "{}: late by {late:.0} ms; the device needed {needed:.0?} ms, so {uncertain:.0} are its own",
        stage.engine
    );
    assert!(!before.is_empty(), "the recordings were not put in");
    assert!((late - uncertain).abs() <= 300.0, "{late} ms late instead of {uncertain}");
    page.is_clean();
}

/// However fast somebody taps, no file is taken away before the device has taken it in: WebKit on Linux
/// stands still for ever when it is.
fn quick_taps_wait_for_the_device(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    start(&page, &host);
    let steps = Walk::shortest().steps;
    page.eval(
        "for (let tap = 1; tap < arguments[1]; tap += 1) find({ role: 'button', name: arguments[0] })[0].click()",
        &[labels().next_position().as_ref().into(), steps.len().into()],
    );
    let last = steps[steps.len() - 1].id;
    position_is(&page, last);
    until("the last file to be heard", secs(20), || (0.1..20.0).contains(&played(&page)));
    let hasty: usize = page.get(
        "const mine = __takes.filter((it) => it.sound === 0);
        return mine.filter((it, place) => place && !(mine[place - 1].taken <= it.at)).length",
    );
    assert_eq!(hasty, 0, "files were taken away: {:?}", page.eval("return __takes", &[]));
    position_is(&page, last);
    page.is_clean();
}
