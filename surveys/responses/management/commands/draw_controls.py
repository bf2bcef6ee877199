"""The sheet of pictures beside the controls, drawn again from the pictures' own files."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from core.pictures import sheet
from surveys.responses.frame import PICTURES

SHEET = Path(settings.BASE_DIR) / "static" / "img" / "controls.svg"


class Command(BaseCommand):
    requires_system_checks: list[str] = []
    help = "Draws static/img/controls.svg again, after a picture of a control has changed."

    def handle(self, *args: Any, **options: Any) -> None:
        SHEET.write_text(sheet(PICTURES.values()))
        self.stdout.write(f"{SHEET.name} holds {len(set(PICTURES.values()))} pictures.")
