"""Start-up checks: settings may tighten the method, never weaken it (P24)."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from surveys.releases.disclosure.parameters import weakenings
from surveys.releases.domain.rules import asked_rules


@register
def release_rules_only_tighten(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    try:
        reasons = weakenings(asked_rules())
    except TypeError as fault:
        reasons = [f"RELEASE_RULES names something that is not a rule: {fault}"]
    return [Error(reason, hint="Change RELEASE_RULES.", id="releases.E001") for reason in reasons]
