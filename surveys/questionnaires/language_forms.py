"""Who checked a language, and who speaks a recording: small forms of the content studio."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms

from core.sounds import MOST_SENT, NOT_A_SOUND

WORD = "word."


class SignatureForm(forms.Form):
    """All or nothing: a name without the promise is no signature."""

    checked_by = forms.CharField(label="Their name", max_length=120)
    checked_as = forms.CharField(
        label="Who they are", max_length=160, help_text="For example: an interpreter with the Example service."
    )
    checked_on = forms.DateField(
        label="The day they checked it", widget=forms.DateInput(attrs={"type": "date"}), initial=dt.date.today
    )
    read_all = forms.BooleanField(
        label="They read this language well. They have read every line beside the English and heard every recording."
    )


class RecordingForm(forms.Form):
    file = forms.FileField(label="The recording", help_text="MP3, or WAV with 16 bits. Up to three minutes and 1.5 MB.")
    speaker = forms.CharField(label="Who speaks", max_length=120, help_text="Their name stays in the studio.")
    spoken_on = forms.DateField(
        label="The day it was recorded", widget=forms.DateInput(attrs={"type": "date"}), initial=dt.date.today
    )

    def clean_file(self) -> bytes:
        sent = self.cleaned_data["file"]
        if sent.size > MOST_SENT:
            raise forms.ValidationError(NOT_A_SOUND)
        data: bytes = sent.read()
        return data


def texts_in(post: Mapping[str, Any]) -> dict[str, str]:
    return {name.removeprefix(WORD): str(post[name]) for name in post if name.startswith(WORD)}
