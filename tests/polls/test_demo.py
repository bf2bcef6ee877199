"""The demo world holds one poll that was told and one that waits to be opened."""

import pytest
from django.utils import timezone

from home.demo.polls import play_polls
from home.demo.stage import Stage
from surveys.polls.enums import State
from surveys.polls.models import Counter, Poll
from surveys.releases.disclosure.content import SHOWN
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory
from tests.factories.leaflets import council


@pytest.mark.django_db
def test_the_demo_has_a_poll_that_was_told_and_one_to_open():
    stage = Stage(council(), {"participation_worker": UserFactory()}, timezone.now(), lambda words: None)
    play_polls(stage, group="subgroup:vyp")
    (sheet,) = Release.objects.get().verified().sheets
    assert sheet.state == SHOWN
    assert sheet.n_shown == 45
    assert not Counter.objects.exists()
    assert set(Poll.objects.values_list("state", flat=True)) == {State.DONE, State.DRAFT}
