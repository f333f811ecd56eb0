"""Records the session: each text of the script once in each voice, two bells, and the list of what they are.

    python authoring/clips.py          records what is missing, removes what is no longer said
    python authoring/clips.py --all    records everything anew
    python authoring/clips.py --check  makes nothing, and tells what is wrong
"""

import argparse
import itertools
import json
import sys
from pathlib import Path

import frames
from bells import BELLS, figures
from script import SCRIPT, captions
from sound import RATE, loudness, peak, true_peak

AUDIO = Path("static/audio")
SAID = AUDIO / "en"  # with a folder for each voice
VOICES = ("emma", "george")
LIST = AUDIO / "clips.toml"

UNDER_VOICE = 12  # dB from the lowest peak of a voice clip down to that of the bells
LOUD = (-21.0, -19.0)  # LUFS
HIGHEST = -2.0  # dBFS true peak


def of_voice(voice):
    """The clips of a voice, and whatever else lies in its folder."""
    return sorted((SAID / voice).glob("*.mp3"))


def record(texts, voices, everything):
    """Makes the clips that are missing, and removes those that are no longer said."""
    for bell, make in BELLS.items():
        path = AUDIO / f"{bell}.mp3"
        if everything or not path.exists():
            path.write_bytes(frames.encode(make()))
            print(f"made {path.name}")
    for voice in voices:
        folder = SAID / voice
        folder.mkdir(parents=True, exist_ok=True)
        for gone in [path for path in of_voice(voice) if path.stem not in texts]:
            gone.unlink()
            print(f"removed {voice}/{gone.name}")
        missing = {clip: text for clip, text in texts.items() if everything or not (folder / f"{clip}.mp3").exists()}
        if missing:
            from voice import Speaker  # only here, because it takes long to load

            speaker = Speaker(voice)
            for clip, text in missing.items():
                (folder / f"{clip}.mp3").write_bytes(speaker.say(text))
                print(f"recorded {voice}/{clip}  {text}", flush=True)


def describe(texts, voices):
    """The list of clips as TOML, and what is wrong with them."""
    wrong, lines, lowest = [], ["# Written by authoring/clips.py; not by hand.\n"], 0.0
    bells = {}
    for bell in BELLS:
        mp3 = (AUDIO / f"{bell}.mp3").read_bytes()
        wrong += [f"{bell}: {fault}" for fault in frames.faults(mp3)]
        bells[bell] = measured = figures(frames.decode(mp3))
        lines.append(entry(f"[{bell}]", {"frames": len(frames.split(mp3)), **measured}))
    for voice, (clip, text) in itertools.product(voices, texts.items()):
        path = SAID / voice / f"{clip}.mp3"
        if not path.exists():
            wrong.append(f"{voice}/{clip}: not recorded: {text}")
            continue
        mp3 = path.read_bytes()
        faults = frames.faults(mp3)
        wrong += [f"{voice}/{clip}: {fault}" for fault in faults]
        if faults:
            continue
        heard, count = frames.decode(mp3), len(frames.split(mp3))
        lufs, top = loudness(heard), true_peak(heard)
        lowest = min(lowest, peak(heard))
        if not LOUD[0] <= lufs <= LOUD[1]:
            wrong.append(f"{voice}/{clip}: {lufs:.1f} LUFS")
        if top > HIGHEST:
            wrong.append(f"{voice}/{clip}: true peak {top:.1f} dBFS")
        sizes = {"frames": count, "ms": round(count * frames.FRAME / RATE * 1000)}
        levels = {"lufs": round(lufs, 1), "peak_dbfs": round(peak(heard), 1)}
        lines.append(entry("[[clip]]", {"voice": voice, "hash": clip, "text": text, **sizes, **levels}))
    for bell, measured in bells.items():
        if measured["peak_dbfs"] > lowest - UNDER_VOICE:
            wrong.append(f"{bell}: less than {UNDER_VOICE} dB under a voice clip of {lowest:.1f} dBFS")
    return "\n".join(lines), wrong


def entry(head, values):
    return "\n".join([head, *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()), ""])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--all", action="store_true")
    options.add_argument("--check", action="store_true")
    options = options.parse_args()
    texts = captions(SCRIPT)
    if not options.check:
        record(texts, VOICES, options.all)
    listed, wrong = describe(texts, VOICES)
    if options.check:
        stray = [path for voice in VOICES for path in of_voice(voice) if path.stem not in texts]
        wrong += [f"{path}: no caption has this clip" for path in stray]
        if LIST.read_text("utf-8") != listed:
            wrong.append(f"{LIST} does not describe these clips")
    else:
        LIST.write_text(listed, "utf-8")
    for fault in wrong:
        print(fault, file=sys.stderr)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
