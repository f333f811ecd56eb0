//! The sound of a walk, with real players and real time.

use std::fs;
use std::process::Command;

use browser::words::{Walk, fill, labels, words};
use browser::{Host, Page, SOON, Stage, journeys, scripts, site, until};
use serde_json::json;

use crate::made;
use crate::offline::wait_for_worker;
use crate::sounding::{listened, open, played, recordings, start};
use crate::walking::{position, position_is, route, secs, state, state_is};

journeys!(everywhere:
    the_track_plays_and_is_the_clock,
    the_file_plays_and_seeks_without_a_server,
    what_is_taken_along_is_what_the_host_makes,
);
journeys!(
    an_interruption_stays_paused_and_offers_to_go_on,
    a_device_without_sound_walks_silently,
    sound_costs_nothing_before_start_and_is_kept_after_it,
    the_end_of_the_sound_is_the_end_of_the_walk,
);

/// Seconds left in the whole walk, as the page says.
fn left_in_all(page: &Page) -> f64 {
    let text = page.css(".timer__all").text();
    let (minutes, seconds) = text.split(' ').next().unwrap_or_default().split_once(':').expect("m:ss");
    minutes.parse::<f64>().expect("minutes") * 60.0 + seconds.parse::<f64>().expect("seconds")
}

fn the_track_plays_and_is_the_clock(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    start(&page, &host);
    until("the track to play", secs(20), || played(&page) > 2.0);
    let source: String = page.get("return __sounds[0].src");
    assert!(source.starts_with("blob:"), "{source}");
    assert_eq!(page.css("main .notice").texts(), [""; 0]);

    // What is shown follows what is heard, whatever the load: a second, and a wake-up late.
    page.button(labels().next_position()).click();
    let walk = Walk::shortest();
    let second = walk.steps[1];
    position_is(&page, second.id);
    until("the next place to be heard", secs(20), || (1.0..20.0).contains(&played(&page)));
    // The file that is played begins where the step does.
    let (before, left, after) = (played(&page), left_in_all(&page), played(&page));
    let shown = (walk.seconds() - second.begins) as f64 - left;
    assert!(shown >= before - 1.5 && shown <= after + 1.0, "{before} to {after} s heard, {shown} shown");

    page.button(labels().pause()).click();
    state_is(&page, "paused");
    let stood: bool = page.get("return __sounds[0].paused");
    assert!(stood);
    let at = played(&page);
    page.button(labels().resume()).click();
    state_is(&page, "holding");
    until("the track to go on", secs(20), || played(&page) > at + 0.5);
    page.button(labels().end()).click();
    state_is(&page, "ended");
    page.until("the sound to fade out", "return __sounds[0].paused");
    page.is_clean();
}

fn the_file_plays_and_seeks_without_a_server(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    start(&page, &host);
    until("the recordings to come", SOON, || page.get("return __files.length >= 2"));
    host.stop();
    // The whole walk in one file, played by a player of its own.
    page.eval(
        "__sounds[0].pause();
        const file = __files.filter((it) => it.type === 'audio/mpeg').at(-1);
        window.__own = new Audio(URL.createObjectURL(file));
        __own.play().catch((why) => { window.__why = String(why); });",
        &[],
    );
    until("it to play", secs(20), || page.get("return __own.currentTime > 1"));
    let duration: f64 = page.get("return __own.duration");
    let whole = Walk::shortest().seconds() as f64;
    assert!((whole - 3.0..=whole + 0.1).contains(&duration), "{duration} s");
    let half = whole / 2.0;
    page.eval("__own.currentTime = arguments[0]", &[json!(half)]);
    until("it to go on from there", secs(20), || {
        let going = "return __own.seeking ? 0 : __own.currentTime";
        (half + 0.5..half + 20.0).contains(&page.get::<f64>(going))
    });
    println!("{}: {duration:.3} s, plays and seeks", stage.engine);
}

