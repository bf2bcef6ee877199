"""AES-256-GCM for words at rest, bound to the place they belong to (NIST SP 800-38D; security.md §3.7, D10, D11).

A token is ``k<key id>:<base64(nonce + ciphertext)>``. The additional data is the row's own context, so a token moved to
another row, field or council does not open. Text is padded to whole 256-byte blocks: its length says little.
"""

import base64
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.key_ring import key_ring

BLOCK = 256
NONCE_BYTES = 12
LENGTH_BYTES = 4


class CannotOpen(Exception):
    """The token was changed, moved, or its key is not in the ring. Carries no content."""


def _pad(plain: bytes) -> bytes:
    framed = len(plain).to_bytes(LENGTH_BYTES, "big") + plain
    return framed + b"\0" * (-len(framed) % BLOCK)


def _unpad(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:LENGTH_BYTES], "big")
    return padded[LENGTH_BYTES : LENGTH_BYTES + length]


def _additional_data(context: tuple[str, ...]) -> bytes:
    return "\x1f".join(context).encode()


def seal(text: str, *, context: tuple[str, ...]) -> str:
    ring = key_ring()
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(ring.words[ring.write]).encrypt(nonce, _pad(text.encode()), _additional_data(context))
    return f"k{ring.write}:{base64.b64encode(nonce + sealed).decode()}"


def open_sealed(token: str, *, context: tuple[str, ...]) -> str:
    """Raises CannotOpen; never returns ciphertext or an empty stand-in."""
    try:
        key_id, _, body = token.removeprefix("k").partition(":")
        raw = base64.b64decode(body, validate=True)
        key = key_ring().words[key_id]
        padded = AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _additional_data(context))
    except (InvalidTag, KeyError, ValueError):
        raise CannotOpen("These words cannot be opened here.") from None
    return _unpad(padded).decode()
