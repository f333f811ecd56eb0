//! The controlled trials as one picture. It counts no votes: it shows how large each trial was, when
//! it came out and, row by row, how hard the comparison was that it had to stand. Trials with the same
//! people are one circle; reviews and tests of the theory aren't in it. The same is there in words.

use super::sources::anchor;
use crate::content::book::Book;
use crate::content::fill;
use crate::content::known::{Comparison, Study};
use crate::core::Text;
use std::fmt::Write as _;
use yew::prelude::*;

/// Width of the drawing, the room left and right of the years, and the height of a row.
const WIDE: f64 = 720.0;
const LEFT: f64 = 24.0;
const HIGH: f64 = 108.0;
/// The room for a row's title at its top, and for the years below all rows.
const TITLE: f64 = 24.0;
const YEARS: f64 = 28.0;
/// The radius of a trial whose number of people isn't known, and that of the largest.
const DOT: f64 = 3.5;
const LARGEST: f64 = 24.0;

/// Picture, its text, and the same in words.
pub fn drawn(book: &Book) -> Html {
    let words = &book.evidence.drawn;
    let trials = trials(book);
    let asked = trials.iter().filter(|trial| trial.asked).count();
    let largest = trials.iter().filter_map(|trial| trial.people).max().unwrap_or_default();
    let [n, asked, largest] = [trials.len().to_string(), asked.to_string(), largest.to_string()];
    let says = |text: &str| fill(text, &[("n", &n), ("asked", &asked), ("largest", &largest)]);
    html! {
        <figure class="overview">
            { Html::from_html_unchecked(AttrValue::from(svg(&words.lanes, &trials))) }
            <figcaption>
                <p>{ says(&words.says) }</p>
                <p>{ says(&words.key) }</p>
                <details class="basis">
                    <summary>{ &*words.words }</summary>
                    <ul class="basis__sources">
                        { for words.lanes.iter().map(|(lane, title)| html! {
                            <li>
                                <strong>{ &**title }</strong>{ ": " }
                                { for inside(&trials, *lane).enumerate().map(|(nth, trial)| html! {
                                    <>if nth > 0 { { "; " } }
                                    <a href={format!("#{}", anchor(book, trial))}>{ named(book, trial) }</a></>
                                }) }
                            </li>
                        }) }
                    </ul>
                </details>
            </figcaption>
        </figure>
    }
}

/// Every controlled trial, once.
fn trials(book: &Book) -> Vec<&Study> {
    book.evidence.studies.iter().filter(|study| study.against.is_some() && !study.again).collect()
}

fn inside<'a>(trials: &'a [&'a Study], lane: Comparison) -> impl Iterator<Item = &'a Study> {
    trials.iter().copied().filter(move |trial| trial.against == Some(lane))
}

fn named(book: &Book, trial: &Study) -> String {
    let words = &book.evidence.drawn;
    let short = &book.sources[usize::from(trial.source)].short;
    match trial.people {
        Some(people) => fill(&words.one, &[("name", short), ("people", &people.to_string())]),
        None => fill(&words.uncounted, &[("name", short)]),
    }
}

fn svg(lanes: &[(Comparison, Text)], trials: &[&Study]) -> String {
    let first = trials.iter().map(|trial| trial.year).min().unwrap_or(2005) / 5 * 5;
    let last = trials.iter().map(|trial| trial.year).max().unwrap_or(2025) + 1;
    let across = |year: u16| LEFT + (WIDE - 2.0 * LEFT) * f64::from(year - first) / f64::from(last - first);
    let most = f64::from(trials.iter().filter_map(|trial| trial.people).max().unwrap_or(1));
    let radius = |people: Option<u16>| {
        people.map_or(DOT, |people| ((f64::from(people) / most).sqrt() * LARGEST).max(DOT))
    };
    let high = HIGH * lanes.len() as f64;
    let mut out = format!(
        r#"<svg class="overview__drawing" viewBox="0 0 {WIDE} {}" aria-hidden="true">"#,
        high + YEARS
    );
    for year in (first..=last).step_by(5) {
        let (x, y) = (across(year), high + 22.0);
        let _ = write!(
            out,
            r#"<path class="f-faint" d="M{x:.0} 0V{high}"/><text x="{x:.0}" y="{y:.0}">{year}</text>"#
        );
    }
    for (nth, (lane, title)) in lanes.iter().enumerate() {
        let top = HIGH * nth as f64;
        let _ = write!(
            out,
            r#"<path class="f-line" d="M0 {:.0}H{WIDE}"/><text class="overview__lane" x="4" y="{:.0}">{title}</text>"#,
            top + HIGH,
            top + 17.0
        );
        let mut inside: Vec<&Study> = inside(trials, *lane).collect();
        inside.sort_by_key(|trial| std::cmp::Reverse(trial.people));
        let mut placed: Vec<(f64, f64, f64)> = Vec::new();
        for trial in inside {
            let r = radius(trial.people);
            let shares = inside_year(trials, *lane, trial.year) > 1;
            let (x, y) = free(&placed, across(trial.year), top, r, shares);
            placed.push((x, y, r));
            let kind = if trial.asked { "overview__study" } else { "overview__near" };
            let _ = write!(out, r#"<circle class="{kind}" cx="{x:.1}" cy="{y:.1}" r="{r:.1}"/>"#);
        }
    }
    out.push_str("</svg>");
    out
}

fn inside_year(trials: &[&Study], lane: Comparison, year: u16) -> usize {
    inside(trials, lane).filter(|trial| trial.year == year).count()
}

/// A position for a circle of this size in its row where it covers no other: at the edge of the row if
/// it shares its year with another, else as near to the middle as can be; and only then a little aside.
fn free(placed: &[(f64, f64, f64)], x: f64, top: f64, r: f64, shares: bool) -> (f64, f64) {
    let middle = top + TITLE + (HIGH - TITLE) / 2.0;
    let room = ((HIGH - TITLE) / 2.0 - 2.0 - r).max(0.0);
    let mut best = (x.clamp(r, WIDE - r), middle);
    for aside in 0..16 {
        for step in 0..=12 {
            let step = if shares { 12 - step } else { step };
            for sign in [1.0, -1.0] {
                let x = (x + f64::from(aside) * 4.0 * sign).clamp(r, WIDE - r);
                let y = middle + room * f64::from(step) / 12.0 * sign;
                if placed.iter().all(|(ox, oy, other)| (x - ox).hypot(y - oy) >= r + other + 1.5) {
                    return (x, y);
                }
                best = (x, y);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::free;

    #[test]
    fn circles_of_one_year_do_not_cover_each_other() {
        let mut placed: Vec<(f64, f64, f64)> = Vec::new();
        for r in [24.0, 18.0, 16.0, 12.0, 9.0, 3.5] {
            let (x, y) = free(&placed, 300.0, 0.0, r, true);
            for (ox, oy, other) in &placed {
                assert!((x - ox).hypot(y - oy) >= r + other, "{r} covers {other}");
            }
            placed.push((x, y, r));
        }
    }
}
