"""How tall a pack is on paper, near enough to know before it is printed whether it is one side of A4.

Every width is in letters of 9 pt, every height in mm; they follow static/css/paper.css. A guess errs on the tall side.
"""

from collections.abc import Iterable

from participation.influence.domain.page import Reply
from participation.subgroups.domain.packs import Pack

ONE_SIDE = 288.0
LINE = 3.85
HEAD, CARD, GAP, ROW = 8.0, 7.6, 1.5, 10.0
WHOLE, HALF, TWO_THIRDS, THIRD, THREE_FIFTHS = 112, 52, 74, 32, 64


def height_of(pack: Pack) -> float:
    parts = (
        _head(pack),
        _told(pack),
        _standing(pack),
        CARD
        + LINE * max(len(pack.taking_part), _lines(pack.reach.sentences, HALF) + _lines([pack.reach_action], HALF)),
        CARD + sum(map(_reply, pack.replies)) if pack.replies else CARD + LINE,
        CARD + max(_agreed(pack), _lines((each.asked for each in pack.decisions), THIRD) * LINE),
        CARD + LINE * max(2 * len(pack.promises), _lines(pack.note.texts if pack.note else (), THREE_FIFTHS)),
    )
    return sum(parts) + GAP * (len(parts) - 1)


def _head(pack: Pack) -> float:
    about = sum(len(sheet.title) + len(sheet.brief) + 2 for sheet in pack.counted) + 75
    names = len(pack.group.name) + sum(map(len, pack.also_called)) + 55
    lines = -(-about // WHOLE) + -(-names // WHOLE) + 2 + (1 if pack.is_sum else 0)
    return HEAD + LINE * lines + sum(LINE * _lines([words], WHOLE) + 3 for words in pack.corrections)


def _told(pack: Pack) -> float:
    themes = max((_lines([theme.title], THIRD) + 1 for theme in pack.told.themes), default=1)
    quotes = max((_lines([quote.words + " " * 32], THIRD) for quote in pack.told.quotes), default=0)
    return CARD + LINE * (themes + quotes) + 1


def _standing(pack: Pack) -> float:
    rows = sum(ROW * len(section.tables) if section.tables else LINE for section in pack.sections)
    heads = LINE * 1.1 * sum(bool(section.tables) for section in pack.sections)
    by = 3 * LINE if pack.characteristics else 0
    return 3 + rows + heads + by


def _reply(reply: Reply) -> float:
    answer = reply.did or reply.reason + reply.instead + reply.decided_by + " " * 24
    when = 2 if reply.due and (reply.late or reply.told_on) else 1
    said = _lines([reply.said], 26)
    return LINE * max(said, _lines([answer + reply.owner_role + " " * 12], 46), when) + 1.2


def _agreed(pack: Pack) -> float:
    return sum(LINE * _lines([one.text + one.owner_role + " " * 30], TWO_THIRDS) + 0.6 for one in pack.recommendations)


def _lines(texts: Iterable[str], letters: int) -> int:
    return sum(-(-len(line) // letters) for text in texts for line in text.splitlines())
