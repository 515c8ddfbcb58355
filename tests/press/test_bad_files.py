"""Files that are damaged, enormous or meant to harm: a finding or a clear error, never a crash, never "fine"."""

from __future__ import annotations

import random
import time
import zlib
from pathlib import Path

import pikepdf
import pytest
from changed import changed
from pikepdf import Array, Dictionary, Name

from progprint.diag import Severity
from progprint.press.preflight import preflight
from progprint.press.preflight.cmaps import read_cmap
from progprint.press.preflight.xmp import read_xmp
from progprint.press.profile import Profile

PROFILE = Profile("test")


def codes(file: Path) -> set[str]:
    return {f.code for f in preflight(file, PROFILE).findings if f.severity is Severity.ERROR}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.6\n", b"no pdf at all", b"\0" * 5000, b"%PDF-1.6\n%%EOF"])
def test_what_is_no_pdf_is_refused(tmp_path, data):
    (tmp_path / "bad.pdf").write_bytes(data)
    assert codes(tmp_path / "bad.pdf") == {"unreadable"}


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_cut_short_is_never_fine(good, tmp_path, share):
    data = good.read_bytes()
    (tmp_path / "short.pdf").write_bytes(data[: int(len(data) * share)])
    assert codes(tmp_path / "short.pdf") & {"unreadable", "damaged"}


@pytest.mark.parametrize("seed", range(12))
def test_changed_bytes_never_crash_it(good, tmp_path, seed):
    chance = random.Random(seed)
    data = bytearray(good.read_bytes())
    for _ in range(40):
        data[chance.randrange(len(data))] = chance.randrange(256)
    (tmp_path / "noise.pdf").write_bytes(data)
    assert preflight(tmp_path / "noise.pdf", PROFILE).rules


@pytest.mark.parametrize("seed", range(25))
def test_changed_objects_never_crash_it(good, tmp_path, seed):
    file = tmp_path / "changed.pdf"
    try:
        changed(good, file, seed)
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        return  # it cannot even be written
    assert preflight(file, PROFILE).rules


def test_what_is_no_file_is_refused(tmp_path):
    assert codes(tmp_path) == {"unreadable"}


@pytest.mark.parametrize("data", [
    b"beginbfchar " * 100_000, b"1 beginbfrange\n" + b"<0000> <ffff> <0041>\n" * 50_000 + b"endbfrange",
    b"beginbfrange " + b"<0> <0> [ " * 50_000, b"<" * 3_000_000], ids=["sections", "ranges", "lists", "brackets"])
def test_a_map_of_text_takes_no_longer_than_its_length(data):
    start = time.process_time()
    read_cmap(data)
    assert time.process_time() - start < 10


@pytest.mark.parametrize("data", [b"<dc:title " * 300_000, b"<a>" * 300_000, b"<" * 3_000_000])
def test_metadata_take_no_longer_than_their_length(data):
    start = time.process_time()
    assert read_xmp(data).fault
    assert time.process_time() - start < 10


def test_an_encrypted_file_is_told_with_and_without_its_password(good, tmp_path):
    for name, user in (("open", ""), ("shut", "secret")):
        with pikepdf.open(good) as pdf:
            pdf.save(tmp_path / f"{name}.pdf", encryption=pikepdf.Encryption(owner="owner", user=user))
        assert "encrypted" in codes(tmp_path / f"{name}.pdf")


def test_a_page_tree_that_leads_into_itself_is_refused(good, tmp_path):
    data = good.read_bytes()
    with pikepdf.open(good) as pdf:
        tree = pdf.Root.Pages
        tree.Kids = Array([tree])
        pdf.save(tmp_path / "loop.pdf")
    assert data and codes(tmp_path / "loop.pdf")


def test_a_hundred_thousand_objects_are_looked_through(good, tmp_path):
    with pikepdf.open(good) as pdf:
        pdf.Root.Many = Array([pdf.make_indirect(Dictionary(N=n)) for n in range(100_000)])
        pdf.save(tmp_path / "many.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert codes(tmp_path / "many.pdf") == set()


def test_a_table_that_unpacks_to_a_gigabyte_is_not_unpacked(tmp_path):
    machine = zlib.compressobj(9)
    packed = b"".join(machine.compress(b" " * 10_000_000) for _ in range(40)) + machine.flush()
    head = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>" % len(packed)
    data = b"%PDF-1.6\n1 0 obj\n" + head + b"\nstream\n" + packed + b"\nendstream\nendobj\n%%EOF"
    (tmp_path / "bomb.pdf").write_bytes(data)
    assert codes(tmp_path / "bomb.pdf") == {"too-much"}


def test_forms_nested_too_deep_are_told(good, tmp_path):
    with pikepdf.open(good) as pdf:
        inner = None
        for _ in range(60):
            form = pdf.make_stream(b"/N Do" if inner is not None else b"0 g", Type=Name.XObject, Subtype=Name.Form,
                                   BBox=[0, 0, 100, 100])
            if inner is not None:
                form.Resources = Dictionary(XObject=Dictionary(N=inner))
            inner = form
        page = pdf.pages[0]
        page.obj.Resources.XObject = Dictionary(N=inner)
        page.contents_add(b"/N Do")
        pdf.save(tmp_path / "deep.pdf")
    assert codes(tmp_path / "deep.pdf") == {"too-much"}


def test_a_rule_that_stumbles_says_so(good, tmp_path):
    with pikepdf.open(good) as pdf:
        pdf.pages[0].obj.MediaBox = Array([Name.Nothing, 1, 2])
        pdf.pages[0].obj.Annots = Array([1, Array([2]), Dictionary(Rect=Array([Name.X]))])
        pdf.save(tmp_path / "odd.pdf")
    assert codes(tmp_path / "odd.pdf")
