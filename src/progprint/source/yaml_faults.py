"""An error of the YAML parser -> a Diagnostic in an editor's words."""

from __future__ import annotations

from typing import Any

import yaml

from progprint.diag import Diagnostic, Source
from progprint.source.faults import error

#: lists and maps inside each other; a film needs 7
MOST_DEPTH = 64

#: begin of the parser's sentence, ours, a hint
SENTENCES = (
    (
        "mapping values are not allowed",
        "a `: ` stands where none is expected",
        "put a text that holds a colon in quotes, or check the indent of this line",
    ),
    (
        "did not find expected key",
        "this line does not fit the lines above it",
        "check its indent, and the quotes and brackets above it",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list above it",
        "begin it with `- `, or check its indent",
    ),
    (
        "did not find expected ',' or",
        "a bracket is not closed, or a comma is missing",
        "put texts that hold commas, colons or brackets in quotes",
    ),
    ("did not find expected node content", "a bracket is not closed, or a value is missing", ""),
    ("found unexpected end of stream", "a quotation mark is not closed", "close the quotation begun here"),
    ("could not find expected ':'", "a key without `:`", "write `key: value`, or check the indent"),
    ("found a tab character", "a tab stands where the indent is", "indent with spaces"),
    (
        "found unknown escape character",
        "an unknown `\\` escape inside double quotes",
        "use single quotes, or write `\\\\`",
    ),
    ("found undefined tag handle", "`!` begins a type mark", "put the text in quotes"),
    (
        "block sequence entries are not allowed",
        "a `- ` stands where no list is expected",
        "put the list on lines of its own, one indent deeper",
    ),
    (
        "did not find expected comment or line break",
        "a `|` or `>` has its text on the same line",
        "begin the text on the next line, indented",
    ),
    (
        "did not find expected <document start>",
        "text stands after the end of the map or list",
        "check its indent, and the quotes above it",
    ),
    (
        "did not find expected alphabetic",
        "`*` or `&` begins a reference",
        "put the text in quotes, or write it as a `|` block",
    ),
)


def yaml_fault(fault: yaml.YAMLError, text: str, shown: str) -> Diagnostic:
    """Tell what the parser stumbled on, at the place an editor would look."""
    problem = str(getattr(fault, "problem", None) or getattr(fault, "reason", None) or fault)
    mark: Any = getattr(fault, "problem_mark", None)
    begun: Any = getattr(fault, "context_mark", None)
    last = len(text.rstrip())
    if begun is not None and (mark is None or mark.index >= last):
        mark = begun
    if mark is None:
        return error("yaml", f"this is not YAML: {problem}", Source(shown))
    place = Source(shown, mark.line + 1, mark.column + 1)
    if mark.index >= last > 0:
        place = Source(shown, text.count("\n", 0, last) + 1, last - text.rfind("\n", 0, last))
    if "nesting depth" in problem:
        # PyYAML 6.0.4 on: its scanner, which reads ahead of us, has a limit of its own
        return too_deep(place)
    if problem.startswith("found character that cannot start any token"):
        return _bad_start(text[mark.index : mark.index + 1], place)
    for begin, message, hint in SENTENCES:
        if problem.startswith(begin):
            return error("yaml", message, place, hint)
    return error("yaml", f"this is not YAML: {problem}", place)


def too_deep(place: Source) -> Diagnostic:
    """Say that brackets or lists stand deeper in each other than is read."""
    message = f"lists and maps stand more than {MOST_DEPTH} deep inside each other"
    return error("too-deep", message, place, "check for brackets that are not closed")


def _bad_start(character: str, place: Source) -> Diagnostic:
    if character == "\t":
        return error("yaml", "a tab stands where the indent is", place, "indent with spaces")
    return error("yaml", f"a text cannot begin with `{character}`", place, "put the text in quotes")
