""" "It is saved" is true: through `kill -9` of the site and of the database, and by the disk's own word (R-1, R-2)."""

import json
import re
import shutil
import sqlite3
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.db import connection, connections
from django.utils import timezone

from surveys.responses.domain.tickets import find_ticket
from tests.promises.ready_cards import ready_cards, stored_words
from tests.promises.servers import Cluster, Site, site_of_this_run, wait_until
from tests.promises.walk import Browser, NotAnswered

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]
CLIENTS, CARDS, ACKNOWLEDGED_FIRST = 8, 72, 12

only_on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="about SQLite's own log")
only_on_postgres = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL is the one killed")


@dataclass
class Load:
    """Eight young people at once, each with cards of their own, until the cards or the server are gone."""

    port: int
    codes: list[str]
    saved: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def start(self) -> None:
        left = deque(self.codes)
        self.threads = [threading.Thread(target=self._answer, args=(left,)) for _ in range(CLIENTS)]
        for thread in self.threads:
            thread.start()

    def _answer(self, left: "deque[str]") -> None:
        while left:
            try:
                code = left.popleft()
            except IndexError:
                return
            browser = Browser(self.port)
            try:
                browser.type_code(code)
                check = browser.answer_all(browser.begin(), f"words of {code}")
                self.tried.append(code)
                if browser.send(check):
                    self.saved.append(code)
                else:
                    self.faults.append(f"{code} was not saved")
            except NotAnswered as fault:
                self.faults.append(str(fault))
                return
            finally:
                browser.close()

    def wait(self) -> None:
        for thread in self.threads:
            thread.join()


def kill_under_load(site: Site, codes: list[str], *, app: str = "config.wsgi:application", kill=None) -> Load:
    """Everything is killed as soon as some are saved and more are on their way."""
    site.start(app)
    load = Load(site.port, codes)
    load.start()
    wait_until(lambda: len(load.saved) >= ACKNOWLEDGED_FIRST or load.faults, what="the first acknowledgements")
    assert not load.faults, load.faults
    if kill is not None:
        kill()
    site.kill()
    load.wait()
    assert len(load.saved) < len(codes), "the kill came too late to prove anything"
    return load


def lost(load: Load, stored: dict[str, list[str]], tickets: dict[str, str]) -> list[str]:
    return [code for code in load.saved if stored.get(tickets[code]) != [f"words of {code}"]]


def tickets_of(codes: list[str]) -> dict[str, str]:
    found = {code: find_ticket(code, now=timezone.now()) for code in codes}
    return {code: str(ticket.pk) for code, ticket in found.items() if ticket is not None}


@pytest.fixture
def site() -> Iterator[Site]:
    with site_of_this_run() as served:
        yield served


def test_kill_of_the_site_under_load_loses_no_acknowledged_answer(site: Site) -> None:
    codes = ready_cards(CARDS)
    load = kill_under_load(site, codes)
    stored, tickets = stored_words(), tickets_of(codes)
    assert lost(load, stored, tickets) == []
    unsaid = [code for code in codes if tickets[code] in stored and code not in load.saved]
    assert len(unsaid) <= CLIENTS
    assert all(len(words) == 1 for words in stored.values())
    if connection.vendor == "sqlite":
        with sqlite3.connect(connection.settings_dict["NAME"]) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    site.start()
    for code in [*unsaid, load.saved[0]]:  # whoever did not hear it comes back and is told, once
        browser = Browser(site.port)
        browser.type_code(code)
        assert browser.begin() == "/me/say/before/sent/"
        assert b"It is saved" in browser.get("/me/say/before/sent/").body
    assert len(stored_words()) == len(stored)
    left = next(code for code in codes if tickets[code] not in stored)
    browser = Browser(site.port)
    browser.type_code(left)
    assert browser.send(browser.answer_all(browser.begin(), "after the fall"))


def test_the_kill_catches_a_site_that_says_saved_before_it_is(site: Site) -> None:
    codes = ready_cards(CARDS)
    load = kill_under_load(site, codes, app="tests.promises.hasty:application")
    assert lost(load, stored_words(), tickets_of(codes))


@pytest.fixture
def own_postgres() -> Iterator[tuple[Cluster, Site]]:
    """A whole site on a PostgreSQL that other tests do not use, so that it may be killed."""
    cluster = Cluster()
    with tempfile.TemporaryDirectory(prefix="your-turn-served-") as folder:
        site = Site(Path(folder), settings="tests.promises.served_settings", database_url=cluster.url)
        try:
            site.build()
            yield cluster, site
        finally:
            site.kill()
            cluster.close()


