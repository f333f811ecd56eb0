"""The texts that are recorded, as the script of the session has them."""

import hashlib
import tomllib
from pathlib import Path

SCRIPT = Path("src/content/en/script.toml")


def name(text):
    """A caption's clip; a changed caption has none until it is recorded."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def captions(script):
    """Name and text of every caption, each once, in the order of the names."""
    found = {}
    for value in tomllib.loads(script.read_text("utf-8")).values():
        for entry in value if isinstance(value, list) else [value]:
            for text in filter(None, (entry.get(key) for key in ("text", "side", "seated"))):
                found[name(text)] = text
    return dict(sorted(found.items()))
