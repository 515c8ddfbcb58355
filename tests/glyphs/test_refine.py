"""What a keyboard types becomes what the language prints, and nothing else changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progprint.glyphs import Break, Faces, shape
from progprint.glyphs.habits import habit_of
from progprint.glyphs.refine import refined
from progprint.style import Span, TextStyle
from progprint.words import Words

BODY = TextStyle("body")
#: no-break spaces as they are written in the tests
NARROW, NO_BREAK = "_", "~"


def printed(lang: str, *texts: str) -> str:
    """The refined texts of spans with `|` between; `~` is a no-break space, `_` a narrow one."""
    spans = [Span(Words(text, lang), BODY) for text in texts]
    return "|".join(refined(spans)).replace("\u00a0", NO_BREAK).replace("\u202f", NARROW)


@pytest.mark.parametrize(("lang", "typed", "expected"), [
    ("en", "He said \"don't say 'no'\", then left.", "He said “don’t say ‘no’”, then left."),
    ("en-GB", "'a \"b\" c'", "‘a “b” c’"),
    ("de", "\"Das ist 'gut'\"", "„Das ist ‚gut‘“"),
    ("de-CH", "\"Das ist 'gut'\"", "«Das ist ‹gut›»"),
    ("fr", "\"Il dit 'oui'\"", "«_Il dit “oui”_»"),
    ("it", "\"Un 'sì' detto\"", "«Un “sì” detto»"),
    ("es", "\"Un 'sí'\"", "«Un “sí”»"),
    ("pt", "\"Um 'sim'\"", "“Um ‘sim’”"),
    ("nl", "\"Een 'ja'\"", "“Een ‘ja’”"),
    ("sv", "\"Ett 'ja'\"", "”Ett ’ja’”"),
    ("fi", "\"Hei\"", "”Hei”"),
    ("da", "\"Et 'ja'\"", "“Et ‘ja’”"),
    ("nb", "\"Et 'ja'\"", "«Et ‘ja’»"),
    ("pl", "\"Nie 'tak'\"", "„Nie «tak»”"),
    ("cs", "\"Ne 'ano'\"", "„Ne ‚ano‘“"),
    ("sk", "\"Nie 'áno'\"", "„Nie ‚áno‘“"),
    ("hu", "\"Nem 'igen'\"", "„Nem »igen«”"),
    ("ro", "\"Nu 'da'\"", "„Nu «da»”"),
    ("ru", "\"Это 'да'\"", "«Это „да“»"),
    ("uk", "\"Це 'так'\"", "«Це „так“»"),
    ("el", "\"Το 'ναι'\"", "«Το “ναι”»"),
    ("ko", "그는 '영화'라고 \"좋다\" 했다", "그는 ‘영화’라고 “좋다” 했다"),
    ("vi", "\"Chào 'em'\"", "“Chào ‘em’”"),
    ("th", "คำว่า'รัก' \"ดี\"", "คำว่า‘รัก’ “ดี”"),
    ("zh-Hant", "他說\"我說'好'\"。", "他說「我說『好』」。"),
    ("zh-Hans", "他说\"我说'好'\"。", "他说“我说‘好’”。"),
    ("ja", "彼は\"はい、'いいえ'\"と", "彼は「はい、『いいえ』」と"),
    ("he", "צה\"ל", "צה\"ל"),
])
def test_quotes_are_the_languages_and_nest(lang: str, typed: str, expected: str) -> None:
    assert printed(lang, typed) == expected


@pytest.mark.parametrize(("typed", "expected"), [
    ("“curly” and ‘single’ don’t", "“curly” and ‘single’ don’t"),
    ("“he said \"x\"”", "“he said ‘x’”"),
    ("\"a\" \"b\" (\"c\")—\"d\"", "“a” “b” (“c”)—“d”"),
    ("\"a \"b\" c\"", "“a ‘b’ c”"),
    ("\"opened and never closed", "“opened and never closed"),
    ("closed\" alone", "closed\" alone"),
    ("\" \"", "\" \""),
])
def test_odd_quotes_come_to_no_harm(typed: str, expected: str) -> None:
    assert printed("en", typed) == expected


@pytest.mark.parametrize(("lang", "typed", "expected"), [
    ("en", "rock'n'roll, rock 'n' roll, the '90s, 'tis, the girls' room, the 1980's",
     "rock’n’roll, rock ’n’ roll, the ’90s, ’tis, the girls’ room, the 1980’s"),
    ("it", "l'amore dell'arte, un po' tardi", "l’amore dell’arte, un po’ tardi"),
    ("fr", "l'été d'aujourd'hui", "l’été d’aujourd’hui"),
    ("nl", "'s avonds is 't stil", "’s avonds is ’t stil"),
    ("de-CH", "10'000 Zuschauer", "10’000 Zuschauer"),
    ("zh-Latn-pinyin", "Xī'ān", "Xī’ān"),
    ("zh-Hant", "看Let's", "看Let’s"),
])  # fmt: skip
def test_apostrophes(lang: str, typed: str, expected: str) -> None:
    assert printed(lang, typed) == expected


@pytest.mark.parametrize(("typed", "expected"), [
    ("120'", "120′"), ("5'10\"", "5′10″"), ("3' 20''", "3′ 20″"), ("a 12\" record", "a 12″ record"),
    ("\"in 1968\" and \"6'2\"\"", "“in 1968” and “6′2″”"),
])
def test_primes_stand_after_figures(typed: str, expected: str) -> None:
    assert printed("en", typed) == expected


@pytest.mark.parametrize(("lang", "typed", "expected"), [
    ("en", "word--word, word -- word, a - b", "word—word, word~– word, a~– b"),
    ("de", "Wort - Wort", "Wort~– Wort"),
    ("ru", "Она - звезда", "Она~— звезда"),
    ("es", "Hola --dijo--.", "Hola —dijo—."),
    ("zh-Hant", "好--再見", "好——再見"),
    ("zh-Hant", "他說——好……", "他說——好……"),
    ("en", "- item, well-known, Jean-Luc, 3 - 2, a --option", "- item, well-known, Jean-Luc, 3 - 2, a --option"),
    ("en", "1990-1995, pp. 3-7, 10-12 min, 19:30-21:00, 1990-95",
     "1990–1995, pp.~3–7, 10–12~min, 19:30–21:00, 1990–95"),
    ("de", "24.-26. Juni", "24.–26. Juni"),
    ("en", "2021-06-24, 2009-12, 978-3-16-148410-0, 555-1234, Tel. 55-66, 00-950, 30-123 Kraków, B1-3, 7-5",
     "2021-06-24, 2009-12, 978-3-16-148410-0, 555-1234, Tel. 55-66, 00-950, 30-123 Kraków, B1-3, 7-5"),
])  # fmt: skip
def test_dashes(lang: str, typed: str, expected: str) -> None:
    assert printed(lang, typed) == expected


@pytest.mark.parametrize(("lang", "typed", "expected"), [
    ("en", "Wait... what.... No", "Wait… what.... No"),
    ("zh-Hant", "好...再見......", "好……再見……"),
    ("ja", "はい...", "はい……"),
    ("ko", "네...", "네…"),
    ("en", "35 x 24 mm, 1920x1080, 0x1F, 2x05, x 3", "35~×~24~mm, 1920×1080, 0x1F, 2x05, x 3"),
])
def test_ellipses_and_times(lang: str, typed: str, expected: str) -> None:
    assert printed(lang, typed) == expected


@pytest.mark.parametrize(("lang", "typed", "expected"), [
    ("fr", "Quoi ? Oui! Il dit : non; à 12:30", "Quoi_? Oui_! Il dit~: non_; à 12:30"),
    ("fr", "« oui » et «non»", "«_oui_» et «_non_»"),
    ("fr-CA", "Quoi? Il dit : «non»", "Quoi? Il dit~: «_non_»"),
    ("it", "Cosa? «Sì»: no!", "Cosa? «Sì»: no!"),
    ("de", "z.B. und u. v. m., 90 %", "z._B. und u._v._m., 90~%"),
    ("en", "J. R. R. Tolkien, No. 5, 120 min, 5 people", "J.~R.~R. Tolkien, No.~5, 120~min, 5 people"),
    ("pl", "w domu i z psem", "w~domu i~z~psem"),
    ("cs", "k sobě a v noci", "k~sobě a~v~noci"),
    ("ru", "в кино и к другу", "в~кино и~к~другу"),
    ("en", "a house in a town", "a house in a town"),
])
def test_spaces_are_the_languages(lang: str, typed: str, expected: str) -> None:
    assert printed(lang, typed) == expected


def test_addresses_and_codes_stay_as_typed() -> None:
    kept = "https://a.org/x--y?a=1990-1995:b www.b.org/l'amour o'b--c@x.org a.org/1-2 0625VI9"
    assert printed("fr", kept) == kept
    assert printed("en", "\"see https://a.org/x--y.\" It's (a.org)") == "“see https://a.org/x--y.” It’s (a.org)"


def test_a_style_may_leave_all_as_typed() -> None:
    plain = TextStyle("code", refine=False)
    spans = [
        Span(Words("say \"", "en"), BODY), Span(Words("x\"--'y'", "en"), plain), Span(Words("\" it's", "en"), BODY)
    ]  # fmt: skip
    assert refined(spans) == ["say “", "x\"--'y'", "” it’s"]


def test_quotes_and_dashes_run_over_the_edges_of_spans() -> None:
    assert printed("en", "say \"", "yes", "\" and go - ", "now", "") == "say “|yes|” and go~– |now|"
    assert printed("fr", "Vraiment", "? Oui", "!") == "Vraiment|_? Oui|_!"
    texts = (("the \"", "en"), ("\"Nein\"", "de"), ("\" of it", "en"))
    spans = [Span(Words(text, lang), BODY) for text, lang in texts]
    assert refined(spans) == ["the “", "‚Nein‘", "” of it"]


LANGUAGES = ["en", "de", "fr", "it", "es", "nl", "sv", "pl", "cs", "ru", "hu", "ko", "th", "zh-Hant", "zh-Hans", "ja"]
TYPED = st.text(st.sampled_from("aBwz 19\u00a0\u202f\"'\"'.-–—…x:;!?«»“”‘’„()mé字ไ한в@/"), max_size=24)


def words_of(text: str) -> list[str]:
    """Words and figures, but `x`, which may be a sign."""
    return re.findall(r"[^\W_x]+", text)


@given(st.sampled_from(LANGUAGES), st.lists(TYPED, min_size=1, max_size=3))
def test_what_is_refined_stays_and_no_word_is_lost(lang: str, texts: list[str]) -> None:
    def spans(parts: list[str]) -> list[Span]:
        return [Span(Words(part, lang), BODY) for part in parts]

    once = refined(spans(texts))
    assert refined(spans(once)) == once
    assert len(once) == len(texts)
    assert words_of("".join(once)) == words_of("".join(texts))


def test_a_language_without_a_habit_is_quoted_as_english() -> None:
    assert printed("xx", "\"a 'b'\"") == "“a ‘b’”"
    assert habit_of("zh").quotes == habit_of("zh-CN").quotes != habit_of("zh-TW").quotes


def test_capitals_are_made_of_what_is_refined(square_faces: Faces) -> None:
    (run,) = shape([Span(Words("don't", "en"), TextStyle("b", capitals=True))], square_faces)
    assert run.segments[0].text == "DON’T"


def test_a_no_break_space_is_a_space_that_never_ends_a_line(square_faces: Faces) -> None:
    (run,) = shape([Span(Words("in 120 min or", "en"), BODY)], square_faces)
    assert [(s.text, s.spaces, s.break_after) for s in run.segments] == [
        ("in", 1, Break.ALLOWED), ("120", 1, Break.NEVER), ("min", 1, Break.ALLOWED), ("or", 0, Break.ALLOWED)]


def test_a_range_is_never_parted_at_its_dash(square_faces: Faces) -> None:
    (run,) = shape([Span(Words("in 1990-1995 so", "en"), BODY)], square_faces)
    assert [s.text for s in run.segments] == ["in", "1990–1995", "so"]