def tickets_at(site: Site, codes: list[str]) -> dict[str, str]:
    script = (
        "import django, json, sys; django.setup()\n"
        "from tests.promises.test_durability import tickets_of\n"
        "print(json.dumps(tickets_of(json.load(sys.stdin))))"
    )
    found: dict[str, str] = json.loads(site.run("-c", script, text=json.dumps(codes)))
    return found


@only_on_postgres
def test_kill_of_postgres_and_the_site_under_load_loses_no_acknowledged_answer(own_postgres) -> None:
    cluster, site = own_postgres
    codes = json.loads(site.run("-m", "tests.promises.ready_cards", str(CARDS)))
    load = kill_under_load(site, codes, kill=cluster.kill)
    cluster.start()
    stored = json.loads(site.run("-m", "tests.promises.ready_cards", "stored"))
    tickets = tickets_at(site, codes)
    assert lost(load, stored, tickets) == []
    assert len([code for code in codes if tickets[code] in stored and code not in load.saved]) <= CLIENTS


# The disk's own word ------------------------------------------------------------------------------------


SYNC = re.compile(r"f(?:data)?sync\(\d+<[^>]*-wal>")
SAVED = re.compile(r"(?:sendto|write|sendmsg)\(.*HTTP/1\.1 303")
ASKED = re.compile(r'(?:recvfrom|read)\(.*"POST /me/say/before/check/')


def saved_without_a_sync(trace: str) -> tuple[int, int]:
    """Of how many acknowledgements; and how many had no sync of the log since their request was read."""
    synced: dict[str, bool] = {}
    said = without = 0
    for line in trace.splitlines():
        thread, _, call = line.partition(" ")
        call = call.strip()
        if ASKED.search(call):
            synced[thread] = False
        elif SYNC.search(call):
            synced[thread] = True
        elif SAVED.search(call):
            said, without = said + 1, without + (not synced.get(thread, False))
    return said, without


def trace_of_sends(site: Site, app: str, *, sends: int = 10) -> str:
    out = site.folder / "trace"
    calls = "trace=fsync,fdatasync,sendto,sendmsg,write,recvfrom,read"
    codes = ready_cards(sends)
    site.start(app, under=["strace", "-f", "-q", "-y", "-s", "60", "-e", calls, "-o", str(out)], workers=1)
    for code in codes:
        browser = Browser(site.port)
        browser.type_code(code)
        assert browser.send(browser.answer_all(browser.begin(), "words"))
        browser.close()
    site.stop()
    return out.read_text(errors="replace")


def may_trace() -> bool:
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode == 0


@pytest.fixture
def strace() -> None:
    if shutil.which("strace") is None:
        pytest.fail("strace is missing. Run: sudo apt-get install strace", pytrace=False)
    if not may_trace():
        pytest.skip("this machine does not let a process be traced; the settings themselves are checked elsewhere")


@only_on_sqlite
def test_every_saved_is_said_after_the_disk_has_it(site: Site, strace: None) -> None:
    said, without = saved_without_a_sync(trace_of_sends(site, "config.wsgi:application"))
    assert (said, without) == (10, 0)


@only_on_sqlite
def test_the_trace_catches_a_store_that_does_not_wait_for_the_disk(site: Site, strace: None) -> None:
    said, without = saved_without_a_sync(trace_of_sends(site, "tests.promises.lax_sync:application"))
    assert said == 10
    assert without >= 8


def test_the_store_of_this_run_waits_for_the_disk(site: Site) -> None:
    """What a server of this site has in force, asked on a connection of its own."""
    script = (
        "import django; django.setup()\n"
        "from django.db import connection as c\n"
        "names = ['synchronous', 'journal_mode', 'secure_delete', 'foreign_keys'] if c.vendor == 'sqlite' "
        "else ['fsync', 'full_page_writes', 'synchronous_commit']\n"
        "cursor = c.cursor()\n"
        "for name in names:\n"
        "    cursor.execute(('PRAGMA ' if c.vendor == 'sqlite' else 'SHOW ') + name)\n"
        "    print(cursor.fetchone()[0])"
    )
    connections.close_all()
    in_force = site.run("-c", script).split()
    assert in_force == (["2", "wal", "1", "1"] if connection.vendor == "sqlite" else ["on", "on", "on"])
