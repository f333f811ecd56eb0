//! The studies as one picture: years across, what they speak for down, people as circles.

use crate::content::book::Book;
use crate::content::fill;
use crate::content::known::{Design, Direction, Study};
use crate::content::legends::line;
use std::fmt::Write as _;
use yew::prelude::*;

const LANES: [Direction; 4] = [Direction::For, Direction::Mixed, Direction::Against, Direction::Neither];
/// Width of the drawing, where the years begin, and the height of a lane.
const WIDE: f64 = 720.0;
const LEFT: f64 = 24.0;
const HIGH: f64 = 96.0;

/// Picture, its text, and what its marks mean.
pub fn drawn(book: &Book) -> Html {
    let studies = &book.evidence.studies;
    let count = |lane: Direction| studies.iter().filter(|study| study.direction == lane).count().to_string();
    let single = studies.iter().filter(|study| study.design != Design::Review);
    let largest = single.filter_map(|study| study.people).max().unwrap_or_default();
    let says = fill(
        &book.legends.studies_drawn,
        &[
            ("n", &studies.len().to_string()),
            ("for", &count(Direction::For)),
            ("mixed", &count(Direction::Mixed)),
            ("against", &count(Direction::Against)),
            ("neither", &count(Direction::Neither)),
            ("largest", &largest.to_string()),
        ],
    );
    html! {
        <figure class="overview">
            { Html::from_html_unchecked(AttrValue::from(svg(book))) }
            <figcaption><p>{ says }</p><p>{ &*book.legends.studies_key }</p></figcaption>
        </figure>
    }
}

fn svg(book: &Book) -> String {
    let studies = &book.evidence.studies;
    let first = studies.iter().map(|study| study.year).min().unwrap_or(2000).min(1994) / 5 * 5;
    let last = studies.iter().map(|study| study.year).max().unwrap_or(2025) + 1;
    let across = |year: f64| LEFT + (WIDE - 2.0 * LEFT) * (year - f64::from(first)) / f64::from(last - first);
    let high = HIGH * LANES.len() as f64;
    let mut out =
        format!(r#"<svg class="overview__drawing" viewBox="0 0 {WIDE} {}" aria-hidden="true">"#, high + 28.0);
    for year in (first..=last).step_by(5) {
        let x = across(f64::from(year));
        let _ = write!(
            out,
            r#"<path class="f-faint" d="M{x:.0} 0V{high}"/><text x="{x:.0}" y="{:.0}">{year}</text>"#,
            high + 22.0
        );
    }
    for (nth, lane) in LANES.iter().enumerate() {
        let top = HIGH * nth as f64;
        let words = line(&book.legends.directions, nth);
        let _ = write!(
            out,
            r#"<path class="f-line" d="M0 {:.0}H{WIDE}"/><text class="overview__lane" x="4" y="{:.0}">{words}</text>"#,
            top + HIGH,
            top + 17.0
        );
        let mut placed: Vec<(f64, f64, f64)> = Vec::new();
        let mut inside: Vec<&Study> = studies.iter().filter(|study| study.direction == *lane).collect();
        inside.sort_by_key(|study| std::cmp::Reverse(study.people));
        for study in inside {
            let r = study.people.map_or(3.5, |people| (f64::from(people).sqrt() * 1.35).clamp(3.5, 26.0));
            let (x, y) = free(&placed, across(f64::from(study.year)), top, r);
            placed.push((x, y, r));
            let kind = if study.indirect { "overview__near" } else { "overview__study" };
            let _ = write!(out, r#"<circle class="{kind}" cx="{x:.1}" cy="{y:.1}" r="{r:.1}"/>"#);
        }
    }
    out.push_str("</svg>");
    out
}

/// A place for a circle of this size in its lane where it covers no other: as near to the middle of
/// the lane as can be, and only then a little aside.
fn free(placed: &[(f64, f64, f64)], x: f64, top: f64, r: f64) -> (f64, f64) {
    let middle = top + 24.0 + (HIGH - 28.0) / 2.0;
    let room = ((HIGH - 30.0) / 2.0 - r).max(0.0);
    let mut best = (x, middle);
    for aside in 0..12 {
        for step in 0..=12 {
            for sign in [1.0, -1.0] {
                let x = x + f64::from(aside) * 4.0 * sign;
                let y = middle + room * f64::from(step) / 12.0 * if step % 2 == 0 { 1.0 } else { -1.0 };
                let clear = placed.iter().all(|(ox, oy, other)| (x - ox).hypot(y - oy) >= r + other + 1.5);
                if clear && x - r > 0.0 && x + r < WIDE {
                    return (x, y);
                }
                best = (x, y);
            }
        }
    }
    best
}
