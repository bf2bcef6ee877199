"""Forms for questions to the group and for the young member's note."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from participation.subgroups.models.challenges import WORDS_MAX
from participation.subgroups.models.young import NOTE_MAX


def _words(label: Any, hint: Any = "", *, limit: int = WORDS_MAX, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=limit,
        widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}),
        error_messages={
            "required": _("Please write something here."),
            "max_length": _("This is longer than %(limit_value)d letters and spaces. Please shorten it."),
        },
    )


def _day(label: Any, hint: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, help_text=hint, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class Versioned(forms.Form):
    """`version` is what the person saw: on top of somebody else's change nothing is saved without a word."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def clean_version(self) -> int:
        return self.cleaned_data["version"] or 0


class AskForm(forms.Form):
    about = forms.ChoiceField(label=_("What it is about"), required=False)
    words = _words(_("Your question"), _("In your own words. Leave out names of people and places."))
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)

    def __init__(self, *args: Any, about: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["about"]
        field.choices = [("", _("The group in general")), *about]


class AnswerForm(Versioned):
    words = _words(
        _("The answer"),
        _("Short and plain: what you will do, or why you can’t. Young people read it."),
    )


class WhyForm(forms.Form):
    words = _words(_("What the answer leaves open"), _("Leave out names of people and places."), rows=3)


class NameForm(Versioned):
    answerer = forms.ChoiceField(label=_("Who answers"))
    role = forms.CharField(
        label=_("What they do"),
        help_text=_("It stands beside the answer. Left empty, we take what their sign-in says."),
        max_length=120,
        required=False,
    )
    answer_by = _day(_("By when"), _("After this day everyone in the group sees that the answer is late."))

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in people}
        field: Any = self.fields["answerer"]
        field.choices = [("", _("Choose a person")), *((key, user.display_name) for key, user in self.people.items())]

    def clean_answerer(self) -> User:
        return self.people[self.cleaned_data["answerer"]]


class TellForm(forms.Form):
    told_on = _day(_("Told them on"))


class NoteForm(Versioned):
    words = forms.CharField(
        label=_("Your note"),
        help_text=_("Up to 600 letters and spaces. Leave out names of people and places."),
        max_length=NOTE_MAX,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        error_messages={"max_length": _("This is longer than %(limit_value)d letters and spaces. Please shorten it.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)


class BriefingForm(forms.Form):
    young_member = forms.ChoiceField(label=_("Who you went through it with"))
    held_on = _day(_("On which day"))

    def __init__(self, *args: Any, young: Iterable[User], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.young = {str(user.pk): user for user in young}
        self.today = today
        field: Any = self.fields["young_member"]
        field.choices = [(key, user.first_name) for key, user in self.young.items()]

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    def clean_young_member(self) -> User:
        return self.young[self.cleaned_data["young_member"]]
