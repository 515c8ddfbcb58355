"""What is said: the festival as its editors wrote it, checked and frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import NamedTuple

from progprint.diag import NOWHERE, Source
from progprint.words import Words


class Localised(NamedTuple):
    """A short text in one or more languages, in the order written."""

    forms: tuple[Words, ...] = ()

    def get(self, tag: str) -> Words | None:
        """The words in exactly this language tag."""
        return next((w for w in self.forms if w.lang == tag), None)

    def tags(self) -> tuple[str, ...]:
        return tuple(w.lang for w in self.forms)

    @property
    def main(self) -> Words:
        """The first form; never called on an empty text."""
        return self.forms[0]

    def __bool__(self) -> bool:
        return bool(self.forms)


class Paragraph(NamedTuple):
    #: one after the other; new ones begin where marks do, so that each knows its place
    words: tuple[Words, ...]
    #: text, heading, item, item-text (an item's later paragraphs), quote, attribution (whose words were
    #: quoted), rule (no words: a pause between parts)
    kind: str = "text"
    #: of a heading: 1 is the text's title; of an item: 1 is the outermost list
    level: int = 0
    #: of an item of a numbered list: `1.`
    marker: str = ""

    @property
    def text(self) -> str:
        return "".join(words.text for words in self.words)


class Note(NamedTuple):
    #: as the mark in the text has it: ends in `#` and its number
    name: str
    paragraphs: tuple[Paragraph, ...]


class Prose(NamedTuple):
    """A long text in one language."""

    lang: str
    paragraphs: tuple[Paragraph, ...]
    #: in the order of their marks
    notes: tuple[Note, ...] = ()
    source: Source = NOWHERE


class LocalisedProse(NamedTuple):
    forms: tuple[Prose, ...] = ()

    def get(self, tag: str) -> Prose | None:
        return next((p for p in self.forms if p.lang == tag), None)

    def __bool__(self) -> bool:
        return bool(self.forms)


class Code(NamedTuple):
    """A coded value (territory, language) and where it stands."""

    value: str
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    name: Localised
    source: Source
    #: what introduces it
    text: LocalisedProse = LocalisedProse()
    #: behind its opener
    picture: Still | None = None


class Turnover(NamedTuple):
    """Minutes that a slot takes beside its film; what most houses need."""

    #: from the doors to the start
    doors: int = 20
    #: questions and answers, where guests come
    answers: int = 20
    #: until the room is empty, and then clean
    clear: int = 5
    clean: int = 10
    #: taken for a length that is not known
    unknown: int = 90


@dataclass(frozen=True, slots=True)
class Festival:
    name: Localised
    dates: tuple[date, date]
    #: IANA name; all times are its wall clock
    time_zone: str
    #: what is printed, main language first
    languages: tuple[str, ...]
    edition: int | None = None
    #: screenings before this hour belong to the evening before
    day_ends: time = time(5, 0)
    organiser: Localised = Localised()
    site: str = ""
    #: address for slots without one, with {code}
    tickets: str = ""
    #: pattern of slot codes: {day} MMDD, {venue} the venue's code, {n} the slot's number that day there
    codes: str = "{day}{venue}{n}"
    sections: tuple[Section, ...] = ()
    #: a line under the name, for covers
    tagline: Localised = Localised()
    #: who made and printed this
    imprint: LocalisedProse = LocalisedProse()
    turnover: Turnover = Turnover()
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Venue:
    key: str
    name: Localised
    address: Localised = Localised()
    code: str = ""
    seats: int | None = None
    #: what differs here from the festival's turnover: (field, minutes)
    turnover: tuple[tuple[str, int], ...] = ()
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Person:
    #: the key in people.yaml and the spelling used elsewhere
    name: str
    #: the name in other languages and scripts
    forms: Localised = Localised()
    #: the part of `name` that is the family name
    family: str = ""
    portrait: Still | None = None
    source: Source = NOWHERE


class Role(NamedTuple):
    #: key of the role glossary, or empty for a role printed as written
    key: str
    #: as written; empty for a known role
    label: Localised = Localised()


class Credit(NamedTuple):
    role: Role
    names: tuple[Localised, ...]
    #: qualifier in brackets after the role
    note: Localised = Localised()
    source: Source = NOWHERE


class CastMember(NamedTuple):
    actor: Localised
    #: the character; empty when not given
    role: Localised = Localised()
    source: Source = NOWHERE


class Release(NamedTuple):
    date: date
    territory: str = ""
    source: Source = NOWHERE


class Still(NamedTuple):
    #: path inside the content folder, with forward slashes
    file: str
    alt: Localised = Localised()
    credit: Localised = Localised()
    #: what must stay in the picture when it is cropped: shares of width and height
    focus: tuple[float, float] = (0.5, 0.5)
    source: Source = NOWHERE


class Artwork(NamedTuple):
    """A picture, or a page of a PDF file, that is printed whole: an advertisement, a logo."""

    #: path inside the content folder, with forward slashes
    file: str
    #: of a PDF file, from 1
    page: int = 1
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Advertisement:
    key: str
    art: Artwork
    #: whose it is; read to those who cannot see it
    name: Localised = Localised()
    #: the trim that was sold, width and height in points; None: as large as its room
    size: tuple[float, float] | None = None
    #: the place that was sold, a word that layouts name; empty for any
    position: str = ""
    #: where a click leads
    link: str = ""
    source: Source = NOWHERE


class Sponsor(NamedTuple):
    name: Localised
    #: None: the name is printed
    logo: Artwork | None = None
    #: where a click leads
    link: str = ""
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Tier:
    """Sponsors of one rank."""

    key: str
    sponsors: tuple[Sponsor, ...]
    #: printed over them
    name: Localised = Localised()
    source: Source = NOWHERE


class Review(NamedTuple):
    text: LocalisedProse
    by: Localised = Localised()
    source: Source = NOWHERE


class FilmographyRow(NamedTuple):
    year: str
    title: Localised
    source: Source = NOWHERE


class Director(NamedTuple):
    person: Localised
    born_place: Localised = Localised()
    born_year: int | None = None
    bio: LocalisedProse = LocalisedProse()
    filmography: tuple[FilmographyRow, ...] = ()
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Screening:
    #: key of the film or of the shorts programme
    entry: str
    #: wall clock of the festival
    at: datetime
    #: end of the public event: as given, else start + running time; None when the length is unknown
    ends: datetime | None
    #: the festival day it belongs to (`day_ends`)
    day: date
    venue: str
    code: str
    #: address behind the code; empty when the festival sells no tickets
    tickets: str = ""
    #: questions and answers afterwards
    guests: bool = False
    source: Source = NOWHERE


class Allowance(NamedTuple):
    """A finding that an editor knows to be right."""

    rule: str
    words: str = ""
    because: str = ""
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Film:
    slug: str
    title: Localised
    source: Source
    section: str = ""
    #: tag of the title that is the original
    original: str = ""
    #: key of the premiere ladder (world, international, european, asian, national) or empty
    premiere_key: str = ""
    #: the festival's own wording
    premiere: Localised = Localised()
    countries: tuple[Code, ...] = ()
    year: str = ""
    #: minutes
    running_time: int | None = None
    languages: tuple[Code, ...] = ()
    subtitles: tuple[Code, ...] = ()
    #: key of the glossary (colour, black_and_white) or as written
    colour: Localised = Localised()
    colour_key: str = ""
    credits: tuple[Credit, ...] = ()
    companies: tuple[Localised, ...] = ()
    cast: tuple[CastMember, ...] = ()
    released: Release | None = None
    still: Still | None = None
    #: further pictures
    stills: tuple[Still, ...] = ()
    #: a sentence to be set large
    pull_quote: Localised = Localised()
    review: Review | None = None
    directors: tuple[Director, ...] = ()
    #: of the film alone; a shorts programme has its own
    screenings: tuple[Screening, ...] = ()
    #: reading that overrides the collation, by language tag
    sort: Localised = Localised()
    allow: tuple[Allowance, ...] = ()


@dataclass(frozen=True, slots=True)
class Shorts:
    """Several films shown as one (programmes/<slug>.yaml)."""

    slug: str
    title: Localised
    films: tuple[str, ...]
    source: Source
    section: str = ""
    original: str = ""
    #: minutes between two films
    pauses: int = 0
    intro: LocalisedProse = LocalisedProse()
    screenings: tuple[Screening, ...] = ()
    #: minutes, pauses included; None when a film's length is unknown
    running_time: int | None = None
    sort: Localised = Localised()
    allow: tuple[Allowance, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A page text (texts/<slug>.<tag>.md): foreword, essay, ticket information."""

    slug: str
    text: LocalisedProse


