"""Ticket -> the text that a prepress desk reads first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from progprint.diag import Severity
from progprint.geom import mm
from progprint.locale import language_name
from progprint.press.preflight.types import Finding
from progprint.press.preflight.words import ranges
from progprint.press.ticket.columns import NAMES, WIDTH, cells, columns, heading, plain, row, wrapped
from progprint.press.ticket.types import Binding, Handed, Printed, Sizes, Ticket

#: of ISO 216, in millimetres
PAPERS = {(74, 105): "A7", (105, 148): "A6", (148, 210): "A5", (210, 297): "A4", (297, 420): "A3"}
BOUND = {
    "saddle": "saddle stitched (folded sheets, stapled through the fold)",
    "perfect": "perfect bound (glued)",
    "loose": "not bound: loose sheets",
}
MARKS = {
    "off": "none", "crop": "crop marks",
    "all": "crop and registration marks, colour bar, line with file, page, day and plates",
}
#: to be printed, then what lies beside it
ROLES = {
    "book": "all pages, cover included", "interior": "the pages inside", "cover": "the cover's sheet",
    "pages": "all pages", "preview": "to look at, not to print", "profile": "the press's demands",
    "icc": "printing condition", "preflight": "what was found", "licence": "licence of a font",
}


#: cells of the longest of them
ROLE_CELLS = max(map(len, ROLES.values()))


def ticket_text(ticket: Ticket) -> str:
    """Write a ticket for people; every line ends, none is wider than 80 cells."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(ticket))


def _lines(ticket: Ticket) -> Iterator[str]:
    version = f"progprint {ticket.version}"
    yield "JOB TICKET" + version.rjust(WIDTH - len("JOB TICKET"))
    yield "=" * WIDTH
    for name in ticket.festival.names:
        yield from wrapped(name, WIDTH)
    yield ""
    yield "Pages are counted from 1 in each file, whatever folio is printed on them."
    yield from _glance(ticket)
    for number, printed in enumerate(ticket.printed, 1):
        yield from heading(f"FILE {number} OF {len(ticket.printed)}: {printed.name}")
        yield from _file(printed, ticket)
    yield from heading("WHAT THE PREFLIGHT FOUND")
    yield from _findings(ticket)
    yield from heading("FONTS, EMBEDDED AS SUBSETS")
    yield from _fonts(ticket)
    yield from heading("WHO HAS IT PRINTED")
    yield from _sender(ticket)
    yield from heading("IN THIS FOLDER (`sha256sum -c SHA256SUMS` tells whether it arrived whole)")
    yield from _folder(ticket.files)


def _glance(ticket: Ticket) -> Iterator[str]:
    """What the job is priced by."""
    binding, first = ticket.binding, ticket.printed[0]
    yield from heading("THE JOB")
    if ticket.copies:
        yield from row("Copies", f"{ticket.copies:,}")
    if ticket.note:
        for number, line in enumerate(ticket.note.split("\n")):
            yield from row("" if number else "Note", line)
    trim, *others = (sizes.trim for sizes, _ in first.survey.sizes)
    more = ", pages of other sizes too" if others else ""
    yield from row("Trim size", f"{_size(trim)}{_paper(trim)}{more}")
    yield from row("Pages", _count(binding))
    yield from row("Binding", _binding(ticket))
    yield from _spine(binding)
    if binding.kind == "saddle":
        low, high = binding.creep
        paper = f"leaves of {_mm(binding.paper)}, as the layout reckons"
        text = f"{_mm(low)} to {_mm(high)} at the innermost leaf ({paper}); not applied to the pages"
        yield from row("Creep", text)
    for printed in ticket.printed:
        yield from row(printed.role.capitalize(), _colours(printed))
    press = ticket.press
    yield from row("Made for", f"{first.survey.condition.name}, by the profile {press.name}")
    languages = (f"{language_name(tag, 'en') or tag} ({tag})" for tag in ticket.languages)
    yield from row("Languages", ", ".join(languages))


def _count(binding: Binding) -> str:
    inside = binding.pages - binding.cover_pages
    text = f"{binding.pages}"
    if binding.cover_pages:
        text = f"{binding.pages} = {inside} inside + {binding.cover_pages} of the cover"
    if binding.added:
        number = len(binding.added)
        text += (
            f"; {'page' if number == 1 else 'pages'} {ranges(binding.added)} of file 1 "
            f"{'is a blank' if number == 1 else 'are blanks'} added for the binder"
        )
    return text


def _binding(ticket: Ticket) -> str:
    kind = BOUND[ticket.binding.kind]
    if ticket.binding.kind == "loose":
        return kind
    return f"{kind} at the {'right' if ticket.printed[0].survey.right_bound else 'left'} edge"


