"""How rules add up to a style: parents, languages, sizes, features, names that fall back."""

from __future__ import annotations

import math
import timeit
from dataclasses import replace
from pathlib import Path

import pytest

from progprint.design import read_design, resolve_style, resolve_within
from progprint.design.spacing import spacing_of
from progprint.design.types import Design
from progprint.style import BLACK, Hyphenation, Ink, Tab, TextStyle

PAGE = """
page: {trim: A5, baseline: 12pt}
families: {text: {latin: Source Serif 4}, sans: {latin: Source Sans 3}}
swatches: {red: {cmyk: [0, 100, 100, 0]}}
masters: {plain: {both: [{frame: main}]}}
sections: [cover]
"""


@pytest.fixture
def layout(tmp_path: Path):
    def make(styles: str) -> Design:
        file = tmp_path / "layout.yaml"
        lines = "".join(f"  {line.strip()}\n" for line in styles.strip().splitlines())
        file.write_text(f"{PAGE}styles:\n{lines}", encoding="utf-8")
        design, faults = read_design(file)
        assert design is not None, faults
        return design

    return make


def test_without_rules_a_style_is_the_default_on_the_layouts_own_grid(layout) -> None:
    wanted = TextStyle("body", leading=12.0, spacing=spacing_of("en", {}))
    assert resolve_style(layout("x: {}"), "title", "en") == wanted


def test_every_style_is_a_variant_of_body(layout) -> None:
    design = layout("""
        body: {size: 9pt, align: justify}
        title: {size: 20pt}
    """)
    title = resolve_style(design, "title", "en")
    assert (title.name, title.size, title.align) == ("title", 20, "justify")


def test_inherit_names_another_parent(layout) -> None:
    design = layout("""
        body: {size: 9pt}
        slot: {family: sans, weight: semibold}
        time: {inherit: slot, size: 14pt}
    """)
    time = resolve_style(design, "time", "en")
    assert (time.family, time.weight, time.size) == ("sans", 600, 14)


@pytest.mark.parametrize(
    ("lang", "size"),
    [("en", 10), ("zh", 9), ("zh-Hans", 9), ("zh-Hant", 8), ("zh-Hant-TW", 8), ("zh-Hant-HK", 7)],
)
def test_the_more_specific_tag_wins_whatever_its_place(layout, lang: str, size: float) -> None:
    design = layout("""
        body:lang(zh-Hant-HK): {size: 7pt}
        body:lang(zh-Hant): {size: 8pt}
        body:lang(zh): {size: 9pt}
        body: {size: 10pt}
    """)
    assert resolve_style(design, "body", lang).size == size


def test_a_tag_is_a_prefix_by_parts_and_in_any_case(layout) -> None:
    design = layout("""
        body: {size: 10pt}
        body:lang(ZH): {size: 9pt}
    """)
    assert resolve_style(design, "body", "zh-Hant").size == 9
    assert resolve_style(design, "body", "zhx").size == 10


def test_the_parent_is_resolved_for_the_language_first(layout) -> None:
    design = layout("""
        body: {size: 10pt}
        body:lang(zh): {size: 90 %, kinsoku: normal}
        title: {size: 200 %, weight: bold}
        title:lang(zh): {weight: regular}
    """)
    latin, han = (resolve_style(design, "title", lang) for lang in ("en", "zh-Hant"))
    assert (latin.size, latin.weight) == (20, 700)
    assert (han.size, han.weight, han.kinsoku) == (18, 400, "normal")


def test_the_rule_of_a_child_outdoes_its_parents_rule_for_a_language(layout) -> None:
    design = layout("""
        body:lang(zh): {indent: 2em}
        title: {indent: 0}
    """)
    assert resolve_style(design, "title", "zh-Hant").indent == 0


def test_relative_lengths_follow_the_final_size(layout) -> None:
    design = layout("""
        body: {size: 10pt, leading: 130 %, indent: 2em}
        small: {size: 7pt}
    """)
    body, small = (resolve_style(design, name, "en") for name in ("body", "small"))
    assert (body.leading, body.indent) == (13, 20)
    assert (small.leading, small.indent) == (9.1, 14)


