//! A first visit as one drawn line: each stretch as long as its minutes, with a dot for each position.

use crate::content::book::{Book, Stretch};
use crate::content::fill;
use std::fmt::Write as _;
use yew::prelude::*;

/// Width of the drawing, and where its line lies.
const WIDE: f64 = 720.0;
const LINE: f64 = 46.0;

/// The visit, and the same in words.
pub fn drawn(book: &Book) -> Html {
    html! {
        <figure class="hour">
            { Html::from_html_unchecked(AttrValue::from(svg(book))) }
            <figcaption>{ &*book.guide.drawn }</figcaption>
        </figure>
    }
}

fn svg(book: &Book) -> String {
    let stretches = &book.guide.stretches;
    let whole: u16 = stretches.iter().map(|stretch| stretch.minutes).sum();
    let mut out = format!(r#"<svg class="hour__drawing" viewBox="0 0 {WIDE} 96" aria-hidden="true">"#);
    let mut x = 10.0;
    for (nth, stretch) in stretches.iter().enumerate() {
        let width = f64::from(stretch.minutes) / f64::from(whole) * (WIDE - 20.0);
        line(&mut out, stretch, x, width);
        let (anchor, at) = match nth {
            0 => ("start", x + 2.0),
            _ if nth + 1 == stretches.len() => ("end", x + width - 2.0),
            _ => ("middle", x + width / 2.0),
        };
        let minutes = fill(&book.legends.minutes, &[("n", &stretch.minutes.to_string())]);
        let _ = write!(out, r#"<text x="{at:.1}" y="24" text-anchor="{anchor}">{}</text>"#, stretch.title);
        let _ = write!(out, r#"<text x="{at:.1}" y="84" text-anchor="{anchor}">{minutes}</text>"#);
        x += width;
    }
    out.push_str("</svg>");
    out
}

/// The line of a stretch. Where hands rest, it has a dot and a gap for each position.
fn line(out: &mut String, stretch: &Stretch, x: f64, width: f64) {
    let (kind, pieces) = match stretch.hands {
        0 => ("hour__quiet", 1),
        positions => ("hour__hands", positions),
    };
    let each = width / f64::from(pieces);
    for piece in 0..pieces {
        let begin = x + each * f64::from(piece);
        let _ =
            write!(out, r#"<path class="{kind}" d="M{:.1} {LINE}H{:.1}"/>"#, begin + 2.0, begin + each - 2.0);
        if stretch.hands > 0 {
            let middle = begin + each / 2.0;
            let _ = write!(out, r#"<circle class="hour__place" cx="{middle:.1}" cy="{LINE}" r="6"/>"#);
        }
    }
}
