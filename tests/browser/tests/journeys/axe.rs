//! Accessibility rules of axe-core: no violation in any scene, in light and dark.

use std::fs;

use browser::{Page, Stage, With, journeys, site};
use serde_json::Value;

use crate::scenes::SCENES;

journeys!(light, dark);

fn light(stage: &Stage) {
    pages_have_no_violation(stage, With::default());
}

fn dark(stage: &Stage) {
    pages_have_no_violation(stage, With { dark: true, ..With::default() });
}

fn pages_have_no_violation(stage: &Stage, with: With) {
    let host = stage.host_with_clock();
    let page = stage.page_with(with);
    let mut found = Vec::new();
    for scene in &SCENES {
        scene.open(&page, &host, "");
        let dark: bool = page.get("return matchMedia('(prefers-color-scheme: dark)').matches");
        assert_eq!(dark, with.dark, "{} does not take the colours", stage.engine);
        check(&page, scene.name, &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Runs axe and notes what it objects to.
fn check(page: &Page, place: &str, found: &mut Vec<String>) {
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
