"""What a style wants reaches the letters it is meant for, by the glyphs that are drawn."""

from __future__ import annotations

import re

import pytest
from fontTools.pens.recordingPen import RecordingPen

from progprint.glyphs import Faces, Run, shape
from progprint.style import Span, TextStyle
from progprint.words import Words


def runs_of(faces: Faces, text: str, lang: str = "en", **style) -> tuple[Run, ...]:
    return shape([Span(Words(text, lang), TextStyle("body", **{"family": "sans", **style}))], faces)


def names(faces: Faces, text: str, *features: str, lang: str = "en", **style) -> str:
    """The font's own names of the glyphs, those of Source Sans 3: one.n is a numerator, s.u a raised s."""
    return " ".join(faces[run.face].hb_font.get_glyph_name(int(glyph, 16))
                    for run in runs_of(faces, text, lang, features=features, **style) for segment in run.segments
                    for body in re.findall("<(.*?)>", segment.glyphs) for glyph in re.findall("....", body))


def shows(faces: Faces, text: str, *features: str, lang: str = "en", **style) -> str:
    """Each glyph's part behind the dot, or a dash: `n.d` of a fraction."""
    return "".join(name.partition(".")[2] or "-" for name in names(faces, text, *features, lang=lang, **style).split())


@pytest.mark.parametrize("text", [
    "1/2", "3/4", "2/3", "(7/8)", "35/8", "5/12", "9/16", "7/100", "1/24", "1/250", "1/2-inch", "1/4–1/2",
    "1/2,", "1/2.", "”1/2”", "1/2+1/3", "1/2%",
])
def test_a_fraction_is_set_as_one(real_faces: Faces, text: str) -> None:
    set_as = names(real_faces, text, "~frac")
    assert set_as.count("slash.frac") == text.count("/") and "slash " not in set_as
    assert ".n slash.frac " in set_as and set_as.count(".d") >= text.count("/")
    assert "slash.frac" not in names(real_faces, text)


@pytest.mark.parametrize("text", [
    "24/7", "16/9", "4/3", "24/06", "06/24", "24/6", "31/12", "6/8", "2/4", "24/6/2021", "2023/24", "1/2024",
    "98/99", "24/7/365", "1/1", "0/2", "3/11", "13/17", "35/16", "35/70", "1.5/2", "1/2.5", "and/or", "a1/2",
    "1/2h", "1/2:30", "400/27°", "km/h", "5/0", "120/60",
])
def test_what_only_looks_like_one_is_not(real_faces: Faces, text: str) -> None:
    assert names(real_faces, text, "~frac") == names(real_faces, text)


def test_the_fraction_slash_makes_a_fraction_whatever_the_style_says(real_faces: Faces) -> None:
    for features in ((), ("~frac",), ("onum", "tnum")):
        assert names(real_faces, "24⁄7", *features) == "two.n four.n fraction seven.d"


def test_only_the_fraction_leaves_the_figures_of_its_style(real_faces: Faces) -> None:
    assert names(real_faces, "1–1/2", "onum", "~frac") == "one.t endash one.n slash.frac two.d"
    # no old-style numerators, which would be figures of the text about a slash
    assert names(real_faces, "3/4", "onum") == "three.t slash four.t"


@pytest.mark.parametrize(("lang", "text", "raised"), [
    ("en", "1st", "-uu"), ("en", "22nd", "--uu"), ("en", "(3rd)", "--uu-"), ("en", "21st-century", "--uu--------"),
    ("en", "5th–7th", "-uu--uu"), ("en", "1er", "---"), ("en", "1st/2nd", "-uu--uu"), ("en", "80s", "---"),
    ("fr", "1er", "-uu"), ("fr", "2e", "-u"), ("fr", "1re", "-uu"), ("fr", "XXe", "--u"), ("fr", "Ier", "-uu"),
    ("fr-CA", "1ère", "-uuu"), ("fr", "2e,", "-u-"), ("fr", "1st", "---"),
    ("es", "1.er", "--uu"), ("es", "2.a", "--u"), ("it", "2a", "-u"), ("pt", "3o", "-u"), ("nl", "2e", "-u"),
    ("de", "2e", "--"), ("en", "2a", "--"), ("en", "B1st", "----"),
])
def test_the_letters_of_an_ordinal_are_raised_in_its_language(
    real_faces: Faces, lang: str, text: str, raised: str,
) -> None:
    assert shows(real_faces, text, "~ordn", lang=lang) == raised
    assert set(shows(real_faces, text, lang=lang)) == {"-"}


@pytest.mark.parametrize("text", ["Ce", "Le", "De", "Me", "Ver", "Vie", "Vers", "Ire", "4, rue"])
def test_french_words_are_no_ordinals(real_faces: Faces, text: str) -> None:
    assert names(real_faces, text, "~ordn", lang="fr") == names(real_faces, text, lang="fr")


