"""Captions come in as WebVTT and keep their cues only (ACC7)."""

import pytest
from django.core.exceptions import ValidationError

from core.captions import MOST_BYTES, plain_captions

CUE = b"00:00.000 --> 00:02.000 align:start\nYou can say no."


def test_cues_stay_and_notes_styles_and_names_go():
    sent = (
        b"\xef\xbb\xbfWEBVTT - by Sam Example\r\nKind: captions\r\n\r\nNOTE Sam\r\n\r\nSTYLE\n::cue { color: red }\n\n"
    )
    assert plain_captions(sent + b"Sam-1\n" + CUE + b"\n\n\n01:00:03.000 --> 01:00:04.000\n[Music]\n") == (
        "WEBVTT\n\n00:00.000 --> 00:02.000 align:start\nYou can say no.\n\n01:00:03.000 --> 01:00:04.000\n[Music]\n"
    )


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"WEBVTT\n",
        b"WEBVTT\n\nNOTE nothing yet\n",
        b"WEBVTT\n\n00:00.000 --> 00:02.000\n \n",
        b"WEBVTTX\n\n" + CUE,
        b"1\n00:00:00,000 --> 00:00:02,000\nYou can say no.\n",
        b"<html>" + CUE,
        b"WEBVTT\n\n" + CUE + b"\xff",
        b"WEBVTT\n\n" + CUE + b"\0",
        b"WEBVTT\n\n" + CUE + b"\n" + b"a" * MOST_BYTES,
    ],
)
def test_what_holds_no_captions_is_refused(sent):
    with pytest.raises(ValidationError, match="no captions we can use"):
        plain_captions(sent)
