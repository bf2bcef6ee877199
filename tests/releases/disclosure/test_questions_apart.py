"""The audit attacks each question on its own, so two questions of a form may never count the same tick (P8)."""

from collections import Counter

import pytest

from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.measures import choose_any_for, measures_for


@pytest.mark.parametrize("form", FormKind.values)
def test_p08_no_part_feeds_two_measures_of_a_form(form):
    parts = Counter(part for measure in measures_for(form) for part in measure.maps)
    parts.update(question.part for question in choose_any_for(form))
    assert [part for part, measures in parts.items() if measures > 1] == []
