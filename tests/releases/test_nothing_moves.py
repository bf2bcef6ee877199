"""P5 and P6 over every byte that readers get, and the two weaker ways that have to fail it."""

import pytest
from django.utils import timezone

from surveys.releases.domain import freezing
from surveys.releases.domain.making import make
from surveys.releases.domain.progress import refresh_progress
from surveys.releases.domain.rules import rules_in_force
from surveys.releases.domain.task import Task
from surveys.releases.models import Release
from surveys.responses.models import Answer, Response
from tests.factories.questionnaires import published
from tests.factories.releases import AFTER_FREEZE, quarter_window
from tests.releases.everything_read import readers_of
from tests.releases.test_with_real_answers import FIVE, IN_SEPTEMBER, answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return published(form="after", asked=FIVE, length="", now=IN_SEPTEMBER)


@pytest.fixture
def readers(version):
    for number in range(33):
        answer(version, ("yes", "a-bit", "no")[number % 3])
    return readers_of(freezing.freeze_window(quarter_window(), now=AFTER_FREEZE))


def one_more(version):
    answer(version, "no")


def one_taken_back(version):
    Response.objects.filter(pk=Response.objects.first().pk).update(take_back_asked_at=timezone.now())


def one_not_counted(version):
    Response.objects.filter(pk=Response.objects.first().pk).update(ok_to_count=False)


def one_changed(version):
    Answer.objects.filter(pk=Answer.objects.filter(part_id="Q27d").first().pk).update(options=["no"])


def ten_erased(version):
    Response.objects.filter(pk__in=list(Response.objects.values_list("pk", flat=True)[:10])).delete()


CHANGES = (one_more, one_taken_back, one_not_counted, one_changed, ten_erased)


def what_moves(readers, version, change):
    """The addresses whose bytes are other ones after the change."""
    papers = change is ten_erased
    before = readers.bytes_read(papers=papers)
    change(version)
    refresh_progress(now=timezone.now())
    after = readers.bytes_read(papers=papers)
    return [key for key, seen in before.items() if seen != after[key]]


def test_somebody_reads_something(readers):
    """Without this the test below could be green over empty pages."""
    pages = readers.bytes_read()
    shown = [address for (_, address), (status, body) in pages.items() if status == 200 and b"People listened" in body]
    assert {f"/groups/{readers.group.slug}/2026-Q3/", "/champions/2026-Q3/"} <= set(shown)
    assert f"/work/releases/{readers.release.pk}/" in shown


@pytest.mark.parametrize("change", CHANGES)
def test_p05_after_the_freeze_no_byte_of_any_reader_moves(readers, version, change):
    assert what_moves(readers, version, change) == []


@pytest.mark.parametrize("change", [one_more, one_taken_back, one_changed])
def test_p06_before_the_close_no_byte_of_any_reader_moves(readers, version, change):
    """The next quarter is open, bands are fresh, and one answer more or less shows nowhere for a week."""
    quarter_window(2026, 4)
    refresh_progress(now=timezone.now())
    assert what_moves(readers, version, change) == []


def test_p05_catches_a_live_recount(readers, version, monkeypatch):
    """Negative control: a pack whose figures are counted again whenever an answer comes or goes."""
    task = Task(readers.release.window, AFTER_FREEZE, rules_in_force(), instead_of=readers.release)
    sealed = Release.verified
    live = {"content": sealed(readers.release)}
    monkeypatch.setattr(Release, "verified", lambda release: live["content"])

    def ten_erased_and_counted_again(version):
        ten_erased(version)
        with monkeypatch.context() as counting, freezing.passing_secret() as secret:
            counting.setattr(Release, "verified", sealed)
            live["content"] = make(task, secret=secret).content

    moved = {address for _, address in what_moves(readers, version, ten_erased_and_counted_again)}
    assert f"/groups/{readers.group.slug}/2026-Q3/" in moved
    assert "/champions/2026-Q3/" in moved
