//! The cost of scale: a picture of each figure that was measured at several sizes, and a part of the report that
//! says how they grow.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::curves::Curve;
use crate::lines::Line;
use crate::plot::Plot;
use crate::slope::Growth;

/// What figures are called in pictures, where it is more than their name in the report.
const TITLES: [(&str, &str); 10] = [
    ("key median", "A key in the search: the median"),
    ("key worst", "A key in the search: the slowest"),
    ("scale fcp", "First contentful paint"),
    ("scale lcp", "Largest contentful paint"),
    ("scale search works", "Until the search filters what has come of the list"),
    ("scale search whole", "Until the search filters the whole list"),
    ("scale bytes", "Bytes of a first visit, until it rests (brotli)"),
    ("scale bytes of page", "Bytes of the page’s HTML (brotli)"),
    ("scale bytes of index", "Bytes of the search’s index (brotli)"),
    ("scale bytes of wasm", "Bytes of the program (brotli)"),
];

/// Writes each picture into a folder.
///
/// # Errors
/// When a file can't be written.
pub fn write(curves: &[Curve], out: &Path) -> Result<(), String> {
    for curve in curves {
        let Some(svg) = svg(curve) else { continue };
        let file = out.join(curve.file());
        fs::write(&file, svg).map_err(|why| format!("{}: {why}", file.display()))?;
    }
    Ok(())
}

/// The part of the report; empty where nothing was measured at several sizes.
pub fn section(curves: &[Curve]) -> String {
    let mut text = String::new();
    for curve in curves {
        let (title, file) = (title(curve), curve.file());
        // Writing into a string can't fail.
        let _ = match svg(curve) {
            Some(_) => writeln!(text, "- **{title}** ({}): {} [{file}]({file})", about(curve), words(curve)),
            None => writeln!(text, "- **{title}** ({}): nought everywhere.", about(curve)),
        };
    }
    if text.is_empty() {
        return text;
    }
    let head = "Growth of the medians with ten times the size: the nearest straight line on logarithmic axes or, \
        where that would bend, from size to size.";
    format!("## The cost of scale\n\n{head}\n\n{text}\n")
}

fn title(curve: &Curve) -> &str {
    let known = TITLES.iter().find(|(measure, _)| *measure == curve.measure);
    known.map_or(&*curve.measure, |(_, title)| title)
}

/// Page and, for times, the profile: bytes are the same on any line.
fn about(curve: &Curve) -> String {
    match curve.unit {
        "kB" => curve.page.clone(),
        _ => format!("{}, {}", curve.page, curve.profile),
    }
}

/// How it grows: “Ten times the questions: 1.03 times the time; the floor 7.4 times the time.”
fn words(curve: &Curve) -> String {
    let noun = match curve.unit {
        "ms" => "time",
        "kB" => "bytes",
        _ => "figure",
    };
    let grows = |line: &Line| {
        let points: Vec<(f64, f64)> = line.points.iter().map(|it| (it.at, it.value.median)).collect();
        Some(Growth::of(&points)?.words(noun))
    };
    let [here, floor] = &curve.lines;
    let here = grows(here).unwrap_or_else(|| "nothing here".into());
    let floor = grows(floor).map_or_else(|| "the floor has none".into(), |it| format!("the floor {it}"));
    format!("Ten times the {}: {here}; {floor}.", curve.axis)
}

/// Its picture; `None` where all is nought.
fn svg(curve: &Curve) -> Option<String> {
    let up = match curve.unit {
        "ms" => "time (ms)",
        "kB" => "size (kB)",
        other => other,
    };
    let spreads = curve.lines.iter().flat_map(|line| &line.points).any(|it| it.value.min < it.value.max);
    let about = about(curve) + if spreads { "; medians, least and most" } else { "" };
    let (title, words, across) = (title(curve), words(curve), &*curve.axis);
    Plot { title, about: &about, words: &words, across, up, lines: &curve.lines }.svg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curves::{self, tests::row};

    #[test]
    fn growth_is_told_with_a_link() {
        let rows = [
            row("key median at 100", "/faq/", "slow", 20.0, Some(9.0)),
            row("key median at 1000", "/faq/", "slow", 20.6, Some(66.6)),
            row("scale search works at 100", "/faq/", "plain", 20.0, None),
            row("scale search works at 1000", "/faq/", "plain", 40.0, None),
        ];
        let text = section(&curves::of(&rows));
        for part in [
            "## The cost of scale\n",
            "- **A key in the search: the median** (/faq/, slow): Ten times the questions: 1.03 times the time; \
             the floor 7.4 times the time. [scale-key-median.svg](scale-key-median.svg)\n",
            "2.0 times the time; the floor has none. [scale-search-works-plain.svg]",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert_eq!(section(&curves::of(&rows[..1])), "");
    }
}
