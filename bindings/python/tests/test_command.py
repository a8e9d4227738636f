"""The command that the wheel carries."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import LONG_COURSES, TABLES, write
from mestring import Desk, Pack

SCRIPT = Path(sys.executable).with_name("mestring")


@pytest.mark.parametrize("start", [[str(SCRIPT)], [sys.executable, "-m", "mestring"]])
def test_the_command_answers(start: list[str], tmp_path: Path) -> None:
    """A result on one stream, errors on the other, and an exit code."""
    (tmp_path / "rooms.csv").write_text("id;name\nA;Auditorium\n", encoding="utf-8")
    asked = [*start, "plan", "--json", "--as-of", "2026-11-22", str(tmp_path)]
    done = subprocess.run(asked, capture_output=True, check=False, text=True)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["head"]["as_of"] == "2026-11-22"
    asked = [*start, "plan", str(tmp_path / "nowhere")]
    done = subprocess.run(asked, capture_output=True, check=False, text=True)  # noqa: S603
    assert (done.returncode, done.stdout) == (2, "")
    assert "X001" in done.stderr


@pytest.mark.parametrize("lang", ["en", "nb", "nn"])
@pytest.mark.parametrize("other", [False, True], ids=["own packs", "another pack"])
def test_the_command_and_the_desk_say_the_same(lang: str, other: bool, tmp_path: Path) -> None:  # noqa: FBT001 (a parameter of the test)
    """The report and its JSON, with the desk's own packs and with another."""
    folder = write(tmp_path, TABLES)
    rules = tmp_path / "rules"
    rules.mkdir()
    write(rules, LONG_COURSES)
    asked = [str(SCRIPT), "report", str(folder), "--lang", lang]
    asked += ["--pack", str(rules)] if other else []
    packs = [Pack.load(rules)] if other else []
    desk = Desk.open(folder)
    text = subprocess.run(asked, capture_output=True, check=True, text=True)  # noqa: S603
    assert text.stdout == desk.report(lang=lang, packs=packs)
    document = subprocess.run([*asked, "--json"], capture_output=True, check=True, text=True)  # noqa: S603
    assert json.loads(document.stdout) == desk.document(packs=packs)
