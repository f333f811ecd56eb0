//! A body as numbers: how high and how wide it is along its length, for four builds.
//!
//! Percent count from the crown (0) to the soles (100). Heights are above the table, widths from the
//! middle line, both in units of the drawing (900 from crown to soles, 1.9 mm each). Proportions follow
//! standard segment lengths.

use super::spline::Point;

/// Whose body is drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Build {
    /// Between the two others.
    Medium,
    /// Narrow.
    Slim,
    /// Broad.
    Large,
    /// Late in pregnancy.
    Pregnant,
}

impl Build {
    /// Every build, the one that is shown first in front.
    pub const ALL: [Build; 4] = [Build::Medium, Build::Slim, Build::Large, Build::Pregnant];

    /// Its name in files and settings.
    pub fn name(self) -> &'static str {
        match self {
            Build::Medium => "medium",
            Build::Slim => "slim",
            Build::Large => "large",
            Build::Pregnant => "pregnant",
        }
    }

    /// How thick trunk and limbs are against the medium build.
    fn share(self, percent: f64) -> f64 {
        let trunk = match self {
            Build::Medium => 1.0,
            Build::Slim => 0.87,
            Build::Large => 1.24,
            Build::Pregnant => 1.03,
        };
        // Limbs differ less than the trunk.
        let limb = 1.0 + (trunk - 1.0) * 0.6;
        let legs = ((percent - 44.0) / 14.0).clamp(0.0, 1.0);
        let neck = ((21.0 - percent) / 5.0).clamp(0.0, 1.0);
        let share = trunk + (limb - trunk) * legs;
        share + (1.0 + (trunk - 1.0) * 0.4 - share) * neck
    }

    /// What a belly adds to the height.
    fn belly(self, percent: f64) -> f64 {
        let (most, middle, reach) = match self {
            Build::Medium => return 0.0,
            Build::Slim => (-6.0, 38.0, 9.0),
            Build::Large => (20.0, 38.0, 11.0),
            Build::Pregnant => (62.0, 38.5, 14.5),
        };
        let off = ((percent - middle) / reach).abs();
        // A dome rather than a wave: flat on top, soft at its foot.
        if off >= 1.0 { 0.0 } else { most * (1.0 - off * off).powf(1.4) }
    }
}

/// Lying on the back, seen from the side: chest, belly, thighs over the roll, shins.
const FRONT: &[Point] = &[
    (15.6, 76.0),
    (18.0, 96.0),
    (22.0, 112.0),
    (27.0, 120.0),
    (32.0, 117.0),
    (37.0, 107.0),
    (41.0, 103.0),
    (45.0, 104.0),
    (50.0, 102.0),
    (56.0, 104.0),
    (62.0, 112.0),
    (67.0, 119.0),
    (70.5, 121.0),
    (74.0, 112.0),
    (79.0, 94.0),
    (84.0, 77.0),
    (89.0, 63.0),
    (93.0, 56.0),
];

/// The same from below: shoulders and seat on the table, the small of the back and the knees above it.
const BACK: &[Point] = &[
    (17.0, 16.0),
    (19.0, 3.0),
    (23.0, 0.0),
    (29.0, 0.0),
    (33.0, 5.0),
    (37.0, 8.0),
    (41.0, 3.0),
    (45.0, 0.0),
    (50.0, 0.0),
    (54.0, 6.0),
    (60.0, 24.0),
    (66.0, 44.0),
    (70.5, 55.0),
    (75.0, 46.0),
    (81.0, 28.0),
    (87.0, 13.0),
    (92.0, 8.0),
];

/// Half the width of neck and trunk, seen from above.
const TRUNK: &[Point] = &[
    (16.2, 37.0),
    (17.2, 62.0),
    (18.6, 98.0),
    (21.0, 110.0),
    (24.0, 104.0),
    (28.5, 90.0),
    (34.0, 80.0),
    (38.0, 78.0),
    (43.0, 86.0),
    (48.0, 88.0),
];

/// A leg seen from above: outer edge, counted from the middle line.
const LEG_OUT: &[Point] = &[
    (46.5, 85.0),
    (49.0, 87.0),
    (54.0, 86.0),
    (62.0, 78.0),
    (70.0, 68.0),
    (76.0, 68.0),
    (83.0, 65.0),
    (90.0, 54.0),
    (95.0, 50.0),
];

/// The same leg: inner edge.
const LEG_IN: &[Point] = &[
    (52.5, 1.0),
    (58.0, 6.0),
    (66.0, 14.0),
    (71.0, 18.0),
    (77.0, 15.0),
    (84.0, 19.0),
    (91.0, 24.0),
    (95.0, 22.0),
];

/// Height of the front of the body above the table.
pub fn front(build: Build) -> Vec<Point> {
    let back = BACK;
    FRONT
        .iter()
        .map(|&(percent, high)| {
            let low = super::spline::height(back, percent);
            (percent, low + (high - low) * build.share(percent) + build.belly(percent))
        })
        .collect()
}

/// Height of the back of the body above the table.
pub fn back() -> &'static [Point] {
    BACK
}

/// Half the width of the trunk.
pub fn trunk(build: Build) -> Vec<Point> {
    let wide = |&(percent, half): &Point| {
        let belly = build.belly(percent).max(0.0) * 0.28;
        (percent, half * build.share(percent) + belly)
    };
    TRUNK.iter().map(wide).collect()
}

/// The outer and the inner edge of a leg.
pub fn leg(build: Build) -> (Vec<Point>, Vec<Point>) {
    let out = LEG_OUT.iter().map(|&(percent, off)| (percent, off * build.share(percent))).collect();
    // Fuller legs lie closer together, and never through each other.
    let inner = |&(percent, off): &Point| (percent, (off - (build.share(percent) - 1.0) * 40.0).max(2.0));
    (out, LEG_IN.iter().map(inner).collect())
}

/// How much thicker than the medium build an arm is.
pub fn arm(build: Build) -> f64 {
    build.share(60.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builds_differ_where_they_should() {
        let at = |build, percent| super::super::spline::height(&front(build), percent);
        assert!(at(Build::Slim, 30.0) < at(Build::Medium, 30.0));
        assert!(at(Build::Large, 30.0) > at(Build::Medium, 30.0) + 20.0);
        assert!(at(Build::Pregnant, 40.0) > at(Build::Medium, 40.0) + 50.0);
        assert!((at(Build::Pregnant, 90.0) - at(Build::Medium, 90.0)).abs() < 3.0);
    }

    #[test]
    fn a_body_is_above_its_back() {
        for build in Build::ALL {
            for (percent, high) in front(build) {
                assert!(high > super::super::spline::height(BACK, percent) + 30.0, "{build:?} at {percent}");
            }
        }
    }
}
