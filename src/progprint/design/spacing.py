"""`spacing:` of a layout, and the house's own -> in which order a language's lines open and close."""

from __future__ import annotations

from typing import Any

from progprint.design.forms import Field, Form, Record, choice, converted, listing, record
from progprint.design.values import Wrong
from progprint.style import Slack, Spacing, Steps

#: kind as layouts call it
KINDS: dict[str, Slack] = {kind.name.lower().replace("_", "-"): kind for kind in Slack}
#: a language's table as read: stretch, shrink, beyond; what is not said is the house's
Table = dict[str, Any]

_WORD, _MARKS, _HAN, _LETTERS, _GLYPHS = (
    (kind,) for kind in (Slack.WORD, Slack.MARKS, Slack.HAN, Slack.LETTERS, Slack.GLYPHS)
)
_HAN_LATIN = (Slack.HAN_LATIN,)
_SPACES = (Slack.WORD, Slack.HAN_LATIN, Slack.THAI)
_ALL_SPACES = (*_WORD, *_HAN_LATIN, *_HAN)
_SYLLABLES = (Slack.LETTERS, Slack.HANGUL)

#: The house's own orders by language, the first one for all that are not named; kinds that a language does
#: not name come last, together.
#: Latin and all others: spaces before letters, letters before their widths, as compositors have it.
#: Japanese and Chinese close as JLREQ 3.8.3 and CLREQ, "Procedures for inter-character spacing reduction",
#: have it: word spaces, then marks, then the space between Han and Latin. Both open word spaces, then
#: Han-Latin to half an em, then all characters (JLREQ 3.8.4); seen on 19 em, the one Latin word of a Han line
#: stood in two holes, as some have found before (w3c/jlreq issue 27). So here all three open alike; the
#: books’ order is `stretch: [word, han-latin, han]`. Beyond its limits, Chinese keeps Han-Latin.
HOUSE: dict[str, Table] = {
    "": {"stretch": (_SPACES, _SYLLABLES, _HAN, _GLYPHS), "shrink": (_SPACES, _MARKS, _SYLLABLES, _GLYPHS)},
    "ja": {
        "stretch": (_ALL_SPACES, _LETTERS),
        "shrink": (_WORD, _MARKS, _HAN_LATIN, _LETTERS),
        "beyond": (*_WORD, *_HAN_LATIN, *_HAN),
    },
    "zh": {
        "stretch": (_ALL_SPACES, _LETTERS),
        "shrink": (_WORD, _MARKS, _HAN_LATIN, _LETTERS),
        "beyond": (*_WORD, *_HAN),
    },
}


def spacing_of(lang: str, own: dict[str, Table]) -> Spacing:
    """The order of a language: what a layout says of it or of its parent tags, else the house's."""
    parts = lang.lower().split("-")
    tags = ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]
    said = {tag.lower(): table for tag, table in own.items()}
    tables = [*(said.get(tag, {}) for tag in tags), *(HOUSE.get(tag, {}) for tag in (*tags, ""))]
    found: Table = {}
    for table in tables:
        found = {**table, **found}
    default = Spacing()
    return Spacing(
        _completed(found["stretch"]), _completed(found["shrink"]), found.get("beyond", default.beyond)
    )


def _completed(steps: Steps) -> Steps:
    """Add the kinds that are not named as the last step: the breaker counts on all."""
    rest = tuple(kind for kind in Slack if all(kind not in step for step in steps))
    return (*steps, rest) if rest else steps


def _kind(word: str) -> Slack:
    return KINDS[word]


def _once(steps: Steps) -> Steps | Wrong:
    kinds = [kind for step in steps for kind in step]
    if len(set(kinds)) == len(kinds):
        return steps
    return Wrong("an order of kinds, each named once", "join kinds of one step: [word, [han, letters]]")


def _kinds(*barred: Slack) -> Form:
    return converted(choice(*(word for word, kind in KINDS.items() if kind not in barred)), _kind)


def _order(*barred: Slack) -> Form:
    return converted(listing(listing(_kinds(*barred), 1), 1, alone=False), _once)


def _table(found: Record) -> Table:
    return found.values


#: one language of `spacing:`. Marks have nothing to open, Han and Thai nothing to close; letters and their
#: widths never go beyond the style's limits
SPACING = converted(
    record(
        {
            "stretch": Field(_order(Slack.MARKS), "what opens first, second, ...: [word, [han, letters]]"),
            "shrink": Field(_order(Slack.HAN, Slack.THAI), "what closes first, second, ..."),
            "beyond": Field(
                listing(_kinds(Slack.MARKS, Slack.LETTERS, Slack.HANGUL, Slack.GLYPHS), 1),
                "what goes on opening when all are at their limits",
            ),
        },
        "`spacing`",
    ),
    _table,
)
