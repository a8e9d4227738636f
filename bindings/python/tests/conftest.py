"""A desk and a pack for tests; every name in them is invented."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mestring import Desk, Pack

if TYPE_CHECKING:
    from mestring import Frame

BERGEN = Path(__file__).parents[3] / "examples" / "bergen"
# Invented: months above 80 belong to the tax administration's synthetic population.
NUMBER = "01814550016"

LONG_COURSES = {
    "pack.toml": """
        name = "long_courses"
        version = "1.0.0"
        kind = "requirement"
        judges = "run"
        criteria = ["long"]
        origin.long = "local choice"
        title.long = { en = "Long course", nb = "Langt kurs", nn = "Langt kurs" }
    """,
    "long.rhai": "// What: long. Why: short is a talk. Source: local choice.\nrun.sessions >= 6",
    "long.test.toml": """
        [[case]]
        name = "six sessions"
        given = { sessions = 6 }
        expect = true

        [[case]]
        name = "five sessions"
        given = { sessions = 5 }
        expect = false
    """,
}

AS_OF = datetime.date(2026, 11, 22)

# The desk of the fixture below, as files.
TABLES = {
    "desk.toml": 'name = "Oppdiktet senter"\nas_of = 2026-11-22\n',
    "offers.csv": "id;title;sessions\nDM2;Startkurs diabetes type 2;1\nKOLS;Å leve med kols;1\n",
    "runs.csv": "id;offer;state;format\nR1;DM2;wished;digital_live\nR2;KOLS;wished;digital_live\n",
    "rooms.csv": "id;name;seats\nA;Auditorium;30\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write the files of a desk or a pack."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def said(*args: str | Path, lang: str) -> str:
    """Ask the command for its text."""
    asked = [sys.executable, "-m", "mestring", *map(str, args), "--lang", lang]
    done = subprocess.run(asked, capture_output=True, check=False, text=True)  # noqa: S603 (our own)
    assert done.returncode == 0, done.stderr
    return done.stdout


def command(*args: str | Path) -> dict[str, Any]:
    """Ask the command for JSON."""
    return json.loads(said(*args, "--json", lang="en"))


def rows(frame: Frame) -> list[dict[str, Any]]:
    """Give a frame's rows, by the columns' names."""
    columns = frame.to_dict()
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


@pytest.fixture
def pack() -> Pack:
    """Give a pack of one requirement."""
    return Pack(LONG_COURSES)


@pytest.fixture
def desk() -> Desk:
    """Give a desk of two courses that want the same room."""
    return Desk.from_frames(
        {
            "offers": {
                "id": ["DM2", "KOLS"],
                "title": ["Startkurs diabetes type 2", "Å leve med kols"],
                "sessions": [1, 1],
            },
            "runs": {
                "id": ["R1", "R2"],
                "offer": ["DM2", "KOLS"],
                "state": ["wished", "wished"],
                "format": ["digital_live", "digital_live"],
            },
            "rooms": {"id": ["A"], "name": ["Auditorium"], "seats": [30]},
        },
        name="Oppdiktet senter",
        as_of=AS_OF,
    )
