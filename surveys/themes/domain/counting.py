"""The one door through which releases see themes: ids per response, never a word, never who looked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from surveys.responses.enums import AnswerState
from surveys.responses.models import Answer
from surveys.themes.domain.gathering import boxes_of
from surveys.themes.models import AgreedThemes, ThemeSet

UNSAID = "unsaid"  # wrote nothing, or keeps the words from report writers


@dataclass(frozen=True, slots=True)
class CountedTheme:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ThemeBlock:
    """A choose-any question over the same children as every table of the sheet (rule 16).

    `question` is its name in the draw, `themes` its options in order. `of` holds, for every response asked
    about, the ids of its themes (none of them: read, and nothing fits) or `UNSAID`.
    """

    question: str
    themes: tuple[CountedTheme, ...]
    of: Mapping[UUID, frozenset[str] | str]


def themes_of(window_id: UUID, form: str, response_ids: Iterable[UUID]) -> ThemeBlock | None:
    """None when nobody made themes, or while one text is not agreed: left out rather than told wrongly."""
    themes = ThemeSet.objects.filter(window_id=window_id, form=form).prefetch_related("themes").first()
    if themes is None:
        return None
    wanted = set(response_ids)
    texts = _texts_of(wanted, themes)
    agreed = dict(AgreedThemes.objects.filter(set=themes).values_list("answer_id", "themes"))
    if not texts.keys() <= agreed.keys():
        return None
    found: dict[UUID, frozenset[str] | str] = dict.fromkeys(wanted, UNSAID)
    gathered: dict[UUID, set[str]] = defaultdict(set)
    for answer_id, response_id in texts.items():
        gathered[response_id].update(agreed[answer_id])
    found.update({response_id: frozenset(chosen) for response_id, chosen in gathered.items()})
    return ThemeBlock(
        question=f"{form}/themes/{themes.pk.hex}",
        themes=tuple(CountedTheme(str(theme.pk), theme.name) for theme in themes.themes.all()),
        of=found,
    )


def _texts_of(wanted: set[UUID], themes: ThemeSet) -> dict[UUID, UUID]:
    """Every text that report writers may read, also where its words have gone since."""
    answered = Answer.objects.filter(part_id__in=boxes_of(themes.form), state=AnswerState.ANSWERED)
    rows = answered.filter(response__form=themes.form, response__writers_may_read=True)
    pairs = rows.values_list("pk", "response_id").iterator()
    return {answer_id: response_id for answer_id, response_id in pairs if response_id in wanted}
