"""Film -> the blocks of its pages, by the names a layout's frames call them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from progprint.blocks.desk import Desk
from progprint.blocks.facts import (
    born,
    bracketed,
    fact_fields,
    festival_fields,
    full_width,
    listed,
    person_forms,
    premiere,
    release,
    romanisation,
)
from progprint.blocks.marked import spans_of
from progprint.blocks.pattern import fill_pattern
from progprint.blocks.prose import prose
from progprint.blocks.types import (
    Beside,
    Block,
    Gap,
    Lines,
    Pair,
    Para,
    Picture,
    Table,
    Tag,
    Track,
)
from progprint.design import find_pattern
from progprint.diag import Source
from progprint.geom import mm
from progprint.locale import best_tag, is_romanisation, role_label
from progprint.programme.types import Credit, Director, Film, Localised, LocalisedProse, Shorts, Still
from progprint.style import BLACK, Ink, Span, TextStyle
from progprint.words import Words

#: the measure is shared three to two between the first language and the second: English runs longer
#: than Chinese at equal legibility (430 words against 650 characters)
SHARES = (3.0, 2.0)
#: role column of credit tables, as a limit: 60 % of a column would leave no room for names
ROLE_LIMIT_MM = 30.0
#: column of the actors in cast lists, likewise
ACTOR_LIMIT_MM = 24.0


def film_parts(desk: Desk, film: Film, ink: Ink) -> dict[str, tuple[Block, ...]]:
    """Everything a film's frames may ask for, but its screenings. `ink` is its section's colour."""
    return {
        "still": _still(desk, film.still, ink, film.source),
        "premiere": _premiere(desk, film, ink),
        "title": titles(desk, film, ink),
        **{name: _pattern_lines(desk, film, name) for name in _pattern_names(desk)},
        "credits": _credits(desk, film),
        "cast": _cast(desk, film),
        **_story(desk, film),
        "notes": notes(desk),
    }


def _still(desk: Desk, still: Still | None, ink: Ink, source: Source) -> tuple[Block, ...]:
    if still is None:
        return ()
    caption: tuple[Span, ...] = ()
    if still.credit:
        label = desk.labels("photo")[0]
        between = "" if label.text.endswith("：") else " "
        caption = desk.spans("caption", label, Words(between, label.lang), *desk.forms(still.credit)[:1])
    alt = desk.shown(still.alt, desk.main)
    return (
        Picture(
            f"{desk.programme.folder}/{still.file}",
            still.focus,
            alt.text if alt else "",
            0.0,
            caption,
            desk.style("caption", desk.main),
            None,
            still.source,
        ),
    )


def _premiere(desk: Desk, film: Film, ink: Ink) -> tuple[Block, ...]:
    forms = [form for lang in desk.languages if (form := premiere(desk, film, lang)) is not None]
    words = tuple({w.text: w for w in forms}.values())
    if not words:
        return ()
    return (Tag(desk.apart("tag", words), desk.style("tag", words[0].lang), ink.plain),)


@cache
def _inked(style: TextStyle, ink: Ink) -> TextStyle:
    return replace(style, ink=ink)


def titles(desk: Desk, film: Film | Shorts, ink: Ink) -> tuple[Block, ...]:
    """The original large, its romanisation, then, in the section's colour, the book's other languages."""
    original = film.title.get(film.original) or film.title.main
    paras: list[Block] = [desk.para("title", original, anchor=f"entry:{film.slug}")]
    romanised = romanisation(film) if isinstance(film, Film) else None
    if romanised is not None:
        paras.append(desk.para("romanisation", romanised))
    printed = {original.text}
    for words in desk.forms(film.title):
        if words.text not in printed and not is_romanisation(words.lang):
            style = _inked(desk.style("title-other", words.lang), ink)
            paras.append(Para(spans_of(words, style, desk.design, lines=True), style))
            printed.add(words.text)
    return tuple(paras)


def _pattern_names(desk: Desk) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.split(":")[0] for name in desk.design.patterns))


def _pattern_lines(desk: Desk, film: Film, name: str) -> tuple[Block, ...]:
    """A pattern of the layout filled once for each language, in the style of its name."""
    lines: list[Block] = []
    for lang in desk.languages:
        pattern = find_pattern(desk.design, name, lang)
        if pattern is None:
            continue
        fields = {**festival_fields(desk, lang), **fact_fields(desk, film, lang)}
        spans = fill_pattern(pattern, fields, desk.design, name)
        if spans:
            lines.append(desk.mixed(name, spans))
    return tuple(lines)


def name_list(desk: Desk, names: Iterable[Localised], style: str) -> Para:
    """Names one after the other, each in the form of the main language or as written."""
    return desk.mixed(style, desk.spans(style, *listed(desk.form(n, desk.main) or n.main for n in names)))


def _role(desk: Desk, credit: Credit) -> Para:
    """The role in every language printed, its qualifier in brackets."""
    plural = len(credit.names) > 1
    forms: list[Words] = []
    if credit.role.key:
        for lang in desk.languages:
            text = role_label(credit.role.key, lang, plural)
            if text is not None:
                forms.append(Words(text, lang, credit.source))
        if not forms:
            text = role_label(credit.role.key, "en", plural) or credit.role.key
            forms.append(Words(text, "en", credit.source))
    else:
        forms = list(desk.forms(credit.role.label))
    if credit.note and forms:
        forms = _noted(desk, credit.note, forms)
    return _labelled(desk, forms)


def _noted(desk: Desk, note: Localised, forms: list[Words]) -> list[Words]:
    """Add a qualifier in brackets, in each language that has it; in none of them, to the first."""
    noted = [
        bracketed(form, words)
        if (words := desk.form(note, form.lang)) is not None
        else form
        for form in forms
    ]
    if noted == forms:
        noted[0] = bracketed(forms[0], note.main)
    return noted


def _labelled(desk: Desk, forms: Sequence[Words]) -> Para:
    return desk.mixed("role", desk.apart("role", forms, " "))


def _credits(desk: Desk, film: Film) -> tuple[Block, ...]:
    rows: list[tuple[tuple[Block, ...], ...]] = [
        ((_role(desk, credit),), (name_list(desk, credit.names, "name"),)) for credit in film.credits
    ]
    if film.companies:
        label = "companies" if len(film.companies) > 1 else "company"
        rows.append(((_labelled(desk, desk.labels(label)),), (name_list(desk, film.companies, "name"),)))
    if film.released is not None:
        dates = [Words(release(film, lang), lang, film.released.source) for lang in desk.languages]
        paras = tuple(desk.para("name", w) for w in dict.fromkeys(dates))
        rows.append(((_labelled(desk, desk.labels("released")),), paras))
    if not rows:
        return ()
    tracks = (Track(limit=mm(ROLE_LIMIT_MM)), Track(share=1))
    return (Table(tracks, tuple(rows), mm(2.5)),)


def _cast(desk: Desk, film: Film) -> tuple[Block, ...]:
    if not film.cast:
        return ()
    rows = []
    for member in film.cast:
        actor = desk.form(member.actor, desk.main) or member.actor.main
        roles = desk.forms(member.role) if member.role else ()
        cell = (desk.mixed("character", desk.apart("character", roles, " ")),) if roles else ()
        rows.append(((desk.para("name", actor),), cell))
    heading = desk.mixed("label", desk.apart("label", desk.labels("cast")))
    table = Table((Track(limit=mm(ACTOR_LIMIT_MM)), Track(share=1)), tuple(rows), mm(2), field="cast")
    return (heading, table)


def pair(
    desk: Desk, name: str, text: LocalisedProse, ends: dict[str, Para] | None = None
) -> tuple[Block, ...]:
    """A prose text in the languages of the book, two by two, level at each paragraph.

    `ends` gives each language its last paragraph.
    """
    columns: list[tuple[Para, ...]] = []
    for lang in desk.languages:
        tag = best_tag(lang, [p.lang for p in text.forms])
        paras = prose(desk, name, text.get(tag)) if tag else ()
        if paras:
            end = (ends or {}).get(lang)
            columns.append((*paras, end) if end is not None else paras)
    if not columns and desk.mode == "side":
        return ()
    if not columns:
        columns = [prose(desk, name, p) for p in text.forms[:1]]
    gutter = desk.design.page.gutter
    blocks: list[Block] = []
    if desk.mode in ("after", "side"):
        for column in columns:
            blocks += [Gap(desk.grid), *column] if blocks else column
        return tuple(blocks)
    for index in range(0, len(columns), 2):
        if blocks:
            blocks.append(Gap(desk.grid))
        right = columns[index + 1] if index + 1 < len(columns) else ()
        shares = _shares(columns[index], right)
        blocks.append(Pair(columns[index], right, shares, gutter))
    return tuple(blocks)


def _shares(left: Sequence[Para], right: Sequence[Para]) -> tuple[float, float]:
    """The wider column for the language that runs longer: Latin beside Han, whichever comes first."""
    han = [full_width(column[0].spans[0].words.lang) if column else True for column in (left, right)]
    if han[0] == han[1]:
        return (1.0, 1.0)
    return SHARES[::-1] if han[0] else SHARES


def _review(desk: Desk, film: Film) -> tuple[Block, ...]:
    review = film.review
    if review is None:
        return ()
    ends: dict[str, Para] = {}
    if review.by:
        for number, lang in enumerate(desk.languages):
            words = desk.form(review.by, lang)
            if words is None and number == 0:
                words = review.by.main
            if words is not None:
                ends[lang] = desk.para("byline", words)._replace(field="review")
        printed = [tag for tag in desk.languages if best_tag(tag, [p.lang for p in review.text.forms])]
        if printed and desk.main not in printed:
            # the byline follows the first language there is
            ends.setdefault(printed[0], ends[desk.main])
    return pair(desk, "review", review.text, ends)


def _story(desk: Desk, film: Film) -> dict[str, tuple[Block, ...]]:
    """The review, then the directors' lives; in a book of one language the lives stand beside the review."""
    review = _review(desk, film)
    if len(desk.languages) > 1 or desk.mode != "pair" or not review or not film.directors:
        return {"review": review, "life": _lives(desk, film.directors)}
    told = tuple(b for block in review if isinstance(block, Pair) for b in block.left)
    lives: list[Block] = []
    for director in film.directors:
        lives += [Gap(desk.grid), *_told(desk, director), Gap(desk.grid), *_filmography(desk, director)]
    tracks = (Track(share=SHARES[0]), Track(share=SHARES[1]))
    return {"review": (Beside((told, tuple(lives)), tracks, desk.design.page.gutter),), "life": ()}


