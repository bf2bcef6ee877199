"""The other end of a probe: gives an order, waits for its line."""

import json
import subprocess
import sys
from typing import Any

from tests.promises.servers import ROOT, Site


class Asked:
    def __init__(self, site: Site) -> None:
        self.errors = (site.folder / "probe.log").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.probe"],
            cwd=ROOT,
            env=site.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
        )
        self.log = site.folder / "probe.log"

    def __call__(self, order: str) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{order}: {self.log.read_text()[-3000:]}")
        told: dict[str, Any] = json.loads(line)
        return told

    def close(self) -> None:
        if self.process.stdin is not None:
            self.process.stdin.close()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.errors.close()
