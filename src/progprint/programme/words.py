"""Nodes -> short texts in one or several languages, their tags checked and their letters composed (NFC)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from progprint.diag import Source
from progprint.locale import canonical, parse_tag
from progprint.programme.desk import Desk
from progprint.programme.forms import Form, is_absent, wrong_kind
from progprint.programme.inline import pieces, reader_of, words_of_pieces
from progprint.programme.letters import joint, one_line
from progprint.programme.markdown import inline_tokens
from progprint.programme.types import Code, Localised
from progprint.source import Mapping, Node, Passage, Scalar, passage, place
from progprint.words import Words, joined

TAG_PATTERN = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
#: a text without any of these has no markup, as most names and titles; parsing costs a hundred times as much
#: as this test
_MARKUP = re.compile(r"[*_\[{\\<`&]|  \n")

#: country codes and older habits that are taken for language tags
MISTAKEN_TAGS = {
    "cn": "zh-Hans", "zh-chs": "zh-Hans", "chs": "zh-Hans", "tw": "zh-Hant", "zh-cht": "zh-Hant",
    "cht": "zh-Hant", "hk": "zh-Hant-HK", "jp": "ja", "kr": "ko", "gr": "el", "cz": "cs", "dk": "da",
    "ua": "uk", "vn": "vi", "eng": "en", "gb": "en-GB", "us": "en-US", "pinyin": "zh-Latn-pinyin",
    "romaji": "ja-Latn", "english": "en", "chinese": "zh-Hant", "japanese": "ja", "korean": "ko",
    "thai": "th", "italian": "it", "french": "fr", "german": "de", "spanish": "es",
}  # fmt: skip


def start_of(node: Scalar) -> Source:
    """Find where the words themselves begin, behind a quotation mark or a `|`."""
    if node.style in ("|", ">"):
        return place(node, len(node.text) - len(node.text.lstrip()))
    return node.source._replace(column=node.source.column + 1) if node.style else node.source


def unfolded(node: Scalar) -> Passage:
    """Take a text with its places, as its writer saw it: YAML's folding undone.

    An empty line parts paragraphs, where YAML gives one line break. Between two lines of Han text the break
    stands again, where YAML gives a space.
    """
    text = passage(node)
    if node.style == "|" or "\n" not in node.written:
        return text
    parts: list[str] = []
    starts: list[tuple[int, int, int]] = []
    length = 0
    for (offset, line, column), (end, following, _) in pairwise((*text.starts, (len(text.text), 0, 0))):
        part = text.text[offset:end]
        if following > line:
            body = part.rstrip(" \n")
            blank = part[len(body) :]
            if following > line + 1:
                blank = "\n\n"
            elif blank == " " and not joint(body[-1:], text.text[end]):
                blank = "\n"
            part = body + blank
        starts.append((length, line, column))
        parts.append(part)
        length += len(part)
    return Passage("".join(parts), text.file, tuple(starts))


def words_of(node: Scalar, lang: str, desk: Desk) -> Words | None:
    """Take a text as words of a language, with what is marked in them; None when it is empty."""
    if _MARKUP.search(node.text):
        return _marked(node, lang, desk)
    text = one_line(unfolded(node).text if node.written else node.text)
    return Words(text, lang, start_of(node)) if text else None


def _marked(node: Scalar, lang: str, desk: Desk) -> Words | None:
    """Read inline Markdown; the words are one text, its marks in order."""
    reader = reader_of(stripped(unfolded(node)), lang, desk)
    parts = words_of_pieces(reader, pieces(reader, inline_tokens(reader.passage.text), 0))
    words = joined(parts, lang, start_of(node))
    return words if words.text else None


def stripped(text: Passage) -> Passage:
    """A text without the blanks around it."""
    first = len(text.text) - len(text.text.lstrip(" \t\n"))
    starts = tuple((offset - first, line, column) for offset, line, column in text.starts)
    return Passage(text.text.strip(" \t\n"), text.file, starts)


def read_tag(key: Scalar, desk: Desk) -> str | None:
    """Check a language tag and write it in its canonical case."""
    if parse_tag(key.text) is not None:
        return canonical(key.text)
    message = f"`{key.text}` is not a language tag (BCP 47), such as `en`, `zh-Hant`, `zh-Latn-pinyin`"
    desk.error("bad-language-tag", message, key.source, tag_hint(key.text))
    return None


def tag_hint(text: str) -> str:
    """Guess the tag that was meant."""
    meant = MISTAKEN_TAGS.get(text.casefold().replace("_", "-")) or text.replace("_", "-")
    if meant != text and parse_tag(meant) is not None:
        return f"did you mean `{canonical(meant)}`?"
    first = text.replace("_", "-").split("-")[0]
    meant = MISTAKEN_TAGS.get(first.casefold(), first)
    return f"did you mean `{canonical(meant)}`?" if meant != text and parse_tag(meant) is not None else ""


def by_language(
    node: Mapping, desk: Desk, skip: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Scalar]]:
    """Go through a map of language tags; keys in `skip` are others' business."""
    seen: dict[str, Scalar] = {}
    for key, value in node.items:
        if key.text in skip:
            continue
        tag = read_tag(key, desk)
        if tag is None or is_absent(value):
            continue
        if not isinstance(value, Scalar):
            wrong_kind(value, f"a text in `{tag}`", desk)
            continue
        first = seen.setdefault(tag, key)
        if first is not key:
            lines = f"in lines {first.source.line} and {key.source.line}"
            message = f"`{first.text}` and `{key.text}` are one language, {lines}"
            desk.error("duplicate-key", message, key.source)
            continue
        yield tag, value


