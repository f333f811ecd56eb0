//! A small pack for tests, so that they know no word of the content: two walks of steps with a line each.

use crate::content::{Labels, Pack, Sound, Words};
use crate::core::plan::{Hold, Plan};
use crate::core::position::{Kind, Step};
use crate::core::track::{Line, frame_at};

/// Seconds of each step of the first plan.
pub const SECONDS: [u16; 4] = [30, 60, 60, 30];

/// How long the first plan is, in milliseconds.
pub const WHOLE: u64 = 180_000;

/// When each step of it begins.
pub const BEGINS: [u64; 4] = [0, 30_000, 90_000, 150_000];

/// Frames of something that sounds for so many milliseconds.
fn frames(milliseconds: u64) -> u16 {
    frame_at(milliseconds) as u16
}

fn line(text: &str) -> Line {
    Line { text: text.into(), frames: frames(2_000), after: vec![3, 60], ..Line::default() }
}

fn plan(minutes: u16, seconds: &[u16]) -> Plan {
    let holds =
        seconds.iter().enumerate().map(|(step, seconds)| Hold { step: step as u16, seconds: *seconds });
    Plan {
        minutes,
        title: format!("{minutes} minutes").into(),
        line: format!("Line of {minutes}").into(),
        steps: holds.collect(),
        fewer: Vec::new(),
    }
}

/// The pack.
pub fn words() -> Words {
    let step = |id: &str, kind: Kind| Step {
        id: id.into(),
        kind,
        title: format!("Title of {id}").into(),
        lines: vec![line(&format!("Line of {id}"))],
        drawn: "".into(),
    };
    Words::new(Pack {
        labels: Labels::sample(),
        steps: vec![
            step("a", Kind::Position),
            step("b", Kind::Position),
            step("c", Kind::Position),
            step("d", Kind::Position),
            step("e", Kind::Alternate(1)),
        ],
        plans: vec![plan(3, &SECONDS), plan(60, &[900, 900, 900, 900])],
        sound: Sound {
            folder: "audio".into(),
            bells: [frames(3_000), frames(5_000)],
            hellos: vec![line("Hello of 3"), line("Hello of 60")],
            stay: line("Stay"),
            taste: Line { instead: [Some("Taste on the side".into()), None], ..line("Taste") },
            hear: "".into(),
            form: "".into(),
        },
    })
}
