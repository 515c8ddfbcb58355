"""Programme -> findings about what is not said in a language that is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from progprint.design.types import Design
from progprint.diag import Diagnostic, Severity, Source
from progprint.locale import best_tag, label, label_keys, role_label
from progprint.programme.types import Film, Localised, LocalisedProse, Programme, Shorts


def check_content(programme: Programme, design: Design) -> Iterator[Diagnostic]:
    """Report missing translations, and languages that the house's own words lack."""
    languages = design.languages or programme.festival.languages
    yield from _labels(languages, programme)
    yield from _roles(languages, programme)
    then = "the main language is printed" if design.missing == "main" else "nothing is printed"
    for what, text, source in _texts(programme):
        for lang in languages:
            if text and best_tag(lang, _tags(text)) is None:
                yield Diagnostic(
                    Severity.WARNING, "missing-translation", f"{what} is not given in {lang}; {then}", source
                )


def _tags(text: Localised | LocalisedProse) -> list[str]:
    return [form.lang for form in text.forms]


def _texts(programme: Programme) -> Iterator[tuple[str, Localised | LocalisedProse, Source]]:
    festival = programme.festival
    yield "the festival's name", festival.name, festival.source
    for section in festival.sections:
        yield f"the name of section `{section.key}`", section.name, section.source
        yield f"the text of section `{section.key}`", section.text, section.source
    for venue in programme.venues:
        yield f"the name of venue `{venue.key}`", venue.name, venue.source
    for text in programme.texts:
        yield f"text `{text.slug}`", text.text, Source(f"texts/{text.slug}")
    for film in programme.films:
        yield from _entry(film)
    for shorts in programme.shorts:
        yield from _entry(shorts)


def _entry(entry: Film | Shorts) -> Iterator[tuple[str, Localised | LocalisedProse, Source]]:
    title = entry.title.main.source if entry.title else entry.source
    yield "the title", entry.title, title
    if isinstance(entry, Shorts):
        yield "the introduction", entry.intro, entry.source
        return
    if entry.review is not None:
        yield "the review", entry.review.text, entry.review.source
    for director in entry.directors:
        yield f"the biography of {director.person.main.text}", director.bio, director.source


def _labels(languages: Sequence[str], programme: Programme) -> Iterator[Diagnostic]:
    for lang in languages:
        lacking = [key for key in label_keys() if label(key, lang) is None]
        if lacking:
            yield Diagnostic(
                Severity.INFO,
                "label-language",
                f"{len(lacking)} of the house's own words are not known in {lang}; English is printed",
                programme.festival.source,
            )


def _roles(languages: Sequence[str], programme: Programme) -> Iterator[Diagnostic]:
    """A known role that the glossary lacks in a language, once a role and language."""
    seen: set[tuple[str, str]] = set()
    for film in programme.films:
        for credit in film.credits:
            for lang in languages:
                key = credit.role.key
                if key and (key, lang) not in seen and role_label(key, lang) is None:
                    seen.add((key, lang))
                    yield Diagnostic(
                        Severity.INFO,
                        "role-language",
                        f"the glossary has no {lang} word for `{key}`",
                        credit.source,
                    )
