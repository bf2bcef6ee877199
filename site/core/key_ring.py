"""The keys live in one file outside the database: a copy of the database alone opens nothing.

The file is JSON, keys in base64: ``{"write": "2", "words": {"1": "<32 bytes>", "2": …}, "seal": "…", "pepper": "…"}``.
``write`` names the key new words are sealed with; older keys stay until `rotate_keys` has moved every row.
"""

import base64
import json
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32


@dataclass(frozen=True)
class KeyRing:
    write: str
    words: dict[str, bytes]
    seal: bytes
    pepper: bytes


def new_key_text() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def create_key_ring(path: Path) -> None:
    """Writes a fresh ring, readable by its owner only. Never overwrites one (FileExistsError)."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    ring = {"write": "1", "words": {"1": new_key_text()}, "seal": new_key_text(), "pepper": new_key_text()}
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as handle:
        json.dump(ring, handle, indent=2)


def parse_key_ring(text: str) -> KeyRing:
    """Raises ImproperlyConfigured for a ring that is broken, short of bytes, or lacks its write key."""
    try:
        raw = json.loads(text)
        words = {key_id: base64.b64decode(value) for key_id, value in raw["words"].items()}
        ring = KeyRing(raw["write"], words, base64.b64decode(raw["seal"]), base64.b64decode(raw["pepper"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ImproperlyConfigured("The key ring is not readable.") from error
    every_key = [*ring.words.values(), ring.seal, ring.pepper]
    if ring.write not in ring.words or any(len(key) != KEY_BYTES for key in every_key):
        raise ImproperlyConfigured("The key ring lacks a key, or a key is not 32 bytes long.")
    return ring


@lru_cache(maxsize=4)
def _read(path: str) -> KeyRing:
    return parse_key_ring(Path(path).read_text())


def key_ring() -> KeyRing:
    """The ring named by settings.KEY_RING_FILE, read once in a process."""
    try:
        return _read(str(settings.KEY_RING_FILE))
    except OSError as error:
        raise ImproperlyConfigured("The key ring file is missing. Make one with `manage.py create_keys`.") from error
