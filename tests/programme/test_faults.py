"""Each file of tests/faults has the faults its first lines name, `# expect: code line:column hint`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from progprint.programme import read_programme

FOLDER = Path(__file__).resolve().parent.parent / "faults"
BROKEN = sorted(FOLDER.glob("*.yaml"))
EXPECT = re.compile(r"# expect: (\S+) (\d+):(\d+) ?(.*)")
#: where the file stands in the festival, when it is no film
PLACE = re.compile(r"# file: (\S+)")
GOOD = {
    "films/paper-moon.yaml": "title: Paper Moon\nrunning_time: 14\n",
    "films/the-ferry.yaml": "title: The Ferry\nrunning_time: 21\n",
}


def test_there_are_broken_files() -> None:
    assert len(BROKEN) > 50


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_a_broken_file_gives_its_faults_and_no_others(file: Path, write) -> None:
    text = file.read_text("utf-8")
    place = PLACE.search(text)
    name = place[1] if place else "films/x.yaml"
    expected = [found.groups() for line in text.splitlines() if (found := EXPECT.fullmatch(line))]
    assert expected, "the file does not say what is wrong with it"
    _, faults = read_programme(write({**GOOD, name: text}))
    assert [(f.code, str(f.source.line), str(f.source.column)) for f in faults] == [e[:3] for e in expected]
    for fault, (*_, hint) in zip(faults, expected, strict=True):
        assert hint in fault.hint
        assert fault.source.file == name
        assert fault.excerpt == (text.splitlines()[fault.source.line - 1] if fault.source.line else "")
        assert fault.message


def test_one_bad_film_hides_nothing(write) -> None:
    texts = {file.stem: file.read_text("utf-8") for file in BROKEN}
    files = {f"films/{name}.yaml": text for name, text in texts.items() if not PLACE.search(text)}
    programme, faults = read_programme(write({**GOOD, **files}))
    assert programme is not None
    assert {f.source.file for f in faults} == set(files)
    assert programme.film("paper-moon") is not None
