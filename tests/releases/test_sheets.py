"""From answers to the tables that are put before the audit: P1, P2, P3, P11, P14, P15 over made-up children."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.releases.disclosure.content import EVERYONE
from surveys.releases.disclosure.crowd import NOT_SAID, Crowd, Standing
from surveys.releases.disclosure.parameters import PROMISED
from surveys.releases.disclosure.tables import NotAllowed, protect
from surveys.releases.domain.catalogue import Entry
from surveys.releases.domain.drafting import block_of, draft_tables, groupings_of, may_be_told, published_sheet
from surveys.releases.domain.drafting import published_tables as published
from surveys.releases.domain.sheets import CHARACTERISTICS, USED_UP
from tests.releases.children import CHILDREN, ENTRIES, SECRET, children, counted, crowd_of
from tests.releases.conftest import LISTENED

SHAPE = ENTRIES[0].shapes[0]
OLDER = frozenset({"12-15", "16-17", "18-25"})


def drafts(crowd: Crowd, *, secret=SECRET):
    groupings = groupings_of(crowd, CHARACTERISTICS, rules=PROMISED)
    tables = (draft_tables(entry, crowd, groupings, release="r", secret=secret, rules=PROMISED) for entry in ENTRIES)
    return [placed for each in tables for placed in each]


def by_table(placed):
    """The groups of each table of a question by a characteristic."""
    found: dict[tuple[str, str], list] = {}
    for each in placed:
        found.setdefault((each.table.question, each.characteristic), []).append(each)
    return found


def assert_no_holes(crowd: Crowd, placed) -> None:
    """P2: disjoint, and together everyone, so what is left of the total is nobody, or at least ten."""
    for groups in by_table(placed).values():
        kinds = [kind for group in groups for kind in group.kinds]
        assert sorted(kinds) == sorted(crowd.everyone)
        for few in range(len(groups) + 1):
            for shown in combinations(groups, few):
                left = crowd.n - sum(crowd.size(group.kinds) for group in shown)
                assert left == 0 or left >= 10


@settings(max_examples=60)
@given(CHILDREN)
def test_p01_no_table_counts_fewer_than_ten_and_every_number_is_a_multiple_of_five(rows):
    crowd = crowd_of(rows)
    for placed in drafts(crowd):
        assert crowd.size(placed.kinds) >= 10
        numbers = [placed.table.n_shown, *(cell.count for cell in placed.table.cells)]
        assert all(number % 5 == 0 and not 1 <= number <= 4 for number in numbers)


@settings(max_examples=60)
@given(CHILDREN)
def test_p02_the_groups_of_a_table_hold_everyone_exactly_once(rows):
    crowd = crowd_of(rows)
    assert_no_holes(crowd, drafts(crowd))


@settings(max_examples=60)
@given(CHILDREN)
def test_p03_no_table_is_shown_with_a_group_or_an_answer_missing(rows):
    crowd = crowd_of(rows)
    groupings = groupings_of(crowd, CHARACTERISTICS, rules=PROMISED)
    for (_, characteristic), groups in by_table(drafts(crowd)).items():
        if characteristic != EVERYONE:
            assert [each.group for each in groups] == [group.label for group in groupings[characteristic] or ()]
        for each in groups:
            assert each.table.cells[-1].option == "unsaid"
            assert len(each.table.cells) >= 3


def test_p02_and_p03_would_catch_a_group_that_is_dropped_or_starred():
    """Negative control: what the tests above look for is really found."""
    rows = children(30, gender="girl-woman") + children(25, first=30, gender="boy-man") + children(3, first=60)
    crowd = crowd_of(rows)
    shown = [placed for placed in drafts(crowd) if placed.characteristic == "gender"]
    assert_no_holes(crowd, shown)
    starred = [placed for placed in shown if not placed.group.startswith("Boys")]
    with pytest.raises(AssertionError):
        assert_no_holes(crowd, starred)
    with pytest.raises(NotAllowed):
        protect(crowd.tally(SHAPE, crowd.kinds_in("gender", {NOT_SAID})), secret=SECRET, rules=PROMISED)


@settings(max_examples=60)
@given(CHILDREN, st.randoms())
def test_p14_who_said_what_changes_no_grouping(rows, shuffle):
    answers = [row.parts for row in rows]
    shuffle.shuffle(answers)
    turned = [replace(row, parts=parts) for row, parts in zip(rows, answers, strict=True)]
    before, after = (groupings_of(crowd_of(each), CHARACTERISTICS, rules=PROMISED) for each in (rows, turned))
    assert after == before


@settings(max_examples=60)
@given(CHILDREN)
def test_p14_a_grouping_is_the_same_for_every_question(rows):
    groups = {}
    for (_, characteristic), placed in by_table(drafts(crowd_of(rows))).items():
        groups.setdefault(characteristic, set()).add(tuple(each.kinds for each in placed))
    assert all(len(each) == 1 for each in groups.values())


@settings(max_examples=60)
@given(CHILDREN, st.sampled_from(["Q27a", "Q27d", "C07"]))
def test_p15_skipping_a_question_changes_no_size(rows, part):
    skipped = [replace(row, parts={name: said for name, said in row.parts.items() if name != part}) for row in rows]
    sizes = [[(each.group, each.table.n_shown) for each in drafts(crowd_of(some))] for some in (rows, skipped)]
    assert sizes[0] == sizes[1]


@settings(max_examples=60)
@given(CHILDREN)
def test_p15_every_table_counts_the_same_children(rows):
    crowd = crowd_of(rows)
    assert {sum(crowd.tally(shape, crowd.everyone).marks) for shape in crowd.shapes} == {
        sum(crowd.tally(SHAPE, crowd.everyone).marks)
    }
    for groups in by_table(drafts(crowd)).values():
        assert sum(crowd.size(each.kinds) for each in groups) == crowd.n == len(rows)


@settings(max_examples=60)
@given(CHILDREN)
def test_p11_the_same_children_show_the_same_number_in_whatever_table(rows):
    """A cell is a sum over kinds: its name in the draw does not depend on how the children were put together."""
    crowd = crowd_of(rows)
    for shape in crowd.shapes:
        whole = crowd.tally(shape, crowd.everyone)
        for name in CHARACTERISTICS:
            parts = [crowd.tally(shape, crowd.kinds_in(name, {category})) for category in crowd.category_sizes(name)]
            assert tuple(map(sum, zip(*(part.counts for part in parts), strict=True))) == whole.counts
            assert tuple(map(sum, zip(*(part.marks for part in parts), strict=True))) == whole.marks


@settings(max_examples=30)
@given(CHILDREN, st.randoms())
def test_the_crowd_counts_as_one_counts_by_hand(rows, shuffle):
    crowd = crowd_of(rows)
    yes = sum(row.parts.get("Q27a") == ("yes",) for row in rows)
    assert crowd.tally(SHAPE, crowd.everyone).counts[0] == yes
    genders = Counter(_gender(row) for row in rows)
    assert crowd.category_sizes("gender") == dict(genders)
    homes = Counter(row.setting for row in rows if row.setting)
    assert sum((Counter(each) for each in crowd.settings["gender"].values()), Counter()) == homes
    shuffle.shuffle(rows)
    again = crowd_of(rows)
    assert again.tally(SHAPE, again.everyone) == crowd.tally(SHAPE, crowd.everyone)


def _gender(row):
    said = row.characteristics["gender"]
    return said if said in {"girl-woman", "boy-man", "non-binary", "another"} else NOT_SAID


def test_of_one_child_the_newest_answer_counts_and_the_others_are_used_up():
    newest, older = children(1), [replace(row, record_key=f"{0:032x}") for row in children(2, first=1)]
    count = counted([*newest, *older])
    assert count.n == 1
    assert [kind for _, kind in count.used()] == [0, USED_UP, USED_UP]
    assert [response_id for response_id, _ in count.used()] == [row.response_id for row in (*newest, *older)]


def test_children_of_an_earlier_release_are_kinds_of_their_own():
    quarter = frozenset({("2026-Q3", EVERYONE, 1)})
    count = counted(children(12))
    for row in children(11, first=20):
        count.add(row, secret=SECRET, earlier=quarter)
    crowd = count.crowd(elsewhere={quarter: 4})
    assert crowd.sizes == (12, 11, 4)
    assert crowd.kinds[2] == Standing(None, quarter)
    assert crowd.n == 23
    assert crowd.kinds_of(("2026-Q3", EVERYONE, 1)) == {1, 2}
    assert crowd.counts[SHAPE.question][2] == (0, 0, 0, 0)
    assert block_of(ENTRIES[0], crowd, ()).sizes == crowd.sizes


def test_rule_5_a_question_for_some_ages_is_told_for_everyone_asked_and_by_no_characteristic():
    entry = Entry(LISTENED, "after", OLDER)
    rows = children(30, gender="girl-woman") + children(12, first=30, band="8-11", gender="boy-man")
    rows += children(15, first=50, band="16-17", gender="boy-man")
    crowd = counted(rows, entries=[entry]).crowd()
    groupings = groupings_of(crowd, CHARACTERISTICS, rules=PROMISED)
    (only,) = draft_tables(entry, crowd, groupings, release="r", secret=SECRET, rules=PROMISED)
    assert only.is_everyone
    assert only.table.n_shown == 45
    (table,) = published(entry, [only])
    assert table.asked == ("12-15", "16-17", "18-25")
    few = counted(rows[:34], entries=[entry]).crowd()
    assert not may_be_told(entry, few, rules=PROMISED)


def test_an_age_that_no_plan_knows_leaves_nobody_told_apart_by_age():
    crowd = crowd_of(children(30) + children(30, first=40, band="16-17") + children(1, first=90, band="26-30"))
    assert groupings_of(crowd, ["age_band"], rules=PROMISED) == {"age_band": None}


@pytest.mark.parametrize(("n", "state"), [(9, "not_enough"), (10, "total_only"), (19, "total_only"), (20, "shown")])
def test_rule_3_what_is_told_depends_on_how_many_answered(n, state):
    crowd = crowd_of(children(n))
    groupings = groupings_of(crowd, ["gender"], rules=PROMISED)
    sheet = published_sheet("after", n, (), groupings, crowd, rules=PROMISED)
    assert sheet.state == state
    assert [each.characteristic for each in sheet.groupings] == (["gender"] if n >= 20 else [])


def test_a_characteristic_that_can_not_be_told_stands_there_without_groups():
    crowd = crowd_of(children(28, gender="girl-woman") + children(2, first=30, gender="boy-man"))
    sheet = published_sheet("after", 30, (), groupings_of(crowd, ["gender"], rules=PROMISED), crowd, rules=PROMISED)
    assert sheet.groupings[0].groups == ()


def test_rule_7_ticking_nothing_is_did_not_say_in_every_table_of_the_question():
    ticked = [replace(row, parts={"C07": ("a", "c")}) for row in children(12)]
    crowd = crowd_of(ticked + children(10, first=20))
    tallies = [crowd.tally(shape, crowd.everyone).counts for shape in ENTRIES[2].shapes]
    assert tallies == [(12, 0, 10), (0, 12, 10), (12, 0, 10)]
