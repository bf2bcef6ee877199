"""Text as typed, kept plain and within bounds."""

from typing import Any

from django import forms

from core.plain_words import clean_words


class WordsField(forms.CharField):
    """Plain text: control characters out, lone surrogates and overlong text refused in plain words."""

    def __init__(self, *, max_chars: int = 2_000, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_chars = max_chars
        self.widget.attrs.setdefault("autocomplete", "off")

    def to_python(self, value: Any) -> str:
        return clean_words(super().to_python(value) or "", max_chars=self.max_chars).strip()
