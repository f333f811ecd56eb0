//! Figures that belong together: one row a measure and page, medians with least and most.

use crate::samples::Samples;

/// The middle of some figures, and how far they spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Half of them are below.
    pub median: f64,
    /// The least.
    pub min: f64,
    /// The most.
    pub max: f64,
}

impl Spread {
    /// `None` of nothing.
    pub fn of(mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        let (min, max) = (*values.first()?, *values.last()?);
        let half = values.len() / 2;
        let median =
            if values.len() % 2 == 1 { values[half] } else { f64::midpoint(values[half - 1], values[half]) };
        Some(Self { median, min, max })
    }
}

/// One row of the report.
#[derive(Debug)]
pub struct Row {
    /// What it is.
    pub measure: String,
    /// The page's route, or what else it belongs to.
    pub page: String,
    /// Name of the profile.
    pub profile: &'static str,
    /// Unit of the figures.
    pub unit: &'static str,
    /// The site as it is.
    pub here: Option<Spread>,
    /// The hand-made one.
    pub floor: Option<Spread>,
    /// The site as it was.
    pub yesterday: Option<Spread>,
}

impl Row {
    /// Our median over the floor's; `None` where the floor has nothing or nought.
    pub fn to_floor(&self) -> Option<f64> {
        ratio(self.here, self.floor)
    }

    /// Our median over yesterday's.
    pub fn to_yesterday(&self) -> Option<f64> {
        ratio(self.here, self.yesterday)
    }
}

fn ratio(one: Option<Spread>, other: Option<Spread>) -> Option<f64> {
    let (one, other) = one.zip(other)?;
    (other.median > 0.0).then(|| one.median / other.median)
}

/// All rows, in the order in which they were first measured.
pub fn of(samples: &Samples) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for sample in &samples.all {
        let same = |measure: &str, page: &str, profile: &str| {
            measure == sample.measure && page == sample.page && profile == sample.profile
        };
        if rows.iter().any(|row| same(&row.measure, &row.page, row.profile)) {
            continue;
        }
        let spread = |site: &str| {
            let all =
                samples.all.iter().filter(|it| it.site == site && same(&it.measure, &it.page, it.profile));
            Spread::of(all.map(|it| it.value).collect())
        };
        rows.push(Row {
            measure: sample.measure.clone(),
            page: sample.page.clone(),
            profile: sample.profile,
            unit: sample.unit,
            here: spread("here"),
            floor: spread("floor"),
            yesterday: spread("yesterday"),
        });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn the_middle() {
        for (values, median) in [(vec![3.0, 1.0, 2.0], 2.0), (vec![4.0, 1.0], 2.5), (vec![7.0], 7.0)] {
            assert_eq!(Spread::of(values).map(|it| it.median), Some(median));
        }
        assert_eq!(Spread::of(Vec::new()), None);
    }
}
