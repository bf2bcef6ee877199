"""What one frozen version asks: plain data, no Django, the same after a trip through JSON.

A question is one screen. It has ordered parts, and answers belong to parts (D4).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from surveys.questionnaires.conditions import Condition, Ticked
from surveys.questionnaires.schema_checks import (
    NotASchema,
    check_condition,
    check_options,
    check_unique,
    required_text,
)
from surveys.questionnaires.schema_words import SOURCES, Recording, Recordings, Words, in_words

READERS = ("all", "chair_only")


class Kind(StrEnum):
    """How a part is answered."""

    FACES3 = "faces3"
    FACES5 = "faces5"
    SCALE = "scale"
    ONE = "one"
    MANY = "many"
    TEXT = "text"
    HOUSES = "houses"  # a text box drawn as one of the Three Houses

    @property
    def is_text(self) -> bool:
        return self in (Kind.TEXT, Kind.HOUSES)

    @property
    def takes_many(self) -> bool:
        return self is Kind.MANY


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to tick. The id is a stable slug that counting relies on; the label may change.

    `lang` is empty where the words are in the language that was asked for, else the language they are in.
    """

    id: str
    label: str
    symbol: str = ""
    lang: str = ""

    def to_json(self) -> dict[str, str]:
        return {"id": self.id, "label": self.label, "symbol": self.symbol}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Option":
        return cls(str(data["id"]), str(data["label"]), str(data.get("symbol", "")))


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to answer. "I don't want to say" and "skip" are states of an answer, never options.

    `lang` and `help_lang` as in `Option.lang`.
    """

    id: str
    kind: Kind
    wording: str
    options: tuple[Option, ...] = ()
    help: str = ""
    lang: str = ""
    help_lang: str = ""

    def __post_init__(self) -> None:
        required_text(self.id, "A part has no id.")
        check_options(self.id, self.kind.value, [option.id for option in self.options])

    @property
    def is_text(self) -> bool:
        return self.kind.is_text

    @property
    def option_ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options)

    def label_of(self, option_id: str) -> str:
        """The words a young person ticked; raises KeyError for an id this part never offered."""
        for option in self.options:
            if option.id == option_id:
                return option.label
        raise KeyError(option_id)

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "kind": self.kind.value,
            "wording": self.wording,
            "options": [option.to_json() for option in self.options],
            "help": self.help,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Part":
        options = tuple(Option.from_json(each) for each in data.get("options", ()))
        kind = Kind(data["kind"])
        return cls(str(data["id"]), kind, str(data.get("wording", "")), options, str(data.get("help", "")))


@dataclass(frozen=True, slots=True)
class Question:
    """One screen. ``readers`` says who may read it: "all" named readers, or "chair_only" (S9).

    ``only_if`` makes it a follow-up of an earlier question. ``symbol`` names a picture that stands beside the words.
    ``lang`` and ``help_lang`` as in `Option.lang`.
    """

    id: str
    parts: tuple[Part, ...]
    wording: str
    help: str = ""
    readers: str = "all"
    section: str = ""
    only_if: Condition | None = None
    symbol: str = ""
    lang: str = ""
    help_lang: str = ""
    recording: Recording | None = None

    def __post_init__(self) -> None:
        required_text(self.id, "A question has no id.")
        required_text(self.wording, f"Question {self.id} has no words.")
        if not self.parts:
            raise NotASchema(f"Question {self.id} has nothing to answer.")
        if self.readers not in READERS:
            raise NotASchema(f"Question {self.id} does not say who may read it.")
        check_unique([part.id for part in self.parts], f"Question {self.id} uses a part id twice")

    @property
    def is_single(self) -> bool:
        """One part, which then repeats the question's own words: show them once."""
        return len(self.parts) == 1

    @property
    def is_houses(self) -> bool:
        """Several houses on one screen: each has marks of its own."""
        return not self.is_single and any(part.kind is Kind.HOUSES for part in self.parts)

    @property
    def is_chair_only(self) -> bool:
        return self.readers == "chair_only"

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "parts": [part.to_json() for part in self.parts],
            "wording": self.wording,
            "help": self.help,
            "readers": self.readers,
            "section": self.section,
            **({"only_if": self.only_if.to_json()} if self.only_if else {}),
            **({"symbol": self.symbol} if self.symbol else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Question":
        return cls(
            id=str(data["id"]),
            parts=tuple(Part.from_json(each) for each in data["parts"]),
            wording=str(data["wording"]),
            help=str(data.get("help", "")),
            readers=str(data.get("readers", "all")),
            section=str(data.get("section", "")),
            only_if=Condition.from_json(data["only_if"]) if data.get("only_if") else None,
            symbol=str(data.get("symbol", "")),
        )


@dataclass(frozen=True, slots=True)
class Schema:
    """All screens of a version, in order. ``translations`` and ``recordings`` are by language."""

    questions: tuple[Question, ...]
    translations: Mapping[str, Words] = field(default_factory=dict, hash=False)
    recordings: Mapping[str, Recordings] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        check_unique([each.id for each in self.questions], "Two questions share an id")
        check_unique([part.id for part in self.parts()], "Two parts share an id")
        earlier: dict[str, tuple[str, ...]] = {}
        for question in self.questions:
            if question.only_if is not None:
                check_condition(question.id, question.only_if.part, question.only_if.options, earlier)
            earlier.update({part.id: part.option_ids for part in question.parts})

    def __len__(self) -> int:
        return len(self.questions)

    def parts(self) -> Iterator[Part]:
        for question in self.questions:
            yield from question.parts

    def question(self, question_id: str) -> Question:
        """Raises KeyError when this version does not ask it."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def part(self, part_id: str) -> Part:
        """Raises KeyError when this version does not ask it."""
        for part in self.parts():
            if part.id == part_id:
                return part
        raise KeyError(part_id)

    def has(self, part_id: str) -> bool:
        return any(part.id == part_id for part in self.parts())

    def question_of(self, part_id: str) -> Question:
        """The screen a part stands on; raises KeyError."""
        for question in self.questions:
            if any(part.id == part_id for part in question.parts):
                return question
        raise KeyError(part_id)

    @property
    def has_free_text(self) -> bool:
        return any(part.is_text for part in self.parts())

    @property
    def triggers(self) -> frozenset[str]:
        """The parts on which follow-ups depend."""
        return frozenset(question.only_if.part for question in self.questions if question.only_if)

    def without(self, ids: frozenset[str]) -> "Schema":
        """The same screens less these questions or parts, and less the follow-ups of what is left out (S4)."""
        kept: list[Question] = []
        there: set[str] = set()
        for question in self.questions:
            parts = tuple(part for part in question.parts if part.id not in ids)
            lost = question.only_if is not None and question.only_if.part not in there
            if question.id in ids or not parts or lost:
                continue
            kept.append(replace(question, parts=parts))
            there.update(part.id for part in parts)
        return replace(self, questions=tuple(kept))

    def in_language(self, code: str | None) -> "Schema":
        """The same questions in another language; ids stay. English words stand in for what it lacks and say so by
        their ``lang``. Ask the schema as it was frozen, not one that is in another language already.
        """
        if (code or "") in SOURCES:
            return self
        words, sounds = self.translations.get(code or "", {}), self.recordings.get(code or "", {})
        return replace(self, questions=tuple(in_words(each, words, sounds.get(each.id)) for each in self.questions))

    @property
    def languages(self) -> tuple[str, ...]:
        """Those with words of their own, beside English."""
        return tuple(self.translations)

    def asked(self, ticked: Ticked) -> "Schema":
        """What one young person is asked, given what they ticked so far. A follow-up of a question that is not
        asked is not asked either, whatever was ticked there before.
        """
        out: set[str] = set()
        for question in self.questions:
            needs = question.only_if
            if needs is not None and (needs.part in out or not needs.holds(ticked)):
                out.update((question.id, *(part.id for part in question.parts)))
        return self.without(frozenset(out)) if out else self

    def to_json(self) -> list[dict[str, Any]]:
        return [question.to_json() for question in self.questions]

    @classmethod
    def from_json(cls, data: Any) -> "Schema":
        return cls(tuple(Question.from_json(each) for each in data))

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> "Schema":
        """With the languages and recordings of a frozen version; those of before had none."""
        plain = cls.from_json(content["questions"])
        spoken = content.get("recordings", {})
        recordings = {
            code: {key: Recording.from_json(each) for key, each in sounds.items()} for code, sounds in spoken.items()
        }
        return plain.spoken({code: each["words"] for code, each in content.get("languages", {}).items()}, recordings)

    def spoken(self, translations: Mapping[str, Words], recordings: Mapping[str, Recordings]) -> "Schema":
        english = recordings.get("en", {})
        questions = tuple(replace(each, recording=english.get(each.id)) for each in self.questions) if english else ()
        return Schema(questions or self.questions, translations, recordings)
