"""Imposition -> what must be said of it: blanks, signatures, creep, how to turn and to cut; a list of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from progprint.diag import Diagnostic, Severity
from progprint.geom import fits, mm
from progprint.press.impose.sections import Section, creep
from progprint.press.impose.sizes import in_mm
from progprint.press.impose.types import Flip, Imposition, Lip, Order, Place, Scheme, Side, Stock, Work

#: sheets that lie in the outermost before the creep is worth a word: at 0.1 mm, 0.3 mm
SEEN_CREEP = 4
#: pages: what wire holds of common paper, and what a glued spine needs to be held by
MOST_STITCHED, FEWEST_GLUED = 64, 48
#: bleed that the cutter's own tolerance takes; shops ask for 3 mm, few for less than 2
WANTED_BLEED = mm(3)
#: what printers in offices leave white at the edges of their paper: most 4.2 mm (1/6 in), some 5
WHITE_EDGE = mm(5)


def notes_on(
    made: Imposition, stock: Stock, order: Order, sections: Sequence[Section]
) -> Iterator[Diagnostic]:
    """What whoever prints, folds and binds must know."""
    if sections:
        yield from _signatures(sections)
        yield from _binding(stock, order)
    yield from _blanks(made, stock, order)
    yield from _bleed(stock, order)
    yield from _creep(order, sections)
    yield from _gripper(made, order)
    if order.overfold:
        yield _note(
            "overfold",
            f"the half with the {order.lip or Lip.HIGH} folios stands out by {in_mm(order.overfold)} mm",
            "fold the sheets as they were printed, uncut: their edges are its measure",
        )
    if order.home or order.flip:
        edge = order.flip or Flip.SHORT
        yield _note("flip", f"print on both sides and turn at the {edge} edge", "at actual size, not fitted")
    if order.home:
        yield from _white_edge(made, order)
    if order.work in (Work.TURN, Work.TUMBLE):
        how = "turned about its upright" if order.work is Work.TURN else "tumbled about its level"
        yield _note(
            "work",
            f"each sheet is printed twice from the same plates, {how} middle: it gives two copies",
            "cut it in two before folding",
        )
    if made.scale < 1:
        yield _note(
            "made-smaller",
            f"pages are made smaller, to {made.scale * 100:.1f} %, to stand on the sheet",
            "a larger sheet keeps their size",
        )


def spreads_note(stock: Stock) -> Diagnostic:
    """Say which pages stand alone in what is only read."""
    last = f" and page {stock.pages}" if stock.pages > 1 and stock.pages % 2 == 0 else ""
    return _note(
        "spreads",
        f"page 1{last} stand{'s' * (not last)} alone, as in the open book",
        "to look at: to print, send single pages",
    )


def _gripper(made: Imposition, order: Order) -> Iterator[Diagnostic]:
    """How far what is printed reaches into the edge that the press holds."""
    over = max(max(_beyond(side, made.bleed)) for side in made.sides)
    if not fits(over, 0.0):
        yield Diagnostic(
            Severity.WARNING, "in-gripper",
            f"the pages reach {in_mm(over)} mm into the gripper's {in_mm(order.gripper or 0.0)} mm, "
            "where the press cannot print",
            hint="take a larger sheet, fewer pages on it, or less bleed",
        )  # fmt: skip


def _beyond(side: Side, bleed: float) -> tuple[float, ...]:
    block, inked = side.block, side.inked
    return (
        inked.x - block.x + bleed,
        inked.y - block.y + bleed,
        block.right + bleed - inked.right,
        block.bottom + bleed - inked.bottom,
    )


def _white_edge(made: Imposition, order: Order) -> Iterator[Diagnostic]:
    """That printers in offices do not print to the edge."""
    if order.margin is None and max(_beyond(made.sides[0], WHITE_EDGE)) > 0:
        yield _note(
            "white-edge",
            "most office printers leave 4 to 5 mm at the paper's edges white: what stands there is lost",
            "`--margin 5mm` makes the pages as much smaller",
        )


def _signatures(sections: Sequence[Section]) -> Iterator[Diagnostic]:
    sizes = Counter(len(section.pages) for section in sections)
    parts = [
        f"{count} signature{'s' * (count > 1)} of {size} pages" for size, count in sorted(sizes.items())[::-1]
    ]
    yield _note("signatures", " and ".join(parts))


def _binding(stock: Stock, order: Order) -> Iterator[Diagnostic]:
    if order.scheme is Scheme.SADDLE and stock.pages > MOST_STITCHED:
        yield Diagnostic(
            Severity.WARNING, "too-many-to-stitch",
            f"{stock.pages} pages are many for saddle stitch: it holds up to {MOST_STITCHED}",
            hint="impose them as two booklets" if order.home else "`--scheme perfect` glues them",
        )  # fmt: skip
    if order.scheme is Scheme.PERFECT and stock.pages < FEWEST_GLUED:
        yield Diagnostic(
            Severity.WARNING, "too-few-to-glue",
            f"{stock.pages} pages are few for perfect binding: glue holds from about {FEWEST_GLUED}",
            hint="`--scheme saddle` stitches them",
        )  # fmt: skip


def _bleed(stock: Stock, order: Order) -> Iterator[Diagnostic]:
    wanted = WANTED_BLEED if order.bleed is None else order.bleed
    if order.home or fits(wanted, stock.bleed + mm(0.1)):
        return
    has = f"{in_mm(stock.bleed)} mm of bleed" if stock.bleed > mm(0.1) else "no bleed"
    yield _note(
        "little-bleed", f"the pages have {has}, not {in_mm(wanted)} mm",
        "what reaches the trim may show a white edge when it is cut; build the pages with bleed",
    )  # fmt: skip


def _blanks(made: Imposition, stock: Stock, order: Order) -> Iterator[Diagnostic]:
    count = sum(place.page == 0 for side in made.sides for place in side.places)
    if not count:
        return
    pages = f"{stock.pages} page{'s' * (stock.pages > 1)}"
    does = "does" if stock.pages == 1 else "do"
    sheets = f"{made.sheets} sheet{'s' * (made.sheets > 1)}"
    if order.scheme in (Scheme.CUT_STACK, Scheme.N_UP):
        places = f"{count} place{'s' * (count > 1)} stay{'s' * (count == 1)} empty"
        yield _note("empty-places", f"{places}: {pages} {does} not fill {sheets}")
        return
    added = f"{count} blank page{'s' * (count > 1)} added at the end"
    yield _note(
        "blank-pages",
        f"{added}: {pages} {does} not fill {sheets}",
        "a folded sheet makes four pages; put blanks where you want them, and impose again",
    )


def _creep(order: Order, sections: Sequence[Section]) -> Iterator[Diagnostic]:
    deepest = max((section.depth(len(section.pages) // 2) for section in sections), default=0)
    if order.paper:
        pushed = creep(deepest, order.paper, 1.0 if order.creep_factor is None else order.creep_factor)
        yield _note("creep", f"creep: the innermost pages stand {in_mm(pushed)} mm nearer to the spine")
    elif deepest >= SEEN_CREEP and order.scheme is Scheme.SADDLE:
        yield _note(
            "creep",
            f"creep is not allowed for: {deepest} sheets lie in the outermost",
            "give the thickness of the paper: `--paper 0.1mm`",
        )


def listed(made: Imposition) -> Iterator[str]:
    """The faces as text: pages as they stand, `v` after one that stands on its head, `-` for a blank."""
    for side in made.sides:
        signature = f", signature {side.signature}" if side.signature else ""
        rows = groupby(in_rows(side), key=lambda place: round(place.trim.y))
        shown = "  /  ".join(" ".join(map(_shown, row)) for _, row in rows)
        yield f"sheet {side.sheet} {side.face}{signature}: {shown}"


def in_rows(side: Side) -> list[Place]:
    """The places from the head down, each row from the left."""
    return sorted(side.places, key=lambda place: (round(place.trim.y), place.trim.x))


def _shown(place: Place) -> str:
    return (f"{place.page}v" if place.turned else str(place.page)) if place.page else "-"


def _note(code: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(Severity.INFO, code, message, hint=hint)