def test_lines_are_those_of_the_grid(layout) -> None:
    design = layout("body: {leading: 1.5 lines, space-before: 1 line, space-after: 1/2 line, indent: 1 line}")
    body = resolve_style(design, "body", "en")
    assert (body.leading, body.space_before, body.space_after, body.indent) == (18, 12, 6, 12)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("slot-time", "slot-time"),
        ("slot-time-late", "slot-time"),
        ("slot-venue", "slot"),
        ("nothing-at-all", "body"),
    ],
)
def test_an_unknown_name_falls_back_at_its_hyphens(layout, asked: str, found: str) -> None:
    design = layout("""
        body: {size: 9pt}
        slot: {size: 8pt}
        slot-time: {size: 14pt}
    """)
    assert resolve_style(design, asked, "en").name == found


def test_a_name_with_a_rule_for_one_language_only_is_a_style(layout) -> None:
    design = layout("pinyin:lang(zh): {italic: yes}")
    assert resolve_style(design, "pinyin", "zh-Latn-pinyin").italic
    assert resolve_style(design, "pinyin", "en").name == "pinyin"


def test_features_are_put_together_from_friendly_words(layout) -> None:
    design = layout("""
        body: {features: [case, smcp], figures: old-style}
        time: {figures: tabular}
        year: {inherit: time, figures: lining, small-caps: no}
        role: {features: [], small-caps: yes}
    """)
    tags = {name: resolve_style(design, name, "en").features for name in ("body", "time", "year", "role")}
    assert tags == {
        "body": ("case", "smcp", "onum"),
        "time": ("case", "smcp", "tnum", "onum"),
        "year": ("case", "tnum", "lnum"),
        "role": ("smcp", "onum"),
    }


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("all-small-caps: yes", ("smcp", "c2sc")),
        ("all-small-caps: no", ("smcp",)),
        ("ligatures: all", ("smcp", "dlig")),
        ("{ligatures: common, features: [smcp, dlig]}", ("smcp",)),
        ("ligatures: none", ("smcp", "-liga", "-clig")),
        ("kerning: no", ("smcp", "-kern")),
        ("kerning: yes", ("smcp",)),
        ("position: superior", ("smcp", "sups")),
        ("position: inferior", ("smcp", "subs")),
        ("position: normal", ("smcp",)),
        ("fractions: yes", ("smcp", "~frac")),
        ("ordinals: yes", ("smcp", "~ordn")),
        ("{fractions: no, ordinals: no, small-caps: no}", ()),
        ("capitals: yes", ("case", "smcp")),
    ],
)
def test_friendly_words_for_features(layout, written: str, tags: tuple[str, ...]) -> None:
    written = written if written.startswith("{") else f"{{{written}}}"
    design = layout(f"{{body: {{small-caps: yes}}, title: {written}}}")
    assert resolve_style(design, "title", "en").features == tags


def test_what_is_inherited_can_be_taken_back(layout) -> None:
    design = layout("""
        body: {all-small-caps: yes, ligatures: none, kerning: no, position: superior, fractions: yes, ordinals: yes}
        title: {all-small-caps: no, ligatures: common, kerning: yes, position: normal, fractions: no, ordinals: no}
    """)
    body = ("smcp", "c2sc", "-liga", "-clig", "-kern", "sups", "~frac", "~ordn")
    assert resolve_style(design, "body", "en").features == body
    assert resolve_style(design, "title", "en").features == ()


EVERY_KEY = """
body: {
  family: sans, weight: 350, style: italic, size: 10pt, leading: 14pt, colour: red, align: center,
  hyphenate: yes, composer: greedy, last-line: near-full, balance: yes, phrases: yes,
  hyphenation: {before: 3, after: 4, word: 7, in-a-row: 1, capitals: no, last-word: no},
  word-space: [90 %, 100 %, 120 %], letter-space: [-1 %, 3 %], tracking: 20/1000 em, glyph-scale: 2 %,
  han-stretch: 10 %, han-latin-space: [1/4 em, 1/8 em, 1/2 em], kinsoku: loose, squeeze: no, hanging: yes,
  optical-margins: yes, indent: 3mm, hanging-indent: 2em, features: smcp, rise: -1pt, capitals: yes,
  space-before: 3pt, space-after: 1em, keep-next: yes, keep-lines: yes, keep-items: yes, upright-digits: 3,
  leader: " .", tabs: [20pt, {at: end, align: right, leader: "·"}], emphasis-dots: over,
  refine: no, han-grid: yes, span: yes, initial: {lines: 3}, small-caps: yes, all-small-caps: yes, ligatures: all, kerning: no, position: superior, figures: tabular,
  fractions: yes, ordinals: yes}
"""


