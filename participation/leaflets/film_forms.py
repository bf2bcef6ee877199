"""A film comes in with its captions, or not at all."""

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from core.captions import MOST_BYTES as MOST_CAPTIONS
from core.captions import NOT_CAPTIONS, plain_captions
from core.films import MOST_BYTES, NOT_A_FILM, scrubbed_film

WHAT_IS_WIPED = (
    "MP4 for the web (H.264 plays on every phone) or WebM, up to 40 MB: about four minutes. Names, places and days "
    "that a camera or a program wrote into the file are wiped. Whoever can be seen or heard in the film stays."
)


class FilmForm(WagtailAdminModelForm):
    film_file = forms.FileField(label="The film", help_text=WHAT_IS_WIPED)
    captions_file = forms.FileField(
        label="Its captions (WebVTT)",
        help_text="A .vtt file: what is said and heard, in the language of the leaflet. Needed also for a signed film.",
    )

    def clean_film_file(self) -> tuple[bytes, str]:
        return scrubbed_film(_read(self.cleaned_data["film_file"], MOST_BYTES, NOT_A_FILM))

    def clean_captions_file(self) -> str:
        return plain_captions(_read(self.cleaned_data["captions_file"], MOST_CAPTIONS, NOT_CAPTIONS))

    def save(self, commit: bool = True) -> Any:
        self.instance.put(*self.cleaned_data["film_file"])
        self.instance.captions = self.cleaned_data["captions_file"]
        return super().save(commit=commit)


def _read(sent: Any, most: int, refusal: str) -> bytes:
    if sent.size > most:
        raise forms.ValidationError(refusal)
    data: bytes = sent.read()
    return data
