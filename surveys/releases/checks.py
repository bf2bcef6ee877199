"""Start-up checks: settings only tighten the method (P24), and plans know every choice the questions offer."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register

from surveys.questionnaires.starter.equality import WORDINGS
from surveys.releases.disclosure.crowd import NOT_SAID
from surveys.releases.disclosure.parameters import weakenings
from surveys.releases.disclosure.plans import PLANS
from surveys.releases.domain.rules import asked_rules
from surveys.releases.domain.sheets import ASKED_AS
from surveys.responses.domain.counting import EQUALITY


@register
def release_rules_only_tighten(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    try:
        reasons = weakenings(asked_rules())
    except TypeError as fault:
        reasons = [f"RELEASE_RULES names something that is not a rule: {fault}"]
    return [Error(reason, hint="Change RELEASE_RULES.", id="releases.E001") for reason in reasons]


@register
def every_choice_has_its_place_in_a_plan(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Rule 6: a choice that no plan knows would be counted as "did not say", and nobody would notice."""
    reasons = {*_characteristics_without_a_plan(), *_lost_choices()}
    return [Error(reason, id="releases.E002") for reason in sorted(reasons)]


def _characteristics_without_a_plan() -> Iterator[str]:
    try:
        characteristics = asked_rules().characteristics
    except TypeError:  # said by the check above
        return
    for name in characteristics:
        if name not in PLANS:
            yield f"{name} can not be told: no question asks for it, so it has no plan of joining."


def _lost_choices() -> Iterator[str]:
    for name, question in ASKED_AS.items():
        planned = {category for category, _ in PLANS[name].categories} - {NOT_SAID}
        for part in (part for wording in WORDINGS for part in wording.question.parts):
            if part.id == f"{EQUALITY}{question}" and set(part.option_ids) != planned:
                differ = ", ".join(sorted(set(part.option_ids) ^ planned))
                yield f"The plan of joining for {name} and the choices of {part.id} differ: {differ}."
