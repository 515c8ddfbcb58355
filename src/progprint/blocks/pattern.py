"""Pattern + fields -> spans; a field that is missing takes the separator before it along."""

from __future__ import annotations

from collections.abc import Mapping

from progprint.blocks.marked import spans_of
from progprint.design import resolve_style
from progprint.design.types import Design, Pattern
from progprint.style import Span
from progprint.words import Words

#: marks that belong to what stands before them
CLOSING = ")]}）」』》〉】〕”’"


def fill_pattern(
    pattern: Pattern,
    fields: Mapping[str, tuple[Words, ...]],
    design: Design,
    style: str,
    *,
    lines: bool = False,
) -> tuple[Span, ...]:
    """Fill a pattern. Each field keeps its language and is set in the style's variant for it.

    `lines`: breaks end lines.
    """
    spans: list[Span] = []
    printed = before = False
    for number, (written, field) in enumerate(pattern.parts):
        value = fields.get(field, ()) if field else ()
        # a bracket that closes goes with the field it closes
        literal = written if before or not number else written.lstrip(CLOSING)
        own = pattern.styles[number] if number < len(pattern.styles) else ""
        before = bool(value)
        if field and not value:
            continue
        if literal and (printed or number == 0 or not field) and (printed or field):
            lang = value[0].lang if value else spans[-1].words.lang
            spans.append(Span(Words(literal, lang), resolve_style(design, style, lang)))
        for words in value:
            spans += spans_of(words, resolve_style(design, own or style, words.lang), design, lines=lines)
        printed = printed or bool(value)
    if not printed:
        literals = "".join(literal for literal, field in pattern.parts if not field)
        whole = all(not field for _, field in pattern.parts)
        if whole and literals:
            return (Span(Words(literals, "en"), resolve_style(design, style, "en")),)
    return tuple(spans)
