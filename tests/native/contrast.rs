//! Every pair of colours that text or a control stands in, in both themes, computed (WCAG 2.2).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Text on what it stands on: 7:1.
const TEXT: [(&str, &str); 14] = [
    ("text", "page"),
    ("text", "quiet"),
    ("text", "deep"),
    ("text-soft", "page"),
    ("text-soft", "quiet"),
    ("text-soft", "deep"),
    ("action", "page"),
    ("action", "quiet"),
    ("action", "deep"),
    ("on-action", "action"),
    ("danger", "page"),
    ("danger", "quiet"),
    ("text", "skin"),
    ("text", "cloth"),
];

/// Parts of controls and drawings: 3:1.
const PARTS: [(&str, &str); 7] = [
    // Rest mode is meant to be dim: about 5:1, for large text read in the dark.
    ("rest-text", "rest-page"),
    ("edge", "page"),
    ("edge", "quiet"),
    ("now", "page"),
    ("now", "quiet"),
    ("now", "skin"),
    ("action", "page"),
];

/// The declarations of one block, by name.
fn block(css: &str) -> BTreeMap<String, String> {
    css.lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn colour(tokens: &BTreeMap<String, String>, name: &str) -> [f64; 3] {
    let value = tokens.get(name).unwrap_or_else(|| panic!("no token --{name}"));
    match value.strip_prefix("var(--") {
        Some(other) => colour(tokens, other.trim_end_matches(')')),
        None => {
            let hex = value.strip_prefix('#').unwrap_or_else(|| panic!("--{name} is no colour: {value}"));
            [0, 2, 4]
                .map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits")) / 255.0)
        }
    }
}

fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_pair_can_be_read() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/css/tokens.css");
    let css = fs::read_to_string(path).expect("the tokens");
    let (light, rest) = css.split_once("@media (prefers-color-scheme: dark)").expect("a dark theme");
    let (dark, rest) = rest.split_once("[data-theme=\"dark\"]").expect("a dark theme by choice");
    let (chosen, rest) = rest.split_once("[data-theme=\"contrast\"]").expect("a theme of high contrast");
    assert_eq!(block(dark), block(chosen), "the dark theme is written twice");
    let more = rest.split("@media").next().expect("the block of high contrast");
    let light = block(light);
    let over = |theme: &str| {
        let mut all = light.clone();
        all.extend(block(theme));
        all
    };
    for (theme, tokens) in [("light", &light), ("dark", &over(dark)), ("contrast", &over(more))] {
        for (pairs, least) in [(&TEXT[..], 7.0), (&PARTS[..], 3.0)] {
            for (front, back) in pairs {
                let found = contrast(colour(tokens, front), colour(tokens, back));
                println!("{theme}: {front} on {back} {found:.2}");
                assert!(found >= least, "{theme}: {front} on {back} is {found:.2}, less than {least}");
            }
        }
    }
}
