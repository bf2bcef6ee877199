"""The code on a card: easy to type from paper, useless in a stolen database (security.md §3.2)."""

import hashlib
import secrets
import unicodedata

from django.conf import settings

from core.key_ring import key_ring

# Of signs that look alike only one is used; the others are read as it, so a misread sign still opens.
ALPHABET = "0123456789ACDEFGHJKMNPQRTUVWXY"
READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "B": "8"})
LENGTH = 12
GROUP = 4
LONGEST_INPUT = 64
SCRYPT_MEMORY = 128 * 1024 * 1024


def new_code() -> str:
    """58.9 bits from the system's randomness, in three groups of four."""
    return grouped("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def grouped(code: str) -> str:
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read_code(typed: str) -> str:
    """What was typed as the card has it: no case, spaces or dashes; digits of any script; O for 0 and so
    on.
    """
    signs = unicodedata.normalize("NFKC", typed[:LONGEST_INPUT]).upper()
    signs = "".join(str(unicodedata.digit(sign, sign)) for sign in signs)
    return "".join(sign for sign in signs.translate(READ_AS) if sign in ALPHABET)


def slow_digest(secret: str, *, purpose: str = "code") -> str:
    """scrypt (RFC 7914) with a pepper that is not in the database; 64 hex digits. The one costly step of
    a lookup.
    """
    salt = hashlib.sha256(key_ring().pepper + b"\x1f" + purpose.encode()).digest()
    work = settings.CODE_SCRYPT_N
    digest = hashlib.scrypt(secret.encode(), salt=salt, n=work, r=8, p=1, maxmem=SCRYPT_MEMORY, dklen=32)
    return digest.hex()
