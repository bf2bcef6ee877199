"""The editor's form says at once that a version exists, before the database does."""

from typing import Any

from django import forms
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm

from core.playing import keep_sound
from core.sounds import MOST_SENT, NOT_A_SOUND, MadeSound, made_sound
from participation.leaflets.domain.families import second_version_message, versions_like


class ReadAloudFields(forms.Form):
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

    def say_who_speaks(self, cleaned: dict[str, Any]) -> None:
        for name, words in (("recording_speaker", "Say who speaks."), ("recording_on", "Say when it was recorded.")):
            if cleaned.get("recording_file") and not cleaned.get(name):
                self.add_error(name, words)

    def keep_recording(self, page: Any) -> None:
        made = self.cleaned_data.get("recording_file")
        if made is not None:
            page.recording, page.recording_said = keep_sound(made, now=timezone.now()), page.words_now
        elif self.cleaned_data.get("recording_out"):
            page.recording, page.recording_said, page.recording_speaker, page.recording_on = None, "", "", None


class VersionForm(ReadAloudFields, WagtailAdminPageForm):
    def save(self, commit: bool = True) -> Any:
        self.keep_recording(self.instance)
        return super().save(commit=commit)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self.say_who_speaks(cleaned)
        audience, language = cleaned.get("audience"), cleaned.get("language")
        if audience and language and self.parent_page is not None:
            self.instance.audience, self.instance.language = audience, language
            if versions_like(self.instance, family=self.parent_page).exists():
                self.add_error("audience", second_version_message(self.instance))
        return cleaned
