"""The monthly drill: a test alert goes the whole way, and the last ones are reported."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from participation.listening.domain.drill import raise_drill, report_drills


class Command(BaseCommand):
    help = "Raises a test alert and reports how long the last ones took to be delivered and picked up."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--report", action="store_true", help="Only report; raise nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["report"]:
            raise_drill(now=timezone.now())
        for report in report_drills():
            raised = f"{report.alert.raised_at:%Y-%m-%d %H:%M}"
            self.stdout.write(f"{raised}  delivered: {report.delivered_words}; picked up: {report.acknowledged_words}")
