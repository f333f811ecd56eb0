//! The tracks of all plans, decoded by ffmpeg: length, what begins when, chapters, loudness.

use crate::content::{english, sound};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use stillpoint::content::read::heard;
use stillpoint::content::{Clips, Words, fill};
use stillpoint::core::plan::{Choice, length};
use stillpoint::core::position::Step;
use stillpoint::core::preferences::Preferences;
use stillpoint::core::track::clip::Clip;
use stillpoint::core::track::splice::LEAD_IN;
use stillpoint::core::track::timeline::{Sounds, Timeline};
use stillpoint::core::track::{SAMPLES, Speaker, ms};
use stillpoint::prerender::{pack, sound as recordings};

/// Samples a second that ffmpeg gives out.
const RATE: usize = 22_050;

/// Preferences: as it comes, and without a voice.
const SPOKEN: &str = "voice=1";
const SILENT: &str = "voice=0";

/// Preferences for everybody who speaks, and for nobody.
fn voices() -> Vec<String> {
    let spoken = Speaker::ALL.map(|speaker| format!("{SPOKEN}&speaker={}", speaker.as_str()));
    spoken.into_iter().chain([SILENT.to_owned()]).collect()
}

/// What is louder than this has begun: about -52 dB.
const BEGUN: i16 = 80;

/// The words, all recordings, and the plans. `None` while there is a mistake in the words.
fn everything() -> Option<(Words, Clips)> {
    let book = english("/")?;
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let words = Words::new(tokio::task::LocalSet::new().block_on(&runtime, pack(&book, "")));
    let mut clips = Clips::default();
    for (name, file) in recordings::recordings(&book) {
        let bytes = fs::read(sound().join(file)).expect("a recording");
        clips.keep(name, Clip::read(&bytes).expect("a clip"));
    }
    Some((words, clips))
}

/// Whether ffmpeg and ffprobe are there to read what was made. Without them a test says so and is left out,
/// except where `STILLPOINT_GATE` says that nothing may be left out (`cargo xtask test` installs them and does).
fn can_decode(test: &str) -> bool {
    let runs = |program: &&str| Command::new(program).arg("-version").output().is_ok();
    let Some(missing) = ["ffmpeg", "ffprobe"].into_iter().find(|program| !runs(program)) else { return true };
    assert!(
        std::env::var_os("STILLPOINT_GATE").is_none(),
        "{missing} is missing; `cargo xtask setup` installs it"
    );
    // Past the harness, which keeps to itself what a test that passes has printed.
    let _ = writeln!(std::io::stderr(), "{test}: left out, {missing} is not installed");
    false
}

/// The file of a plan, one a test, that can be taken along with these preferences, and its timeline.
fn file(name: &str, words: &Words, clips: &Clips, minutes: u16, voice: &str) -> (PathBuf, Timeline, Choice) {
    let choice = Choice { minutes, ..Choice::default() };
    let timeline = words.timeline(&choice, false);
    let channels = Preferences::default().with(voice).channels();
    let mut bytes = words.tag(&choice, &timeline, b"\x89PNG no real picture");
    words
        .track(&choice, &timeline, channels, clips, [0, 0])
        .each(&mut |piece| bytes.extend_from_slice(piece));
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{minutes}-{voice}.mp3"));
    fs::write(&path, &bytes).expect("written");
    (path, timeline, choice)
}

fn run(program: &str, words: &[&str]) -> std::process::Output {
    let output = Command::new(program).args(words).output();
    output.unwrap_or_else(|why| panic!("{program}: {why}; `cargo xtask setup` installs it"))
}

/// The samples of a file, from `before` (options of ffmpeg that come before it) on.
fn decoded(path: &Path, before: &[&str], after: &[&str]) -> Vec<i16> {
    let path = path.to_string_lossy().into_owned();
    let mut words = vec!["-v", "error"];
    words.extend(before);
    words.extend(["-i", &path]);
    words.extend(after);
    words.extend(["-f", "s16le", "-ac", "1", "-ar", "22050", "-"]);
    let output = run("ffmpeg", &words);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect()
}

/// The first sample that is heard from this one on, in milliseconds.
fn begins(samples: &[i16], from: usize) -> Option<f64> {
    let heard = samples[from..].iter().position(|sample| sample.unsigned_abs() > BEGUN as u16)?;
    Some((from + heard) as f64 * 1_000.0 / RATE as f64)
}

