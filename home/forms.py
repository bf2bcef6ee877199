"""What staff fill in on pages of the house, and one field of each kind for the style page."""

from django import forms
from django.utils import timezone


class SampleForm(forms.Form):
    """One field of each kind, for the style page."""

    name = forms.CharField(label="What people call you", help_text="A first name is enough.")
    email = forms.EmailField(label="E-mail")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "First"), ("b", "Second")], required=False)
    way = forms.ChoiceField(
        label="Which way", choices=[("a", "By phone"), ("b", "In the room")], widget=forms.RadioSelect
    )
    days = forms.MultipleChoiceField(
        label="Which days",
        choices=[("m", "Monday"), ("t", "Tuesday")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    week = forms.ChoiceField(
        label="Which week",
        choices=[("this", "This week"), ("next", "Next week")],
        widget=forms.RadioSelect,
        required=False,
    )
    note = forms.CharField(label="Note", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agreed = forms.BooleanField(label="The young person agreed to this", required=False)


class SignLanguageForm(forms.Form):
    """`digest` is of the words as this page shows them: what somebody reads is what they sign."""

    kept = ("digest", "checker_name", "checker_role", "checked_on", "reason")
    digest = forms.CharField(max_length=64, widget=forms.HiddenInput)
    checker_name = forms.CharField(label="Who read it", max_length=120, help_text="First and last name.")
    checker_role = forms.CharField(
        label="How they know the language",
        max_length=200,
        help_text="For example: registered interpreter, first language.",
    )
    checked_on = forms.DateField(label="The day they read it", widget=forms.DateInput(attrs={"type": "date"}))
    reason = forms.CharField(
        label="How you know that they did", max_length=300, help_text="Kept with your name. For example: signed sheet."
    )
    each_read = forms.BooleanField(label="This person knows the language and read each safety text on this page")

    def clean_checked_on(self) -> object:
        day = self.cleaned_data["checked_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("This day has not come yet.")
        return day
