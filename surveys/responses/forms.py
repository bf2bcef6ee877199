"""Reading what a page of questions posted. No form classes: native inputs, few fields, nothing shown back."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from surveys.questionnaires.schema import Part, Question
from surveys.questionnaires.shown import field_name
from surveys.responses.domain.answers import DECLINED, SKIPPED, GivenAnswer, NotAnAnswer, checked
from surveys.responses.domain.languages import ENGLISH
from surveys.responses.domain.screens import Screen
from surveys.responses.enums import AnswerState, FilledBy, Share

MARK = 16  # characters
DECLINE = "_declined"  # no option id begins with an underscore


@dataclass
class Posted:
    """`given` is checked; `errors` and `typed` are by part id and only for the page that comes straight
    back.
    """

    given: dict[str, GivenAnswer] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def __repr__(self) -> str:
        return f"Posted({len(self.given)}, {len(self.errors)} to mend)"


def page_mark(post: QueryDict) -> str:
    """The random mark of one open page; it only tells what was typed there from what was kept before."""
    return post.get("page", "")[:MARK]


def read_question(question: Question, post: QueryDict, *, may_hide: bool, language: str = ENGLISH) -> Posted:
    """Every part of one question. Fields that are not of this question are left alone."""
    posted = Posted(hidden=_hidden(question, post) if may_hide else set())
    for part in question.parts:
        values = post.getlist(field_name(part))
        if part.is_text and values:
            posted.typed[part.id] = values[0] if values[0] != DECLINE else ""
        try:
            hide = part.id in posted.hidden
            posted.given[part.id] = replace_hide(checked(part, _given(part, values, language)), hide)
        except NotAnAnswer:
            posted.errors[part.id] = _("That was not one of the choices. Please choose again.")
        except ValidationError as refused:
            posted.errors[part.id] = " ".join(refused.messages)
    return posted


def _hidden(question: Question, post: QueryDict) -> set[str]:
    """The parts marked "don't tell my parent or carer this": all of a question, or each house by itself."""
    marked = {name for name in post if post.get(name) == "yes"}
    whole = not marked.isdisjoint({"hide", f"hide-{question.id}"})
    return {part.id for part in question.parts if whole or (question.is_houses and f"hide-{part.id}" in marked)}


def read_screen(screen: Screen, post: QueryDict, *, may_hide: bool, language: str = ENGLISH) -> Posted:
    """All questions of a page, each with its own "don't tell my parent or carer this". `language`: of what is typed."""
    whole = Posted()
    for question in screen:
        one = read_question(question, post, may_hide=may_hide, language=language)
        whole.given.update(one.given)
        whole.errors.update(one.errors)
        whole.typed.update(one.typed)
        whole.hidden.update(one.hidden)
    return whole


def _given(part: Part, values: list[str], language: str) -> GivenAnswer:
    if DECLINE in values:
        return DECLINED
    if part.is_text:
        return GivenAnswer(text=values[0] if values else "", language=language)
    return GivenAnswer(options=tuple(values))


def replace_hide(given: GivenAnswer, hide: bool) -> GivenAnswer:
    return replace(given, hide_from_parents=hide) if given.state == AnswerState.ANSWERED else given


def merged(
    new: Mapping[str, GivenAnswer], before: Mapping[str, GivenAnswer], *, hide: Container[str] = ()
) -> dict[str, GivenAnswer]:
    """A part left empty keeps what was there: the page never shows it, so empty does not mean "take it
    out". For the same reason "don't tell my parent or carer" stays, and can be ticked later by itself.
    """
    return {part_id: _over(given, before.get(part_id), hide=part_id in hide) for part_id, given in new.items()}


def _over(given: GivenAnswer, old: GivenAnswer | None, *, hide: bool) -> GivenAnswer:
    if old is None:
        return given
    kept = old if given.state == AnswerState.SKIPPED else given
    if kept.state == AnswerState.ANSWERED:
        kept = replace(kept, made=old.made)
    return replace_hide(kept, hide or given.hide_from_parents or old.hide_from_parents)


def marked(given: Mapping[str, GivenAnswer], hidden: Container[str]) -> dict[str, GivenAnswer]:
    """A mark ticked before there is an answer waits for it: they go off to draw, to speak or to another house first."""
    return {
        part_id: replace(each, hide_from_parents=True)
        if part_id in hidden and each.state == AnswerState.SKIPPED
        else each
        for part_id, each in given.items()
    }


def all_parts(screen: Screen, given: GivenAnswer) -> dict[str, GivenAnswer]:
    return {part.id: given for question in screen for part in question.parts}


def skipped(screen: Screen, before: Mapping[str, GivenAnswer]) -> dict[str, GivenAnswer]:
    return merged(all_parts(screen, SKIPPED), before)


@dataclass(frozen=True)
class Review:
    """What was ticked on the page before sending."""

    share: str = Share.JUST
    heard: frozenset[str] = frozenset()
    count: bool = True
    writers: bool = False
    use_words: bool = False
    filled_by: str = ""
    watched: str = ""

    def is_heard(self, question: Question, part: Part) -> bool:
        """Ticked as a whole; a house also by itself."""
        return question.id in self.heard or (question.is_houses and part.id in self.heard)


def read_review(post: QueryDict) -> Review:
    """Unknown values count as not chosen: the private choice."""
    return Review(
        share=Share.PEOPLE if post.get("share") == Share.PEOPLE else Share.JUST,
        heard=frozenset(post.getlist("heard")),
        count=post.get("count") == "yes",
        writers=post.get("writers") == "yes",
        use_words=post.get("use_words") == "yes",
        filled_by=post.get("filled_by", "") if post.get("filled_by") in FilledBy.values else "",
        watched=post.get("watched", "") if post.get("watched") in ("yes", "no") else "",
    )
