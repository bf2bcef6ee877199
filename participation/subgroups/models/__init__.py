"""Groups and who is in them; what they decide; what members and young members ask and write."""

from participation.subgroups.models.challenges import Challenge, ChallengeAnswer, ChallengeStep
from participation.subgroups.models.groups import Membership, Part, Subgroup, SubgroupAlias
from participation.subgroups.models.meetings import MOST_DECISIONS, DecisionAsked, SubgroupMeeting
from participation.subgroups.models.young import Briefing, YoungNote

__all__ = [
    "MOST_DECISIONS",
    "Briefing",
    "Challenge",
    "ChallengeAnswer",
    "ChallengeStep",
    "DecisionAsked",
    "Membership",
    "Part",
    "Subgroup",
    "SubgroupAlias",
    "SubgroupMeeting",
    "YoungNote",
]
