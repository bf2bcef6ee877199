"""The safe-to-tell gate as a form (S4)."""

import datetime as dt
from typing import Any

from django import forms

from participation.meetings.domain.telling import AdultChoice, Telling
from participation.meetings.enums import AdultKind, Behind, Decision, HandOver, SafeToTell
from participation.meetings.models import Invitation

from .booking import DateInput
from .fields import WordsField

PLACES = [
    "At school or college, alone with me",
    "At home, alone with me",
    "At our office",
    "On a walk or in the car",
    "Somewhere else where nobody listens",
]
FOR_YES = ("how", "where", "by_whom")
FOR_NOT_YET = ("review_on",)


class TellingForm(forms.Form):
    safe = forms.ChoiceField(
        label="Is it safe to tell them about this meeting?",
        choices=SafeToTell.choices,
        widget=forms.RadioSelect,
    )
    decided_by = WordsField(label="Who decided", max_chars=80)
    review_on = forms.DateField(label="If not yet: look at it again on", widget=DateInput())
    reason = WordsField(
        label="If not yet: why", required=False, max_chars=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    how = forms.ChoiceField(
        label="If yes: how do they get the card?", choices=HandOver.choices, widget=forms.RadioSelect
    )
    where = forms.ChoiceField(
        label="If yes: where do they get it?", choices=[("", "Choose"), *((place, place) for place in PLACES)]
    )
    by_whom = WordsField(label="If yes: who gives it to them", max_chars=80)

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Only what belongs to the answer is needed: a day for "not yet", the hand-over for "yes"."""
        given = super().clean() or {}
        not_needed = {SafeToTell.NOT_YET.value: FOR_YES, SafeToTell.YES.value: FOR_NOT_YET}
        for name in not_needed.get(given.get("safe", ""), ()):
            self.errors.pop(name, None)
        if given.get("safe") == SafeToTell.NOT_YET and "review_on" not in self.errors:
            self._check_review_day(given)
        return given

    def _check_review_day(self, given: dict[str, Any]) -> None:
        if given["review_on"] < self.today:
            self.add_error("review_on", "Choose today or a later day.")

    def telling(self) -> Telling:
        given = self.cleaned_data
        return Telling(
            safe=given["safe"],
            decided_by=given["decided_by"],
            review_on=given.get("review_on"),
            reason=given["reason"],
            how=given.get("how", ""),
            where=given.get("where", ""),
            by_whom=given.get("by_whom", ""),
        )

    @staticmethod
    def initial_of(invitation: Invitation, *, who: str) -> dict[str, Any]:
        return {
            "safe": invitation.safe_to_tell or None,
            "decided_by": invitation.safe_decided_by.open() or who,
            "review_on": invitation.safe_review_on,
            "reason": invitation.safe_reason.open(),
            "how": invitation.handed_over_how,
            "where": invitation.handed_over_where.open(),
            "by_whom": invitation.handed_over_by.open() or who,
        }


class AdultForm(forms.Form):
    kind = forms.ChoiceField(label="Adult", choices=[("", "Nobody"), *AdultKind.choices], required=False)
    who = WordsField(label="What you call them", required=False, max_chars=40)
    decision = forms.ChoiceField(
        label="The leaflet for parents and carers",
        choices=[("", "Choose"), *Decision.choices],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if (given.get("kind") or given.get("who")) and not given.get("decision"):
            self.add_error("decision", "Decide: give it to them, wait, or never.")
        if (given.get("who") or given.get("decision")) and not given.get("kind"):
            self.add_error("kind", "Choose who this is.")
        return given


AdultForms = forms.formset_factory(AdultForm, extra=2, max_num=8, absolute_max=8)


def adults_in(forms_of_adults: Any) -> list[AdultChoice]:
    rows = [form.cleaned_data for form in forms_of_adults if form.cleaned_data.get("kind")]
    return [AdultChoice(row["kind"], row["who"], row["decision"]) for row in rows]


def initial_adults(invitation: Invitation) -> list[dict[str, Any]]:
    return [
        {"kind": adult.kind, "who": adult.who.open(), "decision": adult.decision} for adult in invitation.adults.all()
    ]


class WordAndBehindForm(forms.Form):
    """Chosen with the young person, face to face (S2)."""

    agreed_word = WordsField(
        label="A word you agree with them",
        required=False,
        max_chars=64,
        min_length=4,
        help_text="They choose it. Not a name or a birthday. Only they and you know it.",
    )
    behind = forms.MultipleChoiceField(
        label="What the word opens",
        choices=Behind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Without a word, you tell them these things in person.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("behind") and not given.get("agreed_word") and "agreed_word" not in self.errors:
            self.add_error("agreed_word", "Write the word you agreed, or tick nothing below it.")
        return given


class CardForm(WordAndBehindForm):
    card_number = forms.IntegerField(min_value=0, max_value=10_000, widget=forms.HiddenInput)
