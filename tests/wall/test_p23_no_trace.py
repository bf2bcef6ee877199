"""P23 and rule 14: an answer leaves no trace a reader could see: no byte, no header, no mail, no row of history."""

from pathlib import Path

from django.conf import settings
from django.core import mail
from django.core.management import get_commands
from django.http import HttpResponse
from django.test import Client
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.models import IndexEntry

from accounts.models import Role
from core.wall.sorting import WALLED, kind_of
from tests.factories.meetings import with_card
from tests.promises.world import World, signed_in
from tests.wall.numbers import same_to_a_reader
from tests.wall.routes import every_visit

TELLING_HEADERS = ("ETag", "Last-Modified", "X-Total-Count", "Link", "Age", "Server-Timing")
HISTORIES = (ModelLogEntry, PageLogEntry, Revision, ReferenceIndex, IndexEntry)
WORDS = "Something nobody else would write."


def visits(world: World) -> dict[tuple[str, str], HttpResponse]:
    found: dict[tuple[str, str], HttpResponse] = {}
    for _, who, path in every_visit(world):
        if not path.endswith((".pdf", ".ods", "/ods")):
            found[(str(who), path)] = signed_in(who).get(path)
    return found


def sends_an_answer(world: World) -> None:
    with_card(worker=world.card.worker).sends(wants=WORDS)


def test_p06_an_answer_before_the_freeze_changes_no_byte_on_any_page_of_readers(world: World):
    before = {visit: same_to_a_reader(answer) for visit, answer in visits(world).items()}
    sends_an_answer(world)
    after = {visit: same_to_a_reader(answer) for visit, answer in visits(world).items()}
    assert [visit for visit in before if before[visit] != after[visit]] == []


def test_rule_14_no_header_of_a_readers_page_tells_of_a_change(world: World):
    for visit, answer in visits(world).items():
        assert not set(TELLING_HEADERS) & set(answer.headers), visit
        private = "no-store" in answer.headers.get("Cache-Control", "") or visit[0] == "None"
        assert private, visit


def test_rule_14_asking_whether_it_changed_is_not_answered(world: World):
    """A conditional request gets the whole page, never "304 not modified"."""
    client = signed_in(world.people[Role.SUBGROUP_MEMBER])
    for headers in ({"If-Modified-Since": "Mon, 23 Nov 2026 10:00:00 GMT"}, {"If-None-Match": '"x", *'}):
        assert client.get(f"/groups/{world.ids['slug']}/{world.ids['release']}/", headers=headers).status_code == 200
        assert Client().get("/changed/", headers=headers).status_code == 200


def test_p23_an_answer_sends_no_mail_to_a_reader_and_no_word_to_anybody(world: World):
    mail.outbox.clear()
    sends_an_answer(world)
    readers = {
        person.email
        for role in (Role.SUBGROUP_MEMBER, Role.YOUNG_MEMBER, Role.CHAMPION, Role.CHAMPION_LEAD)
        for person in (world.people[role], world.others[role])
        if person
    }
    assert not readers & {address for message in mail.outbox for address in message.recipients()}
    assert not [message for message in mail.outbox if WORDS in str(message.message())]


def test_p23_an_answer_leaves_no_line_in_any_history_or_index_of_the_studio(world: World):
    """Nor does any walled table stand in one by name."""
    before = [model.objects.count() for model in HISTORIES]
    sends_an_answer(world)
    assert [model.objects.count() for model in HISTORIES] == before
    for history in HISTORIES:
        kinds = {entry.content_type.model_class() for entry in history.objects.select_related("content_type")}
        about = {kind._meta.label for kind in kinds if kind and kind_of(kind) == WALLED}
        assert about <= {"meetings.InviteWording"}, history  # wording of invites is written in the studio


def test_p23_a_backup_is_named_by_its_day_and_nothing_else():
    """We make no backup ourselves; the page that tells staff how gives the name, and no command of ours writes one."""
    told = (Path(settings.BASE_DIR) / "docs/operations.md").read_text()
    assert "VACUUM INTO 'copy-2026-11-23.sqlite3'" in told
    assert "name it by its day and nothing else" in told
    assert not [name for name in get_commands() if "backup" in name or "archive" in name]
