"""Advertisements and sponsors from the content to the file: what is printed, and what is told."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from progprint.build import Job, build, check, dump
from progprint.diag import Severity
from progprint.geom import mm
from small_festival import draw_picture, write_files, write_tiny

ADS = """
bank: {file: ads/bank.pdf, page: 2, name: The Bank of Somewhere, position: front, link: https://example.org/bank}
cafe: {file: ads/bank.pdf, position: front}
shop: {file: ads/bank.pdf, page: 3}
"""
SPONSORS = """
main:
  name: {en: Main partners, zh-Hant: 主要夥伴}
  sponsors:
    - {name: Alpha Beta, logo: logos/a.png, link: https://example.org/a}
    - {name: Gamma, logo: {file: ads/bank.pdf, page: 1}}
    - {name: {en: Delta Foundation, zh-Hant: 三角基金會}}
friends: {sponsors: [Anna Verdi]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    content = write_tiny(tmp_path / "content")
    write_files(content, {"advertisements.yaml": ADS, "sponsors.yaml": SPONSORS})
    draw_picture(content / "logos" / "a.png", (300, 100))
    pdf = pikepdf.new()
    bleed = mm(3)
    for number in range(3):
        pdf.add_blank_page(page_size=(mm(154), mm(216)))
        page = pdf.pages[-1].obj
        page.TrimBox = [bleed, bleed, mm(148) + bleed, mm(210) + bleed]
        page.Contents = pdf.make_stream(b"0 0 0 0.%d k 0 0 999 999 re f" % (number + 1))
    (content / "ads").mkdir()
    pdf.save(content / "ads" / "bank.pdf")
    return tmp_path


def job(folder: Path, sections: str, more: str = "") -> Job:
    write_files(folder / "layouts", {"ours.yaml": f"extends: booklet\nsections: {sections}\n{more}"})
    return Job(folder / "content", "ours", folder / "out.pdf", use_cache=False)


def told(given: Job) -> list[tuple[str, str]]:
    codes = ("advertisement", "matter", "pdf", "picture")
    return [(f.code, f.message) for f in check(given) if f.code.startswith(codes)]


def pages(given: Job) -> list[str]:
    return [line.strip() for line in dump(given) if " ad " in line or line.startswith("page ")]


def test_all_that_was_sold_for_a_place_has_a_page_each(folder: Path) -> None:
    given = job(folder, "[cover, advertisement: {position: front}, advertisement: shop, back]")
    found = [line for line in pages(given) if " ad " in f" {line}" and line.startswith("ad ")]
    assert found == [
        "ad 0.0,0.0 419.5x595.3 bank.pdf page 2",
        "ad 0.0,0.0 419.5x595.3 bank.pdf page 1",
        "ad 0.0,0.0 419.5x595.3 bank.pdf page 3",
    ]
    assert told(given) == []
    # no folio, no running head
    assert not any(line.startswith("page 2") and "folio" in line for line in pages(given))


def test_the_file_holds_them_and_their_links(folder: Path) -> None:
    made = build(job(folder, "[cover, advertisement: [bank, cafe, shop], back]"))
    assert all(f.severity is not Severity.ERROR for f in made.diagnostics)
    with pikepdf.open(folder / "out.pdf") as pdf:
        (form,) = pdf.pages[1].Resources.XObject.values()
        assert form.Subtype == "/Form" and form.read_bytes().startswith(b"0 0 0 0.2 k")


def test_what_was_sold_and_not_printed_is_told(folder: Path) -> None:
    given = job(folder, "[cover, advertisement: {position: front}, back]")
    (found,) = [f for f in check(given) if f.code == "advertisement-unprinted"]
    assert found.message == "the advertisement `shop` is printed nowhere"
    assert (found.source.file, found.source.line) == ("advertisements.yaml", 3)
    assert "`advertisement: shop`" in found.hint


def test_a_key_that_the_content_lacks_is_told_at_the_layout(folder: Path) -> None:
    given = job(folder, "[advertisement: [bank, cafe, shop, bnk], sponsors: {tiers: {mian: {across: 2}}}]")
    found = [f for f in check(given) if f.code == "matter-unknown"]
    assert [(f.message, f.hint) for f in found] == [
        ("the content has no advertisement `bnk`", "did you mean `bank`?"),
        ("the content has no tier of sponsors `mian`", "did you mean `main`?"),
    ]
    assert all(f.source.file.endswith("layouts/ours.yaml") for f in found)


def test_as_many_stand_on_a_page_as_its_master_has_frames_for(folder: Path) -> None:
    halves = """
masters:
  two:
    both:
      - {frame: a, columns: 1-5, height: 105mm, bleeds: yes, blocks: [advertisement]}
      - {frame: b, at: foot, columns: 1-5, height: 92mm, bleeds: yes, blocks: [advertisement-2]}
"""
    given = job(folder, "[advertisement: {key: [bank, cafe, shop], master: two}]", halves)
    kinds = [line.split()[0] for line in pages(given)]
    assert kinds[:5] == ["page", "ad", "ad", "page", "ad"]
    # they are whole pages, and their rooms halves
    assert [code for code, _ in told(given)].count("advertisement-size") == 3


def test_sponsors_have_a_page_with_names_where_logos_lack(folder: Path) -> None:
    given = job(folder, "[sponsors: {across: 2, tiers: {main: {height: 20mm}}}]")
    lines = list(dump(given))
    assert sum(" image " in line or " ad " in line for line in lines) == 2
    text = " ".join(line.partition("| ")[2] for line in lines if " text " in line)
    for words in ("Main partners", "主要夥伴", "Delta Foundation", "Anna Verdi"):
        assert words in text
    assert "Alpha Beta" not in text
    unused = "\n".join(dump(given, unused=True))
    # a logo says whose it is
    assert "Alpha Beta" not in unused and "Gamma" not in unused and "Bank of Somewhere" in unused


def test_sponsors_stand_on_any_page_whose_frames_list_them(folder: Path) -> None:
    back = """
masters:
  back:
    both:
      - {frame: ground, columns: 1-5, bleeds: yes, blocks: [cover-ground]}
      - {frame: logos, at: foot, columns: 1-5, blocks: [sponsors], panel: paper}
"""
    lines = list(dump(job(folder, "[cover, back: {sponsors: {select: [main], across: 3}}]", back)))
    assert any(" ad " in line for line in lines)
    assert not any("Anna Verdi" in line for line in lines)


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    given = job(folder, "[cover, advertisement: [bank, cafe, shop], sponsors, back]")
    build(given)
    first = given.file.read_bytes()
    build(given)
    assert given.file.read_bytes() == first
