"""Here surveys stand alone: what the rooms above have hooked in is put aside, so each test fills in what
it needs.
"""

from collections.abc import Iterator

import pytest

from surveys.responses import registry
from tests.factories.responses import a_ticket, child_client
from tests.responses.walking import START

HOOKS = [value for value in vars(registry).values() if isinstance(value, registry.Hooks)]


@pytest.fixture(autouse=True)
def nobody_hooked_in() -> Iterator[None]:
    before = [list(hook.functions) for hook in HOOKS]
    for hook in HOOKS:
        hook.functions.clear()
    yield
    for hook, functions in zip(HOOKS, before, strict=True):
        hook.functions[:] = functions


@pytest.fixture
def ticket():
    return a_ticket()


@pytest.fixture
def client(ticket):
    client = child_client(ticket)
    assert client.post(START).status_code == 302
    return client
