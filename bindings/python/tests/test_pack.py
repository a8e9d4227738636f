"""Packs judge frames: the answers, the ranks, what is kept, what is refused."""

from __future__ import annotations

import datetime
import pickle
import warnings
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from conftest import AS_OF, LONG_COURSES
from mestring import (
    FileError,
    FrameError,
    IgnoredColumnWarning,
    MestringError,
    Pack,
    PackError,
    RuleError,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_and_its_files_are_one_pack(pack: Pack, tmp_path: Path) -> None:
    """A pack is what its files say, wherever they lie."""
    for name, text in LONG_COURSES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    loaded = Pack.load(tmp_path)
    assert loaded == pack
    assert hash(loaded) == hash(pack)
    assert loaded.files == LONG_COURSES
    assert (loaded.name, loaded.version, loaded.kind) == ("long_courses", "1.0.0", "requirement")
    assert loaded.check() == []
    assert loaded.test().column("passed") == [True, True]


def test_answers_stand_beside_what_is_kept(pack: Pack) -> None:
    """Kept columns first, then criteria, then what could not be told."""
    data = {"run": ["A", "B", "C"], "sessions": [8, 2, None], "town": ["x", "y", "z"]}
    scored = pack.score(data, keep=["town", "run"])
    assert scored.to_dict() == {
        "town": ["x", "y", "z"],
        "run": ["A", "B", "C"],
        "long": [True, False, None],
        "cannot_tell": [[], [], ["sessions"]],
    }


def test_a_long_frame_is_judged_row_by_row(pack: Pack) -> None:
    """Reading in parts changes nothing, whatever lies at their borders."""
    sessions = [row % 11 for row in range(40_000)]
    scored = pack.score({"sessions": sessions, "row": list(range(40_000))}, keep=["row"])
    assert scored.column("long") == [number >= 6 for number in sessions]
    assert scored.column("row") == list(range(40_000))


def test_ranks_share_ties_and_leave_gaps() -> None:
    """Tied rows have the best place of their group; the order of rows does not matter."""
    pack = Pack.shipped("priority")
    groups = [True, False, True, None]
    ranks = pack.score({"focus_group": groups}, as_of=AS_OF).column("rank")
    assert ranks[0] == ranks[2] == 1
    assert ranks[1] > 2
    backwards = pack.score({"focus_group": groups[::-1]}, as_of=AS_OF).column("rank")
    assert backwards[::-1] == ranks
    assert sorted(set(ranks)) == sorted({1 + sum(a < b for a in ranks) for b in ranks})


def test_a_relation_pack_says_what_to_do() -> None:
    """The action comes from the pack's own table."""
    scored = Pack.shipped("relation").score({"same_title": [True, None]})
    assert scored.columns[-1] == "action"
    assert all(scored.column("action"))


def test_reasons_name_every_fact_that_was_read(pack: Pack) -> None:
    """A row for each fact, with the row of the input."""
    reasons = pack.reasons({"sessions": [8, None]})
    assert reasons.to_dict() == {
        "row": [0, 1],
        "criterion": ["long", "long"],
        "answer": ["yes", "cannot tell: sessions"],
        "fact": ["sessions", "sessions"],
        "value": ["8", None],
        "assumed": [None, None],
    }


def test_columns_that_no_rule_sees_are_reported(pack: Pack) -> None:
    """One warning names them all, with what was probably meant."""
    with pytest.warns(IgnoredColumnWarning, match=r"`town`, `focus_grup` \(did you mean") as caught:
        pack.score({"sessions": [8], "town": ["x"], "focus_grup": [True]})
    assert len(caught) == 1
    assert caught[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pack.score({"sessions": [8], "town": ["x"]}, keep=["town"])
        with pytest.raises(IgnoredColumnWarning):
            pack.score({"sessions": [8], "town": ["x"]})


@pytest.mark.parametrize(
    ("data", "keep", "code", "where"),
    [
        ({"sesions": [8]}, [], "F001", ""),
        ({"sessions": [8]}, ["run"], "F003", "column `run`"),
        ({"sessions": [8], "run": ["A"]}, ["run", "run"], "F002", "column `run`"),
        ({"sessions": [8], "long": ["A"]}, ["long"], "F002", "column `long`"),
        ({"sessions": [8, None, 6.5]}, [], "F005", "column `sessions`, row 2"),
        ({"level": ["hospitl"]}, [], "F006", "column `level`, row 0"),
    ],
)
def test_frames_that_do_not_fit(
    pack: Pack, data: dict[str, list[object]], keep: list[str], code: str, where: str
) -> None:
    """The error has a code, a place and a remedy."""
    with pytest.raises(FrameError) as caught:
        pack.score(data, keep=keep)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert (caught.value.code, caught.value.where) == (code, where)
    assert caught.value.help


def test_one_text_is_no_list_of_names(pack: Pack) -> None:
    """`keep="run"` would keep r, u and n."""
    with pytest.raises(TypeError, match="not one text"):
        pack.score({"sessions": [8], "run": ["A"]}, keep="run")


def test_a_wrong_pack_says_everything_that_is_wrong() -> None:
    """The exception has the first error's parts and all findings."""
    broken = {**LONG_COURSES, "long.rhai": "// What: x. Why: y. Source: z.\nrun.sesions >= 6"}
    with pytest.raises(PackError) as caught:
        Pack(broken)
    error = caught.value
    assert (error.code, error.where) == ("R103", "long.rhai:2:5")
    assert "did you mean `sessions`?" in error.help
    assert [finding.code for finding in error.findings] == ["R103"]
    assert Pack.check_files(broken)[0] == error.findings[0]
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own bytes)
    assert (str(copy), copy.findings) == (str(error), error.findings)


def test_a_pack_travels_to_other_processes(pack: Pack) -> None:
    """Workers get the rules, not a path."""
    copy = pickle.loads(pickle.dumps(pack))  # noqa: S301 (our own bytes)
    assert copy == pack
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as workers:
        assert workers.submit(score_elsewhere, pack).result() == [True, False]


def score_elsewhere(pack: Pack) -> list[object]:
    """Score in a worker."""
    return pack.score({"sessions": [8, 2]}).column("long")


def test_threads_share_a_pack() -> None:
    """Many threads get the same answers from one pack."""
    pack = Pack.shipped("priority")
    data = {"focus_group": [True, False, None] * 500}
    expected = pack.score(data, as_of=AS_OF).to_dict()
    with ThreadPoolExecutor(8) as threads:
        waiting = [threads.submit(pack.score, data, as_of=AS_OF) for _ in range(16)]
        assert all(one.result().to_dict() == expected for one in waiting)


def test_the_shipped_packs_are_whole() -> None:
    """Every shipped pack loads, passes its cases and lists its facts."""
    assert len(Pack.shipped_names()) >= 6
    for name in Pack.shipped_names():
        pack = Pack.shipped(name)
        passed = pack.test().column("passed")
        assert passed, name
        assert all(passed), name
        assert any(pack.facts.column("read")), name
        assert len(pack.criteria) > 0, name
    with pytest.raises(ValueError, match="did you mean `priority`"):
        Pack.shipped("priorty")


def test_parameters_hold_on_dates() -> None:
    """A date without a value is a rule error with a place."""
    pack = Pack.shipped("priority")
    assert len(pack.parameters(AS_OF)) > 0
    with pytest.raises(RuleError) as caught:
        pack.score({"sessions": [8]}, as_of=datetime.date(1900, 1, 1))
    assert caught.value.code == "R304"
    assert "parameter" in caught.value.where


def test_a_rule_that_stops_names_the_row() -> None:
    """The row is the first of the frame on which the rule stops, not of the rows that differ."""
    files = {
        "pack.toml": """
name = "share"
version = "1.0.0"
kind = "priority"
criteria = ["share"]
origin.share = "local choice"
title.share = { en = "Share", nb = "Andel", nn = "Del" }
""",
        "share.rhai": "// What: a share. Why: a test. Source: none.\n100 / run.sessions",
        "share.test.toml": """
[[case]]
name = "two"
given = { sessions = 2 }
expect = 50
because = "half"
""",
    }
    pack = Pack(files)
    assert pack.score({"sessions": [8, 8, 5]}).column("share") == [12, 12, 20]
    for judge in (pack.score, pack.reasons):
        with pytest.raises(RuleError, match="on row 3") as caught:
            judge({"sessions": [8, 8, 5, 0, 0]})
        assert caught.value.where.endswith("row 3")


def test_missing_folders_are_file_errors(tmp_path: Path) -> None:
    """A path that is wrong says so, and is no traceback of Rust."""
    with pytest.raises(FileError) as caught:
        Pack.load(tmp_path)
    assert caught.value.code == "X012"
    assert isinstance(caught.value, MestringError)
