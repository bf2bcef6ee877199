"""What people and their scripts need to find their way in the demo world: codes, words, logins, addresses."""

from typing import Any

from django.urls import reverse

from home.demo.cards import TRIALS
from home.demo.cast import LOGINS
from home.demo.chance import seeded_code
from participation.meetings.models import Invitation
from surveys.releases.models import Release
from surveys.responses.codes import read_code, slow_digest


def build_index() -> dict[str, Any]:
    return {
        "codes": {
            **{trial.name: seeded_code("card", trial.name) for trial in TRIALS},
            "consultation": seeded_code("consultation-now", 0),
            "used": seeded_code("consultation-now", 1),
            "expired": seeded_code("card", "expired"),
            "revoked": seeded_code("card", "revoked"),
        },
        "words": {trial.name: trial.word for trial in TRIALS if trial.word},
        "logins": {login.key: {"email": login.email, "password": login.password} for login in LOGINS},
        "addresses": _addresses(),
    }


def _addresses() -> dict[str, str]:
    heard = Invitation.objects.select_related("meeting").get(
        ticket__code_digest=slow_digest(read_code(seeded_code("waiting", "Remy")))
    )
    newest = Release.objects.filter(shares__audience_key="subgroup:vyp", ref__contains="-Q").latest("frozen_at")
    return {
        "leaflet": "/leaflets/the-meeting/",
        "invite_page": reverse("invite"),
        "statement": reverse("statement", args=[heard.meeting_id, heard.pk]),
        "queue": reverse("work_queue"),
        "pack": reverse("pack", args=["vyp", newest.ref]),
        "changed": reverse("changed"),
    }
