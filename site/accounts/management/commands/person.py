"""Who signs in here and what they do: made, given roles and relieved of them from the command line."""

from typing import Any

from allauth.account.models import EmailAddress
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from accounts.domain.granting import grant_role, take_role
from accounts.models import User
from accounts.roles import Role


class Command(BaseCommand):
    help = "Makes a person who signs in, gives roles and takes them. They sign in with a code sent by e-mail."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--first-name", help="For a new person: as young people know them")
        parser.add_argument("--does", default="", help="For a new person, in plain words: “runs the meeting”")
        parser.add_argument("--give", action="append", default=[], choices=Role.values, metavar="ROLE")
        parser.add_argument("--take", action="append", default=[], choices=Role.values, metavar="ROLE")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        user = User.objects.filter(email__iexact=options["email"]).first() or self._make(options)
        for role in options["give"]:
            grant_role(user, role, by=None, now=now)
        for role in options["take"]:
            take_role(user, role, by=None, now=now)
        self.stdout.write(f"{user.email}: {', '.join(sorted(user.roles)) or 'no role'}")

    def _make(self, options: dict[str, Any]) -> User:
        if not options["first_name"]:
            raise CommandError("Nobody has this address yet. Say --first-name to make a new person.")
        user = User.objects.create_user(
            options["email"], first_name=options["first_name"], what_they_do=options["does"]
        )
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user
