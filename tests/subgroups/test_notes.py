"""The young member's note: nobody reads it before they say so, both say yes, and it can be taken back any day."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from core.models import AuditEntry
from core.plain_words import WordsRefused
from participation.subgroups.domain import notes, young
from participation.subgroups.domain.hints import looks_like_names
from participation.subgroups.domain.members import remove_member
from participation.subgroups.models import Briefing, Membership, Part, Subgroup, YoungNote
from surveys.releases.models import Release
from tests.factories.subgroups import member
from tests.subgroups.test_challenges import everything_stored

pytestmark = pytest.mark.django_db
CANARY = "CANARY please read this out"


@pytest.fixture
def writer(group: Subgroup) -> object:
    return member(group, part=Part.YOUNG_MEMBER, first_name="Canarina")


@pytest.fixture
def supporter(group: Subgroup, writer: object) -> object:
    from participation.subgroups.domain.members import add_member

    found = Membership.objects.get(user=writer).supporter
    add_member(group, user=found, part=Part.SUPPORTER, by=None, now=timezone.now() - dt.timedelta(days=1))
    return found


def written(group: Subgroup, release: Release, writer: object, *, ready: bool = True) -> YoungNote:
    return notes.write_note(group, release, words=CANARY, writer=writer, ready=ready, now=timezone.now())


def pages(group: Subgroup, release: Release) -> list[str]:
    return [f"/groups/{group.slug}/{release.ref}/", f"/groups/{group.slug}/{release.ref}/plain/"]


def on_the_pack(client: Client, group: Subgroup, release: Release) -> list[bool]:
    client.force_login(member(group))
    return [CANARY in client.get(page).text for page in pages(group, release)]


def test_it_stands_on_the_pack_only_when_both_said_yes_and_is_gone_at_once(
    client: Client, group: Subgroup, release: Release, writer: object, supporter: object
) -> None:
    note, now = written(group, release, writer, ready=False), timezone.now()
    assert on_the_pack(client, group, release) == [False, False]
    assert notes.notes_to_read(supporter, group, release=release) == []
    note = notes.write_note(group, release, words=CANARY, writer=writer, ready=True, version=note.version, now=now)
    assert on_the_pack(client, group, release) == [False, False]
    notes.agree_note(note, by=supporter, version=note.version, now=now)
    assert on_the_pack(client, group, release) == [True, True]
    assert "Canarina" not in client.get(pages(group, release)[0]).text
    assert CANARY not in everything_stored()
    notes.withdraw_note(note, by=writer, now=now)
    assert on_the_pack(client, group, release) == [False, False]
    assert not YoungNote.objects.get(pk=note.pk).words
    assert notes.was_withdrawn(group, release)
    told = [entry.detail for entry in AuditEntry.objects.filter(action="note.withdrawn")]
    assert told == [{}]


def test_only_their_own_supporter_of_this_moment_can_put_it_on(
    group: Subgroup, release: Release, writer: object, supporter: object
) -> None:
    note, now = written(group, release, writer), timezone.now()
    other_young = member(group, part=Part.YOUNG_MEMBER)
    for user in (writer, member(group), other_young, Membership.objects.get(user=other_young).supporter):
        with pytest.raises(notes.NoteRefused):
            notes.agree_note(note, by=user, version=note.version, now=now)
    remove_member(Membership.objects.get(user=writer), by=None, now=now)
    with pytest.raises(notes.NoteRefused):
        notes.agree_note(note, by=supporter, version=note.version, now=now + dt.timedelta(seconds=1))
    assert notes.note_for(group, release) is None


def test_the_note_of_somebody_who_left_can_still_be_taken_off_for_them(
    client: Client, group: Subgroup, release: Release, writer: object, supporter: object
) -> None:
    """They have no page here any more; without this nobody could take it off."""
    note, now = written(group, release, writer), timezone.now()
    notes.agree_note(note, by=supporter, version=note.version, now=now)
    remove_member(Membership.objects.get(user=writer), by=None, now=now)
    client.force_login(supporter)
    page = f"/groups/{group.slug}/{release.ref}/note/"
    assert CANARY in client.get(page).text
    client.post(page, {"do": "withdraw", "note": str(note.pk)})
    assert on_the_pack(client, group, release) == [False, False]
    assert not YoungNote.objects.get().words.open()
    client.force_login(supporter)
    assert client.get(page).status_code == 404


def test_a_yes_to_words_that_changed_meanwhile_does_not_count(
    group: Subgroup, release: Release, writer: object, supporter: object
) -> None:
    note, now = written(group, release, writer), timezone.now()
    notes.write_note(group, release, words="Other words", writer=writer, ready=True, version=note.version, now=now)
    with pytest.raises(notes.NoteRefused):
        notes.agree_note(note, by=supporter, version=note.version, now=now)


def test_two_young_members_have_a_note_each_and_nobody_sees_whose_is_whose(
    group: Subgroup, release: Release, writer: object
) -> None:
    second = member(group, part=Part.YOUNG_MEMBER)
    for each in (writer, second):
        note = written(group, release, each)
        supporter = Membership.objects.get(user=each).supporter
        notes.agree_note(note, by=supporter, version=note.version, now=timezone.now())
    shown = notes.note_for(group, release)
    assert shown is not None
    assert shown.texts == (CANARY, CANARY)
    assert young.free_places(group, now=timezone.now()) == 0


def test_600_letters_and_no_more_and_only_by_a_young_member(group: Subgroup, release: Release, writer: object) -> None:
    now = timezone.now()
    with pytest.raises(WordsRefused):
        notes.write_note(group, release, words="x" * 601, writer=writer, ready=False, now=now)
    with pytest.raises(notes.NoteRefused):
        notes.write_note(group, release, words="x", writer=member(group), ready=False, now=now)
    assert notes.write_note(group, release, words="ẍ" * 300, writer=writer, ready=False, now=now).words


def test_the_pages_of_the_young_member_and_of_their_supporter(
    client: Client, group: Subgroup, release: Release, writer: object, supporter: object
) -> None:
    page = f"/groups/{group.slug}/{release.ref}/note/"
    client.force_login(writer)
    text = client.get(page).text
    assert "While you write: nobody." in text
    assert client.post(page, {"do": "ready", "words": "Tell Sam Baker about it", "version": "0"}).status_code == 422
    hint = client.post(page, {"do": "ready", "words": "Tell Oliver", "version": "0"})
    assert "look like names" in hint.text
    assert client.post(page, {"do": "ready", "words": CANARY, "version": "0"}).status_code == 302
    client.force_login(supporter)
    text = client.get(page).text
    assert CANARY in text
    assert "Never ask whether they did." in text
    note = YoungNote.objects.get()
    assert client.post(page, {"do": "agree", "note": note.pk, "version": note.version}).status_code == 302
    assert client.post(page, {"do": "agree", "note": note.pk, "version": note.version}).status_code == 409
    day = timezone.localdate()
    given = {"do": "brief", "young_member": str(writer.pk), "held_on": (day + dt.timedelta(days=1)).isoformat()}
    assert client.post(page, given).status_code == 422
    assert client.post(page, given | {"held_on": day.isoformat()}).status_code == 302
    assert Briefing.objects.count() == 1
    for user in (member(group), member(group, part=Part.CHAIR)):
        client.force_login(user)
        assert client.get(page).status_code == 404


def test_without_a_briefing_the_young_member_opens_the_pack_all_the_same(
    client: Client, group: Subgroup, release: Release, writer: object
) -> None:
    client.force_login(writer)
    assert not Briefing.objects.exists()
    assert {client.get(page).status_code for page in pages(group, release)} == {200}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Few of us feel we have control.", []),
        ("May we choose the room?", []),
        ("Ask Oliver about Rook Lane.", ["Rook Lane", "Oliver"]),
        ("Ring 01632 960555", ["01632 960555"]),
    ],
)
def test_hints_find_names_and_places(words: str, found: list[str]) -> None:
    assert looks_like_names(words) == found
