import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.responses.codes import ALPHABET, LENGTH, grouped, new_code, read_code, slow_digest


def test_code_has_three_groups_of_four_and_no_two_signs_that_look_alike():
    code = new_code()
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert len(set(ALPHABET)) == 30
    for twins in ("0O", "1IL", "2Z", "5S", "8B"):
        assert sum(sign in ALPHABET for sign in twins) == 1


@given(st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH), st.randoms())
def test_code_opens_however_it_is_typed(code, chance):
    worn = {"0": "Oo0", "1": "Ii1Ll", "2": "Zz2", "5": "Ss5", "8": "Bb8"}
    typed = "".join(
        chance.choice(worn.get(sign, sign + sign.lower())) + chance.choice(["", " ", "-", "–"]) for sign in code
    )
    assert read_code(typed) == code
    assert read_code(grouped(code)) == code


@pytest.mark.parametrize("typed", ["", "x", "\x00", "a" * 10_000, "١٢٣٤", "１２３４", "\ud800", "🙂" * 50])
def test_whatever_is_typed_is_read_without_error(typed):
    read = read_code(typed)
    assert set(read) <= set(ALPHABET)
    assert len(read) <= 64
    assert len(slow_digest(read)) == 64


def test_arabic_and_full_width_digits_are_digits():
    assert read_code("١٢٣４") == "1234"


def test_digest_depends_on_the_pepper_outside_the_database(monkeypatch):
    from core import key_ring
    from surveys.responses import codes

    before = slow_digest("0123456789AC")
    ring = key_ring.key_ring()
    other = key_ring.KeyRing(ring.write, ring.words, ring.seal, b"p" * 32)
    monkeypatch.setattr(codes, "key_ring", lambda: other)
    assert slow_digest("0123456789AC") != before
