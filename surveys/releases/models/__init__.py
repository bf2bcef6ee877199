from surveys.releases.models.programme import CharacteristicPlan, Programme, Window
from surveys.releases.models.progress import Progress
from surveys.releases.models.release import Contribution, Release, ReleaseShare, Tampered

__all__ = [
    "CharacteristicPlan",
    "Contribution",
    "Programme",
    "Progress",
    "Release",
    "ReleaseShare",
    "Tampered",
    "Window",
]
