"""Levels and edges of a sound held as samples: filter, trim, fade, loudness, peak."""

import warnings

import numpy as np
import pyloudnorm
from scipy.signal import butter, resample_poly, sosfilt

RATE = 22_050  # Hz; one MPEG-2 layer III frame is then 576 samples, 26.12 ms


def seconds(count):
    """Samples in so many seconds."""
    return round(count * RATE)


def db(level):
    """A level against full scale, in dB; silence counts as -120 dB."""
    return 20 * np.log10(max(level, 1e-6))


def level(decibel):
    return 10 ** (decibel / 20)


def peak(samples):
    return db(np.abs(samples).max(initial=0))


def true_peak(samples):
    """The peak between the samples too, as a player's converter makes it (four times as many)."""
    return peak(resample_poly(samples, 4, 1))


def loudness(samples):
    """LUFS after BS.1770, gated. A sound shorter than one block is repeated, which changes no gate."""
    block = 0.4
    while len(samples) < seconds(block) * 2:
        samples = np.concatenate([samples, samples])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pyloudnorm.Meter(RATE, block_size=block).integrated_loudness(samples)


def high_pass(samples, hertz):
    """Takes away rumble below the voice."""
    return sosfilt(butter(2, hertz, "highpass", fs=RATE, output="sos"), samples)


def trim(samples, threshold, keep):
    """Cuts what is quieter than the threshold (dBFS) at both ends, but for `keep` seconds."""
    loud = np.flatnonzero(np.abs(samples) > level(threshold))
    if not len(loud):
        raise ValueError("a sound without sound")
    return samples[max(0, loud[0] - seconds(keep)) : loud[-1] + 1 + seconds(keep)]


def fade(samples, into, out):
    """Raised cosines at both ends; the first and the last sample become 0."""
    samples = samples.copy()
    rise, fall = seconds(into), seconds(out)
    samples[:rise] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    samples[-fall:] *= 0.5 + 0.5 * np.cos(np.pi * (np.arange(fall) + 1) / fall)
    return samples


def limit(samples, ceiling):
    """Turns down what would pass the ceiling (dBFS), gently: 10 ms before it and 10 ms after."""
    reach = seconds(0.010)
    over = np.maximum(1, np.abs(samples) / level(ceiling))
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(over, 2 * reach, constant_values=1), 2 * reach + 1)
    shape = np.hanning(2 * reach + 1)
    return samples * np.convolve(1 / windows.max(axis=1), shape / shape.sum(), "valid")
