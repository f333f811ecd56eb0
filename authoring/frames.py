"""MP3 as frames that can be laid one after another: encoding, cutting, decoding, and the check of both.

A clip begins with one silent frame, and its sound with the second (576 samples, 26.12 ms);
so the player of a spliced track knows to the frame when each sound begins.
"""

import io
import subprocess
import wave

import numpy as np

from sound import RATE, db, level

FRAME = 576  # samples
DELAY = 1105  # samples that encoder (576) and decoder (529) together put before a sound
LEAD = 2 * FRAME - DELAY  # with these the sound begins with the third frame; the first is then dropped
QUIET = -60.0  # dBFS; the edges of a clip stay below


def split(mp3):
    """The frames, each one checked: MPEG-2 layer III, 32 kbit/s, 22.05 kHz, mono, no CRC, no reservoir."""
    frames, at = [], 0
    while at < len(mp3):
        head = mp3[at : at + 6]
        good = (
            len(head) == 6
            and head[:2] == b"\xff\xf3"  # sync, MPEG-2, layer III, no CRC
            and head[2] & 0xFC == 0x40  # 32 kbit/s, 22.05 kHz
            and head[3] & 0xC0 == 0xC0  # mono
            and head[4] == 0  # main_data_begin: the frame needs no earlier one
        )
        if not good:
            raise ValueError(f"byte {at} does not begin a frame that can be cut")
        size = 72 * 32_000 // RATE + (head[2] >> 1 & 1)
        frames.append(mp3[at : at + size])
        at += size
    if at != len(mp3):
        raise ValueError("the last frame is cut off")
    for tag in (b"Xing", b"Info"):
        if tag in frames[0]:
            raise ValueError("the first frame is a header, not sound")
    return frames


def decode(mp3):
    """The samples that a player hears; as many as there are frames of 576."""
    command = ["ffmpeg", "-v", "error", "-f", "mp3", "-i", "-", "-f", "f32le", "-ac", "1", "-ar", str(RATE), "-"]
    done = subprocess.run(command, input=mp3, stdout=subprocess.PIPE, check=True)
    return np.frombuffer(done.stdout, "<f4").astype(float)


def encode(samples):
    """Encodes, drops the first frame and the silent last ones, and looks whether the sound is where it belongs."""
    padded = np.concatenate([np.zeros(LEAD), samples, np.zeros(4 * FRAME)])
    shape = ["-t", "-m", "m", "--cbr", "--nores", "--resample", "22.05", "-b", "32"]
    done = subprocess.run(["lame", "--quiet", *shape, "-", "-"], input=wav(padded), stdout=subprocess.PIPE, check=True)
    frames = split(done.stdout)[1:]
    heard = decode(b"".join(frames))
    sounding = 1 + np.flatnonzero(np.abs(heard) > level(QUIET - 20))[-1] // FRAME
    frames = frames[: sounding + 1]
    shift = lag(samples, decode(b"".join(frames)))
    if abs(shift - FRAME) > RATE * 0.003:
        raise ValueError(f"the sound begins at sample {shift}, not {FRAME}")
    return b"".join(frames)


def wav(samples):
    """16-bit WAV, which is what the encoder reads."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(np.round(np.clip(samples, -1, 1) * 32_767).astype("<i2").tobytes())
    return file.getvalue()


def lag(made, heard):
    """By how many samples the decoded sound comes later than the one that was made."""
    size = 1 << (len(made) + len(heard)).bit_length()
    match = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(made, size)), size)
    return int(np.argmax(match[: 4 * FRAME]))


def faults(mp3):
    """What is wrong with a finished clip; nothing, if it is right."""
    try:
        count = len(split(mp3))
    except ValueError as fault:
        return [str(fault)]
    heard = decode(mp3)
    found = []
    if len(heard) != count * FRAME:
        found.append(f"{count} frames decode to {len(heard)} samples")
    for name, edge in (("first", heard[:200]), ("last", heard[-200:])):
        if np.abs(edge).max() > level(QUIET):
            found.append(f"the {name} 200 samples reach {db(np.abs(edge).max()):.1f} dBFS")
    if np.abs(heard).max() < level(-40):
        found.append("silent")
    return found
