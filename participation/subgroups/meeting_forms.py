"""Staff forms for a group's meeting: the day, the packs on the table, the decisions asked."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from participation.influence.forms import text_field
from participation.influence.models import TEXT_MAX
from surveys.releases.disclosure.content import EVERYONE
from surveys.releases.models import Release, Tampered


class MeetingForm(forms.Form):
    held_on = forms.DateField(
        label=_("Day of the meeting"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    releases = forms.ModelMultipleChoiceField(
        label=_("Packs on the table"),
        queryset=Release.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one pack.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, packs: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["releases"]
        field.queryset = packs
        field.label_from_instance = lambda release: f"{release.window.programme.title}, {release.ref}"


class DecisionForm(forms.Form):
    asked = text_field(
        _("What the group is asked to decide"),
        _("One thing, that can be answered with yes or no."),
        limit=TEXT_MAX,
        required=True,
    )
    comes_from = forms.ChoiceField(label=_("Where in the pack it comes from"))

    def __init__(self, *args: Any, releases: Iterable[Release], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sources = _sources(releases)
        field: Any = self.fields["comes_from"]
        field.choices = [("", _("Choose a question or a theme")), *((key, row[0]) for key, row in self.sources.items())]

    def source(self) -> dict[str, Any]:
        """The release, and the measure or the theme of it."""
        _label, release, measure_id, theme = self.sources[self.cleaned_data["comes_from"]]
        return {"release": release, "measure_id": measure_id, "theme": theme}


Source = tuple[str, Release, str, str]


def _sources(releases: Iterable[Release]) -> dict[str, Source]:
    """Everything the packs on the table show for everyone; a pack that does not match its seal gives nothing."""
    found: dict[str, Source] = {}
    for release in releases:
        try:
            sheets = release.verified().sheets
        except Tampered:
            continue
        for sheet in sheets:
            for table in sheet.tables:
                if table.characteristic == EVERYONE:
                    key = f"{release.pk}:m:{table.measure}"
                    found.setdefault(key, (f"{release.ref}: {table.title}", release, table.measure, ""))
            for theme in sheet.themes:
                key = f"{release.pk}:t:{theme.measure}"
                found.setdefault(key, (f"{release.ref}: {theme.title}", release, "", theme.title[:120]))
    return found
