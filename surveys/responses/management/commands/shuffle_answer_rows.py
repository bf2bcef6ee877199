"""A nightly job: the order of rows in the store must not tell who answered when."""

from typing import Any

from django.core.management.base import BaseCommand

from surveys.responses.domain.row_order import shuffle_rows


class Command(BaseCommand):
    help = "Rewrites the answer tables in an order that says nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        shuffle_rows()
        self.stdout.write("The rows lie in a new order.")
