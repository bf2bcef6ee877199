"""One alert that breaks must not keep the next from going further."""

import datetime as dt

from core.row_by_row import row_by_row


def test_a_row_that_breaks_stops_no_other_and_is_in_the_log_without_its_words(caplog):
    seen = []

    def act(row: str, *, now: dt.datetime) -> int:
        if row == "breaks":
            raise ValueError("it broke")
        seen.append(row)
        return 1

    now = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    assert row_by_row(act, ["first", "breaks", "last"], job="escalate", now=now) == 2
    assert seen == ["first", "last"]
    assert [record.getMessage() for record in caplog.records] == ["job_broke"]
