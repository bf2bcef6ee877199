"""Making a release out of answers: count, group, draw, attack. Nothing is written here, and no lock is held.

What leaves this file is a `Made`: published figures, and which answer was counted in which group. The exact counts
stay in memory and go with it; the secret is overwritten by whoever made it (`freezing`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from surveys.releases.disclosure.audit.block import Placed
from surveys.releases.disclosure.content import NOT_ENOUGH, PublishedSheet, ReleaseContent
from surveys.releases.disclosure.crowd import Crowd
from surveys.releases.disclosure.rounding import Secret
from surveys.releases.domain.attacking import tables_that_held
from surveys.releases.domain.catalogue import entries_for
from surveys.releases.domain.contents import content_of
from surveys.releases.domain.drafting import Grouping, groupings_of, published_sheet
from surveys.releases.domain.earlier import memberships, only_earlier, refs_that_share, tables_before
from surveys.releases.domain.plans import characteristics_told
from surveys.releases.domain.sheets import USED_UP, SheetCount
from surveys.releases.domain.task import Task
from surveys.releases.domain.used import answers_not_used, told_about_themselves
from surveys.releases.domain.words_told import Themes, quotes_for, themes_for
from surveys.releases.models import Release
from surveys.themes.domain.quotes import Quoted

BATCH = 5_000


@dataclass(frozen=True, slots=True)
class MadeSheet:
    """`sheet` is published; the rest says where each answer stood, for the attack on later releases."""

    sheet: PublishedSheet
    count: SheetCount
    crowd: Crowd
    groupings: Mapping[str, Grouping]


@dataclass(frozen=True, slots=True)
class Made:
    """`about`: a mark of the answers, on whatever form, that the groups were made from."""

    content: ReleaseContent
    sheets: tuple[MadeSheet, ...]
    about: bytes

    @property
    def has_something(self) -> bool:
        return any(made.sheet.state != NOT_ENOUGH for made in self.sheets)


def make(task: Task, *, secret: Secret) -> Made:
    """Raises Tampered where a release that shares answers is not what was sealed."""
    about = told_about_themselves(task.window)  # before counting: what goes meanwhile is noticed (D7)
    quoted = Quoted()  # one for all sheets: nobody is quoted on two, nothing is told twice
    sheets = tuple(_make_sheet(task, form, quoted, secret=secret) for form in task.window.programme.forms)
    return Made(content_of(task, tuple(made.sheet for made in sheets), secret=secret), sheets, about)


def _make_sheet(task: Task, form: str, quoted: Quoted, *, secret: Secret) -> MadeSheet:
    themes = themes_for(task, form)
    count = _counted(task, form, themes, secret=secret)
    crowd, before = _beside_earlier(form, count)
    groupings = groupings_of(crowd, _tellable(task, crowd), rules=task.rules)
    if count.n < task.rules.figures_from:
        sheet = published_sheet(form, count.n, (), {}, crowd, rules=task.rules)
        # a year has nothing to say but figures
        return MadeSheet(PublishedSheet(form, NOT_ENOUGH, None) if task.is_year else sheet, count, crowd, groupings)
    tables = [
        table
        for entry in count.entries
        if entry is not themes.entry
        for table in tables_that_held(task, entry, crowd, groupings, before=before, secret=secret)
    ]
    sheet = published_sheet(form, count.n, tables, groupings, crowd, rules=task.rules)
    told = themes.tables(task, crowd, before=before, secret=secret)
    quotes = quotes_for(task, count, quoted, secret=secret)
    return MadeSheet(replace(sheet, themes=told, quotes=quotes), count, crowd, groupings)


def _counted(task: Task, form: str, themes: Themes, *, secret: Secret) -> SheetCount:
    entries = entries_for(form, questionnaire=task.window.programme.questionnaire)
    count = SheetCount(form, [*entries, *themes.entries])
    rows = answers_not_used(task.window, form, sent_before=task.window.closes_at, instead_of=task.instead_of)
    while batch := list(islice(rows, BATCH)):
        stood = memberships([row.response_id for row in batch])
        for row in batch:
            count.add(themes.put_in(row), secret=secret, earlier=stood.get(row.response_id, frozenset()))
    return count


def _beside_earlier(form: str, count: SheetCount) -> tuple[Crowd, Sequence[Placed]]:
    """The children here, and those who were only counted in earlier releases that share answers with this one."""
    crowd = count.crowd()
    refs = refs_that_share(form, {ref for kind in crowd.kinds for ref, _, _ in kind.earlier})
    if not refs:
        return crowd, ()
    here = {response_id for response_id, kind in count.used() if kind != USED_UP}
    crowd = count.crowd(elsewhere=only_earlier(form, refs, here=here))
    return crowd, tables_before(form, refs, crowd)


def _tellable(task: Task, crowd: Crowd) -> tuple[str, ...]:
    """Each response once: a characteristic for which an answer here has had its turn is not told again (rule 12)."""
    refs = {ref for kind in crowd.kinds if kind.here is not None for ref, _, _ in kind.earlier}
    standing = set(Release.objects.filter(ref__in=refs, superseded_by=None).values_list("ref", flat=True))
    if task.instead_of is not None:
        standing.discard(task.instead_of.ref)
    told = {name for kind in crowd.kinds if kind.here is not None for ref, name, _ in kind.earlier if ref in standing}
    return tuple(name for name in characteristics_told(task.window, rules=task.rules) if name not in told)
