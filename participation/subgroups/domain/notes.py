"""A young member's note for the front of a pack: theirs, unsigned, read by their supporter, taken back any time."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.mail import send_neutral
from core.plain_words import clean_words, shown_safely
from participation.subgroups.domain.young import is_supporter_of, is_young_member, looks_after, supporters_of
from participation.subgroups.models import Subgroup, YoungNote
from participation.subgroups.models.young import NOTE_MAX
from surveys.releases.domain.sharing import line_of
from surveys.releases.models import Release


class NoteRefused(Exception):
    """`reason` says in plain words why not, and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__("A note could not be changed so.")
        self.reason = reason


@dataclass(frozen=True)
class Note:
    """What stands on the front of the pack: words only. One text for each young member who put a note on."""

    texts: tuple[str, ...]

    def __str__(self) -> str:
        return "\n\n".join(self.texts)


def note_for(group: Subgroup, release: Release) -> Note | None:
    """The note on the front of this pack, or None. Read anew each time: what was taken back is gone at once."""
    rows = YoungNote.objects.filter(
        subgroup=group, release__in=line_of(release), agreed_at__isnull=False, withdrawn_at__isnull=True
    ).order_by("id")  # by random key: not even the order tells who wrote which
    texts = tuple(shown_safely(row.words.open()) for row in rows)
    return Note(texts) if texts else None


def own_note(group: Subgroup, release: Release, writer: User) -> YoungNote | None:
    """Also the one they wrote for a pack whose place this one took: they can always find it and take it back."""
    return _standing(group, release, writer).first()


@transaction.atomic
def write_note(
    group: Subgroup, release: Release, *, words: str, writer: User, ready: bool, version: int = 0, now: datetime
) -> YoungNote:
    """Saves a note that is not on the pack yet; `ready` asks the supporter to read it.

    Raises NoteRefused, WordsRefused (longer than 600). Any change takes an earlier agreement away.
    """
    if not is_young_member(writer, group, now=now):
        raise NoteRefused(_("Only a young member of this group can write the note."))
    note = _locked(group, release, writer) or YoungNote(
        subgroup=group, release=release, writer=writer, started_at=now, version=0
    )
    if note.version != version:
        raise NoteRefused(_("This note was changed in another window. Look at it again. Nothing was lost."))
    if note.is_on_the_pack:
        raise NoteRefused(_("Your note is on the pack now. Take it back first if you want to change it."))
    note.words = clean_words(words, max_chars=NOTE_MAX).strip()
    if not note.words and ready:
        raise NoteRefused(_("Write something first, or go back."))
    note.ready_at, note.chased_at, note.version = (now if ready else None), None, note.version + 1
    _save(note)
    if ready:
        audit.record("note.ready", actor=writer, subject=note, now=now)
        send_neutral(to=[each.email for each in supporters_of(writer, group, now=now)], now=now)
    return note


@transaction.atomic
def agree_note(note: YoungNote, *, by: User, version: int, now: datetime) -> YoungNote:
    """The supporter read it and both agreed: it stands on the pack now. Raises NoteRefused."""
    row = _for_supporter(note, by=by, version=version, now=now)
    row.agreed_at, row.agreed_with, row.version = now, by, row.version + 1
    row.save()
    audit.record("note.put_on", actor=by, subject=row, now=now)
    return row


@transaction.atomic
def hand_back_note(note: YoungNote, *, by: User, version: int, now: datetime) -> YoungNote:
    """The supporter read it and wants to talk about it first; the young member can change it. Raises NoteRefused."""
    row = _for_supporter(note, by=by, version=version, now=now)
    row.ready_at, row.version = None, row.version + 1
    row.save()
    audit.record("note.handed_back", actor=by, subject=row, now=now)
    return row


@transaction.atomic
def be_worried_by_note(note: YoungNote, *, by: User, now: datetime) -> None:
    """Asks for the words to be passed on; the next tick does it (`chasing`). Raises NoteRefused."""
    row = YoungNote.objects.select_for_update(of=("self",)).select_related("subgroup", "writer").get(pk=note.pk)
    if row.ready_at is None or not looks_after(by, row.writer, row.subgroup):
        raise NoteRefused(_("Only the supporter of the person who wrote it can do this."))
    row.worried_at, row.worried_by, row.passed_on_at = now, by, None
    row.save(update_fields=["worried_at", "worried_by", "passed_on_at"])
    audit.record("note.worried", actor=by, subject=row, now=now)


@transaction.atomic
def withdraw_note(note: YoungNote, *, by: User, now: datetime) -> None:
    """Gone from the pack and from the store. The writer any time; the supporter for them. Twice is once."""
    row = YoungNote.objects.select_for_update().select_related("subgroup", "writer").get(pk=note.pk)
    if row.writer_id != by.pk and not looks_after(by, row.writer, row.subgroup):
        raise NoteRefused(_("Only the person who wrote it can take it back, or their supporter for them."))
    if row.withdrawn_at is not None:
        return
    row.words, row.withdrawn_at, row.version = "", now, row.version + 1
    row.save()
    audit.record("note.withdrawn", actor=by, subject=row, now=now)


def notes_to_read(supporter: User, group: Subgroup, *, release: Release) -> list[YoungNote]:
    """Notes that wait for this supporter, and those on the pack: they can take one off for the writer, also for one
    who has left the group."""
    rows = YoungNote.objects.filter(
        subgroup=group, release__in=line_of(release), ready_at__isnull=False, withdrawn_at__isnull=True
    ).select_related("writer", "subgroup")
    return [row for row in rows if looks_after(supporter, row.writer, group)]


def was_withdrawn(group: Subgroup, release: Release) -> bool:
    """All that is told of a note that was taken back."""
    return YoungNote.objects.filter(
        subgroup=group, release__in=line_of(release), agreed_at__isnull=False, withdrawn_at__isnull=False
    ).exists()


def _locked(group: Subgroup, release: Release, writer: User) -> YoungNote | None:
    return _standing(group, release, writer).select_for_update().first()


def _standing(group: Subgroup, release: Release, writer: User) -> QuerySet[YoungNote]:
    return YoungNote.objects.filter(
        subgroup=group, release__in=line_of(release), writer=writer, withdrawn_at__isnull=True
    )


def _for_supporter(note: YoungNote, *, by: User, version: int, now: datetime) -> YoungNote:
    row = YoungNote.objects.select_for_update().select_related("subgroup", "writer").get(pk=note.pk)
    if not is_supporter_of(by, row.writer, row.subgroup, now=now):
        raise NoteRefused(_("Only the supporter of the person who wrote it can do this."))
    if row.version != version or row.ready_at is None or row.withdrawn_at or row.agreed_at:
        raise NoteRefused(_("This note changed just now. Look at it again. Nothing was lost."))
    return row


def _save(note: YoungNote) -> None:
    try:
        with transaction.atomic():
            note.save()
    except IntegrityError:  # two first saves at once: the other one is there
        raise NoteRefused(_("This note was changed in another window. Look at it again. Nothing was lost.")) from None
