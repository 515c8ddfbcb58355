"""The colours of a page and the plates they need."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.geom import Rect
from progprint.press.ink_names import alike
from progprint.press.preflight.drawn import Area, Drawn, Line, Picture, Shade, Text, Tiles
from progprint.press.preflight.plates import dense_areas
from progprint.press.preflight.types import Finding, doubt, fault, not_checked
from progprint.press.preflight.views import FileRule, FileView, PageRule, PageView, in_mm, meets

NOUNS = {
    Text: "text", Area: "an area", Line: "a line", Picture: "a picture", Shade: "a gradient", Tiles: "tiles",
}  # fmt: skip


def kind_of(mark: Drawn) -> str:
    """The space that a mark's colours are of."""
    return mark.space.under.kind if isinstance(mark, Picture | Shade) else mark.colour.kind


def _is_profiled(mark: Drawn) -> bool:
    space = mark.space.under if isinstance(mark, Picture | Shade) else mark.colour
    return space.profiled


def _stand_in(mark: Drawn) -> str:
    return mark.space.under.via if isinstance(mark, Picture | Shade) else mark.colour.via


def _printed(page: PageView, *kinds: str) -> list[Drawn]:
    return [mark for mark in page.seen if kind_of(mark) in kinds]


def _what(marks: list[Drawn]) -> str:
    return ", ".join(dict.fromkeys(NOUNS[type(mark)] for mark in marks))


def rgb(page: PageView) -> Iterator[Finding]:
    """No colour is RGB without a profile, marks outside the trim neither:
    a press guesses which inks are meant.
    """
    found = [mark for mark in page.marks if kind_of(mark) == "rgb"]
    if found:
        yield fault(
            "rgb",
            f"RGB without a profile: {_what(found)}",
            page.number,
            _places(found),
            "convert it to the press's inks; black text to black alone",
        )
    spots = [mark for mark in page.marks if _stand_in(mark) == "rgb"]
    if spots:
        yield fault(
            "rgb",
            f"RGB without a profile stands for a spot ink where it has no plate: {_what(spots)}",
            page.number,
            _places(spots),
            "give the ink a stand-in of the press's inks or of Lab",
        )


def profiled(page: PageView) -> Iterator[Finding]:
    """Colours are the press's inks: others are converted by the shop, black text to four inks.
    X-1a refuses them.
    """
    found = fault if page.profile.standard == "pdf-x-1a" else doubt
    greys = [mark for mark in page.marks if _is_profiled(mark) and meets(mark.box, page.sheet.printed)]
    for marks, what in (
        (_printed(page, "icc-rgb", "cal"), "colours of the screen that the shop must convert"),
        (_printed(page, "icc-cmyk"), "inks of another press that the shop must convert, black to four inks"),
        (greys, "greys with a profile, which may become four inks"),
    ):
        if marks:
            yield found("not-inks", f"{what}: {_what(marks)}", page.number, _places(marks))


def _places(marks: list[Drawn]) -> tuple[Rect, ...]:
    return tuple(mark.box for mark in marks)


def unknown(page: PageView) -> Iterator[Finding]:
    """What could not be looked at is said: colour spaces that are damaged or unknown."""
    found = _printed(page, "unknown")
    if found:
        yield not_checked(
            f"a colour space that is damaged or unknown: {_what(found)}", page.number, _places(found)
        )


def registration(page: PageView) -> Iterator[Finding]:
    """Registration colour is for marks outside the trim: on the page it is four full inks that never dry."""
    found = [mark for mark in page.marks if mark.colour.registration and meets(mark.box, page.sheet.cut)]
    if found:
        yield doubt(
            "registration-colour",
            f"{_what(found)} in registration colour on the page",
            page.number,
            _places(found),
        )


def total_ink(page: PageView) -> Iterator[Finding]:
    """No area carries more ink than the paper takes: it sets off on the next sheet.
    Under 15 mm² it does not matter.
    """
    limit = page.profile.limits.total_ink
    dense = dense_areas(page.marks, page.notes, page.sheet.printed, limit, page.separating)
    if dense.places:
        yield fault(
            "total-ink",
            f"{dense.most:.0%} of ink; the press takes {limit:.0%}".replace("%", " %"),
            page.number,
            dense.places,
            f"areas of more than {in_mm(dense.places[0].width)} can be seen",
        )
    if dense.doubtful:
        yield doubt(
            "total-ink",
            f"up to {dense.possible:.0%} of ink; the press takes {limit:.0%}".replace("%", " %"),
            page.number,
            dense.doubtful,
            "the most that may lie there: type is taken for its box, dashed lines for whole ones",
        )
    for what in dense.unknown:
        yield not_checked(f"the total ink of {what}", page.number)


def overprinted_white(page: PageView) -> Iterator[Finding]:
    """White does not overprint: it would leave what is under it, and so vanish."""
    found = [
        mark
        for mark in page.seen
        if isinstance(mark, Text | Area | Line)
        and mark.colour.white
        and mark.manner.overprint
        and ((mark.manner.keeps_zeros and mark.colour.direct) or mark.colour.kind == "spot")
    ]
    if found:
        yield fault(
            "white-overprint",
            f"white that overprints vanishes: {_what(list(found))}",
            page.number,
            _places(list(found)),
        )


def spots(file: FileView) -> Iterator[Finding]:
    """Spot inks are those that were ordered: each other one is a plate more, or is lost."""
    limits, names = file.profile.limits, [ink for ink, _ in file.spots]
    if limits.spot_names:
        for ink, page in file.spots:
            if ink not in limits.spot_names:
                yield fault(
                    "spot-ink",
                    f"the spot ink `{ink[:60]}` was not ordered",
                    page,
                    hint=f"ordered: {', '.join(limits.spot_names)}",
                )
    elif len(names) > limits.spots:
        shown = ", ".join(f"`{ink[:40]}`" for ink in names[:6])
        yield fault(
            "spot-ink", f"{len(names)} spot inks: {shown}; the press has {limits.spots}", file.spots[-1][1]
        )


def spot_names(file: FileView) -> Iterator[Finding]:
    """A spot ink has one name: two that differ in a space or a capital make two plates."""
    pages = dict(file.spots)
    for first, ink in alike(pages):
        if first != ink:
            yield fault("spot-names", f"`{first[:40]}` and `{ink[:40]}` are one ink by two names", pages[ink])


COLOURS = (
    PageRule(("rgb",), rgb),
    PageRule(("not-inks",), profiled),
    PageRule(("not-checked",), unknown),
    PageRule(("registration-colour",), registration),
    PageRule(("total-ink",), total_ink),
    PageRule(("white-overprint",), overprinted_white),
)
SPOTS = (
    FileRule(("spot-ink",), spots),
    FileRule(("spot-names",), spot_names),
)
