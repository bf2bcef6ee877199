"""What had its turn is written down in bulk, the same on both databases (rule 12)."""

import uuid

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from surveys.releases.domain.sheets import USED_UP, SheetCount
from surveys.releases.domain.using_up import AT_ONCE, use_up
from surveys.releases.models import Contribution
from tests.factories.releases import frozen_release

pytestmark = pytest.mark.django_db
COLUMNS = ("response_id", "form", "characteristic", "counted", "group", "superseded")


def a_count(kinds: list[int]) -> SheetCount:
    """So many responses, the last id first, each of the kind that stands there."""
    count = SheetCount("after", [])
    for place, kind in enumerate(kinds):
        count.ids += uuid.UUID(int=len(kinds) - place).bytes
        count.kind_of.append(kind)
    return count


def test_each_response_is_written_once_for_each_way_with_its_group():
    use_up(frozen_release(), a_count([0, USED_UP, 1]), [{"everyone": 2, "gender": 0}, {"everyone": 2, "gender": None}])
    one, two, three = (uuid.UUID(int=number) for number in (1, 2, 3))
    assert list(Contribution.objects.order_by("id").values_list(*COLUMNS)) == [
        (one, "after", "everyone", True, 2, False),
        (one, "after", "gender", True, None, False),
        (two, "after", "everyone", False, None, False),
        (two, "after", "gender", False, None, False),
        (three, "after", "everyone", True, 2, False),
        (three, "after", "gender", True, 0, False),
    ]


def test_rows_go_in_by_random_id_and_never_in_the_order_of_sending():
    use_up(frozen_release(), a_count([0] * 30), [{"total": None}])
    ids = list(Contribution.objects.order_by("id").values_list("response_id", flat=True))
    assert ids == sorted(ids)


def test_p10_a_response_can_not_have_its_turn_twice():
    release = frozen_release()
    use_up(release, a_count([0]), [{"everyone": 0}])
    with pytest.raises(IntegrityError), transaction.atomic():
        use_up(release, a_count([0]), [{"everyone": 0}])


def test_three_and_three_hundred_cost_the_same_number_of_orders_to_the_database():
    release = frozen_release()
    assert AT_ONCE > 300
    with CaptureQueriesContext(connection) as few:
        use_up(release, a_count([0] * 3), [{"everyone": 0}])
    with CaptureQueriesContext(connection) as many:
        use_up(release, a_count([0] * 300), [{"gender": 0}])
    assert len(few) == len(many) <= 1


def test_nothing_counted_writes_nothing():
    use_up(frozen_release(), a_count([]), [])
    assert not Contribution.objects.exists()
