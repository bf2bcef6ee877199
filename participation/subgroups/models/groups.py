"""Groups of people who decide (VYP, EVYP …), the names they go by, and who is in them."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.sealed_rows import UUIDRow


class Part(models.TextChoices):
    MEMBER = "member", _("Member")
    YOUNG_MEMBER = "young_member", _("Young member")
    SUPPORTER = "supporter", _("Supporter of the young member")
    CHAIR = "chair", _("Runs the group")


class SubgroupQuerySet(models.QuerySet["Subgroup"]):
    def called(self, words: str) -> "SubgroupQuerySet":
        """Groups whose name or any other name holds the words; no words, every group."""
        words = words.strip()
        if not words:
            return self
        hit = models.Q(name__icontains=words) | models.Q(aliases__name__icontains=words)
        return self.filter(hit).distinct()

    def of_member(self, user: User, *, now: datetime) -> "SubgroupQuerySet":
        """Groups the person is in at this moment."""
        return self.filter(memberships__in=Membership.objects.current(now=now).filter(user=user)).distinct()


class Subgroup(UUIDRow):
    slug = models.SlugField(unique=True, max_length=60, editable=False)
    name = models.CharField(max_length=120, unique=True)
    remit = models.TextField(blank=True, default="", max_length=600)
    created_at = models.DateTimeField()

    objects = SubgroupQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def audience_key(self) -> str:
        """The name a release is shared under. The slug never changes, so neither does this."""
        return f"subgroup:{self.slug}"


class SubgroupAlias(models.Model):
    subgroup = models.ForeignKey(Subgroup, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["subgroup", "name"], name="an_alias_once_per_group")]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self, *, now: datetime) -> "MembershipQuerySet":
        """In the group at this moment. A removal acts on the very next page."""
        started = self.filter(since__lte=timezone.localdate(now))
        return started.filter(models.Q(until__isnull=True) | models.Q(until__gt=now))


class Membership(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    subgroup = models.ForeignKey(Subgroup, on_delete=models.CASCADE, related_name="memberships")
    part = models.CharField(max_length=12, choices=Part.choices, default=Part.MEMBER)
    supporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    since = models.DateField()
    until = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "subgroup"], condition=models.Q(until__isnull=True), name="in_a_group_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} ({self.pk})"