def _lives(desk: Desk, directors: Sequence[Director]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for director in directors:
        blocks += [Gap(desk.grid), _life(desk, director)]
    return tuple(blocks)


def _life(desk: Desk, director: Director) -> Block:
    """A director: name, birth and biography on the left, the filmography beside it."""
    tracks = (Track(share=SHARES[0]), Track(share=SHARES[1]))
    parts = (_told(desk, director), _filmography(desk, director))
    return Beside(parts, tracks, desk.design.page.gutter)


def _told(desk: Desk, director: Director) -> tuple[Block, ...]:
    """Name, birth and biography, in the languages of the book one after the other."""
    left: list[Block] = [desk.mixed("director", desk.apart("director", person_forms(desk, director.person)))]
    lines = {form.text: form for lang in desk.languages if (form := born(desk, director, lang)) is not None}
    if lines:
        left.append(desk.mixed("born", desk.apart("born", lines.values())))
    for lang in desk.languages:
        tag = best_tag(lang, [p.lang for p in director.bio.forms])
        left += prose(desk, "bio", director.bio.get(tag)) if tag else ()
    return tuple(left)


def _filmography(desk: Desk, director: Director) -> tuple[Block, ...]:
    if not director.filmography:
        return ()
    heading = desk.mixed("label", desk.apart("label", desk.labels("filmography")))
    rows = []
    for row in director.filmography:
        forms = desk.apart("film-title", desk.forms(row.title), " ")
        year = desk.para("film-year", Words(row.year, "en", row.source))
        rows.append(((year,), (desk.mixed("film-title", forms),)))
    tracks = (Track(limit=mm(12)), Track(share=1))
    return (heading, Table(tracks, tuple(rows), mm(2), field="filmography"))


def notes(desk: Desk) -> tuple[Block, ...]:
    """A page to write on, where a spread has nothing left to say."""
    heading = desk.mixed("label", desk.apart("label", desk.labels("notes")))
    pale = desk.ink("hairline", BLACK)
    return (heading, Lines(desk.grid * 2, pale))
