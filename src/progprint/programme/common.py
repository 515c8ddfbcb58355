"""Forms that several files share: dates and hours, numbers, addresses, paths, allowances."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from typing import Any

from progprint.programme import values
from progprint.programme.desk import Desk, hint_for
from progprint.programme.forms import Field, Fields, Form, record, scalar, wrong_kind
from progprint.programme.letters import one_line
from progprint.programme.types import Allowance
from progprint.programme.words import LOCALISED, PLAIN
from progprint.source import Node, Scalar

#: `C:\` or `/`: a path that begins at a root
ROOT = re.compile(r"[A-Za-z]:[\\/]|[\\/]|~")

DATE = scalar(values.day, "a date such as 2021-06-24", {"type": "string", "format": "date"})
HOUR = scalar(values.hour, "a time of day such as 05:00", {"type": "string", "pattern": r"^\d{1,2}[:.]\d{2}"})
MOMENT = scalar(
    values.moment, "a date and a time such as 2021-06-24 21:45",
    {"type": "string", "pattern": r"^\d{4}-\d{1,2}-\d{1,2}[T ]+\d{1,2}[:.]\d{2}"},
)  # fmt: skip
END = scalar(values.end, "a time such as 23:45, or a date and a time", {"type": "string"})
NUMBER = scalar(values.number, "a whole number", {"type": ["integer", "string"], "pattern": r"^\d+$"})
YEAR = scalar(values.year, "a year such as 2021", {"type": ["integer", "string"], "pattern": r"^\d{4}"})
MINUTES = scalar(
    values.minutes, "a length such as `120 min`, `2:00:00` or `PT2H`",
    {"type": ["integer", "string"], "minimum": 1},
)  # fmt: skip
FLAG = scalar(values.flag, "yes or no", {"enum": [True, False, "yes", "no"]})
SHARE = scalar(values.share, "a share between 0 and 1", {"type": ["number", "string"]})


def reference(kind: str, choose: Callable[[Desk], tuple[str, ...] | None]) -> Form:
    """Make a form of a key that must be known; `choose(desk)` gives the known ones."""

    def read(node: Node, desk: Desk) -> str | None:
        if not isinstance(node, Scalar):
            wrong_kind(node, f"the key of a {kind}", desk)
            return None
        key = one_line(node.text)
        known = choose(desk)
        if known is None or key in known:
            return key
        desk.error(f"unknown-{kind}", f"there is no {kind} `{key}`", node.source, hint_for(key, known))
        return None

    return Form(read, {"type": ["string", "number"]})


def _path(node: Node, desk: Desk) -> str | None:
    """Read a path that counts from the file's own folder; give it from the content folder."""
    if not isinstance(node, Scalar):
        wrong_kind(node, "a path such as ../stills/film.jpg", desk)
        return None
    text = one_line(node.text)
    if "\\" in text and not ROOT.match(text):
        desk.error(
            "bad-path", f"`{text}` holds a backslash", node.source, f"write `{text.replace(chr(92), '/')}`"
        )
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(node.source.file), text))
    if ROOT.match(text) or path == ".." or path.startswith("../"):
        message = f"`{text}` leads out of the content folder"
        desk.error(
            "path-outside",
            message,
            node.source,
            "put the file into the content folder, and write its path from here",
        )
        return None
    return path


PATH = Form(_path, {"type": "string"})

_ALLOWANCE: Fields = {
    "rule": Field(PLAIN, "the rule that found it, as the finding names it", required=True),
    "words": Field(
        PLAIN, "the words found, as the finding shows them; left out: every finding of this rule here"
    ),
    "because": Field(PLAIN, "why it is right"),
}


def _allowance(got: dict[str, Any], node: Node) -> Allowance:
    return Allowance(got["rule"], got.get("words", ""), got.get("because", ""), node.source)


ALLOWANCE = record(_ALLOWANCE, "an allowance", _allowance)
SECTION = reference("section", lambda desk: desk.sections)
VENUE = reference("venue", lambda desk: desk.venues)
TITLE_ABOUT = "the title in each language; a romanisation is a tag with a script, such as zh-Latn-pinyin"
SORT = Field(LOCALISED, "a reading to sort by, for each language where the title's own would misfile")
