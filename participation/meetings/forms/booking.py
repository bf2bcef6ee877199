"""Booking a meeting and inviting a young person to it: one page, ticks and lists rather than typing (S27)."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone

from accounts.models import Role, User
from core.age_bands import AgeBand, ReadingLevel
from core.languages import LANGUAGE_CHOICES, english_name
from participation.listening.domain.interpreters import ByLanguage, on_call
from participation.meetings.domain.booking import Person
from participation.meetings.enums import MeetingKind, PersonKind, Place
from participation.meetings.models import Meeting, Participant

from .fields import WordsField

MOST_PEOPLE = 12
ON_CALL = "Without somebody on call who understands it, they can write in English only. They still tick, draw and talk."


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class WhenForm(forms.Form):
    """When and where: for booking and for moving."""

    day = forms.DateField(label="Day", widget=DateInput())
    time = forms.TimeField(label="Starts at", widget=TimeInput())
    minutes = forms.IntegerField(label="How many minutes", min_value=10, max_value=480, initial=60)
    place = WordsField(label="Where", max_chars=120)

    def __init__(self, *args: Any, now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("day") and given.get("time"):
            starts_at = timezone.make_aware(dt.datetime.combine(given["day"], given["time"]))
            given["starts_at"] = starts_at
            if starts_at <= self.now:
                self.add_error("day", "Choose a day and time that have not gone.")
        return given

    @staticmethod
    def initial_of(meeting: Meeting) -> dict[str, Any]:
        local = timezone.localtime(meeting.starts_at)
        return {
            "day": local.date(),
            "time": local.time(),
            "minutes": meeting.minutes,
            "place": meeting.place.open(),
        }


class MeetingForm(WhenForm):
    kind = forms.ChoiceField(label="What kind of meeting", choices=MeetingKind.choices)
    chair = forms.ModelChoiceField(User.objects.none(), label="Who runs it", empty_label="Choose")
    police_live = forms.BooleanField(
        label="Police are asking about this now",
        required=False,
        help_text="Then we leave out the questions about worries and safe places.",
    )
    part_without = WordsField(
        label="A part they are not in, and why",
        required=False,
        max_chars=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="They read this behind the agreed word. Leave empty if they can be in all of it.",
    )

    field_order = ["kind", "day", "time", "minutes", "place", "chair", "police_live", "part_without"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chair"].queryset = User.objects.with_role(Role.CHAIR)  # type: ignore[attr-defined]  # a field of choices


class PersonForm(forms.Form):
    first_name = WordsField(label="First name", required=False, max_chars=40)
    kind = forms.ChoiceField(label="What they do", choices=[("", "Choose"), *PersonKind.choices], required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("first_name") and not given.get("kind"):
            self.add_error("kind", "Choose what they do.")
        return given


PeopleForms = forms.formset_factory(PersonForm, extra=5, max_num=MOST_PEOPLE, absolute_max=MOST_PEOPLE)


def people_in(forms_of_people: Any) -> list[Person]:
    """The rows that were filled in."""
    rows = [form.cleaned_data for form in forms_of_people if form.cleaned_data.get("first_name")]
    return [Person(row["first_name"], row["kind"]) for row in rows]


def _languages(now: dt.datetime) -> list[tuple[str, str]]:
    """Each language by both its names, with whether somebody is on call for it today."""
    served = on_call(now=now)
    return [(code, _language_line(code, own_name, served)) for code, own_name in LANGUAGE_CHOICES]


def _language_line(code: str, own_name: str, served: ByLanguage) -> str:
    if code == "en":
        return own_name
    names = ", ".join(person.name for person in served.get(code, ()))
    return f"{english_name(code)}, {own_name}: " + (f"on call today: {names}" if names else "nobody on call today")


class YoungPersonForm(forms.Form):
    """Only what choosing the right words needs; all else is in the case system (S27)."""

    known = forms.ChoiceField(label="Someone you invited before", required=False)
    nickname = WordsField(label="Or a new person: first name or nickname", required=False, max_chars=40)
    band = forms.ChoiceField(label="Age", choices=[("", "Choose"), *AgeBand.choices])
    level = forms.ChoiceField(label="Words", choices=ReadingLevel.choices, initial=ReadingLevel.STANDARD)
    language = forms.ChoiceField(label="Language", choices=LANGUAGE_CHOICES, initial="en", help_text=ON_CALL)
    place = forms.ChoiceField(label="Where they are", choices=Place.choices, initial=Place.COMMUNITY)

    def __init__(self, *args: Any, worker: User, known: list[tuple[str, str]], now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.worker = worker
        self.fields["known"].choices = [("", "Nobody: a new person"), *known]  # type: ignore[attr-defined]  # a field of choices
        self.fields["language"].choices = _languages(now)  # type: ignore[attr-defined]  # a field of choices

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("known") and not given.get("nickname"):
            self.add_error("nickname", "Write a first name or nickname.")
        return given

    def participant(self) -> Participant | None:
        """The known person, asked for again within this worker's own."""
        chosen = self.cleaned_data.get("known")
        return Participant.objects.get(worker=self.worker, pk=chosen) if chosen else None
