"""How texts stand in their rooms -> a table, JSON, or a page for the browser with pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table

if TYPE_CHECKING:
    from progprint.checks.fit import Fitted
    from progprint.fit import FitReport
    from progprint.pages.types import Over


def table(texts: tuple[Fitted, ...]) -> Table:
    """Rows for each text that is not simply as it is."""
    rows = Table("text", "pages", "fitted by", "over or short", box=None, pad_edge=False)
    for heading in ("lines", "characters", "at the last rung"):
        rows.add_column(heading, justify="right", no_wrap=True)
    for text in filter(told, texts):
        said = [_over(over) for _, over in text.over]
        said += [(fault.detail, "", "", "") for _, fault in text.notes]
        head = (text.name, pages(text), rung(text))
        for number, cells in enumerate(said or [("",) * 4]):
            rows.add_row(*(("", "", "") if number else head), *cells)
    return rows


def _over(over: Over) -> tuple[str, str, str, str]:
    least = f"{over.least[0]} / {over.least[1]}" if over.least is not None else ""
    return name(over), str(over.lines), str(over.characters), least


def told(text: Fitted) -> bool:
    """Whether there is anything to tell of a text."""
    return bool(text.over or text.notes or rung(text))


def summary(texts: tuple[Fitted, ...]) -> str:
    """`22 texts: 18 fit as they are, 3 on a rung of the ladder, 1 exceeds its room`."""
    over = sum(bool(text.over) for text in texts)
    fitted = sum(bool(rung(text)) and not text.over for text in texts)
    parts = [f"{len(texts) - over - fitted} fit as they are"]
    parts += [f"{fitted} on a rung of the ladder"] if fitted else []
    parts += [f"{over} exceed{'s' * (over == 1)} {'its' if over == 1 else 'their'} room"] if over else []
    return f"{len(texts)} text{'s' * (len(texts) != 1)}: {', '.join(parts)}"


def pages(text: Fitted) -> str:
    first, last = text.pages
    return f"{first}-{last}" if last != first else f"{first}"


def rung(text: Fitted) -> str:
    """The highest rung of those that it was fitted by; empty for none."""
    rungs = [each for each in text.rungs or () if each != "picture"]
    return rungs[-1] if rungs else ""


def name(over: Over) -> str:
    return f"{over.field}.{over.lang}" if over.lang else over.field


def amount(over: Over) -> str:
    """`9 lines, 214 characters; at the last rung 3, 72`."""
    text = f"{over.lines} line{'s' * (over.lines != 1)}, {over.characters} characters"
    return text if over.least is None else f"{text}; at the last rung {over.least[0]}, {over.least[1]}"


def as_json(texts: tuple[Fitted, ...]) -> str:
    """An array of objects, all with the same fields. Boxes in points from the trim's top left."""
    rows: list[dict[str, Any]] = [
        {
            "text": text.name, "pages": list(text.pages), "fits": not text.over, "rungs": text.rungs,
            "over": [
                {
                    "field": over.field, "language": over.lang, "lines": over.lines,
                    "characters": over.characters, "page": page, "frame": over.frame,
                    "box": list(over.box) if over.box else None,
                    "at_last_rung": dict(zip(("lines", "characters"), over.least, strict=True))
                    if over.least else None,
                    "file": over.source.file, "line": over.source.line, "column": over.source.column,
                }
                for page, over in text.over
            ],
            "notes": [{"code": f.code, "message": f.detail, "page": page} for page, f in text.notes],
        }
        for text in texts
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=2)


STYLE = """
body {font: 15px/1.45 "Source Sans 3", "Noto Sans TC", sans-serif; margin: 2.5rem auto; max-width: 72rem}
h1 {font-size: 1.5rem} h2 {font-size: 1.1rem; margin: 2.5rem 0 .3rem} p {margin: .2rem 0}
table {border-collapse: collapse; margin: 1rem 0} td, th {text-align: left; padding: .15rem 1.2rem .15rem 0;
vertical-align: top; border-bottom: 1px solid #ddd} .over {color: #b3121d} .quiet {color: #666}
.pages {display: flex; flex-wrap: wrap; gap: 1rem 2px} figure {margin: 0; position: relative}
img {display: block; width: 20rem; outline: 1px solid #ccc} figcaption {color: #666; font-size: .85rem}
.box {position: absolute; outline: 2px solid #d00c18; background: rgba(208, 12, 24, .08)}
.shot {position: relative}
"""


def html(report: FitReport, title: str, folder: Path) -> str:
    """One page without scripts; its pictures lie under `folder`."""
    return "\n".join((
        "<!doctype html>", '<html lang="en"><meta charset="utf-8">',
        f"<title>{escape(title)}</title><style>{STYLE}</style>",
        f"<h1>{escape(title)}</h1><p>{escape(summary(report.texts))}</p>",
        "<table><tr><th>text<th>pages<th>fitted by<th>over and short</tr>",
        *(_row(text) for text in report.texts if told(text)), "</table>",
        *(part for text in report.texts if text.over for part in _section(text, report, folder)), "</html>\n",
    ))  # fmt: skip


def _row(text: Fitted) -> str:
    label = escape(text.name)
    label = f'<a href="#{label}">{label}</a>' if text.over else label
    said = [f'<span class="over">{escape(name(o))}: {escape(amount(o))}</span>' for _, o in text.over]
    said += [f'<span class="quiet">{escape(fault.detail)}</span>' for _, fault in text.notes]
    return f"<tr><td>{label}<td>{pages(text)}<td>{escape(rung(text))}<td>{'<br>'.join(said)}</tr>"


def _section(text: Fitted, report: FitReport, folder: Path) -> Iterator[str]:
    yield f'<h2 id="{escape(text.name)}">{escape(text.name)}</h2>'
    for _, over in text.over:
        yield f'<p><span class="over">{escape(name(over))}: {escape(amount(over))}</span> '
        yield f'<span class="quiet">{escape(str(over.source))}</span></p>'
    yield '<div class="pages">'
    for number in range(text.pages[0], text.pages[1] + 1):
        if number in report.pictures:
            boxes = "".join(_box(o, report.sizes[number]) for page, o in text.over if page == number)
            source = escape(report.pictures[number].relative_to(folder).as_posix())
            picture = f'<div class="shot"><img src="{source}" alt="page {number}">{boxes}</div>'
            yield f"<figure>{picture}<figcaption>{number}</figcaption></figure>"
    yield "</div>"


def _box(over: Over, size: tuple[float, float]) -> str:
    if over.box is None:
        return ""
    shares = (over.box[0] / size[0], over.box[1] / size[1], over.box[2] / size[0], over.box[3] / size[1])
    sides = zip(("left", "top", "width", "height"), shares, strict=True)
    style = ";".join(f"{side}:{share:.2%}" for side, share in sides)
    return f'<div class="box" style="{style}" title="{escape(name(over))}"></div>'
