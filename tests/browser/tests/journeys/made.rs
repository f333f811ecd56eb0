//! What the host program makes of a plan: its track, and what is said when.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// The track of a plan with its writings beside it, as `cargo xtask track` makes them.
pub fn track(minutes: u16) -> PathBuf {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock();
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("walk-{minutes}.mp3"));
    let mut command = match env::var_os("STILLPOINT_TRACK") {
        Some(program) => Command::new(program),
        None => {
            let mut cargo = Command::new("cargo");
            cargo.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
            cargo.args(["run", "--quiet", "--bin", "track", "--"]);
            cargo
        }
    };
    let made = command
        .args(["--plan", &minutes.to_string(), "--voice", "recorded", "--out"])
        .arg(&out)
        .status()
        .expect("the program to run");
    assert!(made.success(), "no track of {minutes} minutes");
    out
}

/// The captions of a plan: when each begins, in milliseconds, and what it says.
pub fn captions(minutes: u16) -> Vec<(u64, String)> {
    let text = fs::read_to_string(track(minutes).with_extension("vtt")).expect("captions");
    let blocks = text.split("\n\n").skip(1);
    let read = |block: &str| {
        let (times, words) = block.trim().split_once('\n').expect("times and words");
        let begin = times.split(" --> ").next().expect("a beginning");
        let parts: Vec<f64> = begin.split(':').map(|part| part.parse().expect("a number")).collect();
        let seconds = parts[0] * 3_600.0 + parts[1] * 60.0 + parts[2];
        ((seconds * 1_000.0).round() as u64, words.replace("&amp;", "&"))
    };
    blocks.map(read).collect()
}
