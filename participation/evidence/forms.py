"""Two days, both included."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone

from participation.evidence.domain.period import NotAPeriod, Period, period_between

DAY = {"required": "Please give a day.", "invalid": "Please give a day, for example 2026-04-01."}


class PeriodForm(forms.Form):
    first = forms.DateField(
        label="First day", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), error_messages=DAY
    )
    last = forms.DateField(
        label="Last day", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), error_messages=DAY
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "first" in given and "last" in given:
            try:
                given["period"] = period_between(given["first"], given["last"], today=timezone.localdate())
            except NotAPeriod as reason:
                self.add_error("last", str(reason))
        return given

    @property
    def period(self) -> Period:
        period: Period = self.cleaned_data["period"]
        return period


def last_year_until(today: dt.date) -> dict[str, dt.date]:
    return {"first": today - dt.timedelta(days=364), "last": today}
