"""What a young person can choose on the invite."""

from django import forms
from django.utils.translation import gettext_lazy as _

from participation.meetings.enums import TakePart, WantsAdvocate

from .fields import WordsField


class TakePartForm(forms.Form):
    choices = forms.MultipleChoiceField(
        label=_("How do you want to take part?"),
        choices=TakePart.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pick one or more, or go back. You can choose later, too.")},
    )
    speaker = WordsField(label=_("Who could speak for you?"), required=False, max_chars=200)


class AdvocateForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Would you like an advocate?"),
        choices=WantsAdvocate.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pick one, or go back. You can ask later, too.")},
    )


class WordForm(forms.Form):
    word = WordsField(
        label=_("The word you agreed"),
        max_chars=64,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Type the word, or go back.")},
    )
