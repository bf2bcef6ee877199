"""A process that freezes a window and is killed at a named step: `python -m tests.releases.freeze_and_die STEP WINDOW`.

Nothing says goodbye: the process ends itself with SIGKILL where the next step would begin.
"""

import importlib
import os
import signal
import sys
from typing import Any

import django

# The step that has just been done, and the function that would begin the next one.
STEPS = {
    "begun": ("surveys.releases.domain.freezing", "make"),
    "counted": ("surveys.releases.domain.making", "_beside_earlier"),
    "grouped": ("surveys.releases.domain.making", "tables_that_held"),
    "drawn": ("surveys.releases.domain.attacking", "hold_back"),
    "attacked": ("surveys.releases.domain.making", "quotes_for"),
    "made": ("surveys.releases.domain.freezing", "publish"),
    "window taken": ("surveys.releases.domain.publishing", "_have_changed"),
    "checked again": ("surveys.releases.domain.publishing", "_store"),
    "stored": ("surveys.releases.domain.publishing", "use_up"),
    "used up": ("surveys.releases.domain.publishing.audit", "record"),
    "published": ("surveys.releases.domain.freezing", "outcome_of"),
}


def main(step: str, window_id: str) -> None:
    django.setup()
    from surveys.releases.domain.freezing import freeze_window
    from surveys.releases.models import Window
    from tests.factories.releases import AFTER_FREEZE

    place, name = STEPS[step]
    holder: Any = importlib.import_module(place.removesuffix(".audit"))
    if place.endswith(".audit"):
        holder = holder.audit
    assert hasattr(holder, name), f"{place}.{name} is gone: name the step anew"
    setattr(holder, name, _die)
    freeze_window(Window.objects.get(pk=window_id), now=AFTER_FREEZE)


def _die(*args: object, **more: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
