from surveys.releases.views.correct import work_release_correct
from surveys.releases.views.release import (
    work_release,
    work_release_by,
    work_release_share,
    work_release_unshare,
)
from surveys.releases.views.windows import work_releases, work_window_freeze, work_windows_new
from surveys.releases.views.years import work_year_new, work_year_plan

__all__ = [
    "work_release",
    "work_release_by",
    "work_release_correct",
    "work_release_share",
    "work_release_unshare",
    "work_releases",
    "work_window_freeze",
    "work_windows_new",
    "work_year_new",
    "work_year_plan",
]
