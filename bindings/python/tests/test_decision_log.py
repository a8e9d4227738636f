"""The decision log: written by the desk or the command, replayed from Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import AS_OF, TABLES, write
from mestring import Desk, FileError, Pack, replay
from mestring._core import command

if TYPE_CHECKING:
    from pathlib import Path


def test_the_command_and_python_write_the_same_answer(tmp_path: Path) -> None:
    """A log that the command wrote replays here, and the desk adds the same answer to it."""
    (tmp_path / "desk").mkdir()
    folder = write(tmp_path / "desk", TABLES)
    log = tmp_path / "log.jsonl"
    args = ["mestring", "plan", str(folder), "--log", str(log)]
    assert command([*args, "--as-of", AS_OF.isoformat()]) == 0
    desk = Desk.open(folder)
    (added,) = desk.log(log, as_of=AS_OF)
    both = replay(log)
    assert [answer["same"] for answer in both["replayed"]] == [True, True]
    assert both["replayed"][1]["sha256"] == added["sha256"]
    first, second = both["replayed"]
    assert first["verdicts"] == second["verdicts"] > 0
    assert both["lines"] == []
    assert replay(log, desk=desk)["replayed"][0]["placed_again"] is True


def test_lines_replay_as_the_file_does(desk: Desk, tmp_path: Path) -> None:
    """What is changed in a line is named, and the rest is answered."""
    log = tmp_path / "log.jsonl"
    desk.log(log, ["plan", "relations", "obligations"])
    lines = log.read_text(encoding="utf-8").splitlines()
    assert replay(lines) == replay(str(log))
    lines[-1] = lines[-1].replace('"made"', '"mad"')
    changed = replay(lines)
    assert [line["code"] for line in changed["lines"]] == ["X125"]
    assert [answer["same"] for answer in changed["replayed"]] == [True, True]


def test_another_pack_is_a_backtest(desk: Desk, tmp_path: Path) -> None:
    """What would have been proposed differs, and says where."""
    log = tmp_path / "log.jsonl"
    desk.log(log)
    files = dict(Pack.shipped("priority").files)
    files["waiting.rhai"] = files["waiting.rhai"] + "\n// Another text, the same rule.\n"
    (answer,) = replay(log, packs=[Pack(files)])["replayed"]
    assert [own["differs"] for own in answer["differences"]] == ["pack"]


def test_another_file_and_another_question_are_refused(desk: Desk, tmp_path: Path) -> None:
    """Nothing is written into them."""
    other = tmp_path / "liste.csv"
    other.write_text("id;tittel\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no decision log"):
        desk.log(other)
    assert other.read_text(encoding="utf-8") == "id;tittel\n"
    with pytest.raises(ValueError, match="no question"):
        desk.log(tmp_path / "log.jsonl", ["plans"])
    with pytest.raises(FileError, match="X001"):
        replay(tmp_path / "none.jsonl")
