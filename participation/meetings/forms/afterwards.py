"""What came of it, how they took part, and visits."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone

from participation.meetings.enums import LineKind, TakePart, VisitResult

from .booking import DateInput
from .fields import WordsField


class LineForm(forms.Form):
    kind = forms.ChoiceField(label="This line is", choices=LineKind.choices)
    text = WordsField(
        label="In words they understand",
        max_chars=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("kind") != LineKind.NOT_YET and not given.get("text") and "text" not in self.errors:
            self.add_error("text", "Write what they should know.")
        return given


class ToldForm(forms.Form):
    told_by = WordsField(label="Who told them", max_chars=80)
    day = forms.DateField(label="On which day", widget=DateInput())

    def __init__(self, *args: Any, now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_day(self) -> dt.date:
        day: dt.date = self.cleaned_data["day"]
        if day > timezone.localdate(self.now):
            raise forms.ValidationError("Tick this when you have told them.")
        return day

    def told_at(self) -> dt.datetime:
        """Noon of that day, but never later than now."""
        noon = timezone.make_aware(dt.datetime.combine(self.cleaned_data["day"], dt.time(12)))
        return min(noon, self.now)


class TookPartForm(forms.Form):
    how = forms.ChoiceField(label="How they took part in the end", choices=TakePart.choices)


class VisitForm(forms.Form):
    result = forms.ChoiceField(label="What came of the visit", choices=VisitResult.choices)
