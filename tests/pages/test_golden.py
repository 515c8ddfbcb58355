"""A tiny festival as text: what stands where, to be read in a diff. `pytest -k golden --update` writes it anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from progprint.build import Job, dump
from small_festival import draw_picture, write_tiny

#: a layout of its own, so that the golden changes with the engine and not with the house's design
LAYOUT = """
page:
  trim: [420pt, 600pt]
  bleed: 10pt
  margins: {top: 30pt, bottom: 42pt, inside: 40pt, outside: 30pt}
  columns: 4
  gutter: 10pt
  baseline: 12pt
swatches:
  red: {cmyk: [0, 90, 80, 0]}
  hairline: {cmyk: [0, 0, 0, 45]}
section-colours: {"*": [red]}
families:
  text: {latin: SquareLatin.ttf, zh-Hant: SquareHan.ttf}
styles:
  body: {family: text, size: 8pt, leading: 1 line, align: left}
  title: {size: 20pt, leading: 2 lines, keep-next: yes}
  title-other: {size: 10pt, colour: red}
  tag: {size: 6pt, leading: 8pt, colour: paper}
  caption: {size: 6pt, leading: 7pt, colour: paper}
  role: {size: 6pt, align: right}
  label: {size: 6pt, keep-next: yes}
  review: {align: justify, indent: 10pt}
  review:lang(zh): {indent: 16pt}
  bio: {inherit: review, indent: 0pt}
  slip-time: {size: 14pt, leading: 15pt}
  slip-venue: {size: 6pt, leading: 8pt}
  slip-address: {inherit: slip-venue}
  slip-note: {inherit: slip-venue}
  slip-code: {inherit: slip-venue}
  folio: {size: 6pt}
  running: {size: 6pt}
blocks:
  fact-line: "{countries} · {year} · {running_time} · {premiere}"
masters:
  film:
    running:
      - {text: "{folio}", style: folio, edge: foot, side: outside, offset: 16pt}
      - {text: "{title}", style: running, edge: foot, side: inside, offset: 16pt}
    thumb: {width: 12pt, height: 40pt, top: 24pt, style: folio}
    verso:
      - {frame: picture, columns: 1-4, height: 4 line .. 8 line, bleeds: yes, blocks: [still], space: 1 line}
      - {frame: heading, columns: 1-4, blocks: [premiere, title, fact-line], space: 1 line}
      - {frame: credits, columns: 1-2, blocks: [credits]}
      - {frame: cast, columns: 3-4, blocks: [cast]}
    recto:
      - {frame: story, columns: 1-4, blocks: [rest, review, life]}
      - {frame: slots, at: foot, columns: 1-4, blocks: [screenings], space: 1 line}
  film-more:
    both:
      - {frame: story, columns: 1-4, blocks: [rest]}
  plain:
    running:
      - {text: "{folio}", style: folio, edge: foot, side: outside, offset: 16pt}
    both:
      - {frame: heading, columns: 1-4, blocks: [heading]}
      - {frame: body, columns: 1-4, split: 2, balance: yes, blocks: [body]}
sections:
  - contents
  - films: {master: film, room: spread}
  - schedule: {as: list}
  - index: {of: [titles, directors]}
"""


def test_golden_of_a_tiny_festival(
    tmp_path: Path,
    square_fonts: tuple[Path, Path],
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = write_tiny(tmp_path / "content")
    draw_picture(content / "stills" / "cliff.jpg")
    film = content / "films" / "cliff-walkers.yaml"
    film.write_text(film.read_text("utf-8") + "still: {file: ../stills/cliff.jpg, credit: CMC}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    layout = square_fonts[0].parent / "small.yaml"
    layout.write_text(LAYOUT, "utf-8")
    lines = list(dump(Job(content, str(layout), use_cache=False)))
    golden("tiny.txt", "\n".join(lines) + "\n")
