"""Runs inside one database of the run and takes orders on its standard input; answers each with a line of JSON.

`fill N` · `freeze` · `group` (the bare queries over the same rows) · `pack N`, `files N` (opened N times)
"""

import datetime as dt
import json
import resource
import statistics
import sys
import time
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402  Django has to be set up first
from django.test import Client  # noqa: E402  Django has to be set up first
from django.utils import timezone  # noqa: E402  Django has to be set up first

# What a plain statistics page would ask of the same rows for the same twelve questions: each for everyone, and each by
# each of five characteristics. 72 queries.
COUNTABLE = "r.form = 'consultation' AND r.sent_at < %s AND r.ok_to_count AND r.take_back_asked_at IS NULL"
FOR_EVERYONE = f"""
    SELECT a.options, count(*) FROM responses_response r
    LEFT JOIN responses_answer a ON a.response_id = r.id AND a.part_id = %s AND a.state = 'answered'
    WHERE {COUNTABLE} GROUP BY a.options
"""  # noqa: S608  names of our own tables
BY_BAND = FOR_EVERYONE.replace("SELECT", "SELECT r.band,").replace("GROUP BY", "GROUP BY r.band,")
BY_ANSWER = f"""
    SELECT e.options, a.options, count(*) FROM responses_response r
    LEFT JOIN responses_answer a ON a.response_id = r.id AND a.part_id = %s AND a.state = 'answered'
    LEFT JOIN responses_answer e ON e.response_id = r.id AND e.part_id = %s AND e.state = 'answered'
    WHERE {COUNTABLE} GROUP BY e.options, a.options
"""  # noqa: S608  names of our own tables
ASKED = ("C01", "C02", "C03", "C04", "C05", "C06", "C07", "C09", "equality")
CHARACTERISTICS = ("E-gender", "E-ethnic", "E-help", "E-live")  # the age band stands on the response itself


class Probe:
    client: Client

    def fill(self, count: int) -> dict[str, Any]:
        from surveys.releases.domain.windows import make_consultation
        from tests.bench.crowd import multiply
        from tests.factories.questionnaires import published
        from tests.factories.responses import a_ticket, sent, ticks

        version = published(form="consultation", named=False, band="", length="", asked=ASKED)
        parts = {part.id: part for part in version.schema.parts() if part.options}
        sent_at = timezone.now() - dt.timedelta(days=30)
        ticket = a_ticket(version=version, kind="consultation", now=sent_at)
        answers = {part_id: ticks(part.options[0].id) for part_id, part in parts.items()}
        multiply(sent(ticket, answers=answers, now=sent_at), count=count - 1)
        opens_at, closes_at = sent_at - dt.timedelta(days=10), sent_at + dt.timedelta(days=10)
        make_consultation(version.questionnaire, title="A consultation", opens_at=opens_at, closes_at=closes_at)
        return {"responses": count}

    def freeze(self) -> dict[str, Any]:
        from surveys.releases.domain.freezing import freeze_window
        from surveys.releases.domain.sharing import share
        from surveys.releases.models import Window
        from tests.factories.subgroups import group, member

        began, cpu = time.perf_counter(), time.process_time()
        release = freeze_window(Window.objects.get(), now=timezone.now())
        took = {"seconds": time.perf_counter() - began, "cpu": time.process_time() - cpu}
        made = group()
        share(release, f"subgroup:{made.slug}", by=None, now=timezone.now())
        self.client = Client(HTTP_HOST="127.0.0.1")
        self.client.force_login(member(made))
        self.address = f"/groups/{made.slug}/{release.ref}/"
        tables = release.verified().sheets[0].tables
        took["peak_mib"] = _most_memory()
        return {**took, "tables": len(tables), "breakdowns": len({(t.measure, t.characteristic) for t in tables})}

    def group(self) -> dict[str, Any]:
        from surveys.questionnaires.models import QuestionnaireVersion

        asked = QuestionnaireVersion.objects.get().schema.parts()
        parts = [part.id for part in asked if part.options and part.id.startswith("C")]
        now, queries = timezone.now(), 0
        began, cpu = time.perf_counter(), time.process_time()
        with connection.cursor() as cursor:
            for part in parts:
                for sql, asked in (
                    (FOR_EVERYONE, [part]),
                    (BY_BAND, [part]),
                    *((BY_ANSWER, [part, characteristic]) for characteristic in CHARACTERISTICS),
                ):
                    cursor.execute(sql, [*asked, now])
                    cursor.fetchall()
                    queries += 1
        return {"seconds": time.perf_counter() - began, "cpu": time.process_time() - cpu, "queries": queries}

    def pack(self, times: int) -> dict[str, Any]:
        return self._opened(self.address, times, b"stackbar")

    def files(self, times: int) -> dict[str, Any]:
        """The numbers of the pack as files to keep: the dearest of the three kinds, and what memory it took."""
        before = _most_memory()
        kinds = (("csv", b"about these"), ("json", b"about these"), ("ods", b"PK"))
        took = [self._opened(f"{self.address}papers/numbers.{kind}", times, holds) for kind, holds in kinds]
        return {**max(took, key=lambda each: float(each["cpu"])), "more_mib": _most_memory() - before}

    def _opened(self, address: str, times: int, holds: bytes) -> dict[str, Any]:
        took = []
        for _ in range(times):
            began, cpu = time.perf_counter(), time.process_time()
            page = self.client.get(address)
            took.append((time.perf_counter() - began, time.process_time() - cpu))
            if page.status_code != 200 or holds not in page.content:
                raise AssertionError(f"{address} did not open: {page.status_code}")
        return {
            "seconds": statistics.median(each for each, _ in took),
            "cpu": statistics.median(each for _, each in took),
        }


def _most_memory() -> float:
    """MiB of this process at its most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    probe = Probe()
    for line in sys.stdin:
        order, *numbers = line.split()
        sys.stdout.write(json.dumps(getattr(probe, order)(*map(int, numbers))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
