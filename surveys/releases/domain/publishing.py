"""The one transaction that publishes: the release, and which answers it used up. All of it, or nothing."""

from django.db import transaction

from accounts.models import User
from core import audit
from surveys.releases.disclosure.content import EVERYONE, NOT_ENOUGH, SHOWN
from surveys.releases.domain.earlier import BANDS
from surveys.releases.domain.making import Made, MadeSheet
from surveys.releases.domain.sheets import CHARACTERISTICS
from surveys.releases.domain.task import Task
from surveys.releases.domain.used import ids_not_used, told_about_themselves
from surveys.releases.domain.using_up import use_up
from surveys.releases.enums import Counted
from surveys.releases.models import Programme, Release, ReleaseShare, Window
from surveys.themes.domain.quotes import words_that_stand

Groups = dict[str, int | None]


class Moved(Exception):
    """An answer was taken back, or another release published, since counting began. Count again."""


@transaction.atomic
def publish(task: Task, made: Made, *, releases_before: int, by: User | None) -> None:
    """Does nothing where somebody else has published it already. Raises Moved."""
    _wait_for_others()
    if not _take(task):
        return
    if Release.objects.count() != releases_before or _have_changed(task, made):
        raise Moved
    if not made.has_something and task.instead_of is None:
        Window.objects.filter(pk=task.window.pk).update(not_enough=True)
        audit.record("window.not_enough", actor=by, subject=task.window, now=task.now)
        return
    release = _store(task, made)
    if task.instead_of is not None:
        _take_the_place_of(task.instead_of, release)
    for sheet in made.sheets:
        if sheet.sheet.state != NOT_ENOUGH:
            use_up(release, sheet.count, _groups(sheet, is_year=task.is_year))
    action = "release.frozen" if task.instead_of is None else "release.corrected"
    audit.record(action, actor=by, subject=release, now=task.now)


def _take(task: Task) -> bool:
    """The update is the lock: whoever comes second finds the window taken."""
    if task.instead_of is not None:
        return not Release.objects.filter(supersedes=task.instead_of).exists()
    return bool(Window.objects.filter(pk=task.window.pk, frozen_at=None).update(frozen_at=task.now))


def _take_the_place_of(old: Release, new: Release) -> None:
    """Whoever was given the old one has the new one from the same moment."""
    old.contributions.update(superseded=True)
    for share in old.shares.all():
        ReleaseShare.objects.create(
            release=new, audience_key=share.audience_key, shared_at=share.shared_at, shared_by=share.shared_by
        )


def _wait_for_others() -> None:
    """Releases are published one after the other, whatever their programme: each was attacked with all before it."""
    list(Programme.objects.select_for_update().order_by("pk").values_list("pk"))


def _have_changed(task: Task, made: Made) -> bool:
    """Withdrawals are honoured until this moment (D7): the very same answers must still be there to count.

    So must those in which children said who they are, whatever form they were on. And every quote must still stand: one
    that was taken out meanwhile, or whose answer has an alert, is not told.
    """
    if told_about_themselves(task.window) != made.about:
        return True
    for sheet in made.sheets:
        form, closes_at = sheet.sheet.form, task.window.closes_at
        ids = list(ids_not_used(task.window, form, sent_before=closes_at, instead_of=task.instead_of))
        if b"".join(each.bytes for each in ids) != bytes(sheet.count.ids):
            return True
        told = {quote.words for quote in sheet.sheet.quotes}
        if told and not told <= words_that_stand(ids):
            return True
    return False


def _store(task: Task, made: Made) -> Release:
    release = Release(
        window=task.window,
        ref=made.content.ref,
        frozen_at=task.now,
        content=made.content.to_json(),
        supersedes=task.instead_of,
        audited=True,
    )
    release.seal()
    release.save(force_insert=True)
    return release


def _groups(made: MadeSheet, *, is_year: bool) -> list[Groups]:
    """For each kind: the number of its group, for everyone the place of its age band."""
    if made.sheet.state != SHOWN:
        return [{Counted.TOTAL.value: None} for _ in made.crowd.kinds]
    groups: list[Groups] = [dict.fromkeys(made.groupings) for _ in made.crowd.kinds]
    for name, grouping in made.groupings.items():
        for number, group in enumerate(grouping or ()):
            for kind in made.crowd.kinds_in(name, group.members):
                groups[kind][name] = number
    if not is_year:
        age = CHARACTERISTICS.index("age_band")
        for kind, standing in enumerate(made.crowd.kinds):
            band = standing.here[age] if standing.here else ""
            groups[kind][EVERYONE] = BANDS.index(band) if band in BANDS else None
    return groups
