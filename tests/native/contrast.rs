//! Every pair of colours that text or a control stands in, in both themes, computed (WCAG 2.2).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Text on what it stands on: 7:1.
const TEXT: [(&str, &str); 15] = [
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
    ("text", "skin-deep"),
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

type Tokens = BTreeMap<String, String>;

/// A rule of a style sheet: what it's inside (`@media …`), its selector, and the tokens that it sets.
struct Rule {
    inside: Vec<String>,
    selector: String,
    tokens: Tokens,
}

/// The rules of a style sheet that set tokens, in order.
fn rules(css: &str) -> Vec<Rule> {
    let parts = css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest));
    let css: String = parts.collect();
    let (mut rules, mut around, mut said) = (Vec::new(), Vec::<(String, Tokens)>::new(), String::new());
    for c in css.chars() {
        match c {
            '{' => around.push((std::mem::take(&mut said).trim().to_owned(), Tokens::new())),
            ';' | '}' => {
                let token = said.trim().strip_prefix("--").and_then(|token| token.split_once(':'));
                if let (Some((name, value)), Some((_, tokens))) = (token, around.last_mut()) {
                    tokens.insert(name.to_owned(), value.trim().to_owned());
                }
                said.clear();
                if c == '}' {
                    let (selector, tokens) = around.pop().expect("as many brackets close as open");
                    let inside = around.iter().map(|(outer, _)| outer.clone()).collect();
                    rules.push(Rule { inside, selector, tokens });
                }
            }
            c => said.push(c),
        }
    }
    rules.retain(|rule| !rule.tokens.is_empty());
    rules
}

fn sheet(name: &str) -> Vec<Rule> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/css").join(name);
    rules(&fs::read_to_string(path).expect("a style sheet"))
}

/// The themes: what is chosen, and whether the device is dark.
const THEMES: [(&str, bool); 5] =
    [("", false), ("", true), ("light", true), ("dark", false), ("contrast", false)];

/// The tokens that count with a theme, on a screen or on paper. Later layers count more, and so do later rules.
fn tokens(theme: (&str, bool), paper: bool) -> Tokens {
    let (chosen, dark) = theme;
    let applies = |rule: &&Rule| {
        let media = rule.inside.iter().filter_map(|it| it.strip_prefix("@media "));
        let mut asked = media.flat_map(|media| media.split(" and "));
        let fits = asked.all(|it| match it {
            "screen" => !paper,
            "print" => paper,
            "(prefers-color-scheme: dark)" => dark,
            "(prefers-contrast: more)" => false,
            other => panic!("nobody knows what {other} asks for"),
        });
        fits && match &*rule.selector {
            ":root" => true,
            ":root:not([data-theme])" => chosen.is_empty(),
            selector => selector == format!("[data-theme=\"{chosen}\"]"),
        }
    };
    let mut all = Tokens::new();
    for rule in sheet("tokens.css").iter().chain(&sheet("print.css")).filter(applies) {
        all.extend(rule.tokens.clone());
    }
    all
}

fn colour(tokens: &Tokens, name: &str) -> [f64; 3] {
    let value = tokens.get(name).unwrap_or_else(|| panic!("no token --{name}"));
    match value.strip_prefix("var(--") {
        Some(other) => colour(tokens, other.trim_end_matches(')')),
        None => {
            let hex = value.strip_prefix('#').unwrap_or_else(|| panic!("--{name} is no colour: {value}"));
            let hex =
                if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
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

fn check(tokens: &Tokens, of: &str) {
    for (pairs, least) in [(&TEXT[..], 7.0), (&PARTS[..], 3.0)] {
        for (front, back) in pairs {
            let found = contrast(colour(tokens, front), colour(tokens, back));
            println!("{of}: {front} on {back} {found:.2}");
            assert!(found >= least, "{of}: {front} on {back} is {found:.2}, less than {least}");
        }
    }
}

#[test]
fn every_pair_can_be_read() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    for theme in THEMES {
        check(&tokens(theme, false), &format!("{theme:?}"));
    }
    assert_eq!(tokens(("", true), false), tokens(("dark", false), false), "the dark theme is written twice");
    assert_eq!(tokens(("", false), false), tokens(("light", true), false), "who wants it light has it light");
    assert_ne!(tokens(("", false), false), tokens(("dark", false), false));
}

/// Paper is white, whatever the screen is: no token of a theme reaches it.
#[test]
fn paper_knows_no_theme() {
    let paper = tokens(("", false), true);
    assert!(colour(&paper, "page") == [1.0; 3]);
    check(&paper, "on paper");
    for theme in THEMES {
        assert_eq!(tokens(theme, true), paper, "{theme:?} on paper");
    }
}
