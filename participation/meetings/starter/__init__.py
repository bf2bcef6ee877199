"""The texts the invites start with, one file for each audience. Written to domain.md §2.2 and safety S29."""

from core.age_bands import Audience
from participation.meetings.enums import MeetingKind

from . import age_8_11, age_12_15, age_16_17, age_18_25, easy_read

TEXTS: dict[str, dict[str, str]] = {
    Audience.AGE_8_11: age_8_11.TEXT,
    Audience.AGE_12_15: age_12_15.TEXT,
    Audience.AGE_16_17: age_16_17.TEXT,
    Audience.AGE_18_25: age_18_25.TEXT,
    Audience.EASY_READ: easy_read.TEXT,
}
BY_KIND: dict[str, dict[str, dict[str, str]]] = {
    Audience.AGE_8_11: age_8_11.BY_KIND,
    Audience.AGE_12_15: age_12_15.BY_KIND,
    Audience.AGE_16_17: age_16_17.BY_KIND,
    Audience.AGE_18_25: age_18_25.BY_KIND,
    Audience.EASY_READ: easy_read.BY_KIND,
}


def starter_text(kind: str, audience: str) -> dict[str, str]:
    """Every field of an `InviteWording` for this kind of meeting and these readers."""
    return {**TEXTS[Audience(audience)], **BY_KIND[Audience(audience)][MeetingKind(kind)]}
