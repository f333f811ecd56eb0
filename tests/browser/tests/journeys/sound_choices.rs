//! What a person chooses about the sound, and where else it shows: lock screen, device's voice, pacer, dark.

use browser::words::{Walk, fill, labels, words};
use browser::{Host, Key, Page, Stage, becomes, journeys, scripts, site, until};
use serde_json::{Value, json};

use crate::sounding::{listened, open, played, recordings, slide, start};
use crate::walking::{open_held, pass, position_is, route, secs, state, state_is};

journeys!(
    wishes_are_remembered,
    the_lock_screen_shows_and_asks,
    every_channel_can_be_tried,
    the_device_speaks_shakes_and_stays_lit,
    the_pacer_follows_the_own_breath_and_stops,
    the_dark_shows_what_it_is_asked,
);

fn wishes_are_remembered(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    page.open_ready(&host, "/walkthrough/");
    let walks = Walk::all();
    let other = walks[walks.len() - 2].title;
    page.role_begins("radio", other).choose();
    page.role("checkbox", labels().bells()).choose();
    open(&page, &labels().wishes());
    tick(&page, &labels().rests());
    slide(&page, "settle", 20);
    let settled = fill(&labels().start_settle(), &[("n", "20")]);
    page.button(&settled).wait();
    page.reload();
    page.ready();
    page.button(&settled).wait();
    open(&page, &labels().wishes());
    for (field, on) in [
        (page.role_begins("radio", other), true),
        (page.role("checkbox", labels().bells()), false),
        (page.role("checkbox", labels().voice()), true),
        (page.role_begins("checkbox", labels().rests()), true),
    ] {
        field.wait_for("to be as it was", |it| it.property("checked") == on);
    }
    page.button(&settled).click();
    state_is(&page, "holding");
    page.css(".held__caption").wait_for("to say so", |it| it.text() == *labels().settle_caption());
    let bells: u32 = page.get(
        "return performance.getEntriesByType('resource').filter((it) => it.name.includes('/bell')).length",
    );
    assert_eq!(bells, 0, "bells were fetched although none is wished");
    page.is_clean();
}

/// Ticks or unticks a field of the form by its name, as a key does.
fn tick(page: &Page, name: &str) {
    page.eval(
        "find({ css: 'input[type=checkbox]' }).find((it) => named(it).startsWith(arguments[0])).click()",
        &[json!(name)],
    );
}

fn the_lock_screen_shows_and_asks(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    start(&page, &host);
    if page.get("return !navigator.mediaSession") {
        println!("{}: has no media session", stage.engine);
        return;
    }
    let walk = Walk::shortest();
    let title_is = |title: &str| {
        let shown = || page.get::<Option<String>>("return navigator.mediaSession.metadata?.title ?? null");
        becomes("the title of the place", &Some(title.to_owned()), shown);
    };
    title_is(walk.steps[0].title);
    page.eval("__asked.nexttrack({})", &[]);
    position_is(&page, walk.steps[1].id);
    title_is(walk.steps[1].title);
    // A key comes after what was asked before is heard.
    let heard = || until("it to be heard", secs(20), || (0.3..20.0).contains(&played(&page)));
    heard();
    page.eval("__asked.pause({})", &[]);
    state_is(&page, "paused");
    page.until("the lock screen to say so", "return navigator.mediaSession.playbackState === 'paused'");
    page.eval("__asked.play({})", &[]);
    state_is(&page, "holding");
    // Into the fourth step, and back to the third.
    page.eval("__asked.seekto?.({ seekTime: arguments[0] })", &[json!(walk.steps[3].begins + 5)]);
    position_is(&page, walk.steps[3].id);
    heard();
    page.eval("__asked.previoustrack({})", &[]);
    position_is(&page, walk.steps[2].id);
    heard();
    page.eval("__asked.stop?.({})", &[]);
    state_is(&page, "ended");
    page.until("nothing to be shown any more", "return navigator.mediaSession.metadata === null");
    page.is_clean();
}

fn every_channel_can_be_tried(stage: &Stage) {
    let host = listened(stage);
    let page = stage.page();
    page.open_ready(&host, &route(&Walk::shortest()));
    open(&page, &labels().who());
    open(&page, &labels().wishes());
    slide(&page, "noise", 3);
    for (count, (button, kind)) in [
        (labels().try_bells(), "audio/mpeg"),
        (labels().try_voice(), "audio/mpeg"),
        (labels().try_noise(), "audio/wav"),
    ]
    .into_iter()
    .enumerate()
    {
        page.button(&button).click();
        let playing =
            format!("return __sounds.length === {} && __sounds.at(-1).currentTime > 0.3", count + 1);
        page.until(&format!("{button}: to be heard"), &playing);
        assert_eq!(page.get::<String>("return __files.at(-1).type"), kind);
        // The taste of the voice takes ten seconds.
        let ended = || page.get("return __sounds.at(-1).paused");
        until(&format!("{button}: to end by itself"), secs(30), ended);
    }
    page.button(labels().try_shake()).click();
    assert_eq!(page.get::<u32>("return __shaken.length"), 1);
    assert_eq!(state(&page), "ready");

    // The noise goes along with the walk, again and again, and stops with it.
    page.button(labels().start()).click();
    state_is(&page, "holding");
    page.until(
        "the noise",
        "return __sounds.length === 5 && __sounds[4].loop && __sounds[4].currentTime > 0.3",
    );
    page.button(labels().pause()).click();
    page.until("the noise to pause", "return __sounds[4].paused");
    page.button(labels().resume()).click();
    page.until("the noise to go on", "return !__sounds[4].paused");
    page.button(labels().end()).click();
    page.until("the noise to end", "return __sounds[4].paused");
    page.is_clean();
}

