//! Everything that was found, one entry a figure.

use serde::Serialize;

/// One figure of one visit.
#[derive(Debug, Serialize)]
pub struct Sample {
    /// What it is.
    pub measure: String,
    /// The page's route, or what else it belongs to.
    pub page: String,
    /// Name of the profile.
    pub profile: &'static str,
    /// `ms`, `kB`, `%` … or nothing.
    pub unit: &'static str,
    /// `here`, `floor` or `yesterday`.
    pub site: String,
    /// Which run it is of, from 0.
    pub run: usize,
    /// The figure, in its unit.
    pub value: f64,
}

/// All of them.
#[derive(Debug, Default)]
pub struct Samples {
    /// In the order in which they were taken.
    pub all: Vec<Sample>,
    /// Those that did not come, with the reason.
    pub missed: Vec<String>,
}
