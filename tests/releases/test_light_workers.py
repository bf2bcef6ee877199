"""The solver and its arrays are loaded where a freeze runs, never by the workers that serve pages."""

import os
import subprocess
import sys

from tests.promises.servers import ROOT

ASKED = """
import sys, django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
print(",".join(name for name in ("numpy", "highspy") if name in sys.modules))
"""


def loaded(code: str) -> str:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_serving_pages_loads_no_solver():
    assert loaded(ASKED) == ""


def test_the_test_would_see_it():
    assert loaded(ASKED.replace("get_resolver().url_patterns", "import highspy")) == "numpy,highspy"
