//! Examples and properties; see the module above.

use super::super::frame::length;
use super::*;
use crate::core::walk::Bell;
use proptest::prelude::*;

/// A clip of so many frames that can be told from silence.
fn clip(frames: Frames) -> Clip {
    let mut frame = SILENCE;
    frame[12] = 1;
    Clip::read(&frame.repeat(frames as usize)).expect("a clip")
}

fn timeline(places: &[(Frames, Frames)], frames: Frames) -> Timeline {
    let cue = |&(at, lasts): &(Frames, Frames)| Timed { at, lasts, what: Sounds::Bell(Bell::Change) };
    Timeline { cues: places.iter().map(cue).collect(), frames, starts: vec![0] }
}

/// Where the clips' frames lie in a file, and how many frames it has after its header's.
fn read(bytes: &[u8]) -> (Vec<Frames>, Frames) {
    let (mut at, mut frames, mut loud) = (length(bytes, 0).expect("the header"), 0, Vec::new());
    while at < bytes.len() {
        let length = length(bytes, at).expect("a frame");
        if bytes[at + 12] == 1 {
            loud.push(frames);
        }
        at += length;
        frames += 1;
    }
    (loud, frames)
}

fn number(bytes: &[u8]) -> u32 {
    u32::from_be_bytes(bytes[..4].try_into().expect("four bytes"))
}

#[test]
fn clips_lie_one_frame_before_their_cue() {
    let track = Track::new(&timeline(&[(10, 3), (20, 2)], 50), 0, 0, &|cue| Some(clip(cue.lasts)));
    let bytes = track.bytes();
    assert_eq!(read(&bytes), (vec![9, 10, 11, 19, 20], 50));
    assert_eq!(&bytes[13..17], b"Xing");
    assert_eq!(number(&bytes[21..]), 50);
    assert_eq!(number(&bytes[25..]) as usize, bytes.len());
}

#[test]
fn a_track_from_the_middle_leaves_out_what_had_begun() {
    let from = super::super::ms(15);
    let track = Track::new(&timeline(&[(10, 3), (20, 2)], 50), from, 0, &|cue| Some(clip(cue.lasts)));
    assert_eq!(read(&track.bytes()), (vec![4, 5], 35));
}

#[test]
fn settling_in_is_silence_before_it() {
    let silence = super::super::ms(100);
    let track = Track::new(&timeline(&[(10, 3)], 50), 0, silence, &|cue| Some(clip(cue.lasts)));
    assert_eq!(read(&track.bytes()), (vec![109, 110, 111], 150));
}

#[test]
fn what_does_not_sound_is_silence() {
    let track = Track::new(&timeline(&[(10, 3)], 50), 0, 0, &|_| None);
    assert_eq!(read(&track.bytes()), (vec![], 50));
    assert_eq!(track.size(), HEAD + 50 * SILENCE.len());
}

proptest! {
    #[test]
    fn any_clips_make_a_whole_file(
        gaps in prop::collection::vec((0_u32..400, 1_u32..200), 0..40),
        tail in 0_u32..3_000, from in 0_u64..60_000, silence in 0_u64..61_000,
    ) {
        let mut at = 0;
        let places: Vec<(Frames, Frames)> = gaps.iter().map(|(gap, lasts)| {
            let place = (at + gap, *lasts);
            at += gap + lasts;
            place
        }).collect();
        let timeline = timeline(&places, at + tail);
        let track = Track::new(&timeline, from, silence, &|cue| Some(clip(cue.lasts)));
        let bytes = track.bytes();
        let (loud, frames) = read(&bytes);
        prop_assert_eq!(frames, track.frames());
        prop_assert_eq!(frames, frame_at(silence) + timeline.frames - frame_at(from).min(timeline.frames));
        prop_assert_eq!(bytes.len(), track.size());
        prop_assert!(loud.windows(2).all(|pair| pair[0] < pair[1]));
        // The table never goes back, and begins at the first frame after the header's.
        let table = &bytes[29..129];
        prop_assert!(table.windows(2).all(|pair| pair[0] <= pair[1]), "{table:?}");
        let exact = (1..99).all(|n| {
            let place = usize::from(table[n]) * bytes.len() / 256;
            let exact = HEAD + track.place_of((u64::from(frames) * n as u64 / 100) as Frames);
            exact >= place && exact - place <= bytes.len() / 256 + 1
        });
        prop_assert!(exact, "the table leads elsewhere");
    }
}
