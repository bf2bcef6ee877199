"""What people fill in here. Words are checked and kept as typed; nothing is chosen beforehand."""
# safety text

import datetime as dt
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from accounts.models import User
from core.languages import ENGLISH
from core.plain_words import clean_words
from participation.listening.enums import Route, StepKind, Urgency
from participation.listening.permissions import DUTY_ROLES

HOW = [
    ("in-person", _("Come and find me")),
    ("call", _("Call me")),
    ("text", _("Text me")),
    ("through", _("Through someone I trust")),
    ("unsure", _("I'm not sure")),
]


class WordsField(forms.CharField):
    """Free text, kept exactly as typed apart from control characters."""

    def __init__(self, *, rows: int = 4, max_chars: int = 2_000, **kwargs: Any) -> None:
        self.max_chars = max_chars
        attrs = {"rows": rows, "autocomplete": "off", "dir": "auto", "maxlength": max_chars}
        kwargs.setdefault("widget", forms.Textarea(attrs=attrs))
        super().__init__(strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        return clean_words(str(value), max_chars=self.max_chars) if value else ""


class TalkForm(forms.Form):
    """Asking to talk to someone. `once` makes two presses one alert."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    how = forms.ChoiceField(label=_("How can we talk to you?"), choices=HOW, widget=forms.RadioSelect, required=False)
    safe_contact = WordsField(
        label=_("When and where is it safe?"),
        help_text=_("A place, a time, a number, who else sees your phone. We only do what you say is OK."),
        rows=3,
        max_chars=500,
        required=False,
    )
    about = WordsField(
        label=_("Is there anything you want us to know first?"),
        help_text=_("You don't have to write anything."),
        required=False,
    )
    not_safe_now = forms.BooleanField(label=_("I'm not safe now"), required=False)

    def __init__(self, *args: Any, not_safe_now_offered: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["once"].initial = uuid4().hex
        if not not_safe_now_offered:
            del self.fields["not_safe_now"]

    @property
    def urgency(self) -> Urgency:
        return Urgency.NOT_SAFE_NOW if self.cleaned_data.get("not_safe_now") else Urgency.TALK

    @property
    def contact(self) -> str:
        """How, then what is safe, as one text for the person who will get in touch."""
        with override(ENGLISH):  # read by an adult, whatever language it was asked in
            how = str(dict(HOW).get(self.cleaned_data["how"], ""))
        return "\n".join(line for line in (how, self.cleaned_data["safe_contact"]) if line)


class CardTalkForm(TalkForm):
    """With a card: who may hear it. `named` are the people of the card, worker first."""

    field_order = ["once", "not_safe_now", "who", "how", "safe_contact", "about"]

    def __init__(self, *args: Any, named: list[User], worker: User | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = named
        self.fields["who"] = forms.ChoiceField(
            label=_("Who would you like to talk to?"),
            help_text=_("“Not” counts for all you send from now on. They won't be told and can't open it.")
            if named
            else "",
            choices=self._choices(worker),
            widget=forms.RadioSelect,
            required=False,
        )
        self.order_fields(self.field_order)

    def _choices(self, worker: User | None) -> list[tuple[str, Any]]:
        choices: list[tuple[str, Any]] = [(Route.WORKER, worker.first_name)] if worker else []
        choices.append((Route.SOMEONE_ELSE, _("Someone else")))
        choices += [(f"not:{user.pk}", _("Not %(name)s") % {"name": user.first_name}) for user in self.named]
        if len(self.named) > 1:
            names = [user.first_name for user in self.named]
            choices.append((Route.NOT_THEM, _("Not %(names)s") % {"names": _(" and not ").join(names)}))
        return choices

    @property
    def route(self) -> Route:
        """No choice made: whoever is on duty, and nobody is shut out."""
        who = self.cleaned_data["who"]
        return Route.NOT_THEM if who.startswith("not") else Route(who or Route.SOMEONE_ELSE)

    @property
    def refused(self) -> list[User]:
        who = self.cleaned_data["who"]
        return self.named if who == Route.NOT_THEM else [user for user in self.named if who == f"not:{user.pk}"]


class NoCardTalkForm(TalkForm):
    """Without a card nobody knows who this is: a name to ask for and a safe way are all we need."""

    first_name = forms.CharField(
        label=_("What shall we call you?"),
        help_text=_("Any name. It doesn't have to be yours."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    patience = forms.BooleanField(required=False, widget=forms.HiddenInput)
    field_order = ["once", "not_safe_now", "first_name", "how", "safe_contact", "about"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["safe_contact"].required = True
        self.fields["safe_contact"].error_messages["required"] = _(
            "We don't know who you are here, so we need a way to reach you. You can also call the numbers on this page."
        )

    def clean_first_name(self) -> str:
        return clean_words(self.cleaned_data["first_name"], max_chars=60)


class DutyForm(forms.Form):
    user = forms.ModelChoiceField(label="Who reads", queryset=User.objects.none())
    starts_on = forms.DateField(label="From", widget=forms.DateInput(attrs={"type": "date"}))
    ends_on = forms.DateField(label="Until (this day included)", widget=forms.DateInput(attrs={"type": "date"}))
    cover = forms.BooleanField(label="Covers for someone who is away", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = User.objects.with_role(*DUTY_ROLES)  # type: ignore[attr-defined]  # a field of a model

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        starts, ends = data.get("starts_on"), data.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "This day is before the first one.")
        if starts and ends and ends - starts > dt.timedelta(days=366):
            self.add_error("ends_on", "A year at most: people's work changes.")
        return data


class ConcernForm(forms.Form):
    """A reader is worried: what made them think so. The young person's words are not copied."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    about = WordsField(
        label="What worries you?",
        help_text="Only what the next person has to know. They can open the young person's words.",
    )


class StepForm(forms.Form):
    """One step on an alert. What each kind asks for is checked here; when it may close, in the domain."""

    KINDS = (StepKind.ASSESSED, StepKind.ACTION, StepKind.CHILD_TOLD)
    kind = forms.ChoiceField(
        label="What is this step?",
        choices=[
            (StepKind.ASSESSED, "What I think is going on"),
            (StepKind.ACTION, "What was done"),
            (StepKind.CHILD_TOLD, "What the young person was told"),
        ],
        widget=forms.RadioSelect,
    )
    note = WordsField(label="In plain words", help_text="The young person may read this one day.")
    who_told = WordsField(label="Who was told", rows=2, max_chars=300, required=False)
    happened_at = forms.DateTimeField(
        label="When it happened",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )
    child_told = forms.ChoiceField(
        label="Has the young person been told?",
        choices=[("", "Not part of this step"), ("yes", "Yes"), ("no", "No, and the box above says why not")],
        required=False,
    )

    def __init__(self, *args: Any, now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_happened_at(self) -> dt.datetime:
        at: dt.datetime = self.cleaned_data["happened_at"]
        if at > self.now + dt.timedelta(minutes=5):
            raise forms.ValidationError("This is in the future. Write down what has happened.")
        return at

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") == StepKind.ACTION and not data.get("who_told"):
            self.add_error("who_told", "Say who was told, or “nobody” and why.")
        if data.get("kind") == StepKind.CHILD_TOLD and not data.get("child_told"):
            self.add_error("child_told", "Say yes or no.")
        return data


class ToldForm(forms.Form):
    """Whether a young person knows the name of somebody who comes to read after Send."""

    told = forms.ChoiceField(
        label="Does the young person know your name?",
        choices=[
            ("yes", "Yes: I, or somebody they know, told them that I read this"),
            ("no", "We could not reach them, and it cannot wait"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of the two."},
    )
