//! An hour's session as one drawn line: each step as long as its minutes, as the longest plan has it.

use crate::content::book::Book;
use crate::content::fill;
use crate::content::legends::line;
use crate::core::position::Kind;
use std::fmt::Write as _;
use yew::prelude::*;

/// Width of the drawing, and where its line lies.
const WIDE: f64 = 720.0;
const LINE: f64 = 46.0;

/// The hour, and the same in words.
pub fn drawn(book: &Book) -> Html {
    let Some(plan) = book.plans.first() else { return html! {} };
    let held = |step: u16| book.steps[usize::from(step)].kind != Kind::Quiet;
    let seconds = |from: &dyn Fn(usize) -> bool| -> u32 {
        plan.steps
            .iter()
            .enumerate()
            .filter(|(at, _)| from(*at))
            .map(|(_, hold)| u32::from(hold.seconds))
            .sum()
    };
    let first = plan.steps.iter().position(|hold| held(hold.step)).unwrap_or_default();
    let last = plan.steps.iter().rposition(|hold| held(hold.step)).unwrap_or_default();
    let parts =
        [seconds(&|at| at < first), seconds(&|at| (first..=last).contains(&at)), seconds(&|at| at > last)];
    let places = (first..=last).filter(|at| held(plan.steps[*at].step)).count();
    let minutes = parts.map(|part| (part / 60).to_string());
    let says = fill(
        &book.legends.hour,
        &[("arrive", &minutes[0]), ("hands", &minutes[1]), ("rise", &minutes[2]), ("n", &places.to_string())],
    );
    html! {
        <figure class="hour">
            { Html::from_html_unchecked(AttrValue::from(svg(book, parts))) }
            <figcaption>{ says }</figcaption>
        </figure>
    }
}

fn svg(book: &Book, parts: [u32; 3]) -> String {
    let plan = &book.plans[0];
    let whole: u32 = parts.iter().sum();
    let wide = |seconds: u32| f64::from(seconds) / f64::from(whole) * (WIDE - 20.0);
    let mut out = format!(r#"<svg class="hour__drawing" viewBox="0 0 {WIDE} 96" aria-hidden="true">"#);
    let mut x = 10.0;
    for hold in &plan.steps {
        let width = wide(u32::from(hold.seconds));
        let held = book.steps[usize::from(hold.step)].kind != Kind::Quiet;
        let kind = if held { "hour__hands" } else { "hour__quiet" };
        let _ = write!(out, r#"<path class="{kind}" d="M{:.1} {LINE}H{:.1}"/>"#, x + 2.0, x + width - 2.0);
        if held {
            let _ =
                write!(out, r#"<circle class="hour__place" cx="{:.1}" cy="{LINE}" r="6"/>"#, x + width / 2.0);
        }
        x += width;
    }
    let mut x = 10.0;
    for (nth, part) in parts.into_iter().enumerate() {
        let width = wide(part);
        let (anchor, at) = match nth {
            0 => ("start", x + 2.0),
            1 => ("middle", x + width / 2.0),
            _ => ("end", x + width - 2.0),
        };
        let name = line(&book.legends.hour_parts, nth);
        let minutes = fill(&book.legends.minutes, &[("n", &(part / 60).to_string())]);
        let _ = write!(out, r#"<text x="{at:.1}" y="24" text-anchor="{anchor}">{name}</text>"#);
        let _ = write!(out, r#"<text x="{at:.1}" y="84" text-anchor="{anchor}">{minutes}</text>"#);
        x += width;
    }
    out.push_str("</svg>");
    out
}
