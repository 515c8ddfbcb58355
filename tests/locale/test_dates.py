"""Dates, days, periods, times and lengths, with every pitfall of Babel that concerns them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from progprint.locale import format_date, format_minutes, format_period, format_time, format_weekday

MIDSUMMER = date(2021, 6, 24)  # a Thursday


@pytest.mark.parametrize(
    ("tag", "long", "day", "short", "numeric"),
    [
        ("en", "24 June 2021", "24 June", "24 Jun", "24.06.2021"),
        ("en-US", "June 24, 2021", "June 24", "Jun 24", "06/24/2021"),
        ("it", "24 giugno 2021", "24 giugno", "24 giu", "24/06/2021"),
        ("de", "24. Juni 2021", "24. Juni", "24. Juni", "24.06.2021"),
        ("es", "24 de junio de 2021", "24 de junio", "24 jun", "24/06/2021"),
        ("zh-Hant", "2021年6月24日", "6月24日", "6/24", "2021-06-24"),
        ("zh-Hans", "2021年6月24日", "6月24日", "6/24", "2021-06-24"),
        ("ja", "2021年6月24日", "6月24日", "6/24", "2021-06-24"),
        ("ko", "2021년 6월 24일", "6월 24일", "6/24", "2021-06-24"),
        ("th", "24 มิถุนายน พ.ศ. 2564", "24 มิถุนายน", "24 มิ.ย.", "24/06/2564"),
        ("ru", "24 июня 2021", "24 июня", "24 июн.", "24.06.2021"),
        ("vi", "24 tháng 6, 2021", "24 tháng 6", "24 thg 6", "2021-06-24"),
        ("zh-Latn-pinyin", "2021-06-24", "06-24", "06-24", "2021-06-24"),
    ],
)
def test_dates(tag: str, long: str, day: str, short: str, numeric: str) -> None:
    printed = [format_date(MIDSUMMER, tag, form) for form in ("long", "day", "short", "numeric")]
    assert printed == [long, day, short, numeric]


def test_the_year_is_the_calendars_not_the_weeks() -> None:
    # 1 January 2021 and 3 January 2027 belong to the last week of the year before
    assert format_date(date(2021, 1, 1), "en", "long") == "1 January 2021"
    assert format_date(date(2027, 1, 3), "zh-Hant", "long") == "2027年1月3日"
    assert format_date(date(2027, 1, 3), "vi", "long").endswith("2027")
    assert format_date(date(2020, 12, 31), "de", "numeric") == "31.12.2020"


def test_the_first_in_french() -> None:
    assert format_date(date(2021, 7, 1), "fr", "long") == "1er juillet 2021"
    assert format_period(date(2021, 7, 1), date(2021, 7, 9), "fr") == "1er–9 juillet 2021"
    assert format_date(date(2021, 7, 1), "fr", "numeric") == "01/07/2021"


@pytest.mark.parametrize(
    ("tag", "long", "short"),
    [
        ("en", "Thursday", "Thu"),  # a skeleton would give Thu for both
        ("it", "giovedì", "gio"),
        ("de", "Donnerstag", "Do"),
        ("zh-Hant", "星期四", "週四"),
        ("zh-Hans", "星期四", "周四"),
        ("ja", "木曜日", "木"),
        ("ko", "목요일", "목"),
    ],
)
def test_weekdays(tag: str, long: str, short: str) -> None:
    assert (format_weekday(MIDSUMMER, tag, "long"), format_weekday(MIDSUMMER, tag, "short")) == (long, short)


def test_sunday_is_not_monday() -> None:
    assert format_weekday(date(2021, 6, 27), "en", "long") == "Sunday"


@pytest.mark.parametrize(
    ("tag", "within_a_month", "within_a_year", "over_new_year"),
    [
        ("en", "24–27 June 2021", "24 June – 2 July 2021", "28 December 2021 – 3 January 2022"),
        ("en-US", "June 24–27, 2021", "June 24 – July 2, 2021", "December 28, 2021 – January 3, 2022"),
        ("de", "24.–27. Juni 2021", "24. Juni – 2. Juli 2021", "28. Dezember 2021 – 3. Januar 2022"),
        (
            "es",
            "24–27 de junio de 2021",
            "24 de junio – 2 de julio de 2021",
            "28 de diciembre de 2021 – 3 de enero de 2022",
        ),
        ("zh-Hant", "2021年6月24日—27日", "2021年6月24日—7月2日", "2021年12月28日—2022年1月3日"),
        ("ja", "2021年6月24日〜27日", "2021年6月24日〜7月2日", "2021年12月28日〜2022年1月3日"),
        ("ko", "2021년 6월 24일~27일", "2021년 6월 24일~7월 2일", "2021년 12월 28일~2022년 1월 3일"),
        ("xx", "2021-06-24 – 2021-06-27", "2021-06-24 – 2021-07-02", "2021-12-28 – 2022-01-03"),
    ],
)
def test_periods(tag: str, within_a_month: str, within_a_year: str, over_new_year: str) -> None:
    assert format_period(MIDSUMMER, date(2021, 6, 27), tag) == within_a_month
    assert format_period(MIDSUMMER, date(2021, 7, 2), tag) == within_a_year
    assert format_period(date(2021, 12, 28), date(2022, 1, 3), tag) == over_new_year
    assert format_period(MIDSUMMER, MIDSUMMER, tag) == format_date(MIDSUMMER, tag, "long")


@pytest.mark.parametrize("tag", ["en", "fr", "ru", "vi", "bg", "hu", "ko", "th", "zh-Hant"])
def test_no_space_that_fonts_lack(tag: str) -> None:
    printed = format_date(MIDSUMMER, tag, "long") + format_period(MIDSUMMER, date(2021, 7, 2), tag)
    assert "\u202f" not in printed and "\u2009" not in printed


def test_times_are_the_wall_clocks() -> None:
    # Babel takes a naive time for UTC when it is given a zone: 21:45 would print as 23:45
    assert format_time(datetime(2021, 6, 24, 21, 45), MIDSUMMER, "24") == "21:45"
    assert format_time(datetime(2021, 6, 24, 21, 45), MIDSUMMER, "over") == "21:45"
    assert format_time(datetime(2021, 6, 24, 9, 5), MIDSUMMER, "24") == "09:05"


def test_times_after_midnight() -> None:
    late = datetime(2021, 6, 25, 0, 30)
    assert format_time(late, MIDSUMMER, "24") == "00:30"
    assert format_time(late, MIDSUMMER, "over") == "24:30"
    assert format_time(datetime(2021, 6, 25, 1, 30), MIDSUMMER, "over") == "25:30"
    assert format_time(late, date(2021, 6, 25), "over") == "00:30"


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("en", "120′"),
        ("it", "120′"),
        ("zh-Hant", "120分鐘"),
        ("zh-Hant-HK", "120分鐘"),
        ("zh-Hans", "120分钟"),
        ("ja", "120分"),
        ("ko", "120분"),
        ("zh-Latn-pinyin", "120′"),
    ],
)
def test_minutes_are_never_two_hours(tag: str, printed: str) -> None:
    assert format_minutes(120, tag) == printed
