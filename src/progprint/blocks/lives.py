"""Film -> its story: the review, and the lives of its directors with their filmographies."""

from __future__ import annotations

from collections.abc import Sequence

from progprint.blocks.credits import Row, heading, set_out
from progprint.blocks.desk import Desk
from progprint.blocks.facts import born, names_of
from progprint.blocks.lists import headed
from progprint.blocks.pairing import pair
from progprint.blocks.prose import prose
from progprint.blocks.types import Beside, Block, Gap, Pair, Para, Track
from progprint.locale import best_tag
from progprint.programme.types import Director, Film, FilmographyRow
from progprint.words import Words


def story(desk: Desk, film: Film) -> dict[str, tuple[Block, ...]]:
    """The review, then the directors' lives; in a book of one language lives may stand beside it."""
    review = _review(desk, film)
    beside = desk.design.makes.review.life == "beside"
    if not beside or len(desk.languages) > 1 or desk.mode != "pair" or not review or not film.directors:
        return {"review": review, "life": _lives(desk, film.directors)}
    told = tuple(b for block in review for b in (block.left if isinstance(block, Pair) else (block,)))
    lives: list[Block] = []
    for director in film.directors:
        lives += [Gap(desk.grid), *_told(desk, director)]
        if films := _filmography(desk, director):
            lives += [Gap(desk.grid), *films]
    tracks = _tracks(desk)
    return {"review": (Beside((told, tuple(lives)), tracks, desk.design.page.gutter),), "life": ()}


def _review(desk: Desk, film: Film) -> tuple[Block, ...]:
    review = film.review
    if review is None:
        return ()
    ends: dict[str, Para] = {}
    if review.by and desk.design.makes.review.byline:
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


def _lives(desk: Desk, directors: Sequence[Director]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for director in directors:
        blocks += [Gap(desk.grid), *_life(desk, director)]
    return tuple(blocks)


def _life(desk: Desk, director: Director) -> tuple[Block, ...]:
    """A director: name, birth and biography, with the filmography beside them or below."""
    how = desk.design.makes.life
    told, films = _told(desk, director), _filmography(desk, director)
    if how.filmography == "beside":
        return (Beside((told, films), _tracks(desk), desk.design.page.gutter),)
    return (*told, Gap(desk.grid), *films) if films else told


def _tracks(desk: Desk) -> tuple[Track, ...]:
    wide, narrow = desk.design.makes.life.shares
    return (Track(share=wide), Track(share=narrow))


def _told(desk: Desk, director: Director) -> tuple[Block, ...]:
    """Name, birth and biography, in the languages of the book one after the other."""
    how = desk.design.makes.life
    names = names_of(desk, director.person, how.names)
    left: list[Block] = [desk.mixed("director", desk.apart("director", names))]
    lines = {form.text: form for lang in desk.languages if (form := born(desk, director, lang)) is not None}
    if lines and how.born:
        left.append(desk.mixed("born", desk.apart("born", lines.values())))
    for lang in desk.languages:
        tag = best_tag(lang, [p.lang for p in director.bio.forms])
        left += prose(desk, "bio", director.bio.get(tag)) if tag else ()
    return tuple(left)


def _filmography(desk: Desk, director: Director) -> tuple[Block, ...]:
    how = desk.design.makes.filmography
    if not director.filmography or desk.design.makes.life.filmography == "none":
        return ()
    rows: list[Row] = []
    for row in _ordered(director.filmography, how.order)[: how.most or None]:
        titles = desk.forms(row.title) if how.titles == "all" else desk.forms(row.title)[:1]
        forms = desk.apart("film-title", titles, " ")
        year = desk.para("film-year", Words(row.year, "en", row.source))
        rows.append(((year,), (desk.mixed("film-title", forms),)))
    first = heading(desk, "filmography", printed=how.heading)
    return headed(desk, first, set_out(desk, how, rows, "film-title", "filmography"), how.continued)


def _ordered(rows: Sequence[FilmographyRow], order: str) -> list[FilmographyRow]:
    if order == "written":
        return list(rows)
    return sorted(rows, key=lambda row: row.year, reverse=order == "newest")
