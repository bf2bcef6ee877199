"""Staff forms for recommendations. What is missing is said by the rules, at the field it belongs to."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Role, User
from participation.influence.enums import CameFrom, DidItFix, Progress, Verdict
from participation.influence.forms import OWNERS, text_field
from participation.influence.models import REPLY_MAX, TEXT_MAX, WHO_MAX, Recommendation, YouSaid

MAY_OWN = (*OWNERS, Role.SUBGROUP_MEMBER)
LATE_HINT = _("After this day everyone in the group sees that we are late.")


class OwnedForm(forms.Form):
    """The part that a decision and a recommendation share: the answer, whose job it is, and by when."""

    reason = text_field(
        _("Why"), _("“In part” and “no” need this. A reason a 12-year-old can read and argue with."), limit=REPLY_MAX
    )
    owner_role = text_field(
        _("Whose job it is"), _("A job title. Everyone in the group sees it. A yes needs this."), limit=WHO_MAX
    )
    owner = forms.ModelChoiceField(
        label=_("Person who looks after this"),
        help_text=_("They get a mail that says only that something waits, when the day comes."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Nobody yet"),
    )
    due = forms.DateField(
        label=_("By when"),
        help_text=LATE_HINT,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._field("owner").queryset = User.objects.with_role(*MAY_OWN).distinct()

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def add_reasons(self, reasons: Mapping[str, str]) -> None:
        for field, reason in reasons.items():
            self.add_error(field if field in self.fields else None, reason)


class DecideForm(OwnedForm):
    verdict = forms.ChoiceField(
        label=_("What was decided"), choices=[each for each in Verdict.choices if each[0] != Verdict.WAITING]
    )
    field_order = ["verdict", "reason", "owner_role", "owner", "due"]


class RecommendationForm(OwnedForm):
    text = text_field(
        _("What is recommended"),
        _("In plain words. Never copy a young person’s sentence."),
        limit=TEXT_MAX,
        required=True,
    )
    came_from = forms.ChoiceField(label=_("Who recommends it"), choices=CameFrom.choices)
    verdict = forms.ChoiceField(label=_("Our answer"), choices=Verdict.choices)
    progress = forms.ChoiceField(label=_("How it goes"), choices=Progress.choices)
    you_said = forms.ModelChoiceField(
        label=_("The reply it belongs to"),
        help_text=_("So that young people see it under “You said, we did”."),
        queryset=YouSaid.objects.none(),
        required=False,
        empty_label=_("No reply yet"),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._field("you_said").queryset = YouSaid.objects.newest_first()
        self._field("you_said").label_from_instance = lambda row: row.said

    def given(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class CloseForm(forms.Form):
    what_changed = text_field(
        _("What is different now"), _("Short words a young person can check."), limit=REPLY_MAX, required=True
    )
    did_it_fix = forms.ChoiceField(
        label=_("Did this fix it? What young people say"),
        help_text=_("Ask them first: the young members, or those who raised it."),
        choices=[("", _("Choose what they say")), *DidItFix.choices],
        error_messages={"required": _("Ask young people first: did this fix it?")},
    )

    def add_reasons(self, reasons: Mapping[str, str]) -> None:
        for field, reason in reasons.items():
            self.add_error(field if field in self.fields else None, reason)


def start_values(row: Recommendation) -> dict[str, Any]:
    names = [name for name in RecommendationForm.base_fields if name not in ("owner", "you_said")]
    values = {name: getattr(row, name) for name in names}
    return values | {"owner": row.owner_id, "you_said": row.you_said_id}
