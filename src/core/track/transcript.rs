//! Everything that is said and rung, in writing: captions as WebVTT, and a transcript to read.

use super::timeline::{Timed, Timeline};
use super::{Frames, ms};
use crate::core::Ms;

/// A caption stays until the next one, but not longer than this after its sound, in milliseconds.
const STAYS: Ms = 4_000;

/// Captions as WebVTT (W3C). `words` gives the text of a cue.
pub fn vtt<'a>(timeline: &Timeline, words: &dyn Fn(&Timed) -> &'a str) -> String {
    let mut out = String::from("WEBVTT\n");
    for (n, cue) in timeline.cues.iter().enumerate() {
        let next = timeline.cues.get(n + 1).map_or(timeline.frames, |next| next.at);
        let end = (ms(cue.end()) + STAYS).min(ms(next));
        let (begin, end) = (stamp(ms(cue.at)), stamp(end));
        out.push_str(&["\n", &begin, " --> ", &end, "\n", &escape(words(cue)), "\n"].concat());
    }
    out
}

/// A transcript: title, then each step with its time and what is said in it.
pub fn text<'a>(
    title: &str,
    timeline: &Timeline,
    step: &dyn Fn(usize) -> &'a str,
    words: &dyn Fn(&Timed) -> &'a str,
) -> String {
    let mut out = [title, "\n"].concat();
    for (n, begin) in timeline.starts.iter().enumerate() {
        out.push_str(&["\n", &clock(*begin), "  ", step(n), "\n"].concat());
        let end = timeline.starts.get(n + 1).copied().unwrap_or(timeline.frames);
        for cue in timeline.cues.iter().filter(|cue| (*begin..end).contains(&cue.at)) {
            out.push_str(&[&clock(cue.at), "  ", words(cue), "\n"].concat());
        }
    }
    out
}

/// Minutes and seconds.
fn clock(frames: Frames) -> String {
    let seconds = ms(frames) / 1_000;
    [two(seconds / 60), two(seconds % 60)].join(":")
}

/// Hours, minutes, seconds and thousandths, as WebVTT wants them.
fn stamp(moment: Ms) -> String {
    let seconds = moment / 1_000;
    let thousandths = (1_000 + moment % 1_000).to_string();
    let whole = [two(seconds / 3_600), two(seconds / 60 % 60), two(seconds % 60)].join(":");
    [&whole, ".", &thousandths[1..]].concat()
}

fn two(number: u64) -> String {
    let text = number.to_string();
    if text.len() < 2 { ["0", &text].concat() } else { text }
}

/// What WebVTT reads as markup.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::timeline::Sounds;
    use super::*;
    use crate::core::walk::Bell;

    fn timeline() -> Timeline {
        let cue = |at, lasts| Timed { at, lasts, what: Sounds::Bell(Bell::Change) };
        Timeline {
            cues: vec![cue(0, 38), cue(191, 38), cue(2_680, 38)],
            frames: 2_756,
            starts: vec![0, 2_680],
        }
    }

    #[test]
    fn captions_stand_until_the_next_and_not_much_longer_than_they_sound() {
        let made = vtt(&timeline(), &|cue| if cue.at == 0 { "a <b> & c" } else { "x" });
        assert_eq!(
            made,
            "WEBVTT\n\n00:00:00.000 --> 00:00:04.989\na &lt;b&gt; &amp; c\n\n\
             00:00:04.989 --> 00:00:09.982\nx\n\n00:01:10.008 --> 00:01:11.993\nx\n"
        );
    }

    #[test]
    fn the_transcript_goes_step_by_step() {
        let made = text("T", &timeline(), &|n| ["One", "Two"][n], &|_| "x");
        assert_eq!(made, "T\n\n00:00  One\n00:00  x\n00:04  x\n\n01:10  Two\n01:10  x\n");
    }
}
