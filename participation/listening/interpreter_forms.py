"""Forms about interpreters: who is on call, who helped to understand, and whom a young person would be OK with."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.languages import LANGUAGE_CHOICES
from core.plain_words import clean_words
from participation.listening.domain.needed import Needed
from participation.listening.domain.readings import InterpretedBy
from participation.listening.enums import Gender
from participation.listening.models import Interpreter
from participation.listening.models.interpreters import OTHER_LANGUAGES

SOMEONE_ELSE = "else"
LONGEST = dt.timedelta(days=366)


class _Line(forms.CharField):
    """One line of text, without control characters."""

    def clean(self, value: Any) -> str:
        return clean_words(super().clean(value), max_chars=self.max_length or 120).strip()


class OnCallForm(forms.Form):
    language = forms.ChoiceField(
        label="Language", choices=[("", "Choose"), *sorted(OTHER_LANGUAGES, key=lambda x: x[1])]
    )
    name = _Line(label="Name", max_length=60, help_text="Young people see it, so that they can say “not them”.")
    how_reached = _Line(label="How to reach them", max_length=120, help_text="A number, and when. Only staff see it.")
    dialect = _Line(label="Dialect, or where they are from", max_length=80, required=False)
    gender = forms.ChoiceField(
        label="Man or woman",
        choices=[("", "Not said"), *Gender.choices],
        required=False,
        help_text="Some young people want to choose.",
    )
    starts_on = forms.DateField(label="From", widget=forms.DateInput(attrs={"type": "date"}))
    ends_on = forms.DateField(label="Until (this day included)", widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        starts, ends = data.get("starts_on"), data.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "This day is before the first one.")
        if starts and ends and ends - starts > LONGEST:
            self.add_error("ends_on", "A year at most: people's work changes.")
        return data


class InterpretedForm(forms.Form):
    """Three fields for each language that was not understood yet. Without such a language it asks nothing."""

    def __init__(self, *args: Any, needs: tuple[Needed, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs = needs
        for need in needs:
            self._ask(need)

    def _ask(self, need: Needed) -> None:
        code, name = need.language, need.name
        people = [(str(each.pk), each.name) for each in need.people]
        self.fields[f"who_{code}"] = forms.ChoiceField(
            label=f"Who told you what the {name} words mean?",
            choices=[("", "Choose"), *people, (SOMEONE_ELSE, "Someone else")],
            error_messages={"required": f"Say who interpreted the {name} words."},
        )
        self.fields[f"name_{code}"] = _Line(
            label="If someone else: their name",
            max_length=60,
            required=False,
            help_text="A person. Never a machine, a website or an app.",
        )
        self.fields[f"asked_{code}"] = forms.BooleanField(
            label="The young person was asked, and is OK with this interpreter",
            error_messages={"required": "Ask the young person first. Without their yes the words are not read."},
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for need in self.needs:
            if data.get(f"who_{need.language}") == SOMEONE_ELSE and not data.get(f"name_{need.language}"):
                self.add_error(f"name_{need.language}", "Write their name.")
        return data

    @property
    def interpreted(self) -> dict[str, InterpretedBy]:
        return {need.language: self._helper(need) for need in self.needs}

    def _helper(self, need: Needed) -> InterpretedBy:
        who = self.cleaned_data[f"who_{need.language}"]
        known: dict[str, Interpreter] = {str(each.pk): each for each in need.people}
        if who in known:
            return InterpretedBy(known[who].name, known[who])
        return InterpretedBy(self.cleaned_data[f"name_{need.language}"])


def languages_to_ask_for() -> list[tuple[str, str]]:
    """Each in its own words, as a young person looks for it."""
    return [(code, name) for code, name in LANGUAGE_CHOICES if code != "en"]


class MyInterpreterForm(forms.Form):
    """What a young person says about who may turn their words. Nothing has to be chosen but the language."""

    language = forms.ChoiceField(label=_("Which language?"), error_messages={"required": _("Choose a language.")})
    gender = forms.ChoiceField(
        label=_("Who would you be OK with?"),
        choices=[("", _("It doesn't matter")), *Gender.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    nobody_known = forms.BooleanField(label=_("Not someone I know"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("Choose")), *languages_to_ask_for()]  # type: ignore[attr-defined]  # a field of choices
