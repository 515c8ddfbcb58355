"""The text of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from progprint.press.preflight.drawn import Area, Picture, Shade, Text
from progprint.press.preflight.rules.grounds import Grounds
from progprint.press.preflight.types import Finding, doubt, fault, not_checked
from progprint.press.preflight.views import PageRule, PageView, in_mm, meets
from progprint.press.profile import Sizes

#: sizes are kept by fonts as whole hundredths and by matrices with less
ROUNDING = 0.05
#: share of a least size below which it is refused. Shops' least sizes are counsel: between three quarters and
#: the whole of them text is printed and weak; under 4.5 pt Latin, 5.25 pt Han it is returned
REFUSED = 0.75
#: black that is meant to be black
BLACK = 0.85


def _excerpt(found: list[Text]) -> str:
    return next((f": `{mark.words}`" for mark in found if mark.words), "")


def _by_size(found: Iterable[Text]) -> Iterator[tuple[list[Text], float]]:
    """Text of one script and size together: each is one mistake of the designer."""
    groups: dict[tuple[bool, float], list[Text]] = {}
    for mark in found:
        groups.setdefault((mark.han, round(mark.size, 1)), []).append(mark)
    for (_, size), marks in sorted(groups.items()):
        yield marks, size


def _small(page: PageView, sizes: Sizes, white: bool) -> Iterator[Finding]:
    code, colour = ("small-white-text", "white ") if white else ("small-text", "")
    wanted = [
        mark
        for mark in page.printed(Text)
        if mark.colour.white == white and mark.size < (sizes.han if mark.han else sizes.latin) - ROUNDING
    ]
    for marks, size in _by_size(wanted):
        script, least = ("Han", sizes.han) if marks[0].han else ("Latin", sizes.latin)
        found = fault if size < least * REFUSED else doubt
        message = f"{colour}{script} text of {size:g} pt; {least:g} pt can be printed{_excerpt(marks)}"
        yield found(code, message, page.number, tuple(mark.box for mark in marks))


def size(page: PageView) -> Iterator[Finding]:
    """Text is large enough to be printed: finer strokes break or fill in, those of Han first."""
    yield from _small(page, page.profile.limits.text, white=False)


def reversed_size(page: PageView) -> Iterator[Finding]:
    """White text on a ground is larger: ink spreads into it from all sides."""
    yield from _small(page, page.profile.limits.reversed_text, white=True)


def in_inks(page: PageView) -> Iterator[Finding]:
    """Small text is printed in one ink: two never meet exactly, and coloured edges show."""
    least = page.profile.limits.text_in_inks
    found = [
        mark
        for mark in page.printed(Text)
        if len(mark.colour.inks) > 1 and not mark.colour.registration and mark.size < least - ROUNDING
    ]
    for marks, size in _by_size(found):
        yield doubt(
            "text-in-inks",
            f"text of {size:g} pt in {len(marks[0].colour.inks)} inks; {least:g} pt can be "
            f"printed so{_excerpt(marks)}",
            page.number,
            tuple(mark.box for mark in marks),
        )


def rich_black(page: PageView) -> Iterator[Finding]:
    """Black text is of black ink alone: rich black is for areas, on letters it shows coloured edges."""
    found = [
        mark
        for mark in page.printed(Text)
        if dict(mark.colour.plates).get("Black", 0.0) >= BLACK and len(mark.colour.inks) > 1
    ]
    if found:
        yield doubt(
            "rich-black-text",
            f"black text in {len(found[0].colour.inks)} inks{_excerpt(found)}",
            page.number,
            tuple(mark.box for mark in found),
        )


def overprinting(page: PageView) -> Iterator[Finding]:
    """Black text overprints the colour under it:
    knocked out, it shows white edges where plates do not meet.
    """
    grounds = Grounds(page.sheet.media)
    found: list[Text] = []
    unsure: list[Text] = []
    for mark in page.marks:
        if isinstance(mark, Area | Picture | Shade) and _is_coloured(mark):
            grounds.add(mark.box)
        elif (
            isinstance(mark, Text)
            and mark.colour.inks == ("Black",)
            and not mark.manner.overprint
            and mark.colour.total > 0.99
        ):
            known = grounds.under(mark.box)
            if known is None:
                unsure.append(mark)
            elif known:
                found.append(mark)
    if found:
        yield doubt(
            "black-knocks-out",
            f"black text is knocked out of a colour{_excerpt(found)}",
            page.number,
            tuple(mark.box for mark in found),
            "let full black overprint",
        )
    if unsure:
        yield not_checked(
            f"black text near very many areas of colour: whether it knocks out{_excerpt(unsure)}",
            page.number,
            tuple(mark.box for mark in unsure),
        )


def _is_coloured(mark: Area | Picture | Shade) -> bool:
    if isinstance(mark, Picture) and not mark.mask:
        return mark.space.under.kind != "gray"
    return isinstance(mark, Shade) or any(ink != "Black" for ink in mark.colour.inks)


def safety(page: PageView) -> Iterator[Finding]:
    """Text keeps away from the trim and the fold: the cut wanders, and the fold swallows."""
    limits, cut = page.profile.limits, page.sheet.cut
    near, folded = [], []
    for mark in page.printed(Text):
        if not meets(mark.box, cut):
            continue
        sides = (mark.box.x - cut.x, cut.right - mark.box.right)
        inner = None if page.fold_left is None else sides[0 if page.fold_left else 1]
        outer = sides[1 if page.fold_left else 0] if page.fold_left is not None else min(sides)
        if min(outer, mark.box.y - cut.y, cut.bottom - mark.box.bottom) < limits.safety - 0.5:
            near.append(mark)
        elif inner is not None and inner < limits.gutter - 0.5:
            folded.append(mark)
    if near:
        yield doubt(
            "near-trim",
            f"text nearer to the trim than {in_mm(limits.safety)}{_excerpt(near)}",
            page.number,
            tuple(mark.box for mark in near),
        )
    if folded:
        yield doubt(
            "near-fold",
            f"text nearer to the fold than {in_mm(limits.gutter)}{_excerpt(folded)}",
            page.number,
            tuple(mark.box for mark in folded),
        )


TEXT = (
    PageRule(("small-text",), size),
    PageRule(("small-white-text",), reversed_size),
    PageRule(("text-in-inks",), in_inks),
    PageRule(("rich-black-text",), rich_black),
    PageRule(("black-knocks-out",), overprinting),
    PageRule(("near-trim", "near-fold"), safety),
)
