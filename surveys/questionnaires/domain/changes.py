"""What would be different for young people if a draft were published now, in plain words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from core.languages import autonym
from surveys.questionnaires.conditions import Condition
from surveys.questionnaires.domain.counted import titles_of
from surveys.questionnaires.enums import VoiceFormat
from surveys.questionnaires.models import Questionnaire
from surveys.questionnaires.schema import Part, Question, Schema

ABOUT = (
    *("title", "form", "band", "level", "length"),
    *("space_note", "voice_formats", "audience", "influence_due", "purpose", "decision"),
)
NEW_WORDS = "Answers to the old words stay with the old version. They are never added to answers to the new words."
NEW_LINE = "{titles} starts a new line in summaries: nothing is joined up across the change of words."
NOW_ASKED = "Feeds {titles}. Summaries tell it only where every version of this form asked it; earlier ones did not."
NOT_ASKED = "Fed {titles}. Summaries leave that out from now on, because not everybody is asked."
READERS = {"all": "everyone named as a reader", "chair_only": "only the person who runs the meeting"}


@dataclass(frozen=True, slots=True)
class Change:
    """`before` and `after` are the words a young person read and would read; `effect` is what it does to counting."""

    what: str
    about: str
    before: str = ""
    after: str = ""
    effect: str = ""


def changes_between(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> list[Change]:
    """Both are contents of versions. Without `before` every question is new; the same twice gives none."""
    old = Schema.from_json(before["questions"]) if before else Schema(())
    new = Schema.from_json(after["questions"])
    return [
        *_about(before, after),
        *_came_and_went(old, new),
        *_moved(old, new),
        *_in_questions(old, new),
        *_languages(before, after),
    ]


def _about(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> Iterator[Change]:
    if before is None:
        return
    for name in ABOUT:
        old, new = before.get(name), after.get(name)
        if old != new:
            label = str(Questionnaire._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # a field of ours
            yield Change("Changed", label.capitalize(), _words_of(name, old), _words_of(name, new))


def _words_of(name: str, value: Any) -> str:
    if name == "voice_formats":
        return ", ".join(label for key, label in VoiceFormat.choices if key in (value or ()))
    choices = dict(Questionnaire._meta.get_field(name).flatchoices)  # type: ignore[union-attr]  # a field of ours
    return str(choices.get(value, "" if value is None else value)) or "nothing"


def _came_and_went(old: Schema, new: Schema) -> Iterator[Change]:
    was, now = _by_id(old), _by_id(new)
    for place, question in enumerate(new.questions, start=1):
        if question.id not in was:
            effect = _told(NOW_ASKED, question) if was else ""
            yield Change("New question", _name(question), after=f"{question.wording} (number {place})", effect=effect)
    for question in old.questions:
        if question.id not in now:
            effect = _told(NOT_ASKED, question)
            yield Change("Taken out", _name(question), before=question.wording, effect=effect)


def _moved(old: Schema, new: Schema) -> Iterator[Change]:
    was, now = _by_id(old), _by_id(new)
    first = [question.id for question in old.questions if question.id in now]
    then = [question.id for question in new.questions if question.id in was]
    in_place = {
        then[block.b + step]
        for block in SequenceMatcher(a=first, b=then, autojunk=False).get_matching_blocks()
        for step in range(block.size)
    }
    for each in then:
        if each not in in_place:
            yield Change("Moved", _name(now[each]), f"number {_place(old, each)}", f"number {_place(new, each)}")


def _in_questions(old: Schema, new: Schema) -> Iterator[Change]:
    was = _by_id(old)
    for question in new.questions:
        if question.id in was:
            yield from _in_question(was[question.id], question, was=old, now=new)


def _languages(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> Iterator[Change]:
    was, now = (before or {}).get("languages", {}), after.get("languages", {})
    for code in dict.fromkeys((*was, *now)):
        if code not in was:
            yield Change("New language", autonym(code))
        elif code not in now:
            yield Change(
                "Language taken out",
                autonym(code),
                effect="Until it is checked again, young people read English there.",
            )
        elif was[code] != now[code]:
            yield Change("Other words in a language", autonym(code))


def _in_question(old: Question, new: Question, *, was: Schema, now: Schema) -> Iterator[Change]:
    words = _told(NEW_LINE, new) or NEW_WORDS
    if old.wording != new.wording:
        yield Change("Other words", _name(new), old.wording, new.wording, words)
    if old.help != new.help:
        yield Change("Other line under it", _name(new), old.help or "nothing", new.help or "nothing")
    if old.readers != new.readers:
        yield Change("Other readers", _name(new), READERS[old.readers], READERS[new.readers])
    if old.only_if != new.only_if:
        yield Change("Asked of others", _name(new), _when(old.only_if, was), _when(new.only_if, now), _lost(old, new))
    yield from _in_parts(old, new, words)


def _lost(old: Question, new: Question) -> str:
    if old.only_if is None:
        return _told(NOT_ASKED, old)
    return _told(NOW_ASKED, new)


def _in_parts(old: Question, new: Question, words: str) -> Iterator[Change]:
    was = {part.id: part for part in old.parts}
    now = {part.id for part in new.parts}
    for part in new.parts:
        about = _name(new) if new.is_single else f"{_name(new)}: {part.wording}"
        if part.id not in was:
            yield Change("New part", about, after=part.wording)
            continue
        yield from _in_part(was[part.id], part, about, words, repeats=new.is_single and old.is_single)
    for part in old.parts:
        if part.id not in now:
            yield Change("Part taken out", _name(new), before=part.wording)


def _in_part(old: Part, new: Part, about: str, words: str, *, repeats: bool) -> Iterator[Change]:
    if old.wording != new.wording and not repeats:
        yield Change("Other words", about, old.wording, new.wording, words)
    if old.help != new.help:
        yield Change("Other line under it", about, old.help or "nothing", new.help or "nothing")
    if old.kind != new.kind:
        yield Change("Answered in another way", about, _kind(old), _kind(new), words)
    if old.options != new.options:
        yield Change("Other choices", about, _choices(old), _choices(new), words)


def _kind(part: Part) -> str:
    from surveys.questionnaires.blocks import KIND_WORDS

    return dict(KIND_WORDS).get(part.kind.value, part.kind.value)


def _choices(part: Part) -> str:
    return " · ".join(option.label for option in part.options) or "nothing"


def _when(condition: Condition | None, schema: Schema) -> str:
    if condition is None:
        return "everyone"
    part = schema.part(condition.part)
    labels = " or ".join(f"“{part.label_of(option)}”" for option in condition.options)
    return f"only after {labels} at {_name(schema.question_of(part.id))}"


def _told(sentence: str, question: Question) -> str:
    titles = " and ".join(f"“{title}”" for title in titles_of(question))
    return sentence.format(titles=titles) if titles else ""


def _name(question: Question) -> str:
    return f"{question.id} · {question.wording}"


def _by_id(schema: Schema) -> dict[str, Question]:
    return {question.id: question for question in schema.questions}


def _place(schema: Schema, question_id: str) -> int:
    return _ids(schema.questions).index(question_id) + 1


def _ids(questions: Sequence[Question]) -> list[str]:
    return [question.id for question in questions]
