"""The words of a schema by key: what a translation carries, and how it takes the place of the English.

A key names the question, part or option and never a language, so that ids and counting stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from surveys.questionnaires.schema import Option, Part, Question, Schema

ENGLISH = "en"
SOURCES = ("", "en", "en-gb")
"""Codes that ask for the words as they were written."""

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Recording:
    """A person who reads one question aloud. `lang` is "en" where another language was asked for and there is none.

    `digest` is the SHA-256 of the sound; `spoken_on` an ISO day; `size` in bytes.
    """

    digest: str
    speaker: str
    spoken_on: str
    seconds: int
    size: int
    lang: str = ""

    def to_json(self) -> dict[str, Any]:
        about = {"digest": self.digest, "speaker": self.speaker, "spoken_on": self.spoken_on}
        return about | {"seconds": self.seconds, "size": self.size}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Recording:
        digest, speaker, spoken_on = (str(data[name]) for name in ("digest", "speaker", "spoken_on"))
        return cls(digest, speaker, spoken_on, int(data["seconds"]), int(data["size"]))


Recordings = Mapping[str, Recording]


def words_of(schema: Schema) -> dict[str, str]:
    """Every text a translation may carry, in order. A number that stands for itself is none."""
    return {key: text for question in schema.questions for key, text in words_of_question(question)}


def words_of_question(question: Question) -> Iterator[tuple[str, str]]:
    yield f"question.{question.id}", question.wording
    if question.help:
        yield f"question.{question.id}.help", question.help
    for part in question.parts:
        yield from _words_of_part(part, question.wording)


def _words_of_part(part: Part, asked: str) -> Iterator[tuple[str, str]]:
    if part.wording and part.wording != asked:
        yield f"part.{part.id}", part.wording
    if part.help:
        yield f"part.{part.id}.help", part.help
    for option in part.options:
        if option.label != option.id:
            yield f"part.{part.id}.option.{option.id}", option.label


def in_words(question: Question, words: Words, own: Recording | None) -> Question:
    """The question in another language. What has no words there stays English and says so by `lang`."""
    wording, lang = _said(words, f"question.{question.id}", question.wording)
    help, help_lang = _said(words, f"question.{question.id}.help", question.help)
    parts = tuple(_part_in_words(part, words, question.wording, (wording, lang)) for part in question.parts)
    english = replace(question.recording, lang=ENGLISH) if question.recording else None
    return replace(
        question, wording=wording, lang=lang, help=help, help_lang=help_lang, parts=parts, recording=own or english
    )


def _part_in_words(part: Part, words: Words, asked: str, said: tuple[str, str]) -> Part:
    wording, lang = said if part.wording == asked else _said(words, f"part.{part.id}", part.wording)
    help, help_lang = _said(words, f"part.{part.id}.help", part.help)
    options = tuple(_option_in_words(option, words, part.id) for option in part.options)
    return replace(part, wording=wording, lang=lang, help=help, help_lang=help_lang, options=options)


def _option_in_words(option: Option, words: Words, part_id: str) -> Option:
    if option.label == option.id:
        return option
    label, lang = _said(words, f"part.{part_id}.option.{option.id}", option.label)
    return replace(option, label=label, lang=lang)


def _said(words: Words, key: str, english: str) -> tuple[str, str]:
    if not english:
        return "", ""
    return (words[key], "") if words.get(key) else (english, ENGLISH)
