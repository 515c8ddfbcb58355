"""Nodes of a film's credits and cast -> Credit, CastMember."""

from __future__ import annotations

from functools import cache
from typing import Any

from progprint.locale import role_key, role_keys, role_label
from progprint.programme.desk import Desk
from progprint.programme.forms import (
    Field,
    Fields,
    Form,
    fields_schema,
    is_absent,
    listing,
    read_fields,
    single,
)
from progprint.programme.types import CastMember, Credit, Localised, Role
from progprint.programme.words import LOCALISED, start_of, words_of
from progprint.source import Mapping, Node, Scalar, did_you_mean
from progprint.words import Words

NAMES = listing(LOCALISED, "names", alone=True)
#: a map of languages is one name, a list is several
_ROLE = Field(LOCALISED, "the role in each language, printed as written", required=True)
_NAMES = Field(NAMES, "a name, or a list of names; a name may be a map of languages", required=True)
_NOTE = Field(LOCALISED, "a qualifier, printed in brackets after the role")
LONG_CREDIT: Fields = {"role": _ROLE, "names": _NAMES, "note": _NOTE}
LONG_CAST: Fields = {
    "actor": Field(LOCALISED, "the actor's name in each language", required=True),
    "role": Field(LOCALISED, "the character"),
}


def _credit(node: Node, desk: Desk) -> Credit | None:
    if isinstance(node, Mapping) and node.get("names") is not None:
        return _long_credit(node, desk)
    note = Localised()
    short = node
    if isinstance(node, Mapping):
        short = Mapping(tuple((k, v) for k, v in node.items if k.text != "note"), node.source)
        note = _optional(node.get("note"), desk)
    pair = single(short, "one role and its names, such as `- director: Zhang Yimou`", desk)
    if pair is None:
        return None
    key, value = pair
    names = () if is_absent(value) else NAMES.read(value, desk) or ()
    if not names:
        desk.warning("empty-credit", f"`{key.text}` has no name; the credit is left out", key.source)
        return None
    return Credit(_role(key, desk), names, note, key.source)


def _role(key: Scalar, desk: Desk) -> Role:
    """Know a role by its key or English label; any other is printed as written, and reported."""
    words = words_of(key, desk.main, desk)
    text = words.text if words is not None else key.text
    known = role_key(text)
    if known is not None:
        return Role(known)
    near = _nearest_role(text)
    message = f"the role `{text}` is not in the glossary; it is printed as written, in every language"
    hint = (
        f"did you mean `{near}`?"
        if near
        else "give its languages: `- {role: {en: ..., it: ...}, names: ...}`"
    )
    desk.warning("unknown-role", message, key.source, hint)
    return Role("", Localised((words,) if words else ()))


@cache
def _nearest_role(text: str) -> str | None:
    labels = (role_label(key, "en") for key in role_keys())
    return did_you_mean(text, (*(label for label in labels if label), *role_keys()))


def _long_credit(node: Mapping, desk: Desk) -> Credit | None:
    got = read_fields(node, LONG_CREDIT, "a credit", desk)
    if not got or "role" not in got or not got.get("names"):
        return None
    label: Localised = got["role"]
    known = role_key(label.main.text) if len(label.forms) == 1 else None
    role = Role(known) if known else Role("", label)
    return Credit(role, got["names"], got.get("note", Localised()), node.source)


def _cast_member(node: Node, desk: Desk) -> CastMember | None:
    if isinstance(node, Scalar):
        actor = LOCALISED.read(node, desk)
        return CastMember(actor, source=node.source) if actor else None
    if isinstance(node, Mapping) and node.get("actor") is not None:
        got = read_fields(node, LONG_CAST, "a cast member", desk)
        return (
            CastMember(got["actor"], got.get("role", Localised()), node.source)
            if got and "actor" in got
            else None
        )
    pair = single(node, "an actor and the character, such as `- Zhang Yi: Zhang Xianchen`", desk)
    if pair is None:
        return None
    key, value = pair
    words = words_of(key, desk.main, desk) or Words(key.text, desk.main, start_of(key))
    return CastMember(Localised((words,)), _optional(value, desk), key.source)


def _optional(node: Node | None, desk: Desk) -> Localised:
    if node is None or is_absent(node):
        return Localised()
    got: Localised | None = LOCALISED.read(node, desk)
    return got or Localised()


def _one_key(value: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Describe a map of one key that is any text, beside those in `more`."""
    return {"type": "object", "minProperties": 1, "properties": more, "additionalProperties": value}


CREDIT = Form(_credit, {"anyOf": [
    _one_key(NAMES.schema, {"note": {**LOCALISED.schema, "description": _NOTE.about}}),
    fields_schema(LONG_CREDIT),
]})  # fmt: skip
CAST_MEMBER = Form(_cast_member, {"anyOf": [
    {"type": "string"},
    _one_key({"anyOf": [LOCALISED.schema, {"type": "null"}]}, {}),
    fields_schema(LONG_CAST),
]})  # fmt: skip
