"""The staff form for a reply."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Role, User
from surveys.questionnaires.measures import MEASURES
from surveys.releases.models import Release

from .enums import ReplyKind, Telling
from .models import REPLY_MAX, SAID_MAX, WHO_MAX, YouSaid

OWNERS = (
    Role.PARTICIPATION_WORKER,
    Role.ADMINISTRATOR,
    Role.CHAIR,
    Role.MEETING_WORKER,
    Role.SAFEGUARDING_LEAD,
    Role.CHAMPION_LEAD,
)
LINES = forms.Textarea(attrs={"rows": 3})
TOO_LONG = {"max_length": _("This is longer than %(limit_value)d letters and spaces. Please shorten it.")}


def text_field(label: Any, hint: Any, *, limit: int, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=limit,
        widget=LINES if limit > WHO_MAX else forms.TextInput(),
        error_messages=TOO_LONG | {"required": _("Please write something here.")},
    )


def _measure_choices() -> list[tuple[str, str]]:
    measures = MEASURES.values() if isinstance(MEASURES, dict) else MEASURES
    return [("", str(_("No question in particular"))), *((measure.id, measure.title) for measure in measures)]


class ReplyForm(forms.Form):
    """`version` is what the person saw at the start; a save on top of somebody else's is told, not made."""

    said = text_field(
        _("You said"),
        _(
            "In your own plain words, about many young people. Never copy a young person’s sentence: "
            "this page is public."
        ),
        limit=SAID_MAX,
        required=True,
    )
    kind = forms.ChoiceField(label=_("Our answer"), choices=ReplyKind.choices, widget=forms.RadioSelect)
    did = text_field(
        _("What we did, or will do"),
        _("Short words. What is different now? “We did” and “we will” need this."),
        limit=REPLY_MAX,
    )
    reason = text_field(
        _("Why we can’t"),
        _("A reason a 12-year-old can read and argue with. “We can’t” needs this."),
        limit=REPLY_MAX,
    )
    decided_by = text_field(_("Who decided"), _("A job title, not a name. “We can’t” needs this."), limit=WHO_MAX)
    instead = text_field(
        _("What can happen instead"),
        _("There is nearly always something. “We can’t” needs this."),
        limit=REPLY_MAX,
    )
    owner_role = text_field(
        _("Whose job it is"), _("A job title. Everyone can see it. The page needs this."), limit=WHO_MAX
    )
    owner = forms.ModelChoiceField(
        label=_("Person who looks after this"),
        help_text=_("Only staff see this."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Nobody yet"),
    )
    due = forms.DateField(
        label=_("By when"),
        help_text=_("The day of the promise or of the answer. After it, everyone sees that we are late."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    told_on = forms.DateField(
        label=_("Young people were told on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    how_told = forms.MultipleChoiceField(
        label=_("How they were told"),
        choices=Telling.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    release = forms.ModelChoiceField(
        label=_("The summary it answers"),
        queryset=Release.objects.none(),
        required=False,
        empty_label=_("No summary in particular"),
    )
    measure_id = forms.ChoiceField(label=_("The question it answers"), choices=_measure_choices, required=False)
    theme = text_field(_("Theme"), _("A word or two, for example “fewer people in the room”."), limit=WHO_MAX)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._field("owner").queryset = User.objects.with_role(*OWNERS).distinct()
        newest = Release.objects.select_related("window__programme").defer("content").order_by("-frozen_at")
        self._field("release").queryset = newest

        self._field("release").label_from_instance = _release_label

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def reply(self) -> dict[str, Any]:
        """The fields of the reply, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def add_reasons(self, reasons: dict[str, str]) -> None:
        """Says at each field what the page still needs."""
        for field, reason in reasons.items():
            self.add_error(field if field in self.fields else None, reason)


def _release_label(release: Release) -> str:
    return f"{release.window.programme.title}, {release.ref}"


def start_values(you_said: YouSaid) -> dict[str, Any]:
    """What the form shows for a stored reply."""
    names = [name for name in ReplyForm.base_fields if name not in ("owner", "release")]
    values = {name: getattr(you_said, name) for name in names}
    return values | {"owner": you_said.owner_id, "release": you_said.release_id}
