"""A list of chosen words, kept as JSON, edited as tick boxes."""

from typing import Any

from django import forms
from django.db import models


class TickedListField(models.JSONField):
    """`words` is the list of (value, label) pairs; it shapes the form and is no part of the table."""

    def __init__(self, *args: Any, words: Any = (), **kwargs: Any) -> None:
        self.words = words
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            choices=self.words,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            label=self.verbose_name,
            help_text=self.help_text,
        )
