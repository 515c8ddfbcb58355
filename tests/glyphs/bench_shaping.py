"""Prints what shaping and subsetting cost (`python tests/glyphs/bench_shaping.py`); speed is not asserted."""

from __future__ import annotations

import random
import time
import zlib

from progprint.glyphs import FontFolders, open_fonts, shape
from progprint.style import Span, TextStyle
from progprint.words import Words

FAMILIES = {
    "text": {"latin": "Source Serif 4", "zh-Hant": "Noto Serif TC"},
    "sans": {"zh-Hant": "Noto Sans TC"},
}
SYLLABLES = ("ta", "re", "on", "is", "el", "vi", "mo", "ca", "ding", "ner", "fi", "ffi", "Wa", "Av")


def _paragraphs(rng: random.Random) -> tuple[list[str], list[str]]:
    vocabulary = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(8000)]
    weights = [1 / (rank + 8) for rank in range(8000)]
    words = rng.choices(vocabulary, weights, k=84_000)
    latin = [" ".join(words[at:at + 110]) + "." for at in range(0, len(words), 110)]
    codes = [(lead, trail) for lead in range(0xA4, 0xC6) for trail in range(0x40, 0x7F)]
    common = [bytes(code).decode("big5") for code in codes]
    rng.shuffle(common)
    signs = rng.choices(common, [1 / (rank + 8) for rank in range(len(common))], k=140_000)
    han = ["".join(c + ("，" if at % 11 == 10 else "") for at, c in enumerate(signs[start:start + 200]))
           for start in range(0, len(signs), 200)]
    return latin, han


def main() -> None:
    latin, han = _paragraphs(random.Random(1))
    start = time.process_time()
    faces, faults = open_fonts(FAMILIES, FontFolders(None, None, ()))
    assert not faults
    print(f"open_fonts {1000 * (time.process_time() - start):.0f} ms")
    style = TextStyle("body")
    for turn in ("cold", "warm"):
        for lang, paragraphs in (("en", latin), ("zh-Hant", han)):
            start = time.process_time()
            for text in paragraphs:
                shape([Span(Words(text, lang), style)], faces)
            print(f"{turn} {lang:8} {1000 * (time.process_time() - start):.0f} ms")
    for family, weight, lang in (("text", 400, "en"), ("text", 400, "zh-Hant"), ("sans", 700, "zh-Hant")):
        face = faces[faces.resolve(family, weight, False, lang)]
        glyphs = random.Random(2).sample(range(1, 1460 if lang == "en" else 18000), 1450)
        start = time.process_time()
        subset = face.subset(glyphs)
        cost = 1000 * (time.process_time() - start)
        size, packed = (len(data) / 1024 for data in (subset.data, zlib.compress(subset.data)))
        print(f"subset {face.key}: {subset.kind}, {size:.0f} KiB, packed {packed:.0f}, {cost:.0f} ms")


if __name__ == "__main__":
    main()
