//! A picture of figures against a size, as SVG by hand: both axes logarithmic, lines told apart by dash, mark
//! and a label at their end.

use std::fmt::Write as _;

use crate::axis::{Axis, plain};
use crate::lines::{LOOKS, Line, draw, labels};

/// The whole picture, in pixels.
const SIZE: (f64, f64) = (800.0, 470.0);
/// The field of the lines: left, top, right, bottom. Labels of lines stand right of it.
const FIELD: (f64, f64, f64, f64) = (90.0, 80.0, 660.0, 400.0);
/// Pixels between the middles of two sizes that are written, at the least.
const APART: f64 = 56.0;

/// What a picture shows.
#[derive(Clone, Debug)]
pub struct Plot<'a> {
    /// What was measured.
    pub title: &'a str,
    /// Where and how, in a smaller line below.
    pub about: &'a str,
    /// What it shows, for those who do not see it.
    pub words: &'a str,
    /// Name of the size.
    pub across: &'a str,
    /// Name of the figure, with its unit.
    pub up: &'a str,
    /// The lines, at most as many as there are looks.
    pub lines: &'a [Line],
}

impl Plot<'_> {
    /// The picture. Points with a nought are left out; `None` when none is left.
    pub fn svg(&self) -> Option<String> {
        let (left, top, right, bottom) = FIELD;
        let points = || self.lines.iter().flat_map(|line| line.points.iter().filter(|it| it.counts()));
        let mut sizes: Vec<f64> = points().map(|it| it.at).collect();
        sizes.sort_by(f64::total_cmp);
        sizes.dedup();
        let values: Vec<f64> =
            points().flat_map(|it| [it.value.min, it.value.median, it.value.max]).collect();
        let (x, y) = (Axis::along(&sizes, left, right)?, Axis::around(&values, bottom, top)?);
        let (width, height) = SIZE;
        let mut svg = format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="title words" font-family="system-ui, sans-serif" font-size="14" fill="#222">
<title id="title">{title}</title>
<desc id="words">{words}</desc>
<rect width="{width}" height="{height}" fill="#fff"/>
<text x="24" y="32" font-size="20" font-weight="600">{title}</text>
<text x="24" y="54">{about}</text>
"##,
            title = escape(self.title),
            words = escape(self.words),
            about = escape(self.about),
        );
        self.axes(&mut svg, (&x, &sizes), &y);
        let mut ends = Vec::new();
        for (line, look) in self.lines.iter().zip(LOOKS) {
            ends.extend(draw(&mut svg, line, look, &x, &y));
        }
        labels(&mut svg, ends);
        svg += "</svg>\n";
        Some(svg)
    }

    /// Ticks with their numbers, and the names of both axes. Writing into a string can't fail.
    fn axes(&self, svg: &mut String, (x, sizes): (&Axis, &[f64]), y: &Axis) {
        let (left, top, right, bottom) = FIELD;
        let mut text = |x: f64, y: f64, anchor: &str, text: &str| {
            let _ = writeln!(svg, r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}">{text}</text>"#);
        };
        let ticks = y.ticks().into_iter().map(|value| (value, y.place(value)));
        let mut lines = String::new();
        for (value, at) in ticks {
            text(left - 10.0, at + 5.0, "end", &plain(value));
            let _ = write!(lines, "M{left} {at:.1}H{right}");
        }
        let mut last = f64::MIN;
        for (size, at) in sizes.iter().map(|size| (*size, x.place(*size))) {
            let _ = write!(lines, "M{at:.1} {top}V{}", bottom + 6.0);
            if at - last >= APART {
                text(at, bottom + 24.0, "middle", &plain(size));
                last = at;
            }
        }
        text(f64::midpoint(left, right), bottom + 50.0, "middle", &escape(self.across));
        let (middle, up) = (f64::midpoint(top, bottom), escape(self.up));
        let _ = writeln!(
            svg,
            r##"<text transform="translate(26 {middle}) rotate(-90)" text-anchor="middle">{up}</text>
<path d="{lines}" stroke="#ddd"/>
<path d="M{left} {top}V{bottom}H{right}" fill="none" stroke="#222"/>"##
        );
    }
}

/// A text that can stand in an element or an attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::Point;
    use crate::rows::Spread;

    fn line(name: &str, values: &[(f64, f64)]) -> Line {
        let point = |(at, median): &(f64, f64)| {
            let (min, max) = (median * 0.85, median * 1.3);
            Point { at: *at, value: Spread { median: *median, min, max } }
        };
        Line { name: name.into(), points: values.iter().map(point).collect() }
    }

    fn picture(lines: &[Line]) -> Option<String> {
        let about = "/faq/, slow: a processor four times slower; medians, with least and most";
        let words = "Ten times the questions: 1.02 times the time; the floor 6.1 times the time.";
        Plot {
            title: "A key in the search: median",
            about,
            words,
            across: "questions",
            up: "time (ms)",
            lines,
        }
        .svg()
    }

    #[test]
    fn a_sample() {
        let here = line("here", &[(48.0, 21.0), (1_000.0, 21.6), (10_000.0, 22.1)]);
        let floor = line("floor", &[(48.0, 8.2), (1_000.0, 96.0), (10_000.0, 1_180.0)]);
        let svg = picture(&[here, floor]).expect("a picture");
        let file = std::env::temp_dir().join("plot-sample.svg");
        std::fs::write(&file, &svg).expect("the sample");
        for part in
            ["role=\"img\"", "<title id=", ">10,000<", ">here: 22.1<", ">floor: 1,180<", "dasharray=\"9 6\""]
        {
            assert!(svg.contains(part), "{part} in {svg}");
        }
    }

    #[test]
    fn a_single_point_has_no_line() {
        let svg = picture(&[line("here", &[(48.0, 21.0)])]).expect("a picture");
        assert!(svg.contains("<circle") && !svg.contains("dasharray"), "{svg}");
    }

    #[test]
    fn noughts_are_left_out() {
        let svg = picture(&[line("here", &[(48.0, 21.0), (1_000.0, 0.0)])]).expect("a picture");
        assert_eq!(svg.matches("<circle").count(), 1);
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert_eq!(picture(&[line("here", &[(48.0, 0.0)])]), None);
        assert_eq!(picture(&[]), None);
    }

    #[test]
    fn what_means_something_is_escaped() {
        let svg = picture(&[line("<here> & \"there\"", &[(48.0, 2.0)])]).expect("a picture");
        assert!(svg.contains("&lt;here&gt; &amp; &quot;there&quot;: 2<"), "{svg}");
    }
}
