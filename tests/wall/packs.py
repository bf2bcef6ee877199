"""A sheet with a breakdown, and with one characteristic for each reason why nothing is shown."""

from surveys.releases.disclosure.content import (
    SHOWN,
    PublishedCell,
    PublishedGroup,
    PublishedGrouping,
    PublishedSheet,
    PublishedTable,
)

TOLD = "gender"
TOO_FEW, WITHHELD, NOT_PLANNED, UNHEARD_OF = "ethnic_group", "send_need", "where_i_live", "favourite_colour"
GROUPS = (PublishedGroup("Girls and young women", 20), PublishedGroup("All others, or did not say", 20))
HALVES = (PublishedGroup("Need some help", 20), PublishedGroup("Need no help, or did not say", 20))


def table(measure: str, title: str, *, characteristic: str, group: str, n: int, counts: tuple[int, ...]):
    names = (("yes", "Yes"), ("bit", "A bit"), ("no", "No"), ("unsaid", "Did not say"))
    cells = tuple(PublishedCell(name, label, count) for (name, label), count in zip(names, counts, strict=True))
    return PublishedTable(measure, 1, title, characteristic, group, n, "yes", cells)


def whole_sheet() -> PublishedSheet:
    listened, heard = "listened", "People listened to me"
    everyone = table(listened, heard, characteristic="everyone", group="", n=40, counts=(25, 10, 5, 0))
    split = [
        table(listened, heard, characteristic=TOLD, group=group.label, n=20, counts=counts)
        for group, counts in zip(GROUPS, ((15, 5, 0, 0), (10, 5, 5, 0)), strict=True)
    ]
    agreed = table("agreed", "I agree with the plan", characteristic="everyone", group="", n=40, counts=(20, 10, 10, 0))
    groupings = (PublishedGrouping(TOLD, GROUPS), PublishedGrouping(TOO_FEW), PublishedGrouping(WITHHELD, HALVES))
    return PublishedSheet("after", SHOWN, 40, (everyone, *split, agreed), groupings)
