//! The report: a table a profile, then the cost of scale, then what was not reached.

use std::fmt::Write as _;

use crate::budgets::Judged;
use crate::cost;
use crate::curves::Curve;
use crate::machine::Machine;
use crate::rows::{Row, Spread};
use crate::samples::Samples;

/// The whole report as Markdown.
pub fn text(
    machine: &Machine,
    rows: &[Row],
    judged: &[Judged],
    curves: &[Curve],
    samples: &Samples,
) -> String {
    let mut text = String::from("# How fast it is\n\n");
    let Machine { cores, model, browser, commit, dirty, runs, load_before, load_after } = machine;
    let dirty = if *dirty { " with changes" } else { "" };
    // Writing into a string can't fail.
    let _ = writeln!(
        text,
        "Commit {commit}{dirty}; {browser}; {cores} × {model}; {runs} runs, medians (least–most).\n\
         Load average (1, 5, 15 min) before: {load_before}; after: {load_after}.\n"
    );
    for profile in ["slow", "slow cpu", "plain"] {
        if !rows.iter().any(|row| row.profile == profile) {
            continue;
        }
        let _ = writeln!(text, "## {}\n", title(profile));
        let _ =
            writeln!(text, "| measure | page | here | floor | ratio | yesterday | ratio | budget | ok? |");
        let _ = writeln!(text, "|---|---|---|---|---|---|---|---|---|");
        for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.profile == profile) {
            line(&mut text, row, judged.iter().filter(|it| it.row == place));
        }
        text.push('\n');
    }
    text += &cost::section(curves);
    let missed: Vec<&Judged> = judged.iter().filter(|it| !it.kept).collect();
    if missed.is_empty() && samples.missed.is_empty() {
        text += if judged.is_empty() { "Nothing has a budget.\n" } else { "All budgets are kept.\n" };
        return text;
    }
    text += "## Not reached\n\n";
    for Judged { key, limit, row, value, .. } in missed {
        let _ =
            writeln!(text, "- {key}, {}: {} instead of {}", rows[*row].page, number(*value), number(*limit));
    }
    for missed in &samples.missed {
        let _ = writeln!(text, "- no sample of {}", missed.lines().next().unwrap_or_default());
    }
    text
}

fn title(profile: &str) -> &'static str {
    match profile {
        "slow" => "Slow: 1.6 Mbit/s, 150 ms a request, processor 4 times slower",
        "slow cpu" => "Without a server: processor 4 times slower",
        _ => "Plain: nothing slowed",
    }
}

fn line<'a>(text: &mut String, row: &Row, judged: impl Iterator<Item = &'a Judged>) {
    let judged: Vec<&Judged> = judged.collect();
    let budgets: Vec<String> = judged.iter().map(|it| format!("{} ≤ {}", it.key, number(it.limit))).collect();
    let ok = match judged.iter().all(|it| it.kept) {
        _ if judged.is_empty() => "",
        true => "yes",
        false => "**no**",
    };
    let ratio = |ratio: Option<f64>| ratio.map_or_else(|| "–".into(), |it| format!("{it:.2}"));
    let unit = if row.unit.is_empty() { String::new() } else { format!(", {}", row.unit) };
    let _ = writeln!(
        text,
        "| {}{unit} | {} | {} | {} | {} | {} | {} | {} | {ok} |",
        row.measure,
        row.page,
        spread(row.here),
        spread(row.floor),
        ratio(row.to_floor()),
        spread(row.yesterday),
        ratio(row.to_yesterday()),
        budgets.join("; "),
    );
}

fn spread(spread: Option<Spread>) -> String {
    let Some(Spread { median, min, max }) = spread else { return "–".into() };
    match number(min) == number(max) {
        true => number(median),
        false => format!("{} ({}–{})", number(median), number(min), number(max)),
    }
}

/// Three figures that count, at the most.
fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 || value == value.trunc() => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 0.1 => format!("{value:.2}"),
        _ => format!("{value:.4}"),
    }
}