def test_typed_ordinal_signs_stay_what_they_are(real_faces: Faces) -> None:
    assert names(real_faces, "1.º 2ª", "~ordn", lang="es") == "one period ordmasculine two ordfeminine"


def test_fractions_and_ordinals_stand_in_any_form_of_letters(real_faces: Faces) -> None:
    assert names(real_faces, "Is 1st", "smcp", "c2sc", "~ordn") == "I.s S.s one.s s.u t.u"
    for features in (("smcp", "c2sc"), ("sups",), ("subs", "onum"), ("lnum", "pnum"), ("smcp", "~ordn")):
        assert names(real_faces, "35/8", *features, "~frac") == "three.n five.n slash.frac eight.d"
    # each has its own in one word
    assert names(real_faces, "1/2–1st", "onum", "~frac", "~ordn") == "one.n slash.frac two.d endash one.t s.u t.u"


@pytest.mark.parametrize(("features", "text", "drawn"), [
    (("smcp",), "Aé", "A Eacute.s"), (("smcp", "c2sc"), "Aé", "A.s Eacute.s"),
    (("sups",), "a1", "a.u one.u"), (("subs",), "H2", "H two.b"), (("case",), "(¿A", "parenleft questiondown.c A"),
])
def test_features_draw_their_glyphs(real_faces: Faces, features: tuple[str, ...], text: str, drawn: str) -> None:
    assert names(real_faces, text, *features) == drawn


def _width(faces: Faces, text: str, *features: str, **style) -> float:
    return sum(segment.width for run in runs_of(faces, text, features=features, **style) for segment in run.segments)


def test_without_kerning_each_letter_has_its_own_width(real_faces: Faces) -> None:
    apart = sum(_width(real_faces, letter) for letter in "AVATo")
    assert _width(real_faces, "AVATo", "-kern") == pytest.approx(apart)
    assert _width(real_faces, "AVATo") < apart - 50


@pytest.mark.parametrize(("style", "joined"), [
    ({}, True), ({"tracking_em": 0.02}, True), ({"tracking_em": -0.02}, True), ({"tracking_em": 0.03}, True),
    ({"tracking_em": 0.031}, False), ({"letter_space": (-0.02, 0.03)}, True), ({"letter_space": (0.0, 0.04)}, False),
    ({"tracking_em": 0.1, "features": ("dlig",)}, False), ({"tracking_em": 0.1, "features": ("liga",)}, True),
    ({"features": ("-liga", "-clig", "-dlig")}, False),
])
def test_letters_that_stand_apart_are_not_joined(real_faces: Faces, style: dict, joined: bool) -> None:
    features = style.pop("features", ())
    assert ("f_f" in names(real_faces, "office", *features, **style)) is joined


@pytest.mark.parametrize(("features", "italic", "lacks"), [
    (("smcp", "c2sc"), False, ()), (("smcp", "c2sc"), True, ("smcp", "c2sc")), (("-liga", "kern", "case"), True, ()),
    # all figures of Source Sans 3 are as wide as each other without being told, and lining
    (("tnum", "lnum"), False, ()), (("~frac", "~ordn", "sups"), True, ()), (("swsh",), False, ("swsh",)),
])
def test_what_a_font_lacks_is_in_its_runs(
    real_faces: Faces, features: tuple[str, ...], italic: bool, lacks: tuple[str, ...],
) -> None:
    font = "Source Sans 3 Italic" if italic else "Source Sans 3"
    for text, lang in (("Word", "en"), ("Кино", "ru")):
        (run,) = runs_of(real_faces, text, lang, features=features, italic=italic)
        assert sorted(run.lacking) == sorted(f"{font}: {tag}" for tag in lacks)


def test_a_han_text_lacks_nothing_of_an_alphabet(real_faces: Faces) -> None:
    runs = runs_of(real_faces, "電影Film", "zh-Hant", features=("smcp",), italic=True)
    assert [(run.script, run.lacking) for run in runs] == [("Hani", ()), ("Latn", ("Source Sans 3 Italic: smcp",))]


def test_a_font_without_a_feature_draws_plain_letters(real_faces: Faces) -> None:
    assert names(real_faces, "Aé", "smcp", italic=True) == names(real_faces, "Aé", italic=True)


def test_outlines_follow_the_size_set(real_faces: Faces) -> None:
    def outline(size: float) -> tuple[str, list]:
        (run,) = runs_of(real_faces, "a", family="text", size=size)
        pen = RecordingPen()
        real_faces[run.face].hb_font.draw_glyph_with_pen(int(run.segments[0].glyphs[1:5], 16), pen)
        return run.face, pen.value

    small, large = outline(8.0), outline(29.0)
    assert small[0] != large[0] and small[1] != large[1]
    # the small one is wider and sturdier
    assert _width(real_faces, "nnnn", family="text", size=8.0) > _width(real_faces, "nnnn", family="text", size=29.0)
    assert outline(8.0) == small and outline(8.2)[0] == small[0]