fn an_interruption_stays_paused_and_offers_to_go_on(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    start(&page, &host);
    until("the track to play", secs(20), || played(&page) > 1.0);
    // As a call does: the device pauses the player, not the page.
    page.eval("__sounds[0].pause()", &[]);
    state_is(&page, "paused");
    page.button(labels().resume()).wait();
    let at = played(&page);
    page.button(labels().resume()).click();
    state_is(&page, "holding");
    until("the track to go on", secs(20), || played(&page) > at + 0.5);
    // The call is over, and the device would go on by itself; where keys have a way of their own
    // to be told, that is not taken for one.
    page.eval("__sounds[0].pause()", &[]);
    state_is(&page, "paused");
    page.eval("return __sounds[0].play().catch(() => {})", &[]);
    if page.get("return !!navigator.mediaSession") {
        page.until("it to be paused again", "return __sounds[0].paused");
        assert_eq!(state(&page), "paused");
    } else {
        state_is(&page, "holding");
    }
    page.is_clean();
}

fn a_device_without_sound_walks_silently(stage: &Stage) {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[scripts::NO_SOUND]);
    let page = stage.page();
    start(&page, &host);
    let notice = page.css("main .notice");
    notice.wait_for("to say so", |it| it.texts() == [&*labels().sound_refused()]);
    let steps = Walk::shortest().steps;
    // Real seconds pass.
    until("the next place", secs(steps[0].seconds + 10), || position(&page) == steps[1].id);
    page.button(labels().next_position()).click();
    position_is(&page, steps[2].id);
    assert_eq!(state(&page), "holding");
    assert_eq!(notice.count(), 1);
    page.is_clean();
}

fn sound_costs_nothing_before_start_and_is_kept_after_it(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    let walk = Walk::shortest();
    page.open_ready(&host, &route(&walk));
    wait_for_worker(&page);
    assert_eq!(recordings(&host), [""; 0]);
    page.button(labels().start()).click();
    state_is(&page, "holding");
    let kept = "const done = arguments[0]; (async () => {
        const names = (await caches.keys()).filter((it) => it.includes('/audio-'));
        const lists = await Promise.all(names.map(async (it) => (await caches.open(it)).keys()));
        return lists.flat().map((it) => new URL(it.url).pathname);
    })().then(done, () => done([]))";
    let needed = walk.recordings().len();
    let mut list = Vec::new();
    until("the worker to keep the sound", secs(30), || {
        list = page.eval_async(kept, &[]).as_array().cloned().unwrap_or_default();
        list.len() == needed
    });
    let mut asked = recordings(&host);
    asked.sort();
    asked.dedup();
    let bytes: u64 =
        host.requests().iter().filter(|seen| seen.path.contains("/audio-")).map(|seen| seen.bytes).sum();
    println!("{}: {} recordings after Start, {bytes} bytes sent", stage.engine, asked.len());
    assert_eq!(asked.len(), needed, "{asked:#?}");

    host.stop();
    page.reload();
    page.ready();
    page.inject(scripts::SOUNDS);
    page.button(labels().afresh()).click();
    page.button(labels().start()).click();
    state_is(&page, "holding");
    until("the sound without a server", SOON, || page.get("return __files.length >= 2"));
    let size: u64 = page.get("return __files.at(-1).size");
    assert!(size > 250_000, "a track of {size} bytes is silent");
    assert_eq!(page.css("main .notice").texts(), [""; 0]);
}

