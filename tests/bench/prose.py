"""A seed and `vocabulary.txt` -> paragraphs of English and Chinese that no eye will enjoy.

Sentences follow a grammar and some words are favoured by the film's topic, so that neither a word nor a
line of text repeats more than in a real book.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

HAN_CHARACTER = re.compile(r"[\u4e00-\u9fff]")


@cache
def vocabulary() -> dict[str, list[str]]:
    """Words by their kind; each once."""
    kinds: dict[str, list[str]] = {}
    kind = ""
    for line in (Path(__file__).parent / "vocabulary.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        else:
            kinds.setdefault(kind, []).extend(line.split())
    return {kind: list(dict.fromkeys(words)) for kind, words in kinds.items()}


def plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def present(verb: str) -> str:
    return plural(verb) if not verb.endswith("man") else verb + "s"


def past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "ed"


def gerund(verb: str) -> str:
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"


def adverb(adjective: str) -> str:
    if adjective.endswith("le"):
        return adjective[:-1] + "y"
    if adjective.endswith("ic"):
        return adjective + "ally"
    return adjective[:-1] + "ily" if adjective.endswith("y") else adjective + "ly"


ENGLISH = {
    "sentence": (
        "{clause}.", "{clause}, and {clause}.", "{clause}; {clause}.", "If {clause}, {clause}.",
        "{clause}, because {clause}.", "{clause} – {clause} – until {clause}.", "{clause}: {clause}.",
        "Although {clause}, {clause}.", "“{clause},” says {thing}, “and {clause}.”",
        "Does it matter that {clause}?", "In *{title}*, {clause}, while {clause}.",
        "{clause} (so did {thing}), but {clause}.",
    ),
    "clause": (
        "{thing} {past} {thing}", "{thing} {adverb} {past} {thing}", "{gerund} {thing} {past} {thing}",
        "{thing} had {past} {thing} before {gerund} {thing}",
        "{thing} who {present} {thing} must also {verb} {thing}",
        "nothing in {place} {present} {thing} as {adverb} as {thing}",
    ),
    "thing": (
        "the {noun}", "a {noun}", "the {adjective} {noun}", "a {adjective} {noun}", "every {noun}",
        "the {plural}’ {noun}", "{adjective} {plural}", "the {noun} of {place}", "two {plural}",
        "the {noun}’s {noun}",
    ),
    "title": (
        "The {Adjective} {Noun}", "{Plural} of {place}", "{Noun} and {Noun}", "A {Noun} for the {Noun}",
        "The {Noun}’s {Noun}",
    ),
}
CHINESE = {
    "sentence": (
        "{clause}，{clause}。", "{clause}；{clause}。", "{link}，{clause}，{clause}。",
        "{clause}——{clause}。", "{clause}，{clause}，{clause}。", "「{clause}，」{people}說，「{clause}。」",
        "《{title}》裡，{clause}。",
        "{link}，{clause}。", "{clause}、{clause}，{clause}。", "難道{clause}嗎？",
        "{clause}，可謂{idiom}。", "{clause}，{idiom}，{clause}。",
    ),
    "clause": (
        "{people}{adverb}{verb}{noun}", "{adjective}的{people}在{noun}裡{verb}{noun}",
        "{noun}與{noun}同樣{adjective}", "{name}把{noun}拍得{adjective}而{adjective}",
        "{people}不肯{verb}{people}的{noun}", "那{number}個{people}{adverb}為了{noun}而{verb}{people}",
        "{year}年的{noun}{adverb}讓{people}想起{noun}",
    ),
    "title": (
        "{noun}之{mark}", "{adjective}的{noun}", "{noun}與{people}", "{verb}{noun}", "{noun}",
    ),
    "name": ("{surname}{given}", "{surname}{given}{given}", "{surname}{given}{given}"),
    "number": tuple("一兩三幾"),
    "mark": tuple("光夢影家春夜河火"),
    "year": tuple(str(year) for year in range(1900, 2027)),
}
FORMS = {"past": ("verb", past), "present": ("verb", present), "gerund": ("verb", gerund),
         "adverb": ("adjective", adverb), "plural": ("noun", plural)}
TOKEN = re.compile(r"\{(\w+)\}")


class Writer:
    """Sentences of a grammar; a share of the words comes from one film's small topic."""

    def __init__(self, source: random.Random, grammar: dict[str, tuple[str, ...]],
        words: dict[str, list[str]]) -> None:
        self.source = source
        self.grammar = grammar
        self.words = words
        self.topic = {kind: source.sample(all_, max(3, len(all_) // 7)) for kind, all_ in words.items()}

    def say(self, kind: str) -> str:
        """Expand a kind of the grammar, or choose a word; a capital letter asks for one."""
        if kind in self.grammar:
            return TOKEN.sub(lambda token: self.say(token[1]), self.source.choice(self.grammar[kind]))
        if kind[0].isupper():
            return self.say(kind.lower()).title()
        if kind not in self.words:
            of, form = FORMS[kind]
            return form(self.say(of))
        return self.source.choice((self.topic if self.source.random() < 0.45 else self.words)[kind])

    def sentence(self) -> str:
        text = re.sub(r"\b([Aa]) (?=[aeioAEIO])", r"\1n ", self.say("sentence"))
        start = text[0] == "“"
        return text[:start] + text[start].upper() + text[start + 1 :]

    def title(self) -> str:
        return re.sub(r"\bA (?=[AEIO])", "An ", self.say("title"))


def writers(source: random.Random) -> tuple[Writer, Writer]:
    """One film's English and Chinese."""
    han = {kind.removeprefix("han-"): words for kind, words in vocabulary().items()
        if kind.startswith("han-")}
    latin = {kind: words for kind, words in vocabulary().items() if not kind.startswith("han-")}
    return Writer(source, ENGLISH, latin), Writer(source, CHINESE, han)


def english_paragraph(writer: Writer, words: int) -> str:
    return gathered(writer.sentence, lambda text: len(text.split()), words, " ")


def chinese_paragraph(writer: Writer, characters: int) -> str:
    return gathered(writer.sentence, lambda text: len(HAN_CHARACTER.findall(text)), characters, "")


def gathered(sentence: Callable[[], str], size: Callable[[str], int], wanted: int, between: str) -> str:
    """Sentences up to a size, the last of them the one that comes nearest."""
    text = sentence()
    while size(text) < wanted * 0.93:
        text = min((text + between + sentence() for _ in range(3)), key=lambda t: abs(size(t) - wanted))
    return text
