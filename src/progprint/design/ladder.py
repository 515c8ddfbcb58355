"""`fit:` of a section -> Rungs: what may give way, in order, where an entry exceeds its room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from progprint.design import values as v
from progprint.design.forms import Faults, Form, hint_for, kind_of, scalar
from progprint.design.types import Rung
from progprint.source import Node, Scalar, error
from progprint.source import Sequence as List

#: points between two sizes of a range: the least that changes lines of an A5 measure, the most that is not
#: seen from one film to the next
SIZE_STEP = 0.2
#: rungs that say no measure
PLAIN = ("picture", "looseness")
#: lists that may be cut short, with the fewest rows that are still a list
LISTS = ("cast", "filmography")
#: kind -> how it is written, for messages
WRITTEN = {
    "picture": "picture",
    "looseness": "looseness",
    "letter-space": "letter-space -1.5 %",
    "size": "size 8.8pt..8.2pt",
    "cast": "cast 8",
    "filmography": "filmography 6",
}
#: letters closer than this touch (Source Serif at 8 pt, looked at)
_CLOSEST = -0.05
_LONGEST_LIST = 1000


def rungs_of(text: str) -> tuple[Rung, ...] | v.Wrong:
    """Read one rung, `size 8.8pt..8.2pt`; a range is a rung for each step."""
    kind, _, measure = text.strip().partition(" ")
    measure = measure.strip()
    expected = f"a rung such as `{WRITTEN.get(kind, WRITTEN['size'])}`"
    if kind not in WRITTEN:
        return v.Wrong("a rung of the ladder", hint_for(kind, WRITTEN))
    if kind in PLAIN:
        return v.Wrong(f"`{kind}`, which takes no measure") if measure else (Rung(kind),)
    if kind in LISTS:
        rows = v.whole(0, _LONGEST_LIST)(measure)
        return v.Wrong(expected) if isinstance(rows, v.Wrong) else (Rung(kind, rows),)
    if kind == "letter-space":
        return _closing(measure, expected)
    return _sizes(measure, expected)


def _closing(measure: str, expected: str) -> tuple[Rung, ...] | v.Wrong:
    share = v.em_share(measure)
    if isinstance(share, v.Wrong):
        return v.Wrong(expected)
    if share >= 0:
        hint = f"did you mean `letter-space -{measure.lstrip('+')}`?" if share else ""
        return v.Wrong("letters that close", hint)
    if share < _CLOSEST:
        return v.Wrong(f"a closing down to {_CLOSEST:.0%}: letters would touch")
    return (Rung("letter-space", round(share, 5)),)


def _sizes(measure: str, expected: str) -> tuple[Rung, ...] | v.Wrong:
    first, dots, last = (part.strip() for part in measure.partition(".."))
    parse = v.length(above=True)
    ends = [parse(part) for part in ((first, last) if dots else (first,))]
    if any(isinstance(end, v.Wrong) for end in ends):
        return v.Wrong(expected, "each size carries its unit" if dots else "")
    start, end = ends[0].value, ends[-1].value
    if start < end:
        return v.Wrong("a size that falls", f"did you mean `size {last}..{first}`?")
    count = int((start - end) / SIZE_STEP + 1e-6)
    sizes = [round(start - SIZE_STEP * n, 3) for n in range(count + 1)]
    if sizes[-1] > end + 1e-6:
        sizes.append(round(end, 3))
    return tuple(Rung("size", size) for size in sizes)


def written(rung: Rung) -> str:
    """A rung as a layout says it: `size 8.4pt`."""
    kind, value = rung
    if kind in PLAIN:
        return kind
    if kind in LISTS:
        return f"{kind} {value:.0f}"
    return f"{kind} {value * 100:g} %" if kind == "letter-space" else f"{kind} {value:g}pt"


def _read(node: Node, faults: Faults) -> tuple[Rung, ...] | None:
    """Read a ladder: every rung, and that none goes up again."""
    if not isinstance(node, List):
        faults.append(error("wrong-kind", f"expected a list of rungs, found {kind_of(node)}", node.source))
        return None
    ladder: list[Rung] = []
    wrong = False
    for item in node.items:
        if not isinstance(item, Scalar):
            faults.append(error("wrong-kind", f"expected a rung, found {kind_of(item)}", item.source))
            wrong = True
            continue
        got = rungs_of(item.text)
        if not isinstance(got, v.Wrong) and (fault := _goes_up(ladder, got)):
            got = fault
        if isinstance(got, v.Wrong):
            faults.append(error("bad-value", f"`{item.text}` is not {got.expected}", item.source, got.hint))
            wrong = True
            continue
        ladder += got
    return None if wrong else tuple(ladder)


def _goes_up(ladder: Sequence[Rung], rungs: Sequence[Rung]) -> v.Wrong | None:
    """A rung that takes less than one of its kind before it leads nowhere."""
    kind, value = rungs[0]
    before = [rung for rung in ladder if rung.kind == kind]
    if not before:
        return None
    if kind in PLAIN:
        return v.Wrong("a new rung", f"the ladder has `{kind}` already")
    if value >= before[-1].value:
        return v.Wrong("tighter than the rung before it", f"that is `{written(before[-1])}`")
    return None


def _one(text: str) -> Rung | v.Wrong:
    got = rungs_of(text)
    if isinstance(got, v.Wrong):
        return got
    return got[0] if len(got) == 1 else v.Wrong("one rung, such as `size 8.4pt`")


_PATTERN = r"^(picture|looseness|letter-space -.+|size .+|cast [0-9]+|filmography [0-9]+)$"
#: one rung by itself
RUNG = scalar(_one, {"type": "string", "pattern": _PATTERN})

_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {"type": "string", "pattern": _PATTERN},
}
LADDER = Form(_read, _SCHEMA)
