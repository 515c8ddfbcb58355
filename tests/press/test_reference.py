"""The table of rules in the documents is what the rules say of themselves; no code is left without a test."""

from __future__ import annotations

import re
from pathlib import Path

from progprint.press.preflight.reference import READING, rules_table
from progprint.press.preflight.rules import FILE_RULES, PAGE_RULES
from progprint.press.profile_form import LIMITS_FIELDS, PROFILE_FIELDS

ROOT = Path(__file__).resolve().parent.parent.parent
CODES = {code for rule in (*FILE_RULES, *PAGE_RULES) for code in rule.codes} | {code for code, _ in READING}


def test_the_documents_have_the_rules_own_words():
    text = (ROOT / "docs" / "press.md").read_text("utf-8")
    table = "\n".join(rules_table())
    assert table in text, f"docs/press.md must hold this table:\n{table}"


def test_every_code_is_tested():
    tests = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    assert {code for code in CODES if f'"{code}"' not in tests} == set()


def test_every_key_of_a_profile_is_explained():
    text = (ROOT / "docs" / "press.md").read_text("utf-8")
    named = {word for span in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[a-z][\w-]*", span)}
    assert {*PROFILE_FIELDS, *LIMITS_FIELDS} - named == set()
