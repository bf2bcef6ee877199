"""Mail that says only that something waits: no name, no word, no subject matter (AC-39, §5.3)."""

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import override
from django_tasks import task

from core.languages import ENGLISH


@task()
def deliver_neutral(addresses: list[str], kind: str) -> None:
    """Runs in the job worker. One message per address, so that nobody sees who else is told."""
    with override(ENGLISH):  # adults get these, whatever language a child asked in
        body = render_to_string(f"emails/{kind}.txt", {"address": settings.WAGTAILADMIN_BASE_URL})
    subject, _, text = body.partition("\n")
    for address in addresses:
        send_mail(subject.strip(), text.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [address], fail_silently=False)


def send_neutral(*, to: Iterable[str], kind: str = "item", now: dt.datetime) -> None:
    """Puts a neutral message in the job queue, inside the caller's transaction (R-10: mail down never stops a child).

    `kind` names a template in templates/emails/; its first line is the subject.
    """
    addresses = sorted({address for address in to if address})
    if addresses:
        deliver_neutral.enqueue(addresses, kind)
