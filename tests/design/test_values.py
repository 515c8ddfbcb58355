"""Every form in which a value may be written, and what refuses it."""

from __future__ import annotations

import pytest

from progprint.design import values as v
from progprint.design.types import Length
from progprint.geom import mm

ANY = v.length("em", "line", "%", least=None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("8.8pt", Length(8.8)),
        ("3mm", Length(mm(3))),
        ("3 mm", Length(mm(3))),
        ("1cm", Length(mm(10))),
        ("1in", Length(72)),
        ("1pc", Length(12)),
        ("0", Length(0)),
        ("-2mm", Length(mm(-2))),
        (".5pt", Length(0.5)),
        ("2em", Length(2, "em")),
        ("1 line", Length(1, "line")),
        ("2 lines", Length(2, "line")),
        ("1.5 lines", Length(1.5, "line")),
        ("1/2 line", Length(0.5, "line")),
        ("95 %", Length(95, "%")),
        ("130%", Length(130, "%")),
    ],
)
def test_a_length_carries_its_unit(text: str, wanted: Length) -> None:
    assert ANY(text) == wanted


@pytest.mark.parametrize("text", ["", "mm", "3", "3 px", "3,5mm", "1/0 em", "9" * 400 + "mm", "3mm 4mm", "e"])
def test_what_is_no_length_is_refused(text: str) -> None:
    assert isinstance(ANY(text), v.Wrong)


def test_a_bare_number_is_told_its_unit() -> None:
    assert ANY("3").hint == "a length carries its unit: `3mm` or `3pt`"


def test_a_length_of_the_page_knows_no_em_and_is_not_below_nothing() -> None:
    assert isinstance(v.points("2em"), v.Wrong)
    assert isinstance(v.points("-2mm"), v.Wrong)
    assert isinstance(v.length(above=True)("0"), v.Wrong)
    assert v.points("2mm") == mm(2)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("62mm", (Length(mm(62)), Length(mm(62)))),
        ("62mm .. 84mm", (Length(mm(62)), Length(mm(84)))),
        ("62mm..84mm", (Length(mm(62)), Length(mm(84)))),
        ("62 .. 84mm", (Length(mm(62)), Length(mm(84)))),
        ("6 lines .. 8 lines", (Length(6, "line"), Length(8, "line"))),
        ("6 .. 8 lines", (Length(6, "line"), Length(8, "line"))),
        ("30mm .. 8 lines", (Length(mm(30)), Length(8, "line"))),
    ],
)
def test_a_height_is_fixed_or_from_to(text: str, wanted: tuple[Length, Length]) -> None:
    assert v.length_range(text) == wanted


@pytest.mark.parametrize("text", ["84mm .. 62mm", "62", "..", "62mm ..", "2em", "0mm"])
def test_a_height_that_is_none(text: str) -> None:
    assert isinstance(v.length_range(text), v.Wrong)


@pytest.mark.parametrize(
    ("text", "wanted"), [("15 %", 0.15), ("133%", 1.33), ("-2 %", -0.02), ("0", 0.0), ("1/2 %", 0.005)]
)
def test_a_share(text: str, wanted: float) -> None:
    assert v.share(text) == pytest.approx(wanted)


def test_a_share_without_its_sign_is_refused_with_a_hint() -> None:
    assert v.share("15") == v.Wrong("a share such as 15 %", "did you mean `15 %`?")
    assert isinstance(v.share("15mm"), v.Wrong)
    assert isinstance(v.tint("120 %"), v.Wrong)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1/4 em", 0.25),
        ("0.02em", 0.02),
        ("20/1000 em", 0.02),
        ("2 %", 0.02),
        ("0", 0.0),
        ("-1/50 em", -0.02),
    ],
)
def test_a_share_of_the_em(text: str, wanted: float) -> None:
    assert v.em_share(text) == pytest.approx(wanted)


@pytest.mark.parametrize("text", ["1/4", "3pt", "em", "1/4 line"])
def test_what_is_no_share_of_the_em(text: str) -> None:
    assert isinstance(v.em_share(text), v.Wrong)


@pytest.mark.parametrize(("text", "wanted"), [("yes", True), ("No", False), ("true", True), ("off", False)])
def test_a_flag(text: str, wanted: bool) -> None:
    assert v.flag(text) is wanted


def test_a_flag_is_never_a_guess() -> None:
    assert v.flag("maybe") == v.Wrong("yes or no")
    assert v.flag("") == v.Wrong("yes or no")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("regular", 400), ("bold", 700), ("light", 300), ("semibold", 600), ("350", 350), ("900", 900)],
)
def test_a_weight(text: str, wanted: int) -> None:
    assert v.weight(text) == wanted


@pytest.mark.parametrize("text", ["1000", "heavyish", "-400", "9" * 5000])
def test_what_is_no_weight(text: str) -> None:
    assert isinstance(v.weight(text), v.Wrong)


def test_italic_in_words() -> None:
    assert v.italic("italic") is True
    assert v.italic("regular") is False
    assert isinstance(v.italic("oblique"), v.Wrong)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A5", (mm(148), mm(210))),
        ("a4", (mm(210), mm(297))),
        ("A4 landscape", (mm(297), mm(210))),
        ("Letter", (612, 792)),
        ("165x240mm", (mm(165), mm(240))),
        ("165 × 240 mm", (mm(165), mm(240))),
        ("16.5cm x 240mm", (mm(165), mm(240))),
    ],
)
def test_a_trim(text: str, wanted: tuple[float, float]) -> None:
    assert v.trim(text) == pytest.approx(wanted)


@pytest.mark.parametrize("text", ["A99", "165x240", "0x240mm", "A4 sideways", "165mm"])
def test_what_is_no_trim(text: str) -> None:
    assert isinstance(v.trim(text), v.Wrong)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1-4", (1, 4, 0)), ("2", (2, 2, 0)), ("1 – 3", (1, 3, 0)), ("1..2", (1, 2, 0)),
        ("1-3 of 5", (1, 3, 5)), ("3 of 3", (3, 3, 3)),
    ],
)
def test_columns(text: str, wanted: tuple[int, int, int]) -> None:
    assert v.columns(text) == wanted


@pytest.mark.parametrize(
    ("text", "hint"),
    [("4-1", "did you mean `1-4`?"), ("0-2", "columns count from 1"), ("a", ""),
     ("1-3 of 2", "there are 2 parts"), ("1 of 0", "columns count from 1"), ("1 of", "")],
)
def test_what_are_no_columns(text: str, hint: str) -> None:
    got = v.columns(text)
    assert isinstance(got, v.Wrong)
    assert got.hint == hint


def test_plates_are_a_hundred_at_most() -> None:
    assert v.plate("90") == 0.9
    assert v.plate("90 %") == 0.9
    assert isinstance(v.plate("101"), v.Wrong)


def test_names_of_rules_carry_a_tag() -> None:
    assert v.rule_name("title") == ("title", "")
    assert v.rule_name("slot-time:lang(zh-Hant-HK)") == ("slot-time", "zh-Hant-HK")
    assert isinstance(v.rule_name("title:lang()"), v.Wrong)
    assert isinstance(v.rule_name("two words"), v.Wrong)
