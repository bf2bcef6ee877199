"""Questions a young member can ask, chosen from what the pack shows and from nothing else."""

from django.utils.translation import gettext as _

from participation.subgroups.domain.packs import Pack
from surveys.releases.domain.shown import ShownTable

AT_MOST = 6
FEW = 0.6  # of the published size: below it the pack itself says that not most gave the good answer


def questions_to_ask(pack: Pack) -> list[str]:
    """What is late first, then what is decided today, what most talked about, the weakest measures; two always fit."""
    asked = _about_late(pack) + _about_decisions(pack) + _about_themes(pack) + _about_measures(pack)
    return [*asked[: AT_MOST - 2], *_always()]


def _about_late(pack: Pack) -> list[str]:
    late = any(reply.late for reply in pack.replies) or any(each.state == "late" for each in pack.recommendations)
    return [_("You are late with something. Who does it now, and by which day?")] if late else []


def _about_decisions(pack: Pack) -> list[str]:
    if any(each.decided is None for each in pack.decisions):
        return [_("Before you decide today: what would young people say about it?")]
    return []


def _about_themes(pack: Pack) -> list[str]:
    """Only the one that was said by most."""
    words = _("The thing most of us talked about was “%(theme)s”. What will you do about it?")
    return [words % {"theme": theme.title} for theme in pack.told.themes[:1]]


def _about_measures(pack: Pack) -> list[str]:
    wordings = _wordings()
    tables = [table for section in pack.sections for table in section.tables if table.measure in wordings]
    return [wordings[table.measure] for table in sorted(tables, key=_first_share) if _first_share(table) < FEW]


def _first_share(table: ShownTable) -> float:
    return table.options[0].count / table.n_shown if table.n_shown else 1.0


def _wordings() -> dict[str, str]:
    return {
        "understood": _("Not everyone understood what was going on. Who will explain it, and when?"),
        "had_a_say": _("Not everyone had a say. What will you change so that more of us do?"),
        "had_control": _("Few of us feel we have control. What could we decide ourselves?"),
        "listened": _("Not everyone felt listened to. What does listening look like in your meetings?"),
        "agreed": _("Many did not agree with the plan. What happens when we don’t agree?"),
        "explained": _("Who tells young people why there is a meeting, before it starts?"),
        "took_part_as_wanted": _("Not everyone could take part the way they wanted. What stood in the way?"),
        "changed": _("Did anything change for us? How will you find out?"),
    }


def _always() -> list[str]:
    return [
        _("What will be different when we meet next time?"),
        _("Who will tell young people what you decided today?"),
    ]