def test_every_key_reaches_its_field(layout) -> None:
    got = resolve_style(layout(EVERY_KEY), "body", "en")
    assert got == TextStyle(
        name="body", family="sans", weight=350, italic=True, size=10, leading=14,
        ink=Ink(0, 1, 1, 0, "red"), align="center", hyphenate=True, composer="greedy",
        last_line="near-full", balance=True, phrases=True, hyphenation=Hyphenation(3, 4, 7, 1, False, False), word_space=(0.9, 1, 1.2),
        letter_space=(-0.01, 0.03), tracking_em=0.02, spacing=spacing_of("en", {}),
        glyph_scale=(-0.02, 0.02), han_stretch_em=0.1, han_latin_em=(0.25, 0.125, 0.5), kinsoku="loose",
        squeeze=False, hanging=True, optical_margins=True, indent=8.503937, hanging_indent=20,
        features=("case", "smcp", "c2sc", "tnum", "dlig", "-kern", "sups", "~frac", "~ordn"), rise=-1, capitals=True, space_before=3, space_after=10, keep_next=True,
        keep_lines=True, keep_items=True, upright_digits=3, emphasis_dots="over", leader=" .", tabs=(Tab(20.0), Tab(math.inf, "right", "·")),
        refine=False, han_grid=True, span=True, initial=3,
    )  # fmt: skip
    default = TextStyle("body")
    same = [f for f in TextStyle.__slots__ if f != "name" and getattr(got, f) == getattr(default, f)]
    # `vertical` is a frame's
    assert same == ["han_latin_em", "vertical"], "the text must change every field it claims to test"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("1/4 em", (0.25, 0.125, 0.5)), ("0", (0, 0, 0)), ("[1/6 em, 1/8 em, 1/4 em]", (1 / 6, 0.125, 0.25))],
)
def test_the_han_latin_space_in_one_number_or_three(layout, written: str, wanted: tuple[float, ...]) -> None:
    got = resolve_style(layout(f"body: {{han-latin-space: {written}}}"), "body", "zh-Hant").han_latin_em
    assert got == pytest.approx(wanted)


def test_swatches_that_are_always_there(layout) -> None:
    assert resolve_style(layout("body: {colour: black}"), "body", "en").ink == BLACK


def test_a_changed_design_forgets_what_was_resolved(layout) -> None:
    design = layout("body: {size: 10pt}")
    assert resolve_style(design, "body", "en").size == 10
    other = replace(design, rules=())
    assert resolve_style(other, "body", "en").size == TextStyle("body").size
    assert resolve_style(design, "body", "en") is resolve_style(design, "body", "en")


def test_speed_of_a_repeated_look_up_is_shown(layout) -> None:
    design = layout(EVERY_KEY)
    count = 20_000
    seconds = timeit.timeit(lambda: resolve_style(design, "body-small", "zh-Hant"), number=count)
    print(f"resolve_style again: {seconds / count * 1e6:.2f} microseconds")


def test_ruby_is_laid_over_the_style_of_its_words(layout) -> None:
    design = layout("""
        body: {size: 9pt, family: sans}
        title: {size: 20pt, family: text, weight: bold, figures: lining}
        ruby: {weight: regular, rise: 0.1em}
        ruby:lang(ja): {size: 40 %}
    """)
    title = resolve_style(design, "title", "ja")
    ruby = resolve_within(design, "ruby", title, "zh-Hant")
    assert (ruby.size, ruby.family, ruby.weight, ruby.rise) == (10, "text", 400, 1)
    assert (resolve_within(design, "ruby", title, "ja").size, ruby.features) == (8, ("lnum",))


def test_without_a_style_ruby_is_half_as_large(layout) -> None:
    title = resolve_style(layout("body: {size: 9pt, tracking: 0.1em, rise: 2pt}"), "body", "ja")
    ruby = resolve_within(layout("x: {}"), "ruby", title, "ja")
    assert (ruby.size, ruby.tracking_em, ruby.rise, ruby.ink) == (4.5, 0, 0, title.ink)
