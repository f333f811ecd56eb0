"""The two bells, made of partials like those of a singing bowl: one strike for each move, two notes for the end."""

import numpy as np

from sound import RATE, fade, level, peak, seconds

PEAK = -20.0  # dBFS; at least 12 dB under the quietest voice clip, which clips.py checks
ATTACK = 0.040  # seconds; a felt mallet, no click

# (times the fundamental, share of the level, seconds until a tenth is left, slow beats a second).
# The second partial, between 500 and 800 Hz, is what a telephone's small speaker can still carry.
BOWL = [(1.0, 0.9, 1.90, 0.6), (2.71, 1.0, 1.65, 0.9), (5.05, 0.14, 0.70, 1.3), (7.9, 0.03, 0.35, 1.9)]
# Warmer: an octave in between, and less above.
WARM_BOWL = [(1.0, 1.0, 2.00, 0.5), (2.0, 0.40, 1.60, 0.7), (2.71, 0.80, 1.60, 0.8), (5.05, 0.05, 0.60, 1.2)]


def strike(fundamental, partials, length):
    """One strike. Each partial is a pair a little apart, as in a bowl that is not quite round: it beats slowly."""
    time = np.arange(seconds(length)) / RATE
    sound = np.zeros_like(time)
    for index, (ratio, share, tenth, beat) in enumerate(partials):
        pair = sum(
            weight * np.sin(2 * np.pi * (fundamental * ratio + side * beat / 2) * time + index)
            for side, weight in ((-1, 0.85), (1, 0.15))
        )
        sound += share * pair * 10 ** (-time / tenth)
    return fade(sound, ATTACK, length * 0.3)


def bell():
    """The hands move on."""
    return at_peak(strike(196.0, BOWL, 4.0))


def bell_end():
    """The walk is over: a fourth upwards, which sounds like arriving."""
    sound = np.zeros(seconds(5.85))
    for begin, fundamental, share in ((0.0, 220.0, 0.85), (1.6, 293.66, 1.0)):
        note = share * strike(fundamental, WARM_BOWL, min(4.25, 5.85 - begin))
        sound[seconds(begin) : seconds(begin) + len(note)] += note
    return at_peak(sound)


BELLS = {"bell": bell, "bell-end": bell_end}


def at_peak(sound):
    return sound * level(PEAK - peak(sound))


def figures(heard):
    """Of a decoded bell: its peak, and in milliseconds the way from its begin up to 90 % and from there 40 dB down."""
    width = seconds(0.010)  # longer than a period of the fundamental, shorter than the attack
    envelope = np.lib.stride_tricks.sliding_window_view(np.abs(heard), width).max(axis=1)
    first = envelope[: seconds(1.5)]  # of a double strike only the first one
    begin = np.flatnonzero(first > 0.02 * first.max())[0] + width - 1
    risen = np.flatnonzero(first > 0.90 * first.max())[0] + width - 1
    last = np.flatnonzero(envelope > 0.01 * envelope.max())[-1]
    ms = 1000 / RATE
    return {
        "peak_dbfs": round(peak(heard), 1),
        "attack_ms": round((risen - begin) * ms),
        "decay_ms": round((last - risen) * ms),
    }
