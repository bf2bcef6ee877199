from surveys.releases.models.programme import CharacteristicPlan, Programme, Window
from surveys.releases.models.progress import Progress
from surveys.releases.models.reach import Population, ReachAction
from surveys.releases.models.release import Contribution, Release, ReleaseNote, ReleaseShare, Tampered

__all__ = [
    "CharacteristicPlan",
    "Contribution",
    "Population",
    "Programme",
    "Progress",
    "ReachAction",
    "Release",
    "ReleaseNote",
    "ReleaseShare",
    "Tampered",
    "Window",
]
