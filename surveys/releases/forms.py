"""What the participation worker fills in."""

from typing import cast

from django import forms

from surveys.releases.registry import audiences


class QuartersForm(forms.Form):
    """Make the windows of the coming quarters."""

    first = forms.DateField(
        label="A day in the first quarter",
        help_text="For example 1 October 2026.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    count = forms.IntegerField(label="How many quarters", min_value=1, max_value=8, initial=4)


class ShareForm(forms.Form):
    audience_key = forms.ChoiceField(label="Who gets it")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = cast(forms.ChoiceField, self.fields["audience_key"])
        field.choices = [(audience.key, audience.label) for audience in audiences()]
