"""Speaks a caption: sentence by sentence, slowly, warm and close, the same samples each time."""

import numpy as np
from scipy.signal import butter, sosfilt, sosfiltfilt

import frames
from kokoro import Kokoro
from phonemes import phonemes, sentences
from sound import RATE, fade, high_pass, level, limit, loudness, seconds, trim, true_peak

# Each voice: its model, and how fast of its own pace. Together with the pauses that gives the words a minute
# in static/audio/README.md.
VOICES = {"emma": ("bf_emma", 0.60), "george": ("bm_george", 0.70)}
PAUSE = 0.8  # seconds of silence between two sentences of a caption
COMMA = 0.30  # seconds that are added to the voice's own pause at a comma
LOUDNESS = -20.0  # LUFS, of what a player decodes
CEILING = -3.3  # dBFS true peak; encoding adds up to 1 dB, and -2 must hold

SILENT = -50.0  # dBFS
EDGE = 0.020  # seconds that stay before and after what is louder than SILENT
TAIL = 0.120  # seconds that the room goes on after the last sound

# The room: a few reflections from near walls, and a short dull tail far below the voice.
REFLECTIONS = [(0.007, 0.060), (0.011, 0.050), (0.017, 0.040), (0.023, 0.030)]  # seconds, share
REVERB = (0.035, 0.22)  # share, seconds until a thousandth is left


class Speaker:
    """One voice."""

    def __init__(self, name):
        model, self.speed = VOICES[name]
        self.kokoro = Kokoro(model)
        self.room = room()

    def say(self, text):
        """One caption as a finished clip."""
        whole, aim = self.joined(text), LOUDNESS
        for _ in range(3):  # encoding changes the loudness a little, differently for each text
            clip = frames.encode(at_loudness(whole, aim))
            off = LOUDNESS - loudness(frames.decode(clip))
            if abs(off) < 0.2:
                break
            aim += off
        return clip

    def joined(self, text):
        """The sentences with pauses between them, each as loud as the other, in their room, with clean edges."""
        parts = []
        for sentence in sentences(text):
            sound = unhurried(self.kokoro.speak(self.sounds(sentence), self.speed), sentence.count(","))
            sound = warm(sound)
            sound = sound * level(LOUDNESS - loudness(sound))
            parts += [np.zeros(seconds(PAUSE - 2 * EDGE)), fade(trim(sound, SILENT, EDGE), 0.008, 0.030)]
        dry = np.concatenate([*parts[1:], np.zeros(seconds(TAIL))])
        return fade(np.convolve(dry, self.room)[: len(dry)], 0.004, TAIL)

    def sounds(self, sentence):
        said = phonemes(sentence)
        if strange := self.kokoro.unknown(said):
            raise ValueError(f"the voice does not know {strange} in {said}: {sentence}")
        return said


def unhurried(sound, commas):
    """Makes the longest pauses inside a sentence longer, one for each comma."""
    sound = trim(sound, SILENT, EDGE)
    width = seconds(0.010)
    power = np.sqrt(np.convolve(sound**2, np.ones(width) / width, "same"))
    quiet = np.concatenate([[False], power < level(-38) * np.abs(sound).max(), [False]])
    begins, ends = np.flatnonzero(np.diff(quiet.astype(int)) == 1), np.flatnonzero(np.diff(quiet.astype(int)) == -1)
    gaps = [(begin, end) for begin, end in zip(begins, ends) if end - begin > seconds(0.05)]
    inside = [(begin, end) for begin, end in gaps if begin > 0 and end < len(sound)]
    longest = sorted(sorted(inside, key=lambda gap: gap[0] - gap[1])[:commas], reverse=True)
    for begin, end in longest:
        middle = (begin + end) // 2
        sound = np.insert(sound, middle, np.zeros(seconds(COMMA)))
    return sound


def warm(sound):
    """Rumble goes, sharp highs come down by a few decibels, and the chest of the voice comes up by one or two."""
    sound = high_pass(sound, 60)
    bright = sound - sosfiltfilt(butter(1, 4_500, "lowpass", fs=RATE, output="sos"), sound)
    low = sosfilt(butter(1, 220, "lowpass", fs=RATE, output="sos"), sound)
    return sound - 0.35 * bright + 0.15 * low


def room():
    """What a small, soft room answers to a single click."""
    share, tenth = REVERB
    length = seconds(tenth)
    tail = np.random.default_rng(1).standard_normal(length) * 10 ** (-3 * np.arange(length) / length)
    tail = sosfilt(butter(1, 2_500, "lowpass", fs=RATE, output="sos"), tail)
    answer = share * tail / np.sqrt(np.sum(tail**2))
    answer[: seconds(0.012)] = 0
    answer[0] = 1
    for delay, part in REFLECTIONS:
        answer[seconds(delay)] += part
    return answer


def at_loudness(sound, aim):
    """Limiting takes a little loudness, which comes back in the next round."""
    for _ in range(6):
        sound = sound * level(aim - loudness(sound))
        if true_peak(sound) <= CEILING:
            break
        sound = limit(sound, CEILING - 0.3)
    return sound