@dataclass(frozen=True, slots=True)
class Programme:
    """The whole festival. Every key that one part uses for another is known to exist."""

    festival: Festival
    venues: tuple[Venue, ...] = ()
    people: tuple[Person, ...] = ()
    #: by slug
    films: tuple[Film, ...] = ()
    shorts: tuple[Shorts, ...] = ()
    texts: tuple[Text, ...] = ()
    #: in the order written
    advertisements: tuple[Advertisement, ...] = ()
    #: of sponsors, in the order written
    tiers: tuple[Tier, ...] = ()
    #: absolute path of the content folder, where pictures are looked for
    folder: str = ""
    #: text files read, relative to the folder, with their content hashes
    files: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def film(self, slug: str) -> Film | None:
        return next((f for f in self.films if f.slug == slug), None)

    def venue(self, key: str) -> Venue | None:
        return next((v for v in self.venues if v.key == key), None)

    def turnover(self, venue: str) -> Turnover:
        """The festival's times of a slot as this venue has them."""
        found = self.venue(venue)
        return self.festival.turnover._replace(**dict(found.turnover if found is not None else ()))

    def person(self, name: str) -> Person | None:
        return next((p for p in self.people if p.name == name), None)

    def screenings(self) -> Iterator[Screening]:
        """Every slot of the festival in order of time, then venue."""
        entries: tuple[Film | Shorts, ...] = (*self.films, *self.shorts)
        slots = [s for entry in entries for s in entry.screenings]
        return iter(sorted(slots, key=lambda s: (s.at, s.venue, s.entry)))