#[test]
fn every_plan_is_as_long_as_it_says_and_everything_begins_in_time() {
    let Some((words, clips)) =
        everything().filter(|_| can_decode("every_plan_is_as_long_as_it_says_and_everything_begins_in_time"))
    else {
        return;
    };
    for plan in &words.plans {
        for voice in voices() {
            let voice = &*voice;
            let (path, timeline, choice) = file("time", &words, &clips, plan.minutes, voice);
            let planned = length(&plan.holds(&choice)) as f64;
            let samples = decoded(&path, &[], &[]);
            let long = samples.len() as f64 * 1_000.0 / RATE as f64;
            assert!((long - planned).abs() <= 50.0, "{} minutes last {long} ms", plan.minutes);

            let (mut worst, mut end, mut count) = (0.0_f64, 0, 0);
            for cue in &timeline.cues {
                if voice == SILENT && matches!(cue.what, Sounds::Saying(_)) {
                    continue;
                }
                let due = ms(cue.at) as f64;
                // Look from where the sound before has died away: nothing may begin early either.
                let from = end.max((due as usize).saturating_sub(200) * RATE / 1_000);
                let heard = begins(&samples, from).expect("a sound");
                assert!((heard - due).abs() <= 60.0, "{cue:?} begins at {heard}, not {due}");
                worst = if (heard - due).abs() > worst.abs() { heard - due } else { worst };
                end = (ms(cue.end()) as usize + 40) * RATE / 1_000;
                count += 1;
            }
            let size = fs::metadata(&path).expect("a file").len();
            assert!(size <= 6_000_000, "{} minutes are {size} bytes", plan.minutes);
            println!(
                "{} minutes, voice {voice}: {long:.0} ms, {count} sounds, worst {worst:.0} ms, {size} bytes",
                plan.minutes
            );
        }
    }
}

/// A number that ffprobe gives for a file.
fn probed(path: &Path, entry: &str) -> Vec<f64> {
    let path = path.to_string_lossy().into_owned();
    let output = run("ffprobe", &["-v", "error", "-show_entries", entry, "-of", "csv=p=0", &path]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().filter_map(|line| line.split(',').next()?.parse().ok()).collect()
}

#[test]
fn players_find_length_and_chapters() {
    let Some((words, clips)) = everything().filter(|_| can_decode("players_find_length_and_chapters")) else {
        return;
    };
    for plan in &words.plans {
        let (path, timeline, choice) = file("chapters", &words, &clips, plan.minutes, SPOKEN);
        let planned = length(&plan.holds(&choice)) as f64 / 1_000.0;
        let duration = probed(&path, "format=duration");
        assert!((duration[0] - planned).abs() <= 0.05, "{} minutes: {duration:?}", plan.minutes);
        let chapters = probed(&path, "chapter=start_time");
        assert_eq!(chapters.len(), plan.steps.len());
        for (chapter, start) in chapters.iter().zip(&timeline.starts).skip(1) {
            assert!((chapter * 1_000.0 - ms(*start) as f64).abs() < 1.0);
            // A quarter of a second before the chapter, so that its bell is heard beginning.
            let from = format!("{:.3}", chapter - 0.25);
            let samples = decoded(&path, &["-ss", &from], &["-t", "1"]);
            let heard = begins(&samples, 0).expect("a bell");
            assert!(
                (heard - 250.0).abs() <= 100.0,
                "{} minutes, chapter at {chapter}: {heard}",
                plan.minutes
            );
        }
    }
}

#[test]
fn the_tag_is_read_back_by_a_library() {
    let Some((words, clips)) = everything() else { return };
    let plan = &words.plans[0];
    let (path, timeline, choice) = file("tag", &words, &clips, plan.minutes, SPOKEN);
    let steps: Vec<&Step> =
        plan.holds(&choice).iter().map(|hold| &words.steps[usize::from(hold.step)]).collect();
    let tag = id3::Tag::read_from_path(&path).expect("a tag");
    use id3::TagLike;
    assert_eq!(tag.title(), Some(&*fill(&words.labels.walk_title(), &[("plan", &plan.title)])));
    assert_eq!(tag.artist(), Some(&*words.labels.name()));
    assert_eq!(tag.pictures().count(), 1);
    let chapters: Vec<&id3::frame::Chapter> = tag.chapters().collect();
    assert_eq!(chapters.len(), steps.len());
    assert_eq!(tag.tables_of_contents().next().expect("contents").elements.len(), steps.len());
    for (chapter, start) in chapters.iter().zip(&timeline.starts) {
        assert_eq!(u64::from(chapter.start_time), ms(*start));
    }
    let titles: Vec<&str> =
        chapters.iter().filter_map(|chapter| chapter.frames[0].content().text()).collect();
    assert_eq!(titles, steps.iter().map(|step| &*step.title).collect::<Vec<_>>());
}

/// Integrated loudness in LUFS and peak in dBFS, as ffmpeg measures them.
fn loudness(path: &Path) -> (f64, f64) {
    let path = path.to_string_lossy().into_owned();
    let output = run(
        "ffmpeg",
        &["-hide_banner", "-nostats", "-i", &path, "-af", "ebur128=peak=sample", "-f", "null", "-"],
    );
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let after = |name: &str| -> f64 {
        let line = text.lines().rev().find(|line| line.trim().starts_with(name));
        let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
        number.unwrap_or_else(|| panic!("no {name} in\n{text}"))
    };
    (after("I:"), after("Peak:"))
}

#[test]
fn levels_are_even_and_bells_are_softer_than_the_voice() {
    if !can_decode("levels_are_even_and_bells_are_softer_than_the_voice") {
        return;
    }
    let folders = Speaker::ALL.map(|speaker| sound().join("en").join(speaker.as_str()));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("recordings"));
    let mut lines: Vec<(f64, f64)> = files.map(|entry| loudness(&entry.expect("a file").path())).collect();
    assert!(!lines.is_empty(), "no recordings");
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (softest, loudest) = (lines[0].0, lines[lines.len() - 1].0);
    assert!(softest >= -21.0 && loudest <= -19.0, "from {softest} to {loudest} LUFS");
    let lowest = lines.iter().map(|line| line.1).fold(0.0, f64::min);
    let highest = lines.iter().map(|line| line.1).fold(-99.0, f64::max);
    assert!(highest <= -1.0, "a voice peaks at {highest} dBFS");
    for bell in ["bell.mp3", "bell-end.mp3"] {
        let (_, peak) = loudness(&sound().join(bell));
        println!("{bell}: {peak} dBFS, the voice from {lowest} to {highest} dBFS");
        assert!(peak <= lowest - 12.0, "{bell} peaks at {peak} dBFS, the voice at {lowest}");
    }
    println!("{} lines, {softest} to {loudest} LUFS", lines.len());
}

