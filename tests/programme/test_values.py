"""What editors write -> minutes, moments, years."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from progprint.programme import values


@pytest.mark.parametrize(("text", "expected"), [
    ("120 min", 120), ("120", 120), ("120'", 120), ("120′", 120), ("120’", 120), ("2:00:00", 120),
    ("PT2H", 120),
    ("1h 40", 100), ("1h40m", 100), ("1 h 40 min", 100), ("2h", 120), ("PT1H40M", 100), ("PT7200S", 120),
    ("0:21:30", 22), ("0:21:29", 21), ("2:05", 125), ("95 minutes", 95), ("118分鐘", 118), ("95min.", 95),
    ("0", None), ("PT", None), ("P", None), ("12:30", None), ("two hours", None), ("-5", None),
    ("1.5h", None), ("", None), ("99999", None),
])  # fmt: skip
def test_running_times(text: str, expected: int | None) -> None:
    assert values.minutes(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2021-06-24 21:45", datetime(2021, 6, 24, 21, 45)),
    ("2021-06-24T21:45", datetime(2021, 6, 24, 21, 45)),
    ("2021-06-24T21:45:00", datetime(2021, 6, 24, 21, 45)),
    ("2021-6-4  9.05", datetime(2021, 6, 4, 9, 5)),
    ("2021-06-30 24:30", datetime(2021, 7, 1, 0, 30)),
    ("2021-06-30 30:00", None), ("2021-06-31 10:00", None), ("2021-06-24 21:60", None), ("2021-06-24", None),
    ("21:45", None), ("2021-06-24 9:45 PM", None), ("0000-01-01 10:00", None), ("9999-12-31 25:00", None),
])  # fmt: skip
def test_moments(text: str, expected: datetime | None) -> None:
    assert values.moment(text) == expected


def test_days_and_hours() -> None:
    assert values.day("2021-02-29") is None
    assert values.day("2020-02-29") == date(2020, 2, 29)
    assert values.hour("05:00") == time(5, 0)
    assert values.hour("24:30") is None
    assert values.end("23:45") == timedelta(hours=23, minutes=45)
    assert values.end("2021-06-25 00:10") == datetime(2021, 6, 25, 0, 10)


@pytest.mark.parametrize(("text", "good"), [
    ("1987", True), ("1987-1989", True), ("1987–89", True), ("87", False), ("19877", False),
    ("c. 1987", False),
])  # fmt: skip
def test_years(text: str, good: bool) -> None:
    assert (values.year(text) == text) is good


@pytest.mark.parametrize(("text", "expected"), [
    ("0.3", 0.3), ("30%", 0.3), ("1", 1.0), ("0", 0.0), ("1.2", None), ("-0.1", None), ("nan", None),
    ("x", None),
])  # fmt: skip
def test_shares(text: str, expected: float | None) -> None:
    assert values.share(text) == expected


def test_flags_and_numbers() -> None:
    assert [values.flag(t) for t in ("yes", "True", "no", "off", "si")] == [True, True, False, False, None]
    assert [values.number(t) for t in ("23", "-1", "2.0", "²", "12345678901")] == [23, None, None, None, None]
