"""The JSON Schemas for editors take what is right and refuse what is wrong in structure.

They are read by a validator that is not ours; the wrong texts are those of the reference of codes.
"""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from pathlib import Path
from typing import TypeAlias

import jsonschema
import pytest

ROOT = Path(__file__).parents[3]
EDITOR = ROOT / "rules" / "editor"
EXAMPLE = re.compile(r"^(Wrong|Right):\n```toml\n(.*?)```", re.DOTALL | re.MULTILINE)
# What is wrong with these stands in the keys and values themselves, not in other files, in the
# order of dates, or in what a rule answers.
OF_STRUCTURE = {"R003", "R004", "R009", "R201"}
RELATION = (ROOT / "rules" / "relation" / "pack.toml").read_text(encoding="utf-8")
PRIORITY = (ROOT / "rules" / "priority" / "pack.toml").read_text(encoding="utf-8")
Json: TypeAlias = str | float | bool | list["Json"] | dict[str, "Json"]
Toml: TypeAlias = str | float | bool | datetime.date | list["Toml"] | dict[str, "Toml"]
CASE = '[[case]]\nname = "a"\ngiven = { sessions = 6 }\nexpect = true\n'


def validator(name: str) -> jsonschema.Draft7Validator:
    """Give the validator of a schema, which is one itself."""
    schema = json.loads((EDITOR / name).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(
        schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER
    )


PACK = validator("pack.schema.json")
CASES = validator("cases.schema.json")


def plain(value: Toml) -> Json:
    """Turn dates into texts, as editors of TOML do before they validate."""
    if isinstance(value, dict):
        return {key: plain(own) for key, own in value.items()}
    if isinstance(value, list):
        return [plain(own) for own in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def takes(schema: jsonschema.Draft7Validator, text: str) -> bool:
    """Tell whether a schema takes a text of TOML."""
    # The type of its old second form is not stated.
    return schema.is_valid(plain(tomllib.loads(text)))  # pyright: ignore[reportUnknownMemberType]


def test_every_shipped_pack_and_case_file_is_right() -> None:
    seen = 0
    for schema, pattern in ((PACK, "*/pack.toml"), (CASES, "*/*.test.toml")):
        for path in sorted((ROOT / "rules").glob(pattern)):
            text = path.read_text(encoding="utf-8")
            assert takes(schema, text), path
            seen += 1
    assert seen >= 17


def test_the_examples_of_the_codes_are_judged_as_the_check_judges_them() -> None:
    page = (ROOT / "docs" / "reference" / "rule-codes.md").read_text(encoding="utf-8")
    right = wrong = 0
    for section in page.split("\n## ")[1:]:
        code = section[:4]
        for title, text in EXAMPLE.findall(section):
            of_cases = "[[case]]" in text or "[[survivor]]" in text
            schema = CASES if of_cases else PACK
            if title == "Right":
                assert takes(schema, text), f"{code}: {text}"
                right += 1
            elif code in OF_STRUCTURE:
                assert not takes(schema, text), f"{code}: {text}"
                wrong += 1
    assert right >= 12
    assert wrong == len(OF_STRUCTURE)


@pytest.mark.parametrize(
    ("schema", "text", "before", "after"),
    [
        (PACK, PRIORITY, 'name = "priority"', 'name = "my rules"'),
        (PACK, PRIORITY, 'version = "1.0.0"\n', ""),
        (PACK, PRIORITY, 'judges = "run"', 'judges = "pair"'),
        (PACK, PRIORITY, 'order = "criteria"', 'order = "criterion"'),
        (PACK, PRIORITY, 'unknown = "last"', 'unknown = "end"'),
        (PACK, PRIORITY, '    "waiting",', '    "waiting",\n    "waiting",'),
        (PACK, PRIORITY, 'nn = "Lengst ventetid"\n', ""),
        (PACK, PRIORITY, "negated = true", 'negated = "yes"'),
        (PACK, PRIORITY, 'unit = "days"\nnegated', 'unit = "day"\nnegated'),
        (PACK, PRIORITY, "without.days_to_deadline", "without.days_to_dedline"),
        (PACK, PRIORITY, 'id = "usual_at_least"', 'id = "Usual at least"'),
        (PACK, PRIORITY, "[[parameter]]\n", "[[parameter]]\nids = 1\n"),
        (PACK, PRIORITY, "from = 2025-01-01, value = 24", 'from = "soon", value = 24'),
        (PACK, PRIORITY, "value = 24", "value = [24]"),
        (PACK, PRIORITY, "[origin]", '[action]\nrerun = "merge"\n\n[origin]'),
        (PACK, RELATION, 'criteria = ["relation"]', 'criteria = ["relation", "b"]'),
        (PACK, RELATION, 'rerun = "merge"\n', ""),
        (PACK, RELATION, 'rerun = "merge"', 'rerun = "join"'),
        (PACK, RELATION, 'kind = "relation"', 'kind = "relation"\norder = "criteria"'),
        (CASES, CASE, "sessions", "sesions"),
        (CASES, CASE, "sessions = 6", 'sessions = "six"'),
        (CASES, CASE, "sessions = 6", 'format = "fysisk"'),
        (CASES, CASE, "sessions = 6", 'sessions = 6, topics = "same"'),
        (CASES, CASE, "expect = true\n", ""),
        (CASES, CASE, "expect = true", "expect = [true]"),
        (CASES, CASE, "[[case]]", "[[cases]]"),
    ],
)
def test_a_wrong_change_is_refused(
    schema: jsonschema.Draft7Validator, text: str, before: str, after: str
) -> None:
    assert takes(schema, text)
    assert before in text
    assert not takes(schema, text.replace(before, after, 1))


@pytest.mark.parametrize(
    "given",
    [
        'sessions = "unknown"',
        'format = "hybrid", user_planning = ["peer"]',
        'topics = "same", same_page = false',
        "days_waited = 12, age = 40",
    ],
)
def test_facts_of_every_kind_of_record_are_taken(given: str) -> None:
    assert takes(CASES, CASE.replace("sessions = 6", given))
