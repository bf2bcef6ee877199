"""Here surveys stand alone: what the rooms above have hooked in is put aside, so each test fills in what
it needs.
"""

from collections.abc import Iterator

import pytest

from surveys.responses import registry

HOOKS = [value for value in vars(registry).values() if isinstance(value, registry.Hooks)]


@pytest.fixture(autouse=True)
def nobody_hooked_in() -> Iterator[None]:
    before = [list(hook.functions) for hook in HOOKS]
    for hook in HOOKS:
        hook.functions.clear()
    yield
    for hook, functions in zip(HOOKS, before, strict=True):
        hook.functions[:] = functions
