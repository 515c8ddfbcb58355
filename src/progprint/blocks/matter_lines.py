"""What the festival says of itself + lines of a layout -> the blocks of an imprint or a back."""

from __future__ import annotations

from collections.abc import Container
from functools import partial

from progprint.blocks.desk import Desk
from progprint.blocks.facts import Fields, festival_fields
from progprint.blocks.lists import line_paras, points
from progprint.blocks.prose import prose
from progprint.blocks.types import Block, Gap
from progprint.design.matter_makes import Matter
from progprint.programme.types import LocalisedProse
from progprint.words import Markup, Words


def matter_lines(desk: Desk, how: Matter) -> tuple[Block, ...]:
    """Line under line; `{imprint}` is the festival's own text, after some room."""
    blocks: list[Block] = []
    for line in how.lines:
        if line.text.parts != (("", "imprint"),):
            blocks += line_paras(desk, line, partial(_fields, desk))
        elif text := _text(desk, line.style, desk.programme.festival.imprint):
            gap = points(desk, how.gap)
            blocks += [Gap(gap), *text] if gap and blocks else text
    return tuple(blocks)


def _text(desk: Desk, style: str, text: LocalisedProse) -> tuple[Block, ...]:
    """A text in the languages of the book, one after the other."""
    blocks: list[Block] = []
    for lang in desk.languages:
        form = text.get(lang) or next((p for p in text.forms if p.lang.startswith(lang)), None)
        if form is None:
            continue
        if blocks:
            blocks.append(Gap(desk.grid))
        blocks += prose(desk, style, form)
    return tuple(blocks)


def _fields(desk: Desk, lang: str, _: Container[str]) -> Fields:
    festival = desk.programme.festival
    name = desk.forms(festival.name)[0] if lang == desk.main else desk.form(festival.name, lang)
    fields: Fields = {**festival_fields(desk, lang), "heading": (desk.label("imprint", lang),)}
    fields["festival"] = (name,) if name is not None else ()
    if festival.site:
        link = Markup(0, len(festival.site), "link", festival.site)
        fields["site"] = (Words(festival.site, "en", festival.source, (link,)),)
    return fields
