"""What staff enter about who lives here, and what they will do about who is not heard."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone

from core.wording import blaming_words
from surveys.releases.domain.populations import MOST, Entered, categories_of
from surveys.releases.models import Population
from surveys.releases.models.reach import ACTION_MAX, SOURCE_MAX

WHOLE = "Please type a whole number, for example 120. Type 0 if nobody lives here."


class PopulationForm(forms.Form):
    """One box for each category; `seen` is the entry that stood when the page was opened."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, about: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.categories = categories_of(about)
        for name, label in self.categories:
            self.fields[f"people_{name}"] = forms.IntegerField(
                label=label,
                min_value=0,
                max_value=MOST,
                error_messages={
                    "required": WHOLE,
                    "invalid": WHOLE,
                    "min_value": WHOLE,
                    "max_value": "That is more than a million. Please check it.",
                },
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )
        self.fields["source"] = forms.CharField(
            label="Where the figures come from",
            help_text="For example: children looked after return, table A1.",
            max_length=SOURCE_MAX,
            error_messages={"required": "Please say where the figures come from."},
        )
        self.fields["as_of"] = forms.DateField(
            label="The day they were counted",
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={
                "required": "Please give the day.",
                "invalid": "Please give a day, for example 2026-03-31.",
            },
        )

    def clean_as_of(self) -> dt.date:
        day: dt.date = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise forms.ValidationError("This day has not come yet.")
        if day.year < 2000:
            raise forms.ValidationError("These figures are too old to use.")
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        people = [given.get(f"people_{name}") for name, _ in self.categories]
        if all(number == 0 for number in people):
            self.add_error(None, "Every box says 0. Please type at least one figure, or leave this page.")
        return given

    def entered(self) -> Entered:
        given = self.cleaned_data
        figures = {name: given[f"people_{name}"] for name, _ in self.categories}
        return Entered(figures, given["source"], given["as_of"])


def start_values(row: Population | None) -> dict[str, Any]:
    if row is None:
        return {"seen": 0}
    people = {f"people_{name}": number for name, number in row.figures.items()}
    return {"seen": row.number, "source": row.source, "as_of": row.as_of, **people}


class ReachActionForm(forms.Form):
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    text = forms.CharField(
        label="One thing we will do",
        help_text="For example: ask two boxing clubs how they would like to be asked. "
        "Say what you will do, not why young people did not answer. No names. Leave it empty to take it away.",
        max_length=ACTION_MAX,
        required=False,
        error_messages={"max_length": "Please make it shorter: at most %(limit_value)d letters and spaces."},
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if hits := blaming_words(text):
            raise forms.ValidationError(f"This can sound like blame. Try: {hits[0].term.say}")
        return text
