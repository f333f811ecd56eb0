//! Makes the track of a walk on the host, the same bytes that the browser offers to take along.
//! `cargo xtask track` runs it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;
use stillpoint::content::{Clips, Words, read::read};
use stillpoint::core::plan::Choice;
use stillpoint::core::preferences::Preferences;
use stillpoint::core::track::clip::Clip;
use stillpoint::core::track::ms;
use stillpoint::prerender::{pack, sound};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let options: BTreeMap<&str, &str> =
        words.chunks(2).filter_map(|pair| Some((pair.first()?.as_str(), pair.get(1)?.as_str()))).collect();
    let option = |name: &str| options.get(name).copied().ok_or(format!("{name} is missing"));
    let (plan, voice, out) = (option("--plan")?, option("--voice")?, Path::new(option("--out")?));

    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sounds = root.join("static/audio");
    let book = read(&root.join("src/content/en"), &sounds, "en", "/").map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| format!("src/content/en/{fault}")).collect();
        lines.join("\n")
    })?;
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let words = Words::new(tokio::task::LocalSet::new().block_on(&runtime, pack(&book, "")));
    let minutes = plan.parse().ok().filter(|minutes| words.plan(*minutes).is_some()).ok_or_else(|| {
        let known: Vec<String> = words.plans.iter().map(|plan| plan.minutes.to_string()).collect();
        format!("there is no plan of {plan} minutes; the plans are {}", known.join(", "))
    })?;
    let choice = Choice { minutes, ..Choice::default() };
    let preferences = match voice {
        "recorded" => Preferences::default(),
        "none" => Preferences::default().with("voice=0"),
        _ => return Err(format!("--voice is `recorded` or `none`, not `{voice}`")),
    };

    let mut clips = Clips::default();
    for (name, file) in sound::recordings(&book) {
        let path = sounds.join(file);
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        clips.keep(name, Clip::read(&bytes).map_err(|flaw| format!("{}: {flaw}", path.display()))?);
    }
    let icon = root.join("static/icons/icon-512.png");
    let picture = fs::read(&icon).map_err(|error| format!("{}: {error}", icon.display()))?;

    let started = Instant::now();
    let timeline = words.timeline(&choice, false);
    let track = words.track(&choice, &timeline, preferences.channels(), &clips, [0, 0]);
    let mut bytes = words.tag(&choice, &timeline, &picture);
    bytes.reserve_exact(track.size());
    track.each(&mut |piece| bytes.extend_from_slice(piece));
    let took = started.elapsed();

    let save = |path: &Path, bytes: &[u8]| {
        fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    save(out, &bytes)?;
    save(&out.with_extension("txt"), words.transcript(&choice, preferences.posture, &timeline).as_bytes())?;
    save(&out.with_extension("vtt"), words.vtt(&choice, preferences.posture, &timeline).as_bytes())?;
    println!(
        "{}: {} bytes, {:.3} s, {} cues, spliced in {:.1} ms",
        out.display(),
        bytes.len(),
        ms(track.frames()) as f64 / 1_000.0,
        timeline.cues.len(),
        took.as_secs_f64() * 1_000.0
    );
    Ok(())
}