#[test]
fn a_level_changes_the_gain_and_nothing_else() {
    if !can_decode("a_level_changes_the_gain_and_nothing_else") {
        return;
    }
    let bell = Clip::read(&fs::read(sound().join("bell.mp3")).expect("a bell")).expect("a clip");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("softer.mp3");
    let energy = |clip: &Clip| -> f64 {
        fs::write(&path, clip.bytes()).expect("written");
        let samples = decoded(&path, &[], &[]);
        samples.iter().map(|sample| f64::from(*sample).powi(2)).sum()
    };
    let softer = 10.0 * (energy(&bell) / energy(&bell.clone().quieter(8))).log10();
    assert!((softer - 12.0).abs() < 0.3, "8 steps of 1.5 dB are {softer} dB");
}

#[test]
fn no_click_at_a_joint() {
    let Some((words, clips)) = everything().filter(|_| can_decode("no_click_at_a_joint")) else { return };
    let minutes = words.plans[words.plans.len() / 2].minutes;
    for voice in voices().into_iter().take(Speaker::ALL.len()) {
        let (path, timeline, choice) = file("joints", &words, &clips, minutes, &voice);
        let channels = Preferences::default().with(&voice).channels();
        let samples = decoded(&path, &[], &[]);
        for cue in &timeline.cues {
            // A clip is laid one frame before its sound begins. A speaker may be done before the other one is.
            let clip = clips.get(&words.recording(&choice, channels, cue.what)).expect("a recording");
            for joint in [cue.at - LEAD_IN, cue.at - LEAD_IN + clip.frames()] {
                let at = (joint * SAMPLES) as usize;
                let around = &samples[at.saturating_sub(200)..(at + 200).min(samples.len())];
                let loudest = around.iter().map(|sample| sample.unsigned_abs()).max().unwrap_or(0);
                assert!(loudest < 40, "{loudest} of 32768 at the joint {joint}, {cue:?}");
            }
        }
    }
}

/// What each length is like to listen to; the shape itself is held by the reader of the words. What is spoken is
/// neither hurried nor drawn out, and both voices take about as long.
#[test]
fn the_voices_are_unhurried_and_alike() {
    let Some((words, clips)) = everything() else { return };
    let spoken = |speaker: Speaker, choice: &Choice, timeline: &Timeline| {
        let channels = Preferences::default().with(&format!("speaker={}", speaker.as_str())).channels();
        let (mut said, mut frames) = (0, 0);
        for cue in timeline.cues.iter().filter(|cue| matches!(cue.what, Sounds::Saying(_))) {
            said += words.caption(choice, channels.posture, cue.what).split_whitespace().count();
            let clip = clips.get(&words.recording(choice, channels, cue.what)).expect("a recording");
            frames += clip.frames() - LEAD_IN;
        }
        (said, ms(frames) as f64 / 60_000.0)
    };
    for plan in &words.plans {
        let choice = Choice { minutes: plan.minutes, ..Choice::default() };
        let timeline = words.timeline(&choice, false);
        let mut paces = Vec::new();
        for speaker in Speaker::ALL {
            let (said, minutes) = spoken(speaker, &choice, &timeline);
            let pace = said as f64 / minutes;
            println!("{} minutes, {speaker:?}: {said} words, {pace:.0} a minute of speech", plan.minutes);
            assert!((100.0..=125.0).contains(&pace), "{} minutes, {speaker:?}: {pace:.0}", plan.minutes);
            paces.push(pace);
        }
        let (least, most) =
            (paces.iter().copied().fold(999.0, f64::min), paces.iter().copied().fold(0.0, f64::max));
        assert!(most - least < 16.0, "{} minutes: {paces:?}", plan.minutes);
        for (hold, heard) in plan.holds(&choice).iter().zip(heard(&timeline)) {
            let (id, share) = (&words.steps[usize::from(hold.step)].id, heard.share());
            let silences: Vec<u64> = heard.silences.iter().map(|silence| (silence + 500) / 1_000).collect();
            println!("    {id:14} {:4} s, {share:3.0} % talk, silences {silences:?}", hold.seconds);
        }
    }
}
