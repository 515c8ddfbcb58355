"""Node of programmes/<slug>.yaml -> Shorts, several films shown as one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from progprint.diag import Diagnostic, Source
from progprint.programme import values
from progprint.programme.common import ALLOWANCE, SECTION, SORT, TITLE_ABOUT
from progprint.programme.desk import Desk
from progprint.programme.forms import Field, Fields, Form, listing, read_fields, scalar, wrong_kind
from progprint.programme.letters import one_line
from progprint.programme.original import given_original
from progprint.programme.prose import PROSE
from progprint.programme.screenings import SCREENING_FORM
from progprint.programme.types import Shorts
from progprint.programme.words import LANGUAGE_TAG, LOCALISED
from progprint.source import Node, Scalar


@dataclass(frozen=True, slots=True)
class ShortsDraft:
    """A shorts programme whose films are not looked up yet."""

    shorts: Shorts
    #: slug of each film and where it is named
    films: tuple[tuple[str, Source], ...]


def _film_name(node: Node, desk: Desk) -> tuple[str, Source] | None:
    if not isinstance(node, Scalar):
        wrong_kind(node, "the name of a file in films/", desk)
        return None
    return one_line(node.text).removesuffix(".yaml"), node.source


def _pauses(text: str) -> int | None:
    return 0 if text == "0" else values.minutes(text)


SHORTS: Fields = {
    "title": Field(LOCALISED, TITLE_ABOUT, required=True),
    "section": Field(SECTION, "key of a section of festival.yaml"),
    "original": Field(LANGUAGE_TAG, "which of the titles is the original"),
    "films": Field(
        listing(Form(_film_name, {"type": ["string", "number"]}), "films"),
        "the films in running order, by the names of their files in films/", required=True,
    ),
    "pauses": Field(
        scalar(_pauses, "a length such as `2 min`", {"type": ["integer", "string"]}), "time between two films"
    ),
    "intro": Field(PROSE, "the text on the programme, Markdown in each language"),
    "screenings": Field(listing(SCREENING_FORM, "screenings"), "when and where it is shown"),
    "sort": SORT,
    "allow": Field(listing(ALLOWANCE, "allowances"), "findings that are known to be right, with the reason"),
}  # fmt: skip


def read_shorts(node: Node, slug: str, desk: Desk) -> tuple[ShortsDraft | None, tuple[Diagnostic, ...]]:
    """Read one shorts programme; None when it has no title."""
    got: dict[str, Any] | None = read_fields(node, SHORTS, "a programme", desk)
    if got is None or "title" not in got:
        return None, tuple(desk.faults)
    got["original"] = given_original(got, node, desk)
    got["screenings"] = tuple(replace(s, entry=slug) for s in got.get("screenings", ()))
    named: tuple[tuple[str, Source], ...] = got.pop("films", ())
    return ShortsDraft(Shorts(slug=slug, films=(), source=node.source, **got), named), tuple(desk.faults)
