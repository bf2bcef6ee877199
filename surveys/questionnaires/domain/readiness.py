"""Everything that stands between a draft and a young person, as plain reasons (D3, S23)."""

from collections import defaultdict
from collections.abc import Iterator

from core.wording import blaming_words
from surveys.questionnaires.domain.assembling import schema_of
from surveys.questionnaires.enums import FormKind, Length
from surveys.questionnaires.measures import CHOOSE_ANY, MEASURES
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.questionnaires.schema import Part, Schema
from surveys.questionnaires.schema_checks import NotASchema

MOST_SCREENS = {Length.SHORT.value: 5}
MOST_SCREENS_OTHERWISE = 12
ALWAYS_ASKED: dict[str, tuple[frozenset[str], ...]] = {
    Length.SHORT.value: (frozenset({"Q17"}), frozenset({"Q19"}), frozenset({"Q28"})),
    Length.LONG.value: (
        frozenset({"Q15", "Q16"}),
        frozenset({"Q17"}),
        frozenset({"Q18"}),
        frozenset({"Q19"}),
        frozenset({"Q28"}),
    ),
}
MEASURED = frozenset(part for each in MEASURES for part in each.parts) | {each.part for each in CHOOSE_ANY}
LUNDY = {
    "space_note": "Say how we make it safe to answer (space).",
    "voice_formats": "Tick at least one way they can say it (voice).",
    "audience": "Say whose job it is to listen (audience).",
    "influence_due": "Say in how many days they are told what happened (influence).",
    "purpose": "Say why we ask.",
    "decision": "Say what the answers can change.",
}


def reasons_against(questionnaire: Questionnaire) -> list[str]:
    """Empty when it can be published."""
    reasons = [*_blank_promises(questionnaire), *_twins(questionnaire), *_schedule(questionnaire)]
    reasons += _kept_words(questionnaire)
    try:
        schema = schema_of(questionnaire)
    except NotASchema as problem:
        return [*reasons, str(problem)]
    for check in (_screens, _removed, _words, _counted_in_other_words):
        reasons += check(questionnaire, schema)
    return reasons


def _blank_promises(questionnaire: Questionnaire) -> Iterator[str]:
    for name, reason in LUNDY.items():
        value = getattr(questionnaire, name)
        if value is None or (not str(value).strip() if isinstance(value, str) else value in ([], 0)):
            yield reason


def _twins(questionnaire: Questionnaire) -> Iterator[str]:
    """A card must lead to one form, so there is one published form for each time, age, level and length."""
    if questionnaire.form == FormKind.CONSULTATION:
        return
    twins = Questionnaire.objects.live().filter(
        form=questionnaire.form,
        band=questionnaire.band,
        level=questionnaire.level,
        length=questionnaire.length,
    )
    for twin in twins.exclude(pk=questionnaire.pk)[:1]:
        yield (f"“{twin.title}” is already in use for the same time, age and length. Change that one or unpublish it.")


def _schedule(questionnaire: Questionnaire) -> Iterator[str]:
    if questionnaire.go_live_at or questionnaire.expire_at:
        yield "A start or end date cannot be set here. Publish on the day."
    if not questionnaire.form:
        yield "Choose when it is asked."
    elif questionnaire.form != FormKind.CONSULTATION and not questionnaire.named:
        yield "A form for a meeting is always named. Use a consultation for answers without a name."
    if questionnaire.form == FormKind.BEFORE and not questionnaire.length:
        yield "Choose short or long."


def _screens(questionnaire: Questionnaire, schema: Schema) -> Iterator[str]:
    most = MOST_SCREENS.get(questionnaire.length, MOST_SCREENS_OTHERWISE)
    if not len(schema):
        yield "Add at least one question."
    if len(schema) > most:
        yield f"There are {len(schema)} screens. Keep it to {most} or fewer."


def _removed(questionnaire: Questionnaire, schema: Schema) -> Iterator[str]:
    """Q16–Q19 and Q28 stay in the named forms before a meeting that contain them (S23)."""
    if questionnaire.form != FormKind.BEFORE or not questionnaire.named:
        return
    asked = {question.id for question in schema.questions}
    for choice in ALWAYS_ASKED.get(questionnaire.length, ()):
        if not asked & choice:
            yield f"Put {' or '.join(sorted(choice))} back. It stays in every form before a meeting."
    for question in schema.questions:
        if question.only_if and any(question.id in choice for choice in ALWAYS_ASKED.get(questionnaire.length, ())):
            yield f"Everyone is asked {question.id}. It cannot depend on another answer."
    if "Q18" in asked and not schema.question("Q18").is_chair_only:
        yield "Only the person who runs the meeting may read Q18."


def _kept_words(questionnaire: Questionnaire) -> Iterator[str]:
    """What is counted over years, or may never be removed, is asked in the bank's words (D4, S23)."""
    standing = frozenset().union(*(choice for choices in ALWAYS_ASKED.values() for choice in choices))
    for item in questionnaire.items:
        if item.block_type != "bank" or not item.value.get("wording"):
            continue
        key = item.value["key"]
        if key in standing or any(part == key or part.startswith(key) for part in MEASURED):
            yield f"Question {key} keeps its words, so that answers can be added up over time."


def _counted_in_other_words(questionnaire: Questionnaire, schema: Schema) -> Iterator[str]:
    """The bank's own words may have changed since: the answers would be added up although the question is another."""
    alike = {name: getattr(questionnaire, name) for name in ("form", "band", "level")}
    before: dict[str, set[object]] = defaultdict(set)
    for version in QuestionnaireVersion.objects.filter(
        **{f"questionnaire__{name}": is_ for name, is_ in alike.items()}
    ):
        for part in _counted_parts(version.schema):
            before[part.id].add(_as_asked(part))
    for part in _counted_parts(schema):
        if before[part.id] - {_as_asked(part)}:
            yield (
                f"{part.id} was asked in other words before, and its answers are added up over time. "
                "Use the words of before, or ask it as a question of your own, which is not counted with the old one."
            )


def _counted_parts(schema: Schema) -> Iterator[Part]:
    return (part for each in schema.questions if not each.only_if for part in each.parts if part.id in MEASURED)


def _as_asked(part: Part) -> tuple[object, ...]:
    return part.wording, part.kind, tuple((option.id, option.label) for option in part.options)


def _words(questionnaire: Questionnaire, schema: Schema) -> Iterator[str]:
    for text in (questionnaire.title, *texts_of(schema)):
        for hit in blaming_words(text):
            yield f"“{text}” can sound like blame. Try: {hit.term.say}"


def texts_of(schema: Schema) -> Iterator[str]:
    """Every text a young person reads, once each and in order."""
    for question in schema.questions:
        yield question.wording
        if question.help:
            yield question.help
        for part in question.parts:
            if not question.is_single:
                yield part.wording
            if part.help:
                yield part.help
            yield from (option.label for option in part.options)
