"""Grounds of colour that text may stand on: few are known exactly, many are never called none."""

import random

import pytest

from progprint.geom import Rect
from progprint.press.preflight.rules import grounds
from progprint.press.preflight.rules.grounds import Grounds
from progprint.press.preflight.views import meets

PAGE = Rect(-10, -10, 420, 595)


def boxes(seed: int, count: int, most: float) -> list[Rect]:
    chance = random.Random(seed)
    return [Rect(chance.uniform(-10, 360), chance.uniform(-10, 540), chance.uniform(0, most), chance.uniform(0, most))
            for _ in range(count)]  # fmt: skip


def test_few_grounds_are_known_to_a_hundredth_of_a_millimetre():
    found = Grounds(PAGE)
    for box in (kept := boxes(1, 60, 40)):
        found.add(box)
    for box in boxes(2, 400, 12):
        assert found.under(box) is any(meets(box, ground) for ground in kept)


@pytest.mark.parametrize("most", [3, 40])
def test_many_are_never_called_none(monkeypatch, most):
    monkeypatch.setattr(grounds, "MOST_KEPT", 20)
    found = Grounds(PAGE)
    for box in (kept := boxes(3, 600, most)):
        found.add(box)
    told = [(found.under(box), any(meets(box, ground) for ground in kept)) for box in boxes(4, 400, 12)]
    assert not {(False, True), (True, False)} & set(told)
    # what is left unsure is near an edge
    assert sum(known is not None for known, _ in told) > 200
