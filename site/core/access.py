"""Every view says who may see it; a view without a rule fails a test (security.md §3.9)."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])
OPEN_TO_ALL = "open to all"


def open_to_all(view: View) -> View:
    """Nobody signs in here and nothing personal is shown."""
    view.access_rule = OPEN_TO_ALL  # type: ignore[attr-defined]  # carried by the view
    return view