def _spine(binding: Binding) -> Iterator[str]:
    spine = binding.spine
    if spine is None:
        return
    inside = binding.pages - binding.cover_pages
    if spine.width:
        made = f"{inside} / 2 leaves x {_mm(spine.paper)} paper + {_mm(spine.board)} board and glue"
        yield from row("Spine", f"{_mm(spine.width)} = {made}; tell the sender if your paper differs")
    else:
        yield from row("Spine", "none")
    yield from row("Flaps", f"{_mm(spine.flaps)} wide at both fore-edges" if spine.flaps else "none")


def _colours(printed: Printed) -> str:
    """`80 pages: 66 in colour, 12 in black only, 2 blank`; of a cover, its two sides."""
    survey = printed.survey
    if printed.role == "cover":
        sides = [", ".join(page.plates) or "nothing" for page in survey.pages]
        inside = f"inside in {sides[1]}" if len(sides) > 1 else "nothing printed inside"
        return f"sheet of {_size(survey.sizes[0][0].trim)}; outside in {sides[0]}; {inside}"
    parts = (
        (len(survey.coloured), "in colour"), (len(survey.black_only), "in black only"),
        (len(survey.blank), "blank"),
    )
    shown = ", ".join(f"{number} {what}" for number, what in parts if number)
    inks = ", ".join(survey.plates) or "none"
    return f"{_pages(len(survey.pages))}: {shown}. Inks: {inks}"


def _file(printed: Printed, ticket: Ticket) -> Iterator[str]:
    survey, handed = printed.survey, next(f for f in ticket.files if f.name == printed.name)
    yield from row("Role", ROLES[printed.role])
    yield from row("Pages", _order(printed, ticket))
    several = len(survey.sizes) > 1
    for sizes, pages in survey.sizes:
        yield from row("Trim", _size(sizes.trim) + (f" (pages {ranges(pages)})" if several else ""))
        yield from row("Bleed", _bleed(sizes))
        yield from row("Whole page", _size(sizes.media))
    yield from row("Marks", MARKS[ticket.press.marks])
    yield from row("Standard", f"{survey.standard or 'none claimed'}, PDF {survey.pdf_version}")
    condition = survey.condition
    yield from row("Condition", " ".join(filter(None, (condition.name, f"({condition.registry})"))))
    icc = next((f"; {f.name}" for f in ticket.files if f.role == "icc"), "")
    yield from row("", f"{condition.icc_name}{icc}" if condition.icc else "named, not embedded")
    yield from _plates(printed)
    yield from row("Total ink", _ink(printed, ticket.press.total_ink))
    yield from row("Pictures", _pictures(printed))
    yield from row("Bytes", f"{handed.size:,}")
    # on one line, so that a double click copies it
    yield f"  SHA-256       {handed.sha256}"


def _order(printed: Printed, ticket: Ticket) -> str:
    count = len(printed.survey.pages)
    if printed.role == "cover":
        spine = ticket.binding.spine
        sides = "back, spine and front" if spine and spine.width else "back and front"
        flaps = ", with flaps" if spine and spine.flaps else ""
        inside = "page 2 its inside" if count > 1 else "nothing is printed inside"
        return f"{count}: page 1 is the outside ({sides} side by side{flaps}), {inside}"
    if ticket.binding.kind == "loose":
        return f"{count}, single pages"
    hand = "left" if printed.survey.right_bound else "right"
    folio = f" with the folio {printed.first_folio}" if printed.first_folio else ""
    return f"{count}, single pages in reading order, blanks included; page 1 is a {hand}-hand page{folio}"


def _plates(printed: Printed) -> Iterator[str]:
    survey = printed.survey
    listed = [(plate, _pages(len(survey.pages_with(plate)))) for plate in survey.plates]
    for number, line in enumerate(columns(listed, 0) if listed else ["none"]):
        # not as a row: its spaces stay
        yield "  " + ("" if number else "Plates").ljust(NAMES) + line
    for name, pages in (
        ("In colour", survey.coloured), ("Black only", survey.black_only), ("Blank", survey.blank)
    ):
        yield from row(name, f"{_pages(len(pages))}: {ranges(pages)}" if pages else "no page")
    unsure = [page for page in survey.pages if page.unsure]
    if unsure:
        why = ", ".join(sorted({reason for page in unsure for reason in page.unsure}))
        numbers = ranges(page.number for page in unsure)
        yield from row("", f"not read in full, so taken for colour: {numbers} ({why})")


def _ink(printed: Printed, limit: float) -> str:
    most, page = printed.survey.most_ink
    if not page:
        return f"no areas or pictures; the limit is {_percent(limit)}"
    where = f"on page {page} (areas of 3.5 mm square and more)"
    return f"{_percent(most)} at most, {where}; the limit is {_percent(limit)}"


