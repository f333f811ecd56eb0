//! The harness itself, on a page of its own: finding by role and name, the
//! collected errors, and the clock that other journeys rest on.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use browser::{Key, Stage, With, holds_within, journeys, scripts, until};

journeys!(everywhere: finds_and_acts, clock_keeps_order);
journeys!(prefers_dark, clock_flows_until_held, clock_comes_later);

journeys!(only Chromium, Firefox: runs_no_script);

/// A folder with one page and one script, removed on drop.
struct Small(PathBuf);

/// Folders made so far: the engines play a journey at the same time, each in a folder of its own.
static MADE: AtomicUsize = AtomicUsize::new(0);

impl Small {
    fn new(name: &str, body: &str, script: &str) -> Self {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("browser-{name}-{}-{number}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        let page = format!(
            "<!doctype html><html lang=en data-app=ready><head><title>Small</title></head>\
             <body>{body}<script src=\"own.js\"></script></body></html>"
        );
        fs::write(dir.join("index.html"), page).unwrap();
        fs::write(dir.join("own.js"), script).unwrap();
        fs::write(dir.join("_headers"), "/*\n  Content-Security-Policy: default-src 'self'\n").unwrap();
        Self(dir)
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn finds_and_acts(stage: &Stage) {
    let body = "<h1>A  <b>small</b> page</h1>
        <button hidden>Start</button>
        <button aria-label=Start id=real><svg aria-hidden=true></svg>x</button>
        <fieldset><legend>Choose a length</legend>
        <label><input type=radio name=a value=20>20 minutes<span> a short one</span></label></fieldset>
        <label for=q>Search</label><input type=search id=q>
        <p role=status id=out></p><p style=\"color:red\">x</p>";
    let script = "const out = document.getElementById('out');
        document.getElementById('real').onclick = () => { out.textContent = 'started'; };
        document.getElementById('q').oninput = (e) => { out.textContent = e.target.value; };
        onkeydown = (e) => { if (e.key === 'Escape') { console.error('escape', 1); Promise.reject(new Error('no')); } };";
    let small = Small::new("finds", body, script);
    let host = stage.plain_host(&small.0, "/");
    stage.watch(&host, &[]);
    let page = stage.page();
    page.open_ready(&host, "/");
    assert_eq!(page.heading(), "A small page");
    assert_eq!(page.title(), "Small");
    assert_eq!(page.button("Start").count(), 1);
    page.button("Start").click();
    page.css("#out").wait_for("to say so", |it| it.text() == "started");
    assert!(page.role("group", "Choose a length").is_there());
    page.role_begins("radio", "20 minutes").choose();
    page.role_begins("radio", "20").wait_for("to be chosen", |it| it.property("checked") == true);
    let field = page.role("searchbox", "Search");
    field.type_text("café");
    page.css("#out").wait_for("to repeat", |it| it.text() == "café");
    assert!(field.has_focus());
    field.clear();
    until("an empty field", Duration::from_secs(5), || field.property("value") == "");
    page.press_key(Key::Escape);
    let seen = holds_within(Duration::from_secs(5), || page.errors().len() >= 3);
    let errors = page.errors();
    assert!(seen, "{errors:?}");
    assert!(errors.iter().any(|it| it.starts_with("csp: style-src-attr")), "{errors:?}");
    assert!(errors.contains(&"console.error: escape 1".into()), "{errors:?}");
    assert!(errors.iter().any(|it| it.starts_with("rejection: ")), "{errors:?}");
}

fn prefers_dark(stage: &Stage) {
    let small = Small::new("dark", "<h1>Dark</h1>", "");
    let host = stage.plain_host(&small.0, "/");
    for dark in [false, true] {
        let page = stage.page_with(With { dark, ..With::default() });
        page.open_ready(&host, "/");
        let script = "return matchMedia('(prefers-color-scheme: dark)').matches";
        assert_eq!(page.get::<bool>(script), dark);
    }
}

fn runs_no_script(stage: &Stage) {
    let body = "<h1>Quiet</h1><details><summary>More</summary><p>words</p></details><a href=\"/#x\">On</a>";
    let small = Small::new("quiet", body, "document.body.append('ran')");
    let host = stage.plain_host(&small.0, "/");
    let page = stage.page_with(With { no_script: true, ..With::default() });
    page.open(&host, "/");
    assert!(!page.css("body").text().contains("ran"));
    page.css("summary").click();
    until("it to open by itself", Duration::from_secs(5), || page.css("details[open]").is_there());
    page.link("On").click();
    until("the link to lead on", Duration::from_secs(5), || page.route() == "/#x");
}

const LOG: &str = "window.log = [];
    const put = (what) => log.push(what + '@' + Math.round(performance.now() - zero));
    let zero = 0;
    window.begin = () => {
      zero = performance.now(); log.length = 0;
      const day = Date.now();
      setTimeout(() => { put('late'); }, 500);
      setTimeout((word) => { put(word); Promise.resolve().then(() => setTimeout(() => put('inner'), 50)); }, 100, 'first');
      let n = 0;
      const every = setInterval(() => { put('tick'); if (++n === 4) clearInterval(every); }, 200);
      setTimeout(() => put('soon'));
      clearTimeout(setTimeout(() => put('never'), 10));
      clearTimeout(setTimeout(() => put('never')));
      requestAnimationFrame((t) => put('frame' + (t === performance.now())));
      setTimeout(() => put('day' + (Date.now() - day)), 900);
    };";

fn clock_keeps_order(stage: &Stage) {
    let small = Small::new("order", "<h1>Clock</h1>", LOG);
    let host = stage.plain_host(&small.0, "/");
    stage.watch(&host, &[scripts::CLOCK]);
    let page = stage.page();
    page.open_ready(&host, "/");
    let clock = page.clock();
    clock.hold();
    page.eval("begin()", &[]);
    let log = || page.get::<Vec<String>>("return log");
    let start = clock.now();
    page.until("a turn without time", "return log.length === 1");
    clock.advance(Duration::from_millis(99));
    assert_eq!(log(), ["soon@0", "frametrue@17"]);
    clock.advance(Duration::from_millis(901));
    assert_eq!(
        log()[2..],
        ["first@100", "inner@150", "tick@200", "tick@400", "late@500", "tick@600", "tick@800", "day900@900"]
    );
    assert!((clock.now() - start - 1000.0).abs() < 0.01);

    // A closed lid: whatever is overdue fires once, at the time of waking.
    page.eval("begin()", &[]);
    page.until("a turn without time", "return log.length === 1");
    clock.freeze(Duration::from_secs(60));
    let mut woken = log();
    woken.sort();
    let expected = ["day60000@60000", "first@60000", "frametrue@60000", "late@60000", "soon@0", "tick@60000"];
    assert_eq!(woken, expected);
    clock.advance(Duration::from_millis(600));
    assert_eq!(log()[6..], ["inner@60050", "tick@60200", "tick@60400", "tick@60600"]);

    // The system clock alone.
    let (day, time): (f64, f64) = page.get("return [window.Date.now(), performance.now()]");
    clock.wall(-7_200_000);
    let after: (f64, f64) = page.get("return [window.Date.now(), performance.now()]");
    assert_eq!(after, (day - 7_200_000.0, time));
    let same = "const { Date } = window; return new Date() instanceof Date && Math.abs(new Date() - Date.now()) < 5 \
        && new Date(0).getTime() === 0 && typeof Date() === 'string'";
    assert!(page.get::<bool>(same));
    page.is_clean();
}

fn clock_flows_until_held(stage: &Stage) {
    let small = Small::new("flows", "<h1>Clock</h1>", LOG);
    let host = stage.plain_host(&small.0, "/");
    stage.watch(&host, &[scripts::CLOCK]);
    let page = stage.page();
    page.open_ready(&host, "/");
    page.eval("begin()", &[]);
    page.until("timers to fire by themselves", "return log.length === 10");
    let timers = "return log.filter((it) => !/^(frame|soon)/.test(it)).map((it) => it.split('@')[0])";
    let order: Vec<String> = page.get(timers);
    assert_eq!(order[..3], ["first", "inner", "tick"]);
    let clock = page.clock();
    clock.hold();
    page.eval("begin()", &[]);
    let still = clock.now();
    assert_eq!(clock.now().to_bits(), still.to_bits());
    clock.flow();
    page.until("time to go on", "return log.length === 10");
    assert!(clock.now() >= still + 900.0);
    page.is_clean();
}

fn clock_comes_later(stage: &Stage) {
    let small = Small::new("later", "<h1>Clock</h1>", LOG);
    let host = stage.plain_host(&small.0, "/");
    let page = stage.page();
    page.open_ready(&host, "/");
    page.inject_clock();
    page.clock().hold();
    page.eval("begin()", &[]);
    page.clock().advance(Duration::from_secs(3600));
    let log: Vec<String> = page.get("return log");
    assert_eq!(log.len(), 10, "{log:?}");
    assert_eq!(log[2], "first@100");
}
