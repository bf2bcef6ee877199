"""The one way a recording of a text comes in and goes out: the editor's fields, and the door (ACC2)."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm

from core.models import ReadAloud
from core.playing import keep_sound, played
from core.sounds import MOST_SENT, NOT_A_SOUND, MadeSound, made_sound

READ_ALOUD = ("recording_file", "recording_speaker", "recording_on", "recording_out")


def heard(request: HttpRequest, text: ReadAloud | None) -> HttpResponse:
    """A person reading the words this text has now; Http404 without one. No copy stays on the device."""
    if text is None or text.recording_id is None or not text.can_be_heard:
        raise Http404
    response = played(request, text.recording_id)
    response["Cache-Control"] = "private, no-store"
    return response


class ReadAloudForm(WagtailAdminModelForm):
    """A recording comes in with who speaks and when, or not at all."""

    recording_file = forms.FileField(
        label="A recording of these words",
        required=False,
        help_text="MP3, or WAV with 16 bits, up to three minutes and 1.5 MB. It is played as long as the words stay.",
    )
    recording_out = forms.BooleanField(label="Take the recording out", required=False)

    def clean_recording_file(self) -> MadeSound | None:
        sent = self.cleaned_data.get("recording_file")
        if not sent:
            return None
        if sent.size > MOST_SENT:
            raise forms.ValidationError(NOT_A_SOUND)
        return made_sound(sent.read())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name, words in (("recording_speaker", "Say who speaks."), ("recording_on", "Say when it was recorded.")):
            if cleaned.get("recording_file") and not cleaned.get(name):
                self.add_error(name, words)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        page, made = self.instance, self.cleaned_data.get("recording_file")
        if made is not None:
            page.recording, page.recording_said = keep_sound(made, now=timezone.now()), page.words_now
        elif self.cleaned_data.get("recording_out"):
            page.recording, page.recording_said, page.recording_speaker, page.recording_on = None, "", "", None
        return super().save(commit=commit)