fn the_device_speaks_shakes_and_stays_lit(stage: &Stage) {
    let host = Host::start(site::root(), "/");
    stage.watch(&host, &[scripts::SOUNDS, scripts::CLOCK]);
    let page = stage.page();
    let walk = Walk::shortest();
    open_held(&page, &host, &walk.query());
    open(&page, &labels().wishes());
    tick(&page, &labels().device());
    tick(&page, &labels().shake());
    page.button(labels().start()).click();
    state_is(&page, "holding");
    let clock = page.clock();
    // Long enough for something to be said in the second step as well.
    let heard = walk.steps[1].begins + 10;
    clock.advance(secs(heard));
    let said: Vec<Vec<Value>> = page.get("return __said");
    // An empty one in the tap: only after that some browsers let a page speak.
    assert_eq!(said[0][0], "");
    let lines: Vec<&Value> = said[1..].iter().filter(|it| it.len() > 1).map(|it| &it[0]).collect();
    assert_eq!(lines, walk.said(0..heard).iter().map(String::as_str).collect::<Vec<_>>());
    assert!(lines.len() > 1, "{lines:?}");
    assert_eq!(said[0][1..], [json!(*words().language), json!(0.85)]);
    assert!(recordings(&host).iter().all(|path| path.contains("/bell")), "{:?}", recordings(&host));
    // Whether the device can is asked with nothing to shake.
    let shaken = || page.get::<Vec<Vec<u32>>>("return __shaken.filter((it) => it.length)");
    assert_eq!(shaken(), [[120]]);
    assert_eq!(page.get::<Vec<String>>("return __lit"), ["screen"]);
    pass(&page, walk.seconds() - heard);
    state_is(&page, "ended");
    // Once at each change, and in another way at the end.
    let shaken = shaken();
    assert_eq!((shaken.len(), &*shaken[shaken.len() - 1]), (walk.steps.len(), &[250, 200, 250][..]));
    page.until("the screen to be let go", "return __lit.at(-1) === 'released'");
    page.is_clean();
}

fn the_pacer_follows_the_own_breath_and_stops(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::shortest();
    open_held(&page, &host, &walk.query());
    let clock = page.clock();
    open(&page, &labels().pacer());
    let half = || page.any("#pacer").attribute("data-half").unwrap_or_default();
    let lasts =
        || page.get::<String>("return document.querySelector('#pacer-circle').style.animationDuration");
    assert_eq!(half(), "");
    for _ in 0..3 {
        page.button(labels().pacer_tap()).click();
        clock.advance(secs(5));
    }
    tick(&page, &labels().pacer_slower());
    page.button(labels().pacer_start()).click();
    assert_eq!((half().as_str(), lasts().as_str()), ("in", "2500ms"));
    clock.advance(std::time::Duration::from_millis(2_500));
    assert_eq!(half(), "out");
    clock.advance(secs(90));
    assert_eq!(lasts(), "5000ms", "six breaths a minute");
    page.button(labels().pacer_stop()).click();
    assert_eq!(half(), "");
    clock.advance(secs(20));
    assert_eq!(half(), "");
    assert_eq!(state(&page), "ready");
    page.is_clean();
}

fn the_dark_shows_what_it_is_asked(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::shortest();
    open_held(&page, &host, &walk.query());
    page.button(labels().start()).click();
    state_is(&page, "holding");
    let clock = page.clock();
    let (second, third) = (walk.steps[1], walk.steps[2]);
    let now = second.begins + 10;
    clock.advance(secs(now));
    page.button(labels().rest_mode()).click();
    let said = walk.said(0..now).pop().expect("something said");
    page.css(".rest__caption").wait_for("the caption", |it| it.text() == said);
    page.button(labels().end()).wait();
    let wakes: u32 = page.get(
        "window.__ticks = 0; const set = window.setTimeout;
        window.setTimeout = (...words) => { if (words[1] > 0) __ticks++; return set(...words); }; return 0",
    );
    assert_eq!(wakes, 0);
    clock.advance(secs(10));
    let wakes: u32 = page.get("return __ticks");
    assert!(wakes <= 4, "{wakes} wake-ups in ten seconds in the dark");
    clock.advance(secs(third.begins + 1 - now - 10));
    page.css(".rest__bell").wait_for("the bell", |it| it.text() == *labels().bell_change());
    page.press_key(Key::Escape);
    page.css(".held__title").wait_for("the light", |it| it.text() == third.title);
    assert_eq!(state(&page), "holding");
    page.button(labels().rest_mode()).click();
    page.button(labels().end()).click();
    state_is(&page, "ended");
    page.button(labels().again()).wait();
    page.is_clean();
}