def _localised(node: Node, desk: Desk) -> Localised | None:
    if isinstance(node, Scalar):
        words = words_of(node, desk.main, desk)
        return Localised((words,)) if words else None
    if not isinstance(node, Mapping):
        wrong_kind(node, "a text, or a map of languages such as `{en: ..., zh-Hant: ...}`", desk)
        return None
    forms = [words for tag, value in by_language(node, desk) if (words := words_of(value, tag, desk))]
    return Localised(tuple(forms)) if forms else None


def _plain(node: Node, desk: Desk) -> str | None:
    if not isinstance(node, Scalar):
        wrong_kind(node, "a text", desk)
        return None
    return one_line(node.text) or None


def checked_code(known: Any, code: str, what: str, like: str) -> Form:
    """Make a form of a coded value; an unknown one is reported and printed as written."""

    def read(node: Node, desk: Desk) -> Code | None:
        text = _plain(node, desk)
        if text is None:
            return None
        if not known(text):
            other = next(
                (t for t in (text.upper(), text.lower(), canonical(text)) if t != text and known(t)), None
            )
            hint = f"did you mean `{other}`?" if other else f"write a code such as {like}"
            desk.warning(
                code, f"`{text}` is not the code of a {what}; it is printed as written", node.source, hint
            )
        return Code(text, node.source)

    return Form(read, {"type": "string"})


def _one_code(node: Node, desk: Desk) -> str | None:
    if not isinstance(node, Scalar):
        wrong_kind(node, "a language tag such as `en`", desk)
        return None
    return read_tag(node, desk)


@cache
def definitions() -> dict[str, Any]:
    """The `$defs` that the schemas of texts refer to."""
    text = {"type": ["string", "number"]}
    tags = {"type": "object", "patternProperties": {TAG_PATTERN: text}, "additionalProperties": False}
    said = "a text, or one for each language tag; *emphasis*, **strong**, [words](https://address), <br>"
    return {"text": text, "localised": {"description": said, "anyOf": [{"$ref": "#/$defs/text"}, tags]}}


#: a text without a language: a name of a file, an address, a code
PLAIN = Form(_plain, {"$ref": "#/$defs/text"})
#: a short text, in the main language or by language tags
LOCALISED = Form(_localised, {"$ref": "#/$defs/localised"})
LANGUAGE_TAG = Form(_one_code, {"type": "string", "pattern": TAG_PATTERN})
