"""A neutral mail to whoever owns a recommendation, when its day has come. Once for each day that is given."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import Role, User
from core.mail import send_neutral
from participation.influence.models import Recommendation


def tell_owners_of_due(*, now: datetime) -> int:
    """Safe to run at any time and twice. Returns how many were told anew."""
    today = timezone.localdate(now)
    ready = Recommendation.objects.still_open().filter(due__lte=today)
    keys = ready.exclude(Q(told_of_due__isnull=False) & Q(told_of_due=F("due"))).values_list("pk", flat=True)
    return sum(_tell(key, now=now) for key in list(keys))


@transaction.atomic
def _tell(key: UUID, *, now: datetime) -> int:
    row = Recommendation.objects.select_for_update().get(pk=key)
    if not row.is_open or row.told_of_due == row.due:
        return 0
    row.told_of_due = row.due
    row.save(update_fields=["told_of_due"])
    owner = row.owner if row.owner and row.owner.is_active else None
    told = [owner] if owner else list(User.objects.with_role(Role.PARTICIPATION_WORKER))
    send_neutral(to=[each.email for each in told], now=now)
    return 1
