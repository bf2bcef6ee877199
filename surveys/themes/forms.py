"""What people fill in here. Nothing is ticked beforehand."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from core.plain_words import clean_words
from surveys.themes.domain.making import NewTheme, faults_of
from surveys.themes.domain.quoting import LONGEST, REASON_LONGEST
from surveys.themes.enums import ChildSaid, Withdrawn
from surveys.themes.models import ThemeSet
from surveys.themes.models.sets import MOST_THEMES

NONE_FITS = "none"


class Words(forms.CharField):
    """Kept as typed, apart from control characters."""

    def __init__(self, *, longest: int, rows: int = 3, **kwargs: Any) -> None:
        self.longest = longest
        attrs = {"rows": rows, "autocomplete": "off", "dir": "auto", "maxlength": longest}
        super().__init__(widget=forms.Textarea(attrs=attrs), **kwargs)

    def to_python(self, value: Any) -> str:
        return clean_words(str(value), max_chars=self.longest).strip() if value else ""


class ThemeForm(forms.Form):
    name = forms.CharField(label="Theme", max_length=60, required=False)
    meaning = forms.CharField(label="What belongs here", max_length=160, required=False)

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if faults := faults_of(name) if name else []:
            raise forms.ValidationError(faults)
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("meaning") and "name" in data and not data["name"]:
            self.add_error("name", "Give this theme a name.")
        return data


class _Themes(BaseFormSet):  # type: ignore[type-arg]  # generic for type checkers only
    def clean(self) -> None:
        if any(self.errors):
            return
        names = [one.name.casefold() for one in new_themes(self)]
        if not names:
            raise forms.ValidationError("Write one theme at least.")
        if len(set(names)) < len(names):
            raise forms.ValidationError("Two themes have the same name.")


def new_themes(forms: BaseFormSet) -> list[NewTheme]:  # type: ignore[type-arg]  # generic for type checkers only
    """The lines that were filled in, in their order."""
    data = [form.cleaned_data for form in forms.forms if form.cleaned_data.get("name")]
    return [NewTheme(each["name"], " ".join(each.get("meaning", "").split())) for each in data]


ThemesFormSet = formset_factory(ThemeForm, formset=_Themes, extra=0, max_num=MOST_THEMES, validate_max=True)


def theme_rows(themes: ThemeSet | None) -> list[dict[str, str]]:
    """Eight rows: those there are, and empty ones."""
    rows = [{"name": one.name, "meaning": one.meaning} for one in themes.themes.all()] if themes else []
    return rows + [{"name": "", "meaning": ""}] * (MOST_THEMES - len(rows))


class SortForm(forms.Form):
    """One text. "None of these" is an answer of its own, so that nothing is saved by accident."""

    answer = forms.UUIDField(widget=forms.HiddenInput)
    edition = forms.IntegerField(widget=forms.HiddenInput)
    chosen = forms.MultipleChoiceField(
        label="What is it about?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick what it is about, or “None of these”."},
    )

    def __init__(self, *args: Any, themes: ThemeSet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.pk), one.name) for one in themes.themes.all()]
        self.fields["chosen"].choices = [*choices, (NONE_FITS, "None of these")]  # type: ignore[attr-defined]  # a field of choices

    def clean_chosen(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["chosen"]
        if NONE_FITS in chosen and len(chosen) > 1:
            raise forms.ValidationError("Tick “None of these” by itself, or take it off.")
        return [theme for theme in chosen if theme != NONE_FITS]


class WorryForm(forms.Form):
    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    answer = forms.UUIDField(widget=forms.HiddenInput)
    about = Words(
        label="What worries you?",
        help_text="Only what the next person has to know. They can open the young person’s words.",
        longest=1_000,
    )


class ProposeForm(forms.Form):
    answer = forms.UUIDField(widget=forms.HiddenInput)
    wording = Words(
        label="The words to print",
        help_text="A sentence or two. Take out, or say in another way, whatever could tell who it is.",
        longest=LONGEST,
    )
    meaning_kept = forms.BooleanField(label="It still says what they meant")


class CheckForm(forms.Form):
    PASS, BACK = "pass", "back"
    verdict = forms.ChoiceField(
        label="What do you think?",
        choices=[(PASS, "It can be printed"), (BACK, "Send it back")],
        widget=forms.RadioSelect,
    )
    no_harm = forms.BooleanField(
        label="I thought about harm: this puts nobody at risk, and no friend, carer or teacher can tell who said it",
        required=False,
    )
    child_said = forms.ChoiceField(
        label="Has the young person seen these exact words?",
        choices=ChildSaid.choices,
        required=False,
    )
    reason = Words(label="Why it goes back", longest=REASON_LONGEST, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        passes = data.get("verdict") == self.PASS
        if passes and not data.get("no_harm"):
            self.add_error("no_harm", "Think about harm first, and tick this. Or send it back.")
        if passes and data.get("child_said") == ChildSaid.NO:
            self.add_error("child_said", "They said no. Send it back, or take it out.")
        if data.get("verdict") == self.BACK and not data.get("reason"):
            self.add_error("reason", "Say why, so that it can be mended.")
        return data


class WithdrawForm(forms.Form):
    why = forms.ChoiceField(label="Why", choices=Withdrawn.choices, widget=forms.RadioSelect)
