//! Nothing jumps while a page comes, and a change of position costs next to nothing.

use browser::words::{self, Walk};
use browser::{Page, Stage, journeys};
use serde_json::{Value, json};

use crate::preparing::{self, Named, named};
use crate::walking::{position_is, secs, start_held};

journeys!(only Chromium: nothing_jumps);
journeys!(everywhere: a_choice_stays_under_the_pointer);
journeys!(long Chromium: hands_move_cheaply);

/// How far parts of a page may move by themselves, as the browser counts it (0.1 is called good). Fonts come while
/// the page is read in their fallbacks, whose measures are nearly theirs.
const JUMPS: f64 = 0.02;

fn nothing_jumps(stage: &Stage) {
    let host = stage.host();
    // Code and letters come late, as over a slow line.
    host.delay("*.wasm", secs(1));
    host.delay("*.woff2", secs(1));
    let page = stage.page();
    let mut found = Vec::new();
    for (width, height) in [(390, 844), (1440, 900)] {
        page.resize(width, height, 1.0);
        for route in words::routes() {
            page.open_ready(&host, route);
            page.until("the letters", crate::scenes::LETTERS);
            let seen = page.eval_async(MOVED, &[]);
            let [moved, own] = [&seen[0], &seen[1]].map(|it| it.as_f64());
            let own = own.unwrap_or_else(|| panic!("{route}: the browser does not count what moves: {seen}"));
            assert!(own > JUMPS, "{route}: a jump of our own counts as {own}");
            let moved = moved.expect("a number");
            println!("{route} at {width}: {moved:.4}");
            if moved > JUMPS {
                found.push(format!("{route} at {width}: {moved:.4}, {}", seen[2]));
            }
        }
    }
    assert!(found.is_empty(), "{found:?}");
}

/// How far parts of the page have moved, and how far they move when something is put before them. The browser tells
/// of both in their order: once it has told of the second, there is nothing more to come of the first.
const MOVED: &str = "const done = arguments[0], told = [];
    new PerformanceObserver((list) => told.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => {
      const begun = performance.now(), block = document.createElement('div');
      block.style.blockSize = '50vh';
      document.querySelector('main').prepend(block);
      const wait = (left) => {
        const own = told.find((it) => it.startTime >= begun);
        if (!own && left) return requestAnimationFrame(() => wait(left - 1));
        const before = told.filter((it) => it.startTime < begun && !it.hadRecentInput);
        const moved = before.flatMap((it) => it.sources.map(({ node, previousRect: from, currentRect: to }) =>
          `${it.startTime.toFixed()} ms: ${node?.localName}.${node?.className} “${node?.textContent?.trim().slice(0, 30)}” from ${from.y} to ${to.y}`));
        done([before.reduce((sum, it) => sum + it.value, 0), own?.value ?? null, moved]);
      };
      wait(300);
    });";

/// What is pressed is still there when the pointer is let go, and so it is chosen.
fn a_choice_stays_under_the_pointer(stage: &Stage) {
    let host = preparing::host(stage, &[]);
    let page = stage.page();
    preparing::open(&page, &host);
    page.settled();
    let ways =
        [("talk", "quiet"), ("scent", "none"), ("sign", "hand"), ("talk", ""), ("scent", ""), ("sign", "")];
    for (field, value) in ways {
        let Named { part: group, role, name } = named(field, value);
        let what = json!({ "within": group, "role": role, "name": name });
        let label = "const it = find(arguments[0])[0].labels[0];";
        let near = format!("{label} it.scrollIntoView({{ block: 'center', behavior: 'instant' }});{DRAWN}");
        let frames = |script: &str| page.eval_async(script, std::slice::from_ref(&what));
        let point = |of: &Value| [0, 1].map(|side| of[side].as_f64().expect("a place").round() as i64);
        let [x, y] = point(&frames(&near));
        page.hold_at(x, y);
        let pressed = point(&frames(&format!("{label}{DRAWN}")));
        page.let_go();
        assert_eq!(pressed, [x, y], "{group}: {name} moves away under the pointer");
        let chosen = format!("return find({what})[0].checked");
        page.until(&format!("{group}: {name} to be chosen"), &chosen);
    }
    page.is_clean();
}

/// Answers, some pictures later, where a pointer would press `it`.
const DRAWN: &str = "const done = arguments[arguments.length - 1];
    const place = () => { const box = it.getBoundingClientRect(); return [box.x + 30, box.y + box.height / 2]; };
    const wait = (left) => left ? requestAnimationFrame(() => wait(left - 1)) : done(place());
    wait(6);";

/// How long the main thread may work for a change of position on a device four times slower, in ms.
const WORK: f64 = 8.0;

fn hands_move_cheaply(stage: &Stage) {
    let host = stage.host_with_clock();
    let page = stage.page();
    let walk = Walk::longest();
    start_held(&page, &host, &walk);
    page.cdp("Performance.enable", json!({}));
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
    let mut times = Vec::new();
    for _ in 0..4 {
        for _ in 0..7 {
            // The scene alone, as the app turns it: the one ahead of its time, and the one that's shown.
            let act = "const [one, other] = document.querySelectorAll('.turning > .figure'); \
                [one.dataset.turn, other.dataset.turn] = [other.dataset.turn, one.dataset.turn]";
            times.push(spent(&page, act));
        }
    }
    times.sort_by(f64::total_cmp);
    let median = times[times.len() / 2];
    println!("a change of the figure at a quarter of the speed: {median:.2} ms of {times:.1?}");
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
    position_is(&page, walk.steps[0].id);
    assert!(median <= WORK, "{median:.2} ms: {times:.1?}");
}

/// Milliseconds of style, layout and script that an act costs until it has been painted.
fn spent(page: &Page, act: &str) -> f64 {
    let sum = || -> f64 {
        let answer = page.cdp("Performance.getMetrics", json!({}));
        let list = answer["metrics"].as_array().cloned().unwrap_or_default();
        let value =
            |name: &str| list.iter().find(|it| it["name"] == name).and_then(|it| it["value"].as_f64());
        ["LayoutDuration", "RecalcStyleDuration"].iter().filter_map(|name| value(name)).sum::<f64>() * 1_000.0
    };
    // Minutes lie between two positions: what moved before has come to rest.
    page.eval("document.getAnimations().forEach((it) => it.finish?.()); document.body.offsetHeight", &[]);
    let before = sum();
    // The test's clock holds frames back: the layout is asked for instead.
    let script = format!(
        "const begun = performance.now(); {act}; document.body.offsetHeight; \
        for (const it of document.querySelectorAll('.turning > .figure')) getComputedStyle(it).opacity; return 1"
    );
    assert_eq!(page.eval(&script, &[]), Value::from(1));
    sum() - before
}
