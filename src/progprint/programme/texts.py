"""Markdown files texts/<slug>.<tag>.md -> Text, one for all its languages."""

from __future__ import annotations

from progprint.diag import Diagnostic, Source
from progprint.locale import canonical, parse_tag
from progprint.programme.desk import Desk
from progprint.programme.folder import Folder, slug_of
from progprint.programme.prose import read_prose
from progprint.programme.types import LocalisedProse, Prose, Text
from progprint.programme.words import tag_hint


def read_texts(folder: Folder, main: str) -> tuple[tuple[Text, ...], tuple[Diagnostic, ...]]:
    """Read the texts, by slug; a file without a tag is in the main language."""
    desk = Desk(main)
    forms: dict[str, dict[str, Prose]] = {}
    for name in folder.names("texts"):
        slug, _, written = slug_of(name).partition(".")
        tag = canonical(written) if written else main
        if parse_tag(tag) is None:
            message = f"`{written}` in the name of this file is not a language tag (BCP 47)"
            hint = tag_hint(written) or "name it as `foreword.zh-Hant.md`"
            desk.error("bad-language-tag", message, Source(name), hint)
            continue
        text = folder.passage(name)
        if text is None:
            continue
        prose = read_prose(text, tag, desk)
        languages = forms.setdefault(slug, {})
        if tag in languages:
            message = f"`{name}` and another file are the text `{slug}` in one language, `{tag}`"
            desk.error("duplicate-entry", message, Source(name), "delete one of them")
        elif prose is None:
            desk.warning("empty-text", f"`{name}` is empty", Source(name))
        else:
            languages[tag] = prose
    texts = (
        Text(slug, LocalisedProse(tuple(found.values()))) for slug, found in sorted(forms.items()) if found
    )
    return tuple(texts), tuple(desk.faults)
