"""Runs inside one database of the run and takes orders on its standard input; answers each with a line of JSON.

`fill N` · `freeze` · `group` (the bare GROUP BY over the same rows) · `pack N` (opens the pack N times)
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

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

GROUP_BY = """
    SELECT a.part_id, a.options, count(*) FROM responses_answer a JOIN responses_response r ON r.id = a.response_id
    WHERE r.form = 'after' AND r.sent_at < %s AND r.ok_to_count AND r.take_back_asked_at IS NULL
    AND a.state = 'answered' GROUP BY a.part_id, a.options
"""
AFTER_FIVE = ("Q27a", "Q27b", "Q27c", "Q27d", "Q27e")


class Probe:
    client: Client

    def fill(self, count: int) -> dict[str, Any]:
        from tests.bench.crowd import multiply
        from tests.factories.questionnaires import published
        from tests.factories.responses import a_ticket, sent, ticks

        version = published(form="after", length="", asked=AFTER_FIVE)
        choice = {part: version.schema.part(part).options[0].id for part in AFTER_FIVE}
        self.sent_at = timezone.now() - dt.timedelta(days=120)  # in a quarter that closed over a week ago
        ticket = a_ticket(version=version, now=self.sent_at)
        answers = {part: ticks(option) for part, option in choice.items()}
        response = sent(ticket, answers=answers, now=self.sent_at)
        multiply(response, count=count - 1)
        self._make_window()
        return {"responses": count}

    def _make_window(self) -> None:
        from surveys.releases.domain.windows import make_quarter_windows, quarterly_programme

        (self.window,) = make_quarter_windows(quarterly_programme(), first=self.sent_at.date(), count=1)

    def freeze(self) -> dict[str, Any]:
        from surveys.releases.domain.freezing import freeze_window
        from surveys.releases.domain.sharing import share
        from tests.factories.subgroups import group, member

        began = time.perf_counter()
        release = freeze_window(self.window, now=timezone.now())
        seconds = time.perf_counter() - began
        made = group()
        share(release, f"subgroup:{made.slug}", by=None, now=timezone.now())  # type: ignore[arg-type]
        self.client = Client(HTTP_HOST="127.0.0.1")
        self.client.force_login(member(made))
        self.address = f"/groups/{made.slug}/{release.ref}/"  # type: ignore[union-attr]
        return {"seconds": seconds, "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}

    def group(self) -> dict[str, Any]:
        began = time.perf_counter()
        with connection.cursor() as cursor:
            cursor.execute(GROUP_BY, [timezone.now()])
            rows = cursor.fetchall()
        return {"seconds": time.perf_counter() - began, "rows": len(rows)}

    def pack(self, times: int) -> dict[str, Any]:
        took = []
        for _ in range(times):
            began, cpu = time.perf_counter(), time.process_time()
            page = self.client.get(self.address)
            took.append((time.perf_counter() - began, time.process_time() - cpu))
            if page.status_code != 200 or b"stackbar" not in page.content:
                raise AssertionError(f"the pack did not open: {page.status_code}")
        return {
            "seconds": statistics.median(each for each, _ in took),
            "cpu": statistics.median(each for _, each in took),
        }


def main() -> None:
    probe = Probe()
    for line in sys.stdin:
        order, *numbers = line.split()
        sys.stdout.write(json.dumps(getattr(probe, order)(*map(int, numbers))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
