"""What the package shows is what it has: exported, typed, frozen."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

import mestring
import mestring.errors
from mestring import Desk, Finding, Frame, Pack, Record, _core, synthetic

CENTRE = synthetic.centre()
OBJECTS = [
    Frame({"a": [1]}),
    Pack.shipped("priority"),
    Desk.from_frames({}),
    Finding("error", "X", "here", "found", "help"),
    Record("run", {}),
    Pack.shipped("priority").explain({}),
    mestring.assign(
        {"person": ["a"], "class": [1]},
        {"run": ["r"], "seats": [1]},
        {"person": ["a"], "run": ["r"], "cost": [0]},
    ),
    CENTRE,
    CENTRE.assign(),
    CENTRE.next_for("K1"),
    CENTRE.desk.what_if([{"kind": "seat_declined", "run": "K1"}]),
]
# The functions behind the command and `mestring.synthetic`, which is how they are called.
NOT_EXPORTED = {"command", "synthetic_queue"}


def native_names() -> set[str]:
    """Give the public names of the native module."""
    return {name for name in vars(_core) if not name.startswith("_")}


def test_every_native_name_is_exported() -> None:
    """A class that nobody can import from the package is not there."""
    assert len(native_names()) > 3
    assert native_names() - NOT_EXPORTED <= set(mestring.__all__)
    assert set(mestring.errors.__all__) <= set(mestring.__all__)
    assert mestring.__all__ == sorted(mestring.__all__)


def test_every_native_class_is_among_the_objects() -> None:
    """The tests below look at every class."""
    classes = {item for item in vars(_core).values() if inspect.isclass(item)}
    assert {type(item) for item in OBJECTS} == classes
    assert all(item.__module__ == "mestring" for item in classes)


@pytest.mark.parametrize("item", OBJECTS, ids=lambda item: type(item).__name__)
def test_objects_are_frozen(item: object) -> None:
    """Nothing can be set, neither what is there nor anything new."""
    members = [name for name in vars(type(item)) if not name.startswith("__")]
    assert members
    for name in [*members, "something_new"]:
        with pytest.raises(AttributeError):
            setattr(item, name, None)
    with pytest.raises(TypeError):
        type("Sub", (type(item),), {})


def test_the_stub_has_every_member() -> None:
    """Type checkers see what is there (stubtest compares the signatures)."""
    stub = Path(mestring.__file__).with_name("_core.pyi")
    tree = ast.parse(stub.read_text(encoding="utf-8"))
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    seen = 0
    for item in OBJECTS:
        name = type(item).__name__
        stubbed = {node.name for node in classes[name].body if isinstance(node, ast.FunctionDef)}
        members = {member for member in vars(type(item)) if not member.startswith("__")}
        assert members <= stubbed
        seen += len(members)
    assert seen > 40
    assert Path(mestring.__file__).with_name("py.typed").exists()
