"""What a worker fills in to make a poll. Questions are typed line by line: a question, then its answers."""

from typing import Any

from django import forms
from django.db import models

from core.age_bands import AgeBand
from surveys.polls.domain.running import MOST_QUESTIONS, Question
from surveys.polls.enums import IfTooFew, Mode, Split
from surveys.polls.models import Poll

LONGEST_WORDING, LONGEST_LABEL = 160, 60
EXAMPLE = "Should meetings start after school? | Yes | No | Either is fine"


class PollForm(forms.Form):
    title = forms.CharField(label="What is it called?", help_text="Young people see this.", max_length=80)
    band = forms.ChoiceField(
        label="Who is it for?", choices=[("", "All ages together"), *AgeBand.choices], required=False
    )
    mode = forms.ChoiceField(label="How is it held?", choices=Mode.choices, widget=forms.RadioSelect)
    questions = forms.CharField(
        label="Questions",
        help_text=f"One on each line, at most {MOST_QUESTIONS}: the question, then 2 or 3 answers, with a bar between. "
        f"For example: {EXAMPLE}. “I don’t want to say” is always added.",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=4_000,
    )
    split = forms.ChoiceField(
        label="Split answers by",
        choices=Split.choices,
        required=False,
        help_text="Fixed once it is open. Groups of fewer than 10 are joined; they may not be shown at all.",
    )
    decision = forms.CharField(
        label="What can the answers change?", widget=forms.Textarea(attrs={"rows": 2}), max_length=300
    )
    decided_by = forms.CharField(label="Who decides?", help_text="A job title, not a name.", max_length=120)
    reply_on = forms.DateField(
        label="By which day are young people told?", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    if_too_few = forms.ChoiceField(
        label="If fewer than 10 answer",
        choices=IfTooFew.choices,
        widget=forms.RadioSelect,
        help_text="Fewer than 10 are never shown to anybody.",
        initial=IfTooFew.AGAIN,
    )

    def clean_questions(self) -> list[Question]:
        questions: list[Question] = []
        for line in self.cleaned_data["questions"].splitlines():
            wording, *labels = [part.strip() for part in line.split("|")]
            if not line.strip():
                continue
            if not wording or not all(labels):
                raise forms.ValidationError("A line has an empty part. Put words on both sides of each bar.")
            if len(wording) > LONGEST_WORDING or any(len(label) > LONGEST_LABEL for label in labels):
                raise forms.ValidationError(
                    f"Keep a question to {LONGEST_WORDING} letters and an answer to {LONGEST_LABEL}."
                )
            questions.append((wording, labels))
        return questions

    def poll(self) -> tuple[Poll, list[Question]]:
        given: dict[str, Any] = dict(self.cleaned_data)
        questions = given.pop("questions")
        known = {field.name for field in Poll._meta.get_fields() if isinstance(field, models.Field)}
        return Poll(**{name: value for name, value in given.items() if name in known}), questions
