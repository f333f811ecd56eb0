//! A plan: which steps, one after another, for how many seconds each.

use super::{Ms, Text};
use serde::{Deserialize, Serialize};

/// One of the lengths a walk can have.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Plan {
    /// Length in minutes; also its name in `?plan=20`.
    pub minutes: u16,
    /// What the choice is called, for instance "20 minutes".
    pub title: Text,
    /// One line on whom it suits.
    pub line: Text,
    /// The usual steps.
    pub steps: Vec<Hold>,
    /// Fewer places, each held longer, in the same time. Empty where that makes no difference.
    pub fewer: Vec<Hold>,
}

/// A step of a plan and its length.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Hold {
    /// Index of the step in the pack's list of steps.
    pub step: u16,
    /// Length in seconds, 10 to 1,800.
    pub seconds: u16,
}

/// What a person chose before starting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Minutes of the plan.
    pub minutes: u16,
    /// Fewer places, held longer.
    pub fewer: bool,
    /// Places that are swapped, as pairs of step indices: usual, used instead.
    pub swaps: Vec<(u16, u16)>,
}

impl Choice {
    /// This choice as `name=value` pairs joined by `&`.
    pub fn to_line(&self) -> String {
        let swaps: Vec<String> =
            self.swaps.iter().map(|(a, b)| [&a.to_string(), ":", &b.to_string()].concat()).collect();
        let (minutes, fewer) = (self.minutes.to_string(), u8::from(self.fewer).to_string());
        ["minutes=", &minutes, "&fewer=", &fewer, "&swaps=", &swaps.join(",")].concat()
    }

    /// Reads such pairs, among others. `None` where there is no length, or a swap cannot be read.
    pub fn from_line(line: &str) -> Option<Self> {
        let value = |name: &str| {
            let mut pairs = line.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
        };
        let swaps = value("swaps").unwrap_or_default().split(',').filter(|pair| !pair.is_empty());
        let swaps = swaps.map(|pair| {
            let (usual, instead) = pair.split_once(':')?;
            Some((usual.parse().ok()?, instead.parse().ok()?))
        });
        Some(Self {
            minutes: value("minutes")?.parse().ok()?,
            fewer: value("fewer") == Some("1"),
            swaps: swaps.collect::<Option<_>>()?,
        })
    }
}

impl Plan {
    /// The holds of this plan under a choice, with its swaps carried out.
    pub fn holds(&self, choice: &Choice) -> Vec<Hold> {
        let few = choice.fewer && !self.fewer.is_empty();
        let holds = if few { &self.fewer } else { &self.steps };
        let swapped = |step: u16| {
            let swap = choice.swaps.iter().find(|(usual, _)| *usual == step);
            swap.map_or(step, |&(_, instead)| instead)
        };
        holds.iter().map(|hold| Hold { step: swapped(hold.step), seconds: hold.seconds }).collect()
    }
}

/// The length of some holds together, in milliseconds.
pub fn length(holds: &[Hold]) -> Ms {
    holds.iter().map(|hold| Ms::from(hold.seconds) * 1_000).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        let hold = |step, seconds| Hold { step, seconds };
        Plan {
            minutes: 1,
            title: "One minute".into(),
            line: "".into(),
            steps: vec![hold(0, 20), hold(1, 20), hold(2, 20)],
            fewer: vec![hold(1, 60)],
        }
    }

    #[test]
    fn a_swap_changes_the_place_and_keeps_the_seconds() {
        let choice = Choice { swaps: vec![(1, 7)], ..Choice::default() };
        let holds = plan().holds(&choice);
        assert_eq!(holds[1], Hold { step: 7, seconds: 20 });
        assert_eq!(length(&holds), 60_000);
    }

    #[test]
    fn fewer_places_take_the_same_time() {
        let choice = Choice { fewer: true, swaps: vec![(1, 7)], ..Choice::default() };
        assert_eq!(plan().holds(&choice), vec![Hold { step: 7, seconds: 60 }]);
    }

    #[test]
    fn a_plan_without_a_shorter_list_keeps_its_steps() {
        let plan = Plan { fewer: Vec::new(), ..plan() };
        let choice = Choice { fewer: true, ..Choice::default() };
        assert_eq!(plan.holds(&choice).len(), 3);
    }
}
