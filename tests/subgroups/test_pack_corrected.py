"""What was put right reaches every reader: the note beside a release, and the quarter that took another's place."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from participation.subgroups.domain import notes
from participation.subgroups.domain.packs import build_pack
from participation.subgroups.domain.shelf import quarters_of, share_with_group
from participation.subgroups.models import Membership, Part, Subgroup, YoungNote
from participation.subgroups.views.papers import paper_html
from surveys.releases.domain.reach_actions import action_of, write_action
from surveys.releases.domain.sharing import share
from surveys.releases.models import Release, ReleaseNote
from tests.factories.accounts import UserFactory
from tests.factories.influence import said
from tests.factories.releases import frozen_release, quarter_window
from tests.factories.subgroups import meeting, member
from tests.subgroups.conftest import by_gender, full_release, sheet
from tests.subgroups.reading import address, body

pytestmark = pytest.mark.django_db
WORDS = "Two answers came twice. It is put right in the next summary."


def _noted(release: Release, words: str = WORDS) -> None:
    ReleaseNote.objects.create(release=release, words=words, written_at=timezone.now())


def _corrected(release: Release) -> Release:
    return frozen_release(release.window, supersedes=release, sheets=release.verified().sheets)


def test_every_reader_of_a_release_is_told_what_stands_beside_it(client: Client, group: Subgroup) -> None:
    now = timezone.now()
    release = full_release()
    share_with_group(group, release, by=None, now=now)
    share(release, "champions", by=None, now=now)
    _noted(release)
    client.force_login(member(group))
    for more in ("", "plain/", "large/", "by/gender/"):
        assert WORDS in body(client, address(group, release, more=more))
    for kind in ("sheet", "large"):
        assert WORDS in paper_html(build_pack(group, release, now=now), kind)
    for kind in ("csv", "json"):
        assert WORDS in client.get(address(group, release, more=f"papers/numbers.{kind}")).text
    client.force_login(UserFactory(roles=["champion"]))
    assert WORDS in body(client, f"/champions/{release.ref}/")


def test_a_note_does_not_get_lost_when_another_release_takes_the_place(client: Client, group: Subgroup) -> None:
    old = full_release()
    _noted(old)
    new = _corrected(old)
    for each in (old, new):
        share_with_group(group, each, by=None, now=timezone.now())
        share(each, "champions", by=None, now=timezone.now())
    client.force_login(member(group))
    assert WORDS in body(client, address(group, new))
    client.force_login(UserFactory(roles=["champion"]))
    for ref in (old.ref, new.ref):  # the address of the old one leads to the new one
        assert WORDS in (text := body(client, f"/champions/{ref}/"))
        assert new.ref in text


def test_a_year_adds_up_its_quarters_as_they_stand_now(client: Client, group: Subgroup) -> None:
    """A quarter put right after the year was frozen has another ref than the year knows."""
    quarters = [full_release(2026, quarter) for quarter in (1, 2)]
    covers = tuple(each.ref for each in quarters)
    year = frozen_release(quarter_window(), sheets=[by_gender(sheet("after", 35))], covers=covers)
    standing = [quarters[0], _corrected(quarters[1])]
    for each in (year, *quarters, standing[1]):
        share_with_group(group, each, by=None, now=timezone.now())
    assert [content.ref for content in quarters_of(group, year.verified())] == [each.ref for each in standing]
    client.force_login(member(group))
    assert "added up" in body(client, address(group, year))


def test_the_last_day_of_a_report_is_a_day_it_counts(client: Client, group: Subgroup) -> None:
    release = full_release(2026, 4)
    share_with_group(group, release, by=None, now=timezone.now())
    assert build_pack(group, release, now=timezone.now()).closes_on == dt.date(2026, 12, 31)


def _corrected_and_shared(old: Release, group: Subgroup) -> Release:
    new = _corrected(old)
    share_with_group(group, new, by=None, now=timezone.now())
    return new


def test_a_young_members_note_stays_on_the_pack_and_stays_theirs_to_take_back(
    client: Client, group: Subgroup, release: Release
) -> None:
    """Without the line of a release the note was gone from the pack, and nobody could reach it any more."""
    now = timezone.now()
    young = member(group, part=Part.YOUNG_MEMBER)
    supporter = Membership.objects.get(user=young).supporter
    note = notes.write_note(group, release, words="CANARY please read", writer=young, ready=True, now=now)
    new = _corrected_and_shared(release, group)
    assert notes.notes_to_read(supporter, group, release=new) == [note]
    notes.agree_note(note, by=supporter, version=note.version, now=now)
    assert str(notes.note_for(group, new)) == "CANARY please read"
    client.force_login(young)
    page = address(group, new, more="note/")
    assert "CANARY please read" in body(client, page)
    client.post(page, {"do": "withdraw"})
    assert notes.note_for(group, new) is None
    assert notes.was_withdrawn(group, new)
    assert not YoungNote.objects.get().words.open()


def test_what_adults_wrote_beside_a_pack_stands_beside_what_took_its_place(
    client: Client, group: Subgroup, release: Release
) -> None:
    now = timezone.now()
    said("Fewer people in the room.", release=release)
    meeting(group, release)
    write_action(release, "We ask the homes how.", seen=0, by=None, now=now)
    pack = build_pack(group, _corrected_and_shared(release, group), now=now)
    assert [reply.said for reply in pack.replies] == ["Fewer people in the room."]
    assert [each.asked for each in pack.decisions] == ["Decide thing 1?"]
    assert pack.reach_action == "We ask the homes how."


def test_an_action_can_be_taken_away_after_a_correction(group: Subgroup, release: Release) -> None:
    write_action(release, "We ask the homes how.", seen=0, by=None, now=timezone.now())
    new = _corrected(release)
    write_action(new, "", seen=0, by=None, now=timezone.now())
    assert action_of(new) is None
