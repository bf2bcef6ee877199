"""How strict this installation is: what we promised, or stricter."""

from dataclasses import fields

from django.conf import settings

from surveys.releases.disclosure.parameters import Parameters, weakenings


class WeakRules(Exception):
    """The settings ask for less protection than was promised; nothing is frozen with them."""


def asked_rules() -> Parameters:
    """The setting RELEASE_RULES, a dict of `Parameters` fields. Raises TypeError for an unknown name."""
    return Parameters(**getattr(settings, "RELEASE_RULES", {}))


def rules_in_force() -> Parameters:
    """Raises WeakRules: the start-up check says it first, this is the second lock (P24)."""
    rules = asked_rules()
    if reasons := weakenings(rules):
        raise WeakRules(" ".join(reasons))
    return rules


def numbers_of(rules: Parameters) -> dict[str, int]:
    """The strictness that is written into a release, so that it can be read years later."""
    values = {field.name: getattr(rules, field.name) for field in fields(rules)}
    return {name: value for name, value in values.items() if isinstance(value, int)}
