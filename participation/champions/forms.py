"""The lead's forms: a setting, an adult champion, a young champion."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Role, User

from .models import Setting, SettingKind

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SettingForm(forms.Form):
    name = forms.CharField(label=_("Name of the place or team"), max_length=120)
    kind = forms.ChoiceField(label=_("What kind"), choices=SettingKind.choices)
    district = forms.CharField(label=_("District"), max_length=80, required=False)


class ChampionForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    setting = forms.ModelChoiceField(label=_("Where they work"), queryset=Setting.objects.all())
    trained_on = forms.DateField(label=_("Trained on"), required=False, widget=DAY)
    refresher_due = forms.DateField(label=_("Refresher due"), required=False, widget=DAY)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        trained, due = given.get("trained_on"), given.get("refresher_due")
        if trained and due and due <= trained:
            self.add_error("refresher_due", _("The refresher comes after the training."))
        return given


class YoungChampionForm(forms.Form):
    supporter = forms.ModelChoiceField(
        label=_("Supporter"),
        help_text=_("The adult beside them. We keep no name, home or school of a young champion here."),
        queryset=User.objects.none(),
    )
    trained_on = forms.DateField(label=_("Trained on"), required=False, widget=DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["supporter"]
        field.queryset = User.objects.with_role(Role.CHAMPION_LEAD, Role.CHAMPION, Role.PARTICIPATION_WORKER)
