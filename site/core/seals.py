"""A keyed seal on what was published: a bare hash could be computed again by whoever changed the row (D6)."""

import hashlib
import hmac

from core.key_ring import key_ring


def sign(content: bytes, *, purpose: str) -> str:
    """HMAC-SHA256 (RFC 2104) as 64 hex digits; `purpose` keeps one kind of seal from passing for another."""
    return hmac.new(key_ring().seal, purpose.encode() + b"\x1f" + content, hashlib.sha256).hexdigest()


def verify(content: bytes, signature: str, *, purpose: str) -> bool:
    return hmac.compare_digest(sign(content, purpose=purpose), signature)


# Letters, so that no sign of a seal can be taken for a number; consonants, so that they spell nothing.
_SIGNS = str.maketrans("0123456789abcdef", "BCDFGHJKLMNPQRST")


def short_signs(seal: str) -> str:
    """The first signs of a seal, to lay two papers side by side; "" where there is none."""
    signs = seal[:8].translate(_SIGNS)
    return f"{signs[:4]}-{signs[4:]}" if signs else ""
