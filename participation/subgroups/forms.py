"""Staff forms for looking after groups."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Role, User
from participation.subgroups.models import Part, Subgroup
from surveys.releases.models import Release

ALIASES_MAX = 20


class GroupForm(forms.Form):
    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("What the group is called in full."), strip=True
    )
    aliases = forms.CharField(
        label=_("Other names"),
        required=False,
        max_length=1000,
        help_text=_("One on each line, for example VYP. Search finds every one of them."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    remit = forms.CharField(
        label=_("What the group is for"),
        required=False,
        max_length=600,
        help_text=_("In plain words. Members and the young member read it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, group: Subgroup | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group = group

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        others = Subgroup.objects.exclude(pk=self.group.pk) if self.group else Subgroup.objects.all()
        if others.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("There is a group with this name already."))
        return name

    def clean_aliases(self) -> list[str]:
        names = [line.strip() for line in self.cleaned_data["aliases"].splitlines() if line.strip()]
        if len(names) > ALIASES_MAX:
            raise forms.ValidationError(_("Twenty other names are enough."))
        if any(len(name) > 120 for name in names):
            raise forms.ValidationError(_("One of these names is longer than 120 letters."))
        return names


class MemberForm(forms.Form):
    user = forms.ModelChoiceField(
        label=_("Person"),
        help_text=_("People with the role subgroup member or young member."),
        queryset=User.objects.none(),
        empty_label=_("Choose a person"),
    )
    part = forms.ChoiceField(label=_("Part in the group"), choices=Part.choices, initial=Part.MEMBER)
    supporter = forms.ModelChoiceField(
        label=_("Supporter"),
        help_text=_("Only for a young member: the adult who goes through each pack with them."),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Nobody"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        adults = User.objects.with_role(Role.SUBGROUP_MEMBER, Role.PARTICIPATION_WORKER)
        self._field("user").queryset = User.objects.with_role(Role.SUBGROUP_MEMBER, Role.YOUNG_MEMBER)
        self._field("supporter").queryset = adults

    def _field(self, name: str) -> Any:
        return self.fields[name]


class ShareForm(forms.Form):
    release = forms.ModelChoiceField(
        label=_("Summary"),
        help_text=_("Members and young members can open it from the same moment."),
        queryset=Release.objects.none(),
        empty_label=_("Choose a summary"),
    )

    def __init__(self, *args: Any, releases: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["release"]
        field.queryset = releases
        field.label_from_instance = _release_label


def _release_label(release: Release) -> str:
    return f"{release.window.programme.title}, {release.ref}"
