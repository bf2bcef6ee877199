"""What young people asked for and what was done about it: replies, and recommendations of those who decide."""

from participation.influence.models.recommendations import TEXT_MAX, Recommendation, RecommendationStep
from participation.influence.models.replies import REPLY_MAX, SAID_MAX, WHO_MAX, YouSaid, YouSaidStep

__all__ = [
    "REPLY_MAX",
    "SAID_MAX",
    "TEXT_MAX",
    "WHO_MAX",
    "Recommendation",
    "RecommendationStep",
    "YouSaid",
    "YouSaidStep",
]
