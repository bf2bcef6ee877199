"""One pass over the answers of a form: exact counts in memory, kind by kind. Nothing here is written anywhere."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from surveys.releases.disclosure.collapse import Shape
from surveys.releases.disclosure.crowd import NOT_SAID, Crowd, Membership, Standing
from surveys.releases.disclosure.plans import PLANS
from surveys.releases.disclosure.rounding import Secret, record_mark
from surveys.releases.domain.catalogue import EVERY_BAND, AnyEntry
from surveys.responses.domain.counting import CountingRow

PATTERNS = 50_000  # kept in memory for an entry
USED_UP = -1  # an earlier answer of a child whose later one is counted: it has had its turn, and counts nowhere
NOWHERE_ELSE: frozenset[Membership] = frozenset()
# Which question of the last page asks for a characteristic. The age band is known without asking.
ASKED_AS = {"gender": "gender", "ethnic_group": "ethnic", "send_need": "help", "where_i_live": "live"}
CHARACTERISTICS = ("age_band", *ASKED_AS)
_CATEGORIES = {name: frozenset(category for category, _ in PLANS[name].categories) for name in CHARACTERISTICS}


@dataclass(slots=True)
class _Entry:
    """An entry while it is counted: `known` keeps which cells a pattern of ticks counts in."""

    entry: AnyEntry
    first: int  # the number of its first cell
    parts: tuple[str, ...]
    known: dict[tuple[object, ...], tuple[int, ...]] = field(default_factory=dict)

    def cells(self, row: CountingRow) -> tuple[int, ...]:
        """Many children tick the same: a meaning is worked out once for each pattern of ticks."""
        pattern = tuple(map(row.parts.get, self.parts))
        cells = self.known.get(pattern)
        if cells is None:
            cells = self._worked_out(row)
            if len(self.known) < PATTERNS:
                self.known[pattern] = cells
        return cells

    def _worked_out(self, row: CountingRow) -> tuple[int, ...]:
        cells, first = [], self.first
        for shape, cell in zip(self.entry.shapes, self.entry.cells_of(row.parts), strict=True):
            cells.append(first + shape.cells.index(cell))
            first += len(shape.cells)
        return tuple(cells)


@dataclass(slots=True)
class _Kind:
    number: int
    standing: Standing
    asked: list[_Entry]
    counts: list[int]
    marks: list[int]
    size: int = 0
    settings: Counter[str] = field(default_factory=Counter)


class SheetCount:
    """The answers of one form while they are being counted. `ids` and `kind_of` go together, one for each response."""

    def __init__(self, form: str, entries: Sequence[AnyEntry]) -> None:
        self.form = form
        self.entries = tuple(entries)
        self.shapes: tuple[Shape, ...] = tuple(shape for entry in entries for shape in entry.shapes)
        self.ids = bytearray()  # 16 bytes a response: a million fit into 16 MB
        self.kind_of = array("i")
        self.n = 0
        self._children: set[int] = set()
        self._kinds: dict[Standing, _Kind] = {}
        self._known: dict[tuple[object, ...], _Kind] = {}
        self._entries = self._numbered()

    def add(self, row: CountingRow, *, secret: Secret, earlier: frozenset[Membership] = NOWHERE_ELSE) -> None:
        """Newest first: a child's latest answer counts, an earlier one is used up without counting."""
        self.ids += row.response_id.bytes
        mark = record_mark(secret, row.record_key)
        if mark in self._children:
            self.kind_of.append(USED_UP)
            return
        self._children.add(mark)
        self.n += 1
        kind = self._kind(row, earlier)
        self.kind_of.append(kind.number)
        kind.size += 1
        if row.setting:
            kind.settings[row.setting] += 1
        counts, marks = kind.counts, kind.marks
        for entry in kind.asked:
            for cell in entry.cells(row):
                counts[cell] += 1
                marks[cell] += mark

    def used(self) -> Iterator[tuple[UUID, int]]:
        """Every response that had its turn, with the number of its kind or USED_UP."""
        for at, kind in enumerate(self.kind_of):
            yield UUID(bytes=bytes(self.ids[16 * at : 16 * at + 16])), kind

    def crowd(self, *, elsewhere: Mapping[frozenset[Membership], int] | None = None) -> Crowd:
        """What was counted; nothing can be added afterwards.

        `elsewhere`: answers that earlier releases counted and this one does not, by the groups they stood in.
        """
        self._children.clear()  # who was here already is known by a hundred bytes each: the attack needs the room
        kinds = list(self._kinds.values())
        standings = [kind.standing for kind in kinds] + [Standing(None, earlier) for earlier in elsewhere or {}]
        absent = len(standings) - len(kinds)
        counts, marks, first = {}, {}, 0
        for shape in self.shapes:
            cells = slice(first, first + len(shape.cells))
            nobody = ((0,) * len(shape.cells),) * absent
            counts[shape.question] = (*(tuple(kind.counts[cells]) for kind in kinds), *nobody)
            marks[shape.question] = (*(tuple(kind.marks[cells]) for kind in kinds), *nobody)
            first += len(shape.cells)
        sizes = (*(kind.size for kind in kinds), *(elsewhere or {}).values())
        return Crowd(CHARACTERISTICS, tuple(standings), sizes, self.shapes, counts, marks, _settings(kinds))

    def _numbered(self) -> list[_Entry]:
        numbered, first = [], 0
        for entry in self.entries:
            numbered.append(_Entry(entry, first, entry.parts))
            first += sum(len(shape.cells) for shape in entry.shapes)
        return numbered

    def _kind(self, row: CountingRow, earlier: frozenset[Membership]) -> _Kind:
        said = tuple(map(row.characteristics.get, ASKED_AS.values()))
        kind = self._known.get((row.band, said, earlier))
        if kind is None:
            here = (_category("age_band", row.band), *map(_category, ASKED_AS, said))
            kind = self._known[(row.band, said, earlier)] = self._kind_at(Standing(here, earlier), row.band)
        return kind

    def _kind_at(self, standing: Standing, band: str) -> _Kind:
        if standing not in self._kinds:
            asked = [each for each in self._entries if was_asked(each.entry, band)]
            nothing = [0] * sum(len(shape.cells) for shape in self.shapes)
            self._kinds[standing] = _Kind(len(self._kinds), standing, asked, nothing, nothing.copy())
        return self._kinds[standing]


def was_asked(entry: AnyEntry, band: str) -> bool:
    return band in entry.asked or entry.asked == EVERY_BAND


def _category(characteristic: str, said: str | None) -> str:
    """Skipped, declined, not asked and unknown are one category, so that everyone stands in one (rule 5)."""
    return said if said is not None and said in _CATEGORIES[characteristic] else NOT_SAID


def _settings(kinds: Sequence[_Kind]) -> dict[str, dict[str, Counter[str]]]:
    found: dict[str, dict[str, Counter[str]]] = {name: {} for name in CHARACTERISTICS}
    for kind in kinds:
        for name, category in zip(CHARACTERISTICS, kind.standing.here or (), strict=True):
            found[name].setdefault(category, Counter()).update(kind.settings)
    return found
