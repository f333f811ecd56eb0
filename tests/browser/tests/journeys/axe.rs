//! Accessibility rules of axe-core: no violation on any page, in light and dark.

use std::fs;

use browser::{Page, SOON, Stage, With, journeys, site, until};
use serde_json::Value;

use crate::search::LABEL;
use crate::walking::state_is;

journeys!(light, dark);

fn light(stage: &Stage) {
    pages_have_no_violation(stage, With::default());
}

fn dark(stage: &Stage) {
    pages_have_no_violation(stage, With { dark: true, ..With::default() });
}

fn pages_have_no_violation(stage: &Stage, with: With) {
    let host = stage.host();
    let page = stage.page_with(with);
    let mut found = Vec::new();
    for route in site::ROUTES.into_iter().chain(["/no/such/page/"]) {
        page.open_ready(&host, route);
        let dark: bool = page.get("return matchMedia('(prefers-color-scheme: dark)').matches");
        assert_eq!(dark, with.dark, "{} does not take the colours", stage.engine);
        check(&page, route, &mut found);
    }
    page.button("Settings").click();
    check(&page, "the settings", &mut found);
    page.open_ready(&host, "/walkthrough/?plan=3");
    page.eval("document.querySelectorAll('.chooser details').forEach((it) => { it.open = true; })", &[]);
    page.button("Read what is said").click();
    check(&page, "walk, every wish", &mut found);
    page.button("Start").click();
    state_is(&page, "holding");
    check(&page, "walk, holding", &mut found);
    page.button("Pause").click();
    state_is(&page, "paused");
    check(&page, "walk, paused", &mut found);
    page.button("Rest mode").click();
    check(&page, "walk, in the dark", &mut found);
    page.button("Light again").click();
    page.button("End").click();
    state_is(&page, "ended");
    check(&page, "walk, ended", &mut found);
    page.open_ready(&host, "/faq/");
    page.role("searchbox", LABEL).type_text("cost");
    until("what was found", SOON, || page.any("#faq-list mark").count() > 0);
    page.css("#faq-list details:not([open]) > summary").click();
    check(&page, "questions, searching", &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Runs axe once the page stands still and notes what it objects to.
fn check(page: &Page, place: &str, found: &mut Vec<String>) {
    let still =
        "return document.getAnimations().every((it) => it.effect?.getComputedTiming().endTime === Infinity
        || it.playState !== 'running' || it.effect?.getComputedTiming().duration > 5000)";
    page.until("the page to stand still", still);
    let file = site::tests().join("node_modules/axe-core/axe.min.js");
    let source = fs::read_to_string(&file)
        .unwrap_or_else(|why| panic!("{}: {why}; `npm ci` in tests/ installs it", file.display()));
    let run = "const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(
          (it) => done(it.violations.flatMap((rule) => rule.nodes.map((node) =>
            `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${node.failureSummary}`))),
          (why) => done([String(why)]));";
    let violations = page.eval_async(&format!("{source};\n{run}"), &[]);
    let list = violations.as_array().cloned().unwrap_or_else(|| vec![Value::from("no answer")]);
    found.extend(list.iter().map(|it| format!("{place}: {}", it.as_str().unwrap_or_default())));
}
