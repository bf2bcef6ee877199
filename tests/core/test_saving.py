"""What the store cannot take is said plainly, and never as a fault of ours that nobody explains."""

import pytest
from django.db import DataError, OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from core.saving import NotSavedMiddleware

request = RequestFactory().post("/me/say/before/1/")
guard = NotSavedMiddleware(lambda request: HttpResponse())


@pytest.mark.parametrize(("fault", "status"), [(OperationalError("disk full"), 503), (DataError("NUL"), 400)])
def test_a_fault_of_the_store_becomes_a_plain_page_that_repeats_nothing(fault: Exception, status: int) -> None:
    response = guard.process_exception(request, fault)
    assert response is not None
    assert response.status_code == status
    assert str(fault) not in response.content.decode()


def test_other_faults_are_left_to_the_last_resort() -> None:
    assert guard.process_exception(request, ValueError("else")) is None
