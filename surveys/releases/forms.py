"""What the participation worker fills in."""

from collections.abc import Mapping
from typing import cast

from django import forms

from surveys.releases.domain.by_groups import characteristic_words
from surveys.releases.domain.corrections import LONGEST, reason_words
from surveys.releases.registry import audiences


class QuartersForm(forms.Form):
    """Make the windows of the coming quarters."""

    first = forms.DateField(
        label="A day in the first quarter",
        help_text="For example 1 October 2026.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    count = forms.IntegerField(label="How many quarters", min_value=1, max_value=8, initial=4)


class YearForm(forms.Form):
    """Make the window of a reporting year. The month is asked only before the first one is made."""

    day = forms.DateField(
        label="A day in the year",
        help_text="For example 1 October 2026.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    starts = forms.TypedChoiceField(
        label="The reporting year starts in",
        choices=[(4, "April"), (1, "January"), (7, "July"), (10, "October")],
        coerce=int,
        help_text="For every year from now on. It can not be changed later.",
    )

    def __init__(self, *args: object, ask_month: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # what Django gives goes through as it is
        if not ask_month:
            del self.fields["starts"]


class YearPlanForm(forms.Form):
    """How often each characteristic is told in one reporting year."""

    def __init__(self, *args: object, plan: Mapping[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # what Django gives goes through as it is
        for name, cadence in plan.items():
            self.fields[name] = forms.ChoiceField(
                label=characteristic_words(name),
                choices=[("year", "Once a year"), ("quarter", "Every quarter")],
                initial=cadence,
                widget=forms.RadioSelect,
            )


class CorrectionForm(forms.Form):
    reason = forms.CharField(
        label="What was wrong?",
        help_text="Readers see this beside the summary. Plain words, no numbers.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_reason(self) -> str:
        return reason_words(self.cleaned_data["reason"])


class ShareForm(forms.Form):
    audience_key = forms.ChoiceField(label="Who gets it")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # what Django gives goes through as it is
        field = cast(forms.ChoiceField, self.fields["audience_key"])
        field.choices = [(audience.key, audience.label) for audience in audiences()]
