"""How many young people live here: entered by staff, every entry kept, undone by another entry."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role
from surveys.releases.domain import populations
from surveys.releases.domain.populations import Entered, SomebodyElse
from surveys.releases.models import Population
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
LIST = "/work/releases/populations/"
YEAR = timezone.localdate().year
NOW = timezone.now()


def entered(people: int = 120, source: str = "Yearly return") -> Entered:
    return Entered({"everyone": people}, source, dt.date(YEAR - 1, 3, 31))


def enter(people: int = 120, *, seen: int = 0, now: dt.datetime = NOW) -> Population:
    return populations.enter(YEAR, "everyone", entered(people), seen=seen, by=None, now=now)


def address(about: str = "everyone", year: int = YEAR) -> str:
    return reverse("work_population", args=[year, about])


def typed(**changes: object) -> dict[str, object]:
    return {"people_everyone": "120", "source": "Yearly return", "as_of": f"{YEAR - 1}-03-31", "seen": "0", **changes}


@pytest.fixture
def worker(client):
    person = UserFactory(roles=[Role.PARTICIPATION_WORKER])
    client.force_login(person)
    return person


def test_the_last_entry_stands_and_every_entry_is_kept():
    enter(120)
    enter(130, seen=1)
    assert populations.people_of(YEAR, by=NOW) == {"everyone": {"everyone": 130}}
    assert [row.figures["everyone"] for row in populations.history(YEAR, "everyone")] == [130, 120]


def test_a_freeze_uses_what_stood_at_its_moment():
    enter(120, now=NOW - dt.timedelta(days=2))
    enter(130, seen=1, now=NOW)
    assert populations.people_of(YEAR, by=NOW - dt.timedelta(days=1)) == {"everyone": {"everyone": 120}}
    assert populations.people_of(YEAR - 1, by=NOW) == {}


def test_undoing_brings_back_what_stood_before_and_deletes_nothing():
    enter(120)
    enter(130, seen=1)
    populations.take_back(YEAR, "everyone", seen=2, by=None, now=NOW)
    assert populations.people_of(YEAR, by=NOW)["everyone"] == {"everyone": 120}
    assert Population.objects.count() == 3


def test_undoing_the_first_entry_leaves_nothing_entered():
    enter(120)
    populations.take_back(YEAR, "everyone", seen=1, by=None, now=NOW)
    ((_, rows), *_) = populations.overview(now=NOW)
    assert rows[0].row is None
    assert rows[0].figures == ()


def test_two_people_at_once_and_the_second_is_told():
    enter(120)
    with pytest.raises(SomebodyElse):
        enter(130)
    with pytest.raises(SomebodyElse):
        populations.take_back(YEAR, "everyone", seen=7, by=None, now=NOW)
    assert Population.objects.count() == 1


def test_the_database_refuses_to_change_or_remove_an_entry():
    enter(120)
    for statement in ("UPDATE releases_population SET source = 'x'", "DELETE FROM releases_population"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_did_not_say_is_nowhere_to_live():
    for about, _ in populations.abouts():
        assert "Did not say" not in dict(populations.categories_of(about)).values()


def test_entering_on_the_page_and_seeing_it(client, worker):
    assert client.post(address(), typed()).status_code == 302
    page = client.get(LIST).content.decode()
    assert "120" in page
    assert "Yearly return" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"people_everyone": ""}, "whole number"),
        ({"people_everyone": "many"}, "whole number"),
        ({"people_everyone": "-1"}, "whole number"),
        ({"people_everyone": "1.5"}, "whole number"),
        ({"people_everyone": "99999999999999999999"}, "more than a million"),
        ({"people_everyone": "0"}, "Every box says 0"),
        ({"source": ""}, "where the figures come from"),
        ({"source": "x" * 201}, "200"),
        ({"as_of": "soon"}, "Please give a day"),
        ({"as_of": "2999-01-01"}, "has not come yet"),
        ({"as_of": "1899-01-01"}, "too old"),
        ({"seen": "x"}, "Enter a whole number"),
    ],
)
def test_a_mistake_is_explained_and_nothing_typed_is_lost(client, worker, wrong, said):
    answer = client.post(address(), typed(**wrong))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert wrong.get("source", "Yearly return") in page
    assert not Population.objects.exists()


def test_a_stale_page_keeps_what_was_typed_and_shows_what_stands(client, worker):
    enter(300)
    answer = client.post(address(), typed(people_everyone="125"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="125"' in page
    assert "300" in page
    assert client.post(address(), typed(people_everyone="125", seen="1")).status_code == 302
    assert populations.people_of(YEAR, by=timezone.now())["everyone"] == {"everyone": 125}


@pytest.mark.parametrize("seen", ["", "x", "0", "-1", "9" * 30, "７"])
def test_a_forged_undo_changes_nothing(client, worker, seen):
    enter(120)
    client.post(reverse("work_population_undo", args=[YEAR, "everyone"]), {"seen": seen})
    assert Population.objects.count() == 1


def test_a_page_opened_again_holds_what_stands(client, worker):
    enter(120)
    page = client.get(address()).content.decode()
    assert 'value="120"' in page
    assert f'value="{YEAR - 1}-03-31"' in page


def test_undo_on_the_page(client, worker):
    enter(120)
    client.post(reverse("work_population_undo", args=[YEAR, "everyone"]), {"seen": "1"})
    assert "Not entered yet" in client.get(LIST).content.decode()
    assert "Undone" in client.get(address()).content.decode()


@pytest.mark.parametrize(("about", "year"), [("home-name", YEAR), ("everyone", 1066), ("everyone", 10**12)])
def test_only_the_fixed_catalogue_and_years_in_use_exist(client, worker, about, year):
    assert client.get(address(about, year)).status_code == 404
    assert client.post(address(about, year), typed()).status_code == 404


def test_a_list_of_many_costs_what_a_list_of_one_costs(client, worker, django_assert_max_num_queries):
    enter(120)
    with django_assert_max_num_queries(12):
        client.get(LIST)
    for number in range(1, 6):
        enter(120 + number, seen=number)
    with django_assert_max_num_queries(12):
        client.get(LIST)
    with django_assert_max_num_queries(12):
        client.get(address())
