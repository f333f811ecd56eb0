//! Smooth lines through given points: a figure is a few numbers, the curve is made here.

use std::fmt::Write as _;

/// A point of the drawing, in its units: 900 from crown to soles.
pub type Point = (f64, f64);

/// How tightly a curve bends at its points; 1/6 is Catmull and Rom's.
const BEND: f64 = 1.0 / 6.0;

/// A path through every point: it begins with `M`, and is closed when `closed`.
///
/// # Panics
/// With fewer than two points.
pub fn through(points: &[Point], closed: bool) -> String {
    assert!(points.len() > 1, "a line has two ends");
    let mut path = format!("M{}", at(points[0]));
    let last = points.len() - 1;
    for from in 0..points.len() - usize::from(!closed) {
        let to = (from + 1) % points.len();
        let before = if closed { (from + last) % points.len() } else { from.saturating_sub(1) };
        let after = if closed { (to + 1) % points.len() } else { (to + 1).min(last) };
        let (near, far) = controls(points[before], points[from], points[to], points[after]);
        write!(path, "C{} {} {}", at(near), at(far), at(points[to])).expect("a string takes everything");
    }
    if closed {
        path.push('z');
    }
    path
}

/// The two control points between `from` and `to`.
fn controls(before: Point, from: Point, to: Point, after: Point) -> (Point, Point) {
    // Points that lie close together must not fling the curve about: the pull of a far neighbour is bounded.
    let span = distance(from, to);
    let bend = |left: Point, right: Point| {
        let (dx, dy) = ((right.0 - left.0) * BEND, (right.1 - left.1) * BEND);
        let most = span * 0.45;
        let long = dx.hypot(dy).max(f64::EPSILON);
        let scale = (most / long).min(1.0);
        (dx * scale, dy * scale)
    };
    let (out, into) = (bend(before, to), bend(from, after));
    ((from.0 + out.0, from.1 + out.1), (to.0 - into.0, to.1 - into.1))
}

fn distance(a: Point, b: Point) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

fn at((x, y): Point) -> String {
    format!("{} {}", x.round(), y.round())
}

/// The height of a profile at `percent`, straight between its points.
pub fn height(profile: &[Point], percent: f64) -> f64 {
    let mut pairs = profile.windows(2);
    let pair = pairs.find(|pair| percent <= pair[1].0).unwrap_or(&profile[profile.len() - 2..]);
    let ((a, low), (b, high)) = (pair[0], pair[1]);
    low + (high - low) * ((percent - a) / (b - a)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_meets_its_points() {
        let path = through(&[(0.0, 0.0), (10.0, 20.0), (30.0, 0.0)], false);
        assert!(path.starts_with("M0 0C") && path.ends_with(" 30 0"), "{path}");
        assert!(path.contains(" 10 20C"), "{path}");
        assert!(through(&[(0.0, 0.0), (10.0, 20.0), (30.0, 0.0)], true).ends_with("0 0z"));
    }

    #[test]
    fn a_profile_is_straight_between_its_points() {
        let profile = [(10.0, 0.0), (20.0, 100.0), (30.0, 50.0)];
        assert_eq!(height(&profile, 15.0), 50.0);
        assert_eq!(height(&profile, 30.0), 50.0);
        assert_eq!(height(&profile, 5.0), 0.0);
    }
}
