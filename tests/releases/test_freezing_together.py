"""Two people press Freeze at the same moment: one release."""

import threading

import pytest
from django.db import connection

from surveys.releases.domain.freezing import freeze_window
from surveys.releases.models import Contribution, Release
from tests.factories.releases import AFTER_FREEZE, quarter_window, row


@pytest.mark.django_db(transaction=True)
def test_p11_eight_at_once_freeze_one_release(answers):
    answers.rows = [row(Q27a="yes") for _ in range(24)]
    window, outcomes, faults = quarter_window(), [], []
    start = threading.Barrier(8)

    def freeze():
        try:
            start.wait()
            outcomes.append(freeze_window(type(window).objects.get(pk=window.pk), now=AFTER_FREEZE).pk)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=freeze) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert len(set(outcomes)) == 1
    assert len(outcomes) == 8
    assert Release.objects.count() == 1
    assert Contribution.objects.count() == 24
