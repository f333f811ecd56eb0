//! Recordings as they come, and tracks that are made of them.

use crate::content::sound;
use fuzz::{Changed, changed, check};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use stillpoint::core::plan::Hold;
use stillpoint::core::track::clip::Clip;
use stillpoint::core::track::frame::SILENCE;
use stillpoint::core::track::splice::Track;
use stillpoint::core::track::timeline::{Script, Timeline};
use stillpoint::core::track::transcript::vtt;
use stillpoint::core::track::{Line, Posture, frame_at, ms};

/// Real recordings: both bells, and a few lines of each voice.
fn recordings() -> Vec<Vec<u8>> {
    let mut files: Vec<_> = ["bell.mp3", "bell-end.mp3"].map(|name| sound().join(name)).into();
    for voice in ["en/emma", "en/george"] {
        files.extend(first(&sound().join(voice)));
    }
    assert!(files.len() > 4, "there are recordings");
    files.iter().map(|path| fs::read(path).expect("a recording")).collect()
}

/// The first few files of a folder.
fn first(folder: &Path) -> Vec<std::path::PathBuf> {
    let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "mp3")).collect();
    files.sort();
    files.truncate(3);
    files
}

#[test]
fn fuzz_recordings() {
    let whole = recordings();
    check("recordings", 500, (changed(whole.len()), 0..20_u8), |(input, quieter): (Changed, u8)| {
        let bytes = input.bytes(&whole);
        let Ok(clip) = Clip::read(&bytes) else { return assert!(!input.is_whole()) };
        assert!(clip.frames() as usize * SILENCE.len() <= bytes.len());
        assert_eq!(clip.bytes(), bytes);
        let quiet = clip.clone().quieter(quieter);
        assert_eq!((quiet.frames(), quiet.bytes().len()), (clip.frames(), bytes.len()));
        assert_eq!(Clip::read(quiet.bytes()), Ok(quiet));
    });
}

/// Lines of any length, said in a walk of ten minutes.
fn lines() -> impl Strategy<Value = Vec<Line>> {
    let line = (any::<u16>(), any::<bool>(), "\\PC{0,20}").prop_map(|(frames, soon, text)| Line {
        text: text.as_str().into(),
        frames: if frames % 3 == 0 { frames } else { frames % 400 },
        after: if soon { vec![] } else { vec![10] },
        soon: if soon { vec![10] } else { vec![] },
        ..Line::default()
    });
    prop::collection::vec(line, 0..9)
}

/// Steps of any length, lines of any length: nothing lies over anything else, and the file is as long as it says.
#[test]
fn fuzz_timelines() {
    let bell = Clip::read(&SILENCE.repeat(40)).expect("a clip");
    let holds = prop::collection::vec(prop_oneof![3 => 0..400_u16, 1 => any::<u16>()], 0..12);
    let from = prop_oneof![any::<u32>().prop_map(u64::from), Just(0)];
    let inputs = (holds, lines(), prop::collection::vec(any::<u16>(), 2), any::<[bool; 2]>(), from);
    check("timelines", 192, inputs, |(seconds, lines, bells, [greets, stays], from)| {
        let holds: Vec<Hold> = seconds.iter().map(|seconds| Hold { step: 0, seconds: *seconds }).collect();
        let said = |_| &lines[..];
        let script = Script {
            bells: [bells[0], bells[1] % 2_000].map(u32::from),
            hello: lines.first().filter(|_| greets),
            stay: lines.last().filter(|_| stays),
            lines: &said,
            minutes: 10,
            fewer: false,
        };
        let timeline = Timeline::new(&holds, &script);
        assert_eq!(timeline.starts.len(), holds.len());
        for pair in timeline.cues.windows(2) {
            assert!(pair[0].end() <= pair[1].at, "{pair:?}");
        }
        assert!(timeline.cues.last().is_none_or(|last| last.end() <= timeline.frames));
        let track = Track::new(&timeline, from, 0, &|_| Some(bell.clone()));
        let mut size = 0;
        track.each(&mut |piece| size += piece.len());
        assert_eq!(size, track.size());
        let text = vtt(&timeline, &|_| "text");
        assert_eq!(text.matches(" --> ").count(), timeline.cues.len());
        assert!(ms(frame_at(from)).abs_diff(from) <= 14);
        let _ = lines.iter().map(|line| line.text(Posture::Side)).collect::<Vec<_>>();
    });
}
