import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from home.demo.index import build_index
from home.demo.reset import empty_the_store
from home.demo.world import build_world, is_there


class Command(BaseCommand):
    help = "Builds an invented council: people, meetings, answers, releases. The same codes and words each time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reset", action="store_true", help="Empty the store first. Everything in it goes.")
        parser.add_argument("--json", type=Path, metavar="FILE", help="Write codes, words, logins and addresses there")

    def handle(self, *args: Any, **options: Any) -> None:
        if getattr(settings, "PRODUCTION", False):
            raise CommandError("The demo world has passwords that everybody knows. It never goes into production.")
        if options["reset"]:
            self.say("Emptying the store")
            empty_the_store()
        if is_there():
            self.say("The demo world is already there. Its cards grow old with their meetings: `make demo` renews it.")
        else:
            build_world(now=timezone.now(), say=self.say)
        index = build_index()
        if options["json"]:
            options["json"].write_text(json.dumps(index, indent=2) + "\n")
        self._print(index)

    def say(self, line: str) -> None:
        self.stdout.write(f"· {line}")
        self.stdout.flush()

    def _print(self, index: dict[str, Any]) -> None:
        self.stdout.write("\nSign in at /accounts/login/ as")
        for role, login in index["logins"].items():
            self.stdout.write(f"  {role.replace('_', ' '):24} {login['email']:32} {login['password']}")
        self.stdout.write("\nType one of these codes on the front page")
        for name, code in index["codes"].items():
            word = index["words"].get(name)
            self.stdout.write(f"  {name:24} {code}" + (f"   agreed word: {word}" if word else ""))
        self.stdout.write("\nLook at")
        for name, address in index["addresses"].items():
            self.stdout.write(f"  {name:24} {address}")
