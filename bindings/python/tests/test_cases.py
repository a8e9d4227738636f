"""The same cases and outcomes from the binary, from `python -m mestring` and from a pack."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from conftest import LONG_COURSES, write
from mestring import Pack

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[3]
RULES = ROOT / "rules"
OWN = """
import mestring

@mestring.rule(judges="run", reads=["seats"], version="1.0.0")
def many_seats(run):
    return run.seats > 12

@mestring.rule(judges="run", reads=["seats"], version="1.0.0", name="many_seats")
def broken(run):
    raise ValueError("on purpose")
"""
PLUGIN_PACK = {
    "pack.toml": """
        name = "room"
        version = "1.0.0"
        kind = "requirement"
        criteria = ["plugin:many_seats"]
        origin.many_seats = "local choice"
        title.many_seats = { en = "Many seats", nb = "Mange plasser", nn = "Mange plassar" }
    """,
    "many_seats.test.toml": """
        [[case]]
        name = "thirteen"
        given = { seats = 13 }
        expect = true

        [[case]]
        name = "twelve"
        given = { seats = 12 }
        expect = false
    """,
}
FAILING = {
    **LONG_COURSES,
    "long.test.toml": LONG_COURSES["long.test.toml"].replace("sessions = 6", "sessions = 2"),
}


def run(start: Sequence[str], *args: str, folder: Path = ROOT) -> tuple[int, str, str]:
    """Call a command: its exit code, output and messages."""
    asked = [*start, *args]
    done = subprocess.run(asked, capture_output=True, check=False, text=True, cwd=folder)  # noqa: S603
    return done.returncode, done.stdout, done.stderr


PYTHON = [sys.executable, "-m", "mestring"]


@pytest.fixture(scope="session")
def binary() -> str:
    """Build the command without Python, and give its path."""
    cargo = shutil.which("cargo")
    if cargo is None:
        pytest.skip("there is no cargo to build the command with")
    built = [cargo, "build", "--quiet", "--package", "mestring-cli", "--message-format", "json"]
    code, out, err = run(built)
    assert code == 0, err
    made = [json.loads(line).get("executable") for line in out.splitlines()]
    return next(path for path in made if path)


def cases(document: str) -> dict[str, list[tuple[str, str, bool, str]]]:
    """Give what the command says of each case, by pack."""
    return {
        Path(pack["folder"]).name: [
            (case["rule"], case["name"], case["passed"], case["diff"]) for case in pack["cases"]
        ]
        for pack in json.loads(document)["tested"]
    }


def in_pack(pack: Pack) -> list[tuple[Any, ...]]:
    """Give what a pack says of its cases."""
    tested = pack.test()
    columns = ("criterion", "case", "passed", "difference")
    return list(zip(*(tested.column(name) for name in columns), strict=True))


def test_the_shipped_packs_and_a_failing_one(binary: str, tmp_path: Path) -> None:
    """Three ways to run cases: each case is there, and has the same outcome and difference."""
    failing = tmp_path / "failing"
    failing.mkdir()
    write(failing, FAILING)
    asked = ["rules", "test", "--json", str(RULES), str(failing)]
    code, out, err = run([binary], *asked)
    assert (code, err) == (1, "")
    assert run(PYTHON, *asked) == (code, out, err)
    told = cases(out)
    assert set(told) == {*Pack.shipped_names(), "failing"}
    for name, own in told.items():
        pack = Pack.load(failing if name == "failing" else RULES / name)
        assert in_pack(pack) == own, name
    assert [case[2] for case in told["failing"]] == [False, True]
    assert told["failing"][0][3].startswith("- yes\n+ no\n")
    assert sum(len(own) for name, own in told.items() if name != "failing") > 100


def test_a_pack_with_a_rule_in_python(binary: str, tmp_path: Path) -> None:
    """The binary says what it lacks; Python brings it, and gives a pack's own outcome."""
    (tmp_path / "own_rules.py").write_text(OWN, encoding="utf-8")
    pack = tmp_path / "room"
    pack.mkdir()
    write(pack, PLUGIN_PACK)
    asked = ["rules", "test", "room"]
    code, out, _ = run([binary], *asked, folder=tmp_path)
    assert code == 1
    assert "R007: no plugin `many_seats` is registered" in out
    assert "python -m mestring" in out
    named = [*asked, "--plugin", "own_rules:many_seats"]
    code, out, err = run([binary], *named, folder=tmp_path)
    assert (code, out) == (2, "")
    assert "C040" in err
    script = [str(Path(sys.executable).with_name("mestring"))]
    for start in (PYTHON, script):
        code, out, err = run(start, *named, "--json", folder=tmp_path)
        assert (code, err) == (0, "")
        assert [case[2] for case in cases(out)["room"]] == [True, True]
    code, out, _ = run(PYTHON, *asked, "--plugin", "own_rules:broken", folder=tmp_path)
    assert code == 1
    assert (
        "plugin `many_seats` 1.0.0 failed on a run: ValueError: on purpose (own_rules.py:10)" in out
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("own_rules", "write MODULE:NAME, such as `my_rules:many_seats`"),
        ("own_rulez:many_seats", "ModuleNotFoundError: No module named 'own_rulez'"),
        ("own_rules:many_seat", "AttributeError: module 'own_rules' has no attribute 'many_seat'"),
        ("own_rules:OWN", "TypeError: a str without `judge` is no plugin"),
    ],
)
def test_a_plugin_that_is_not_there(name: str, said: str, tmp_path: Path) -> None:
    """The command says what is wrong with the name."""
    (tmp_path / "own_rules.py").write_text("OWN = 'no rule'\n", encoding="utf-8")
    code, out, err = run(PYTHON, "rules", "test", str(RULES), "--plugin", name, folder=tmp_path)
    assert (code, out) == (2, "")
    assert "C041" in err
    assert said in err
