"""Text to Kokoro's signs for the sounds of British English: espeak-ng reads, and its signs are rewritten.

    python authoring/phonemes.py    every line of the script with its sounds, to read through
"""

import re

import espeakng_loader
from phonemizer.backend import EspeakBackend
from phonemizer.backend.espeak.wrapper import EspeakWrapper

EspeakWrapper.set_library(espeakng_loader.get_library_path())
EspeakWrapper.set_data_path(espeakng_loader.get_data_path())
# The tie keeps two letters apart from one sound of two: "let her" from the ending of "teacher", say.
ESPEAK = EspeakBackend("en-gb", preserve_punctuation=True, with_stress=True, tie="^")

# For the voice only; the caption keeps its spelling. What the reader would say wrongly, and how to write it instead.
SPOKEN = {
    "’": "'",
}

# Of espeak's signs, those that Kokoro writes otherwise (its British set); longest first.
SIGNS = {
    "a^ɪ": "I", "a^ʊ": "W", "e^ɪ": "A", "ɔ^ɪ": "Y", "ə^ʊ": "Q", "e^ə": "ɛː", "e͡ə": "ɛː",
    "t^ʃ": "ʧ", "d^ʒ": "ʤ", "ə^l": "ᵊl", "i^ə": "ɪə", "iə": "ɪə",
    "ʊ^ə": "ʊə", "ɚ": "əɹ", "r": "ɹ", "x": "k", "ç": "k", "ɐ": "ə", "ɬ": "l", "ʔ": "t", "ʲ": "",
    "\u0303": "", "\u0329": "",
}  # fmt: skip

# Mistakes of the reader that no spelling cures, as patterns of its sounds, and what they should be.
MENDED = {
    r"\b(ɒv|ɒn|ˌɒn)(ð[əɪ])\b": r"\1 \2",  # it runs small words together
    r"\bfəɹə\b": "fəɹ ə",
    r"\btəbi\b": "tə bi",
    r"\batə\b": "at ə",
    r"\bɪnðə\b": "ɪn ðə",
    r"\bfəðə\b": "fə ðə",
    r"\bfɹʌmð([əɪ])\b": r"fɹɒm ð\1",
    r"\bjuːvhˌad\b": "juːv hˌad",
    r"\bkˌʊdəv\b": "kʊd hav",
    r"\bwˌʊdəntavtə\b": "wˈʊdənt hav tə",
    r"\bðɛːɹˈɪz\b": "ðɛːɹ ˈɪz",
    r"\bðAə\b": "ðɛː",  # they're
    r"nˈQmˌɔː\b": "nˈQ mˌɔː",
    r"nˈQwˈɒn": "nˈQ wˌʌn",
    r"ðˈɪswˌɒn": "ðˈɪs wˌʌn",
    r"ˌazɪtˈɪz": "az ɪt ˈɪz",
    r"w([ˈˌ]?)ɒn(?=z?\b)": r"w\1ʌn",  # one
    r"\bˈask\b": "ˈɑːsk",
    r"\blˈast(s?)\b": r"lˈɑːst\1",
    r"\bˈaftə\b": "ˈɑːftə",
    r"wˈɛlkʌm": "wˈɛlkəm",
    r"\bkan\b": "kən",
    r"(?<!\w)WtsˈId": "ˌWtsˈId",  # outside
}


def phonemes(sentence):
    """The sounds of a sentence, with its punctuation."""
    for written, spoken in SPOKEN.items():
        sentence = re.sub(re.escape(written), spoken, sentence, flags=re.IGNORECASE)
    (read,) = ESPEAK.phonemize([sentence], strip=True)
    for sign in sorted(SIGNS, key=len, reverse=True):
        read = read.replace(sign, SIGNS[sign])
    read = read.replace("^", "")
    for wrong, right in MENDED.items():
        read = re.sub(wrong, right, read)
    return read


def sentences(text):
    """The sentences of a caption. Each is spoken by itself, which gives it the best melody."""
    return re.split(r"(?<=[.?])\s+", text.strip())


if __name__ == "__main__":
    from script import SCRIPT, captions

    for caption in captions(SCRIPT).values():
        for said in sentences(caption):
            print(f"{said}\n    {phonemes(said)}")
