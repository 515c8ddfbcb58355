"""Order and stock -> what in them contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.diag import Diagnostic, Severity
from progprint.geom import mm
from progprint.press.impose.folding import FOLDS
from progprint.press.impose.sections import creep, padded
from progprint.press.impose.sizes import in_mm
from progprint.press.impose.types import Bar, Flip, Marks, Order, Scheme, Stock, Work

_FOLDED = frozenset({Scheme.SADDLE, Scheme.PERFECT})
_FLAT = frozenset({Scheme.CUT_STACK, Scheme.N_UP})
_ON_SHEETS = _FOLDED | _FLAT
#: option -> the schemes that obey it
OBEYED = {
    "sheet": _ON_SHEETS,
    "signature": _FOLDED,
    "paper": _FOLDED,
    "creep_factor": _FOLDED,
    "bleed": _ON_SHEETS,
    "gutter": _ON_SHEETS,
    "milling": frozenset({Scheme.PERFECT}),
    "gripper": _ON_SHEETS,
    "overfold": frozenset({Scheme.SADDLE}),
    "lip": frozenset({Scheme.SADDLE}),
    "work": _ON_SHEETS,
    "grid": _FLAT,
    "repeat": frozenset({Scheme.N_UP}),
    "two_sided": _FLAT,
    "right_bound": frozenset(Scheme) - _FLAT,
    "flip": _ON_SHEETS,
    "marks": _ON_SHEETS,
    "bar": _ON_SHEETS,
}
#: options that the booklet of an office printer has no room for
NOT_AT_HOME = ("signature", "bleed", "gutter", "gripper", "overfold", "lip", "work", "marks", "bar")
#: of a sheet's shorter side, the most that an office printer leaves white at each edge: pages are still read
MOST_MARGIN = 0.2
#: how an option is typed where its name says it otherwise
TYPED = {"two_sided": "--sides", "right_bound": "--bound", "creep_factor": "--creep-factor"}
#: of the page's width, the most that creep may take: more is a slip in `--paper`, no paper is so thick
MOST_CREEP = 0.25


def typed(option: str) -> str:
    return TYPED.get(option, f"--{option}")


def wrong_use(stock: Stock, order: Order) -> Iterator[Diagnostic]:
    """Everything that cannot be obeyed."""
    for option, schemes in OBEYED.items():
        if getattr(order, option) is not None and order.scheme not in schemes:
            names = " and ".join(f"`{scheme}`" for scheme in Scheme if scheme in schemes)
            yield _wrong(
                "option",
                f"{typed(option)} says nothing to the scheme `{order.scheme}`",
                f"leave it out; it belongs to {names}",
            )
    if order.home:
        yield from _not_at_home(order)
    elif order.margin is not None:
        yield _wrong(
            "margin",
            "--margin is what an office printer leaves white at its paper's edges",
            "leave it out, or add --home; what a press needs is --gripper",
        )
    if order.sheet is None and order.scheme is not Scheme.READER and not order.home:
        yield _wrong(
            "sheet", "there is no sheet to put the pages on", "add `--sheet SRA3` or `--sheet 330x488mm`"
        )
    if order.signature is not None and order.signature not in FOLDS:
        yield _wrong("signature", f"no sheet folds into {order.signature} pages", "there are 4, 8, 16 and 32")
    if order.creep_factor is not None and order.paper is None:
        yield _wrong(
            "creep-factor",
            "--creep-factor says nothing without the thickness of the paper",
            "add `--paper 0.1mm`",
        )
    if order.bar not in (None, Bar.NONE) and order.marks in (Marks.CUT, Marks.NONE):
        yield _wrong("bar", f"--marks {order.marks} leaves the colour bar out", "leave out --bar or --marks")
    yield from _overfold(order)
    yield from _sides(order)
    yield from _too_much_creep(stock, order)


def _not_at_home(order: Order) -> Iterator[Diagnostic]:
    if order.scheme is not Scheme.SADDLE:
        yield _wrong(
            "home",
            f"a booklet for the office printer is stitched, not `{order.scheme}`",
            "leave out --scheme or --home",
        )
    for option in NOT_AT_HOME:
        if getattr(order, option) is not None:
            yield _wrong(
                "home",
                f"{typed(option)} is for a press; --home prints the pages alone",
                f"leave out {typed(option)} or --home",
            )
    shorter = min(order.sheet or (mm(210),))
    if order.margin is not None and order.margin > shorter * MOST_MARGIN:
        yield _wrong(
            "margin",
            f"{in_mm(order.margin)} mm at each edge leave no paper to print on",
            "office printers leave 4 to 5 mm white",
        )


def _overfold(order: Order) -> Iterator[Diagnostic]:
    if order.lip is not None and order.overfold is None:
        yield _wrong(
            "lip", "--lip says nothing without what stands out", "add `--overfold 8mm`, or leave --lip out"
        )
    if order.overfold and order.work is Work.TURN:
        yield _wrong(
            "overfold",
            "a sheet that is cut in two across has no longer the edges of its own that stand out",
            "leave out --work, or say --work tumble",
        )


def _sides(order: Order) -> Iterator[Diagnostic]:
    """What is said of backs that are not printed, or not from plates of their own."""
    one_side = order.two_sided is False or (order.scheme is Scheme.N_UP and not order.two_sided)
    for option in ("work", "flip"):
        if one_side and getattr(order, option) not in (None, Work.SHEETWISE) and order.scheme in _FLAT:
            yield _wrong(
                "sides",
                f"{typed(option)} is about the back of the sheet, which stays empty",
                "add `--sides two`",
            )
    if isinstance(order.flip, Flip) and order.work not in (None, Work.SHEETWISE):
        yield _wrong(
            "flip",
            f"--work {order.work} says already how the sheet is turned",
            "leave out --flip; it is for printers that print both sides at once",
        )


def _too_much_creep(stock: Stock, order: Order) -> Iterator[Diagnostic]:
    deepest = padded(stock.pages) // 4 - 1
    if order.scheme is Scheme.PERFECT:
        deepest = (order.signature or 16) // 4 - 1
    pushed = creep(deepest, order.paper or 0.0, order.creep_factor or 1.0)
    if pushed > stock.width * MOST_CREEP:
        yield _wrong(
            "paper",
            f"paper of {in_mm(order.paper or 0)} mm pushes the innermost pages out by "
            f"{in_mm(pushed)} mm, more than a quarter of their width",
            "give the thickness of one leaf: 0.1mm is common",
        )


def _wrong(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Severity.ERROR, f"wrong-use-{code}", message, hint=hint)
