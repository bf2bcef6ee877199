"""What loads the servers, and what it costs them. Throughput depends on who else is on the machine; the CPU time of
the server's own workers much less, so both are noted for every round.
"""

import http.client
import os
import re
import shutil
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.promises.servers import Site
from tests.promises.walk import NotAnswered

TICKS = os.sysconf("SC_CLK_TCK")
REQUESTS = re.compile(r"(\d+) requests in")
NOT_OK = re.compile(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)")


@dataclass
class Round:
    """`done` pieces of work in `seconds`, which cost the server `cpu` seconds and the loader `own` seconds."""

    done: int
    seconds: float
    cpu: float
    own: float
    errors: int = 0
    took: list[tuple[str, float]] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def work(self) -> float:
        """Pieces of work for one second of the server's CPU."""
        return self.done / self.cpu if self.cpu else 0.0


def cpu_of(pids: list[int]) -> float:
    total = 0
    for pid in pids:
        columns = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        total += int(columns[11]) + int(columns[12])
    return total / TICKS


def memory_of(site: Site) -> float:
    """Proportional set size of the workers together, in MiB."""
    sizes = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in site.workers()]
    found = [int(match.group(1)) for text in sizes if (match := re.search(r"^Pss:\s+(\d+)", text, re.M))]
    return sum(found) / 1024


def _own_time() -> float:
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def measured(site: Site, work: Callable[[], tuple[int, int, list[tuple[str, float]]]]) -> Round:
    workers = site.workers()
    cpu, own, began = cpu_of(workers), _own_time(), time.perf_counter()
    done, errors, took = work()
    seconds = time.perf_counter() - began
    return Round(done, seconds, cpu_of(workers) - cpu, _own_time() - own, errors, took)


def gets(site: Site, path: str, *, seconds: float, clients: int = 8, cookie: str = "") -> Round:
    if wrk := shutil.which("wrk"):
        return measured(site, lambda: _with_wrk(wrk, site, path, seconds, clients, cookie))
    return measured(site, lambda: _with_threads(site, path, seconds, clients, cookie))


def _with_wrk(
    wrk: str, site: Site, path: str, seconds: float, clients: int, cookie: str
) -> tuple[int, int, list[tuple[str, float]]]:
    command = [wrk, "-t1", f"-c{clients}", f"-d{max(1, round(seconds))}s", "--timeout", "20s"]
    command += ["-H", f"Cookie: {cookie}"] if cookie else []
    told = subprocess.run(
        [*command, f"http://127.0.0.1:{site.port}{path}"], capture_output=True, text=True, check=True
    ).stdout
    found = REQUESTS.search(told)
    errors = sum(int(match.group(1) or 1) for match in NOT_OK.finditer(told))
    return int(found.group(1)) if found else 0, errors, []


def _with_threads(
    site: Site, path: str, seconds: float, clients: int, cookie: str
) -> tuple[int, int, list[tuple[str, float]]]:
    counts, errors, until = [0] * clients, [0] * clients, time.perf_counter() + seconds
    headers = {"Cookie": cookie} if cookie else {}

    def keep_asking(number: int) -> None:
        line = http.client.HTTPConnection("127.0.0.1", site.port, timeout=20)
        while time.perf_counter() < until:
            line.request("GET", path, headers=headers)
            answer = line.getresponse()
            answer.read()
            counts[number] += 1
            errors[number] += answer.status != 200
        line.close()

    threads = [threading.Thread(target=keep_asking, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts), sum(errors), []


def flows(site: Site, walks: list[Callable[[], list[tuple[str, float]]]], *, clients: int = 8) -> Round:
    """Each walk is one respondent from the first question to "saved"; it gives (kind, seconds) of its requests."""

    def work() -> tuple[int, int, list[tuple[str, float]]]:
        left, took, errors = deque(walks), [], []

        def keep_walking() -> None:
            while True:
                try:
                    walk = left.popleft()
                except IndexError:
                    return
                try:
                    took.extend(walk())
                except NotAnswered as fault:
                    errors.append(str(fault))

        threads = [threading.Thread(target=keep_walking) for _ in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return len(walks) - len(errors), len(errors), took

    return measured(site, work)