fn what_is_taken_along_is_what_the_host_makes(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    let walks = Walk::all();
    // One that is neither the longest nor the shortest.
    let walk = &walks[walks.len() - 2];
    page.open_ready(&host, &route(walk));
    open(&page, &labels().along());
    page.button(labels().take_mp3()).click();
    until("the file", secs(30), || page.get("return __saved.length === 1"));
    let hash = "const done = arguments[0];
        __files.at(-1).arrayBuffer().then((it) => crypto.subtle.digest('SHA-256', it))
          .then((it) => done([...new Uint8Array(it)].map((it) => it.toString(16).padStart(2, '0')).join('')))";
    let ours = page.eval_async(hash, &[]);
    let saved: Vec<String> = page.get("return __saved");
    assert_eq!(saved, [format!("stillpoint-{}.mp3", walk.minutes)]);

    let out = made::track(walk.minutes);
    let sum = Command::new("sha256sum").arg(&out).output().expect("sha256sum to run");
    let theirs = String::from_utf8_lossy(&sum.stdout).split(' ').next().unwrap_or_default().to_owned();
    assert_eq!(ours, theirs.as_str());

    let title = fill(&labels().walk_title(), &[("plan", walk.title)]);
    for (button, end, begin) in
        [(labels().take_text(), "txt", &*title), (labels().take_vtt(), "vtt", "WEBVTT")]
    {
        page.button(button).click();
        page.until("the file", &format!("return __saved.at(-1).endsWith('.{end}')"));
        let text = page.eval_async("const done = arguments[0]; __files.at(-1).text().then(done)", &[]);
        let text = text.as_str().unwrap_or_default();
        assert!(text.starts_with(begin), "{text:.40}");
        let host = fs::read_to_string(out.with_extension(end)).expect("a file");
        assert_eq!(text, host, "{end}");
    }
    page.button(labels().read()).click();
    let place = words().plans.iter().position(|plan| plan.minutes == walk.minutes).expect("a plan");
    let hello = &words().spoken.hellos[place].text;
    page.css(".transcript").wait_for("to show it", |it| it.text().contains(&**hello));
    page.is_clean();
}

fn the_end_of_the_sound_is_the_end_of_the_walk(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    start(&page, &host);
    let steps = Walk::shortest().steps;
    for step in &steps[1..] {
        page.button(labels().next_position()).click();
        position_is(&page, step.id);
    }
    // Real seconds pass.
    until("the end", secs(steps[steps.len() - 1].seconds + 35), || state(&page) == "ended");
    let (played, long): (f64, f64) = page.get("return [__sounds[0].currentTime, __sounds[0].duration]");
    assert!(long - played < 0.1, "ended {played} s into {long} s");
    page.is_clean();
}

journeys!(only Chromium: a_frozen_page_shows_what_was_heard);

fn a_frozen_page_shows_what_was_heard(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    start(&page, &host);
    until("the track to play", secs(20), || played(&page) > 1.0);
    let freeze = |state: &str| page.cdp("Page.setWebLifecycleState", json!({ "state": state }));
    freeze("frozen");
    // A frozen page answers no script; what it is measured by says how its time goes on.
    page.cdp("Performance.enable", json!({}));
    let time = || {
        let answer = page.cdp("Performance.getMetrics", json!({}));
        let list = answer["metrics"].as_array().cloned().unwrap_or_default();
        let found = list.iter().find(|it| it["name"] == "Timestamp").and_then(|it| it["value"].as_f64());
        found.expect("the browser's time in seconds")
    };
    let begun = time();
    until("five seconds of the browser's time", secs(20), || time() - begun >= 5.0);
    freeze("active");
    let right = format!(
        "const left = document.querySelector('.timer__all').textContent.match(/(\\d+):(\\d+)/);
        const told = {} - (Number(left[1]) * 60 + Number(left[2]));
        return Math.abs(told - __sounds[0].currentTime) <= 1.25;",
        Walk::shortest().seconds()
    );
    let begun = std::time::Instant::now();
    page.until("the page to show where the sound is", &right);
    println!("right {} ms after it came back, {:.2} s heard", begun.elapsed().as_millis(), played(&page));
    // Whether the browser stopped the sound or not: what is shown is the truth.
    let paused: bool = page.get("return __sounds[0].paused");
    state_is(&page, if paused { "paused" } else { "holding" });
    page.is_clean();
}
