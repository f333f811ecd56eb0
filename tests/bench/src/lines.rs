//! The lines of a picture: whiskers, dashes, marks, and the names at their ends.

use std::fmt::Write as _;

use crate::axis::{Axis, plain};
use crate::plot::escape;
use crate::rows::Spread;

/// Pixels between the middles of two names, at the least.
const APART: f64 = 20.0;

/// How lines look, in their order: colour, dash, half the width of a whisker's ends in pixels.
pub const LOOKS: [(&str, &str, f64); 4] = [
    ("#14507a", "none", 5.0),
    ("#9a3f00", "9 6", 9.0),
    ("#2f6b2f", "2 5", 7.0),
    ("#6a3d8f", "14 5 2 5", 11.0),
];

/// One figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The size that it belongs to.
    pub at: f64,
    /// Its median, least and most.
    pub value: Spread,
}

/// Figures that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What stands at its end.
    pub name: String,
    /// In the order of their sizes.
    pub points: Vec<Point>,
}

impl Point {
    /// Whether it has a place on logarithmic axes.
    pub fn counts(&self) -> bool {
        self.at > 0.0 && self.value.median > 0.0
    }
}

/// A line's text, its colour, and where it ends.
pub struct End {
    text: String,
    colour: &'static str,
    x: f64,
    y: f64,
}

/// Draws whiskers, line and marks; gives the line's end.
pub fn draw(
    svg: &mut String,
    line: &Line,
    (colour, dash, half): (&'static str, &str, f64),
    x: &Axis,
    y: &Axis,
) -> Option<End> {
    let points: Vec<&Point> = line.points.iter().filter(|it| it.counts()).collect();
    let _ = writeln!(svg, r#"<g fill="none" stroke="{colour}" stroke-width="1.5">"#);
    let mut way = String::new();
    for point in &points {
        let Spread { median, min, max } = point.value;
        let (x, top, bottom) = (x.place(point.at), y.place(max), y.place(min.max(y.from)));
        let _ = write!(way, "{}{x:.1} {:.1}", if way.is_empty() { "M" } else { "L" }, y.place(median));
        if max > min {
            let (from, to) = (x - half, x + half);
            let _ = writeln!(
                svg,
                r#"<path d="M{from:.1} {top:.1}H{to:.1}M{x:.1} {top:.1}V{bottom:.1}M{from:.1} {bottom:.1}H{to:.1}"/>"#
            );
        }
    }
    if points.len() > 1 {
        let _ = writeln!(svg, r#"<path d="{way}" stroke-width="2.5" stroke-dasharray="{dash}"/>"#);
    }
    // The first line's marks are filled, those of the others are not.
    let fill = if dash == "none" { colour } else { "#fff" };
    for point in &points {
        let (x, y) = (x.place(point.at), y.place(point.value.median));
        let _ = writeln!(svg, r#"<circle cx="{x:.1}" cy="{y:.1}" r="4.5" fill="{fill}" stroke-width="2"/>"#);
    }
    *svg += "</g>\n";
    let last = points.last()?;
    let text = format!("{}: {}", line.name, plain(last.value.median));
    Some(End { text, colour, x: x.place(last.at), y: y.place(last.value.median) })
}

/// Writes the names at the lines' ends, so far apart that each can be read.
pub fn labels(svg: &mut String, mut ends: Vec<End>) {
    ends.sort_by(|one, other| one.y.total_cmp(&other.y));
    for nth in 1..ends.len() {
        let near = APART - (ends[nth].y - ends[nth - 1].y);
        if near > 0.0 {
            ends[nth - 1].y -= near / 2.0;
            ends[nth].y += near / 2.0;
        }
    }
    for End { text, colour, x, y } in ends {
        let _ = writeln!(
            svg,
            r#"<text x="{:.1}" y="{:.1}" font-weight="600" fill="{colour}">{}</text>"#,
            x + 16.0,
            y + 5.0,
            escape(&text)
        );
    }
}
