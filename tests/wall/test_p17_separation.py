"""P17: the readers' connection cannot read answers, and every reader's page works without them."""

import re
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.checks import Tags, run_checks
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, connections, transaction
from django.http import HttpResponse

from accounts.models import User
from core.wall import postgres
from core.wall.sorting import MACHINERY, READABLE, WALLED, tables
from tests.promises.world import World, signed_in
from tests.wall.routes import every_visit, reader_addresses

both_connections = pytest.mark.django_db(transaction=True, databases=["default", "reader"])
on_postgres = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="roles are PostgreSQL's; its own run proves it"
)
CHANGES_EACH_TIME = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
ZIPPED = (b"%PDF", b"PK")  # a day and a random id stand in these; their numbers are looked at elsewhere


def refused(sql: str) -> bool:
    try:
        with connections["reader"].cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError:
        return True
    return False


@both_connections
def test_p17_select_fails_on_every_table_that_is_not_for_readers():
    names = tables(WALLED) | tables(MACHINERY)
    assert len(names) > 30
    assert [name for name in names if not refused(f'SELECT 1 FROM "{name}" LIMIT 0')] == []  # noqa: S608  names of our own tables
    assert [name for name in tables(READABLE) if refused(f'SELECT 1 FROM "{name}" LIMIT 0')] == []  # noqa: S608  names of our own tables


READING = (
    "SELECT count(*) FROM responses_response",
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM responses_answer)",
    "WITH all_of_it AS (SELECT * FROM responses_words) SELECT 1 FROM all_of_it",
    "SELECT r.ref FROM releases_release r JOIN releases_contribution c ON c.release_id = r.id",
    "SELECT password FROM accounts_user UNION SELECT session_data FROM django_session",
)


WRITING = (
    "UPDATE releases_release SET ref = 'x'",
    "DELETE FROM influence_yousaid",
    "INSERT INTO subgroups_subgroup (id) VALUES ('x')",
    "CREATE TABLE copied AS SELECT * FROM releases_release",
    "DROP TABLE releases_release",
)


@both_connections
def test_p17_no_way_of_writing_it_gets_round_and_nothing_can_be_changed():
    assert [sql for sql in (*READING, *WRITING) if not refused(sql)] == []


@both_connections
def test_the_check_of_the_database_finds_the_wall_whole():
    assert run_checks(tags=[Tags.database], databases=["default", "reader"]) == []


@both_connections
def test_the_check_finds_a_connection_that_reads_too_much(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("config.wall_checks._is_given", lambda connection, table: True)
    found = {error.id for error in run_checks(tags=[Tags.database], databases=["reader"])}
    assert found == {"yourturn.E114"}


@both_connections
def test_p17_every_page_of_readers_works_on_their_own_connection(world: World, real_wall: None):
    assert broken_pages(world) == {}


def test_p17_every_page_of_readers_is_the_same_with_the_answers_gone(world: World):
    """Not only unreadable: every table about a child is away, under another name."""
    before = dict(pages(world))
    with transaction.atomic():
        with connection.cursor() as cursor:
            for name in sorted(tables(WALLED)):
                cursor.execute(f'ALTER TABLE "{name}" RENAME TO "{name[:50]}_away"')
        after = dict(pages(world))
        transaction.set_rollback(True)
    assert len(before) > len(reader_addresses())
    assert [visit for visit in before if before[visit] != after[visit]] == []


def pages(world: World) -> Iterator[tuple[tuple[str, str, str], tuple[int, bytes]]]:
    for name, who, path in every_visit(world):
        answer = visit(who, path)
        content = CHANGES_EACH_TIME.sub(b"", answer.content)
        shown = content[:4] if content.startswith(ZIPPED) else content
        yield (name, str(who), path), (answer.status_code, shown)


def broken_pages(world: World) -> dict[str, int]:
    visits = {path: visit(who, path).status_code for _, who, path in every_visit(world)}
    assert 200 in visits.values()
    return {path: status for path, status in visits.items() if status >= 500}


def visit(who: User | None, path: str) -> HttpResponse:
    return signed_in(who, raise_request_exception=False).get(path)


# the role on PostgreSQL


@on_postgres
@both_connections
def test_the_wall_is_built_once_and_found_standing_after_that():
    out = StringIO()
    call_command("build_reader_wall", stdout=out)
    call_command("build_reader_wall", stdout=out)
    assert out.getvalue().splitlines()[-1] == "The wall stands as it should."


@on_postgres
@both_connections
def test_a_new_table_is_walled_until_somebody_says_otherwise():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE diary_page (words text)")
    try:
        assert refused("SELECT * FROM diary_page")
        call_command("build_reader_wall", stdout=StringIO())
        assert refused("SELECT * FROM diary_page")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE diary_page")


SLIPS = (
    "GRANT SELECT ON responses_response TO {role}",
    "GRANT SELECT (id) ON responses_response TO {role}",
    "GRANT INSERT ON releases_release TO {role}",
    "GRANT SELECT ON responses_response TO PUBLIC",
    "GRANT pg_read_all_data TO {role}",
    "REVOKE SELECT ON releases_release FROM {role}",
)


@on_postgres
@both_connections
def test_a_right_that_slipped_in_or_out_is_found():
    role = postgres.reader_login()[0]
    for slip in SLIPS:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(slip.format(role=role))
            assert not postgres.stands(connection, role), slip
            transaction.set_rollback(True)
        assert postgres.stands(connection, role)


@on_postgres
@both_connections
def test_a_slipped_grant_is_taken_back_by_building_again():
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT SELECT ON responses_response TO {postgres.reader_login()[0]}")
    assert not refused("SELECT 1 FROM responses_response LIMIT 0")
    assert {error.id for error in run_checks(tags=[Tags.database], databases=["reader"])} == {"yourturn.E114"}
    call_command("build_reader_wall", stdout=StringIO())
    assert refused("SELECT 1 FROM responses_response LIMIT 0")


@on_postgres
@both_connections
def test_a_login_without_the_right_is_told_what_to_run(settings, monkeypatch: pytest.MonkeyPatch):
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE may_do_little")
        cursor.execute("SET ROLE may_do_little")
    settings.READER_HAS_OWN_LOGIN = True
    settings.DATABASES["reader"] = {**settings.DATABASES["reader"], "USER": "readers", "PASSWORD": "kept-to-itself"}
    try:
        with pytest.raises(CommandError) as refusal:
            call_command("build_reader_wall")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
            cursor.execute("DROP ROLE may_do_little")
    said = str(refusal.value)
    assert 'CREATE ROLE "readers" LOGIN;' in said
    assert "\\password readers" in said
    assert "kept-to-itself" not in said
    assert "SCRAM" not in said
