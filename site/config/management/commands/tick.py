import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from config.jobs import JOBS, run_again_and_again, run_due


class Command(BaseCommand):
    help = "Runs what has to happen by itself (freeze, escalation, retention, audit seals), once or again and again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=int, metavar="SECONDS", help="Go on until told to stop")

    def handle(self, *args: Any, **options: Any) -> None:
        stopped = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stopped.set())
        if options["every"]:
            run_again_and_again(JOBS, every=options["every"], stopped=stopped)
        else:
            run_due(now=timezone.now(), last_night=None)
