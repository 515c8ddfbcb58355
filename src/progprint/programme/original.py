"""A film's titles and languages -> which title is the original."""

from __future__ import annotations

from typing import Any

from progprint.locale import is_romanisation, parse_tag, script_of
from progprint.programme.desk import Desk, hint_for
from progprint.programme.types import Code, Localised
from progprint.source import Mapping, Node

#: languages that are written in the characters of `zh`; a title in them is tagged `zh`
CHINESE = frozenset({"zh", "cmn", "yue", "nan", "hak", "wuu", "hsn", "gan", "cdo", "cjy", "lzh"})
HAN = frozenset({"Hans", "Hant", "Hani"})


def given_original(got: dict[str, Any], node: Node, desk: Desk) -> str:
    """Check `original:` against the titles; empty when it is not given or wrong."""
    tag: str = got.get("original", "")
    title: Localised = got["title"]
    if not tag or tag in title.tags():
        return tag
    place = node.get("original") if isinstance(node, Mapping) else None
    message = f"there is no title in `{tag}`, which `original` names"
    desk.error("unknown-original", message, (place or node).source, hint_for(tag, title.tags()))
    return ""


def default_original(title: Localised, languages: tuple[Code, ...]) -> str:
    """Choose the first title in a language of the film, else in a script of its languages, else none."""
    tags = tuple(tag for tag in title.tags() if not is_romanisation(tag))
    if len(tags) == 1:
        return tags[0]
    spoken = {_language(code.value) for code in languages} - {""}
    scripts = {_script(code.value) for code in languages if _language(code.value)}
    by_language = (tag for tag in tags if _language(tag) in spoken)
    by_script = (tag for tag in tags if _script(tag) in scripts)
    return next(by_language, next(by_script, ""))


def _language(tag: str) -> str:
    parsed = parse_tag(tag)
    if parsed is None:
        return ""
    return "zh" if parsed.language in CHINESE else parsed.language


def _script(tag: str) -> str:
    script = script_of(tag)
    return "Hani" if script in HAN else script
