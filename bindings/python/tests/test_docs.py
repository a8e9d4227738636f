"""Every public name says what it is, and every example in what it says runs."""

from __future__ import annotations

import datetime
import doctest
import inspect
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import mestring
import mestring.__main__
import mestring.errors
import mestring.plugins
import mestring.synthetic
import mestring.typing
from mestring import _core

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = [
    mestring,
    mestring.errors,
    mestring.plugins,
    mestring.synthetic,
    mestring.typing,
    mestring.__main__,
    _core,
]
FLAGS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL


def public(name: str) -> bool:
    """Tell whether a name is for users; the Arrow methods are for packages."""
    return not name.startswith("_") or name.startswith("__arrow")


def documented() -> Iterator[tuple[str, Any]]:
    """Give every module, class, function and member of a class that users see, by its full name."""
    seen: set[str] = set()
    for module in MODULES:
        yield module.__name__, module
        for name, item in sorted(vars(module).items()):
            ours = getattr(item, "__module__", "").split(".")[0] == "mestring"
            kind = inspect.isclass(item) or inspect.isroutine(item)
            if not public(name) or not kind or not (ours or module is _core) or name in seen:
                continue
            seen.add(name)
            yield name, item
            if inspect.isclass(item):
                for member, raw in sorted(vars(item).items()):
                    value = getattr(raw, "__func__", raw)
                    described = inspect.isroutine(value) or inspect.isdatadescriptor(value)
                    if public(member) and described:
                        yield f"{name}.{member}", value


ITEMS = dict(documented())
EXEMPT = {
    # The fields of a finding stand in the example of the class.
    *(f"Finding.{name}" for name in ("code", "found", "help", "severity", "where")),
    # The example of the package shows the native module.
    "mestring._core",
    # Protocols, whose examples stand at the classes.
    "ArrowArray.__arrow_c_array__",
    "ArrowStream.__arrow_c_stream__",
    *(f"Plugin.{name}" for name in ("judge", "judges", "reads", "version")),
    "mestring.typing",
    "mestring.__main__",
}


def examples(item: object) -> doctest.DocTest:
    """Read the examples of an item's docstring."""
    modules = (mestring, mestring.errors, mestring.synthetic, mestring.typing)
    globs = {name: own for module in modules for name, own in vars(module).items()}
    globs |= {"synthetic": mestring.synthetic, "datetime": datetime, "main": mestring.__main__.main}
    text = inspect.getdoc(item) or ""
    return doctest.DocTestParser().get_doctest(text, globs, repr(item), None, None)


def test_there_is_something_to_look_at() -> None:
    """A collector that finds nothing would let everything pass."""
    assert {"Desk.plan", "Pack.score", "Frame.column", "Finding.where"} <= set(ITEMS)
    assert sum(bool(examples(item).examples) for item in ITEMS.values()) > 40


@pytest.mark.parametrize("name", ITEMS)
def test_item_is_documented(name: str) -> None:
    """Every item has a docstring, and an example unless it is listed."""
    item = ITEMS[name]
    assert inspect.getdoc(item), f"{name} has no docstring"
    if name not in EXEMPT:
        assert examples(item).examples, f"{name} has no example"


def ignore(*_: object) -> None:
    """Do nothing."""


@pytest.mark.parametrize("name", [name for name, item in ITEMS.items() if examples(item).examples])
def test_examples_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the examples print is what stands below them."""
    monkeypatch.setattr("sys.argv", ["mestring"])
    # The command sets how this process ends; the tests must not.
    monkeypatch.setattr("signal.signal", ignore)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    result = runner.run(examples(ITEMS[name]), out=said.append)
    assert result.attempted > 0
    assert result.failed == 0, "".join(said)


GUIDE = Path(__file__).parents[3] / "docs" / "guides" / "plugins.md"
BLOCK = re.compile(r"(?P<before>[^\n]*)\n\n```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL)


def test_the_guide_to_plugins_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its files, commands and Python, in its order, from an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.path", [str(tmp_path), *sys.path])
    names: dict[str, Any] = {"mestring": mestring, "__name__": "guide"}
    seen = dict.fromkeys(("files", "python", "commands"), 0)
    said = ""
    for block in BLOCK.finditer(GUIDE.read_text(encoding="utf-8")):
        kind, text = block["kind"], block["text"]
        named = re.search(r"`([\w/.]+\.\w+)`:$", block["before"])
        if named:
            file = tmp_path / named[1]
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
            seen["files"] += 1
        elif kind == "python":
            exec(compile(text, "guide", "exec"), names)  # noqa: S102 (our own guide)
            seen["python"] += 1
        elif kind == "sh":
            said = ""
            for line in text.splitlines():
                program, *rest = shlex.split(line, comments=True)
                if [program, *rest[:1]] == ["cargo", "add"]:
                    # What a project in Rust adds: its block runs with the examples of the crates.
                    continue
                assert program == "python"
                asked = [sys.executable, *rest]
                done = subprocess.run(asked, capture_output=True, check=False, text=True)  # noqa: S603
                assert done.returncode == 0, done.stdout + done.stderr
                said += done.stdout
                seen["commands"] += 1
        elif kind == "text":
            assert said == text
    assert seen == {"files": 5, "python": 3, "commands": 2}
