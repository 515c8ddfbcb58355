"""Film -> its credits and cast: tables, lines or one paragraph of roles and names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from progprint.blocks.desk import Desk
from progprint.blocks.facts import bracketed, full_width, listed, names_of, release
from progprint.blocks.lists import headed
from progprint.blocks.types import Block, Para, Table, Track
from progprint.design.makes import Cast, Credits, Filmography
from progprint.locale import role_label
from progprint.programme.types import Credit, Film, Localised
from progprint.style import Span
from progprint.words import Words

#: the first cell of a row, such as a role, and the second; either may be empty
Row = tuple[tuple[Para, ...], tuple[Para, ...]]


def set_out(
    desk: Desk, how: Credits | Cast | Filmography, rows: Sequence[Row], style: str, field: str = ""
) -> tuple[Block, ...]:
    """Rows of two cells as the layout wants them; run in, they are paragraphs in `style`.

    `field` is what a table may be cut short by, or set in columns.
    """
    if how.shape == "table":
        tracks = (Track(limit=how.width), Track(share=1))
        return (Table(tracks, tuple(rows), how.gap, whole=how.whole, field=field),)
    lines = [_run_in(desk, row) for row in rows]
    if how.shape == "lines":
        return tuple(desk.mixed(style, line) for line in lines)
    whole = lines[0]
    for line in lines[1:]:
        whole += desk.spans(style, Words(how.between, whole[-1].words.lang)) + line
    return (desk.mixed(style, whole),)


def _run_in(desk: Desk, row: Row) -> tuple[Span, ...]:
    """The cells of a row one after the other, a space between them."""
    spans: tuple[Span, ...] = ()
    for para in (para for cell in row for para in cell):
        if spans:
            last = spans[-1]
            spans += (last._replace(words=Words(" ", last.words.lang), link="", ruby=None, dots=""),)
        spans += para.spans
    return spans


def credit_list(desk: Desk, film: Film) -> tuple[Block, ...]:
    """Roles and names, the companies and the first release."""
    how = desk.design.makes.credits
    rows: list[Row] = [
        ((_role(desk, credit),), (name_list(desk, credit.names, "name", how.names),))
        for credit in _chosen(film.credits, how.only)
    ]
    if film.companies and how.companies:
        label = "companies" if len(film.companies) > 1 else "company"
        rows.append((_label(desk, label), (name_list(desk, film.companies, "name", how.names),)))
    if film.released is not None and how.release:
        dates = [Words(release(film, lang), lang, film.released.source) for lang in desk.languages]
        rows.append((_label(desk, "released"), tuple(desk.para("name", w) for w in dict.fromkeys(dates))))
    return set_out(desk, how, rows, "name", "credits") if rows else ()


def _chosen(credits: Sequence[Credit], roles: Sequence[str]) -> list[Credit]:
    if not roles:
        return list(credits)
    return sorted((c for c in credits if c.role.key in roles), key=lambda c: roles.index(c.role.key))


def name_list(desk: Desk, names: Iterable[Localised], style: str, how: str = "main") -> Para:
    """Names one after the other, each in the languages asked for."""
    words: list[Words] = []
    before: tuple[Words, ...] = ()
    for name in names:
        first, *others = names_of(desk, name, how)
        # what stands between two persons is of their first forms' languages
        words += listed((*before, first))[len(before) :]
        for other in others:
            words += (Words(" ", first.lang), other)
        before = (first,)
    return desk.mixed(style, desk.spans(style, *words))


def _languages(desk: Desk) -> tuple[str, ...]:
    return desk.languages if desk.design.makes.credits.roles == "all" else desk.languages[:1]


def _label(desk: Desk, key: str) -> tuple[Para, ...]:
    labels = dict.fromkeys(desk.label(key, lang) for lang in _languages(desk))
    return (_labelled(desk, tuple(labels)),)


def _role(desk: Desk, credit: Credit) -> Para:
    """The role in every language printed, its qualifier in brackets."""
    plural = len(credit.names) > 1
    forms: list[Words] = []
    if credit.role.key:
        for lang in _languages(desk):
            text = role_label(credit.role.key, lang, plural)
            if text is not None:
                forms.append(Words(text, lang, credit.source))
        if not forms:
            text = role_label(credit.role.key, "en", plural) or credit.role.key
            forms.append(Words(text, "en", credit.source))
    else:
        forms = list(desk.forms(credit.role.label))[: len(_languages(desk))]
    if credit.note and forms:
        forms = _noted(desk, credit.note, forms)
    return _labelled(desk, forms)


def _noted(desk: Desk, note: Localised, forms: list[Words]) -> list[Words]:
    """Add a qualifier in brackets, in each language that has it; in none of them, to the first."""
    noted = [
        bracketed(form, words) if (words := desk.form(note, form.lang)) is not None else form
        for form in forms
    ]
    if noted == forms:
        noted[0] = bracketed(forms[0], note.main)
    return noted


def _labelled(desk: Desk, forms: Sequence[Words]) -> Para:
    return desk.mixed("role", desk.apart("role", forms, " "))


def cast_list(desk: Desk, film: Film) -> tuple[Block, ...]:
    """Actors and characters under their heading."""
    how = desk.design.makes.cast
    if not film.cast:
        return ()
    rows: list[Row] = []
    for member in film.cast[: how.most or None]:
        actor = name_list(desk, (member.actor,), "name", how.names)
        roles = desk.forms(member.role) if member.role else ()
        roles = roles if how.characters == "all" else roles[:1]
        spans = desk.apart("character", roles, " ")
        if roles and how.shape != "table":
            # run in, a character is told from the next actor by brackets
            spans = _in_brackets(spans)
        rows.append(((actor,), (desk.mixed("character", spans),) if roles else ()))
    first = heading(desk, "cast", printed=how.heading)
    return headed(desk, first, set_out(desk, how, rows, "name", "cast"), how.continued)


def _in_brackets(spans: Sequence[Span]) -> tuple[Span, ...]:
    first, last = spans[0], spans[-1]
    before, after = ("（", "）") if full_width(first.words.lang) else ("(", ")")
    return (
        Span(Words(before, first.words.lang), first.style),
        *spans,
        Span(Words(after, first.words.lang), last.style),
    )


def heading(desk: Desk, label: str, *, printed: bool) -> tuple[Para, ...]:
    """The heading of a list, in every language."""
    return (desk.mixed("label", desk.apart("label", desk.labels(label))),) if printed else ()