def _pictures(printed: Printed) -> str:
    pictures = printed.survey.pictures
    if not pictures.number:
        return "none"
    text = f"{pictures.number:,}"
    if pictures.line_art:
        text += f", of these {pictures.line_art:,} of 1 bit"
    if pictures.lowest is not None:
        lowest = pictures.lowest
        at = ", ".join(f"{side / mm(1):.0f}" for side in lowest.at)
        text += (
            f"; the lowest resolution is {lowest.resolution:.0f} ppi, on page {lowest.page} "
            f"at {at} mm from the trim's top left"
        )
    return text


def _findings(ticket: Ticket) -> Iterator[str]:
    for printed in ticket.printed:
        asked = [f for f in printed.report.findings if f.severity is not Severity.ERROR]
        counsel = "to ask about:" if asked else "nothing to ask about"
        yield from wrapped(f"{printed.name}: fit for {ticket.press.name}, {counsel}", WIDTH - 2)
        by_code: dict[str, list[Finding]] = {}
        for found in asked:
            by_code.setdefault(found.code, []).append(found)
        for code, alike in by_code.items():
            first, *rest = wrapped(_finding(code, alike), WIDTH - 6)
            yield f"    - {first}"
            yield from (f"      {line}" for line in rest)
        if asked:
            yield f"    all of them, with their places: preflight/{Path(printed.name).stem}.txt"


def _finding(code: str, found: Sequence[Finding]) -> str:
    """What one rule found in a file: the pages, and the first of it."""
    pages = sorted({each.page for each in found} - {0})
    where = f", page{'s' * (len(pages) > 1)} {ranges(pages)}" if pages else ""
    more = sum(each.times for each in found) - 1
    return f"{code}{where}: {found[0].message}" + (f", and {more} more" if more else "")


def _fonts(ticket: Ticket) -> Iterator[str]:
    for licence in ticket.licences:
        where = f", {licence.file}" if licence.file else ""
        said = f"{licence.family}: {licence.licence or 'licence not known'}{where}"
        yield from (f"  {line}" for line in wrapped(said, WIDTH - 2))
        yield from (f"      {face}" for face in licence.faces)
    if ticket.strange_fonts:
        yield "  From PDF files placed on the pages; their owners answer for the licences:"
        yield from (f"      {plain(font)}" for font in ticket.strange_fonts)
    if not ticket.licences and not ticket.strange_fonts:
        yield "  none"


def _sender(ticket: Ticket) -> Iterator[str]:
    festival = ticket.festival
    edition = f", edition {festival.edition}" if festival.edition else ""
    yield from row("Festival", f"{festival.names[0]}{edition}, {festival.days[0]} to {festival.days[1]}")
    if festival.organiser:
        yield from row("Organiser", festival.organiser)
    if festival.site:
        yield from row("Site", festival.site)
    for number, paragraph in enumerate(festival.imprint):
        yield from row("" if number else "Imprint", paragraph)
    yield from row("Layout", ticket.layout)
    yield from row("Date of files", ticket.date)


def _folder(files: Iterable[Handed]) -> Iterator[str]:
    for file in files:
        size, role = f"{file.size:,}", ROLES[file.role]
        name = f"  {file.name}"
        room = WIDTH - ROLE_CELLS - 2
        if cells(name) + 2 + len(size) > room:
            yield name
            name = ""
        yield name + " " * (room - cells(name) - len(size)) + f"{size}  {role}"
    yield "  job-ticket.json" + " " * (WIDTH - ROLE_CELLS - 17) + "this, for programs"


def _bleed(sizes: Sizes) -> str:
    left, top, right, bottom = (_mm(side) for side in sizes.bleed)
    if not any(sizes.bleed):
        return "none"
    if len({left, top, right, bottom}) == 1:
        return f"{left} on all sides"
    return f"{left} left, {top} top, {right} right, {bottom} bottom"


def _size(size: tuple[float, float]) -> str:
    return f"{_number(size[0])} x {_number(size[1])} mm"


def _paper(size: tuple[float, float]) -> str:
    width, height = (round(side / mm(1)) for side in size)
    name = PAPERS.get((min(width, height), max(width, height)), "")
    shape = "upright" if height > width else "landscape" if width > height else "square"
    return f" ({', '.join(filter(None, (name, shape)))})"


def _mm(points: float) -> str:
    return f"{_number(points)} mm"


def _number(points: float) -> str:
    return f"{points / mm(1):.2f}".rstrip("0").rstrip(".")


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _pages(number: int) -> str:
    return f"{number} page{'s' * (number != 1)}"
