"""People who sign in, with their roles as the first thing a test says."""

from typing import Any

import factory
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.domain.granting import grant_role
from accounts.models import User


class UserFactory(factory.django.DjangoModelFactory[User]):
    """`UserFactory(roles=[Role.CHAIR])`: an active person with a confirmed address and those roles."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person{number}@example.org")
    first_name = factory.Sequence(lambda number: f"Person{number}")
    what_they_do = "works with young people"

    @factory.post_generation
    def roles(self: Any, create: bool, extracted: list[str] | None, **kwargs: Any) -> None:
        EmailAddress.objects.create(user=self, email=self.email, verified=True, primary=True)
        for role in extracted or []:
            grant_role(self, role, by=None, now=timezone.now())
