"""What can go wrong, as one tree of exceptions under `MestringError`.

>>> from mestring import Frame
>>> try:
...     Frame({"sessions": [8]}).column("sesions")
... except MestringError as error:
...     print(error.code, "|", error.where, "|", error.help)
F003 | column `sesions` | did you mean `sessions`?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mestring._core import Finding

__all__ = [
    "AssignError",
    "DeskError",
    "FileError",
    "FrameError",
    "IgnoredColumnWarning",
    "MestringError",
    "PackError",
    "RuleError",
    "UnknownFactError",
]


class MestringError(Exception):
    """Something that mestring could not do, with its place and a remedy.

    No text repeats a value of a frame, since a frame may be about people.

    >>> error = MestringError("there is no such thing", "X999", "here", "look elsewhere")
    >>> print(error)
    X999: there is no such thing; look elsewhere
    """

    message: str
    """What went wrong, without code and remedy."""
    code: str
    """A stable code, such as `F005`; a service can act on it."""
    where: str
    """The file, column, row or line; empty where there is none."""
    help: str
    """What would be right; empty where nothing is to be added."""

    def __init__(self, message: str, code: str = "", where: str = "", help: str = "") -> None:  # noqa: A002 (the attribute's name)
        """Keep the parts apart, and as arguments, so that the exception can be pickled."""
        super().__init__(message, code, where, help)
        self.message = message
        self.code = code
        self.where = where
        self.help = help

    def __str__(self) -> str:
        """Give code, message and remedy in one line."""
        code = f"{self.code}: " if self.code else ""
        remedy = f"; {self.help}" if self.help else ""
        return f"{code}{self.message}{remedy}"


class AssignError(MestringError):
    """People, runs and choices do not fit together, or a change of them cannot be made.

    >>> import mestring
    >>> people, runs = {"person": ["a", "a"], "class": [1, 2]}, {"run": ["X"], "seats": [1]}
    >>> choices = {"person": ["a"], "run": ["X"], "cost": [0]}
    >>> try:
    ...     mestring.assign(people, runs, choices)
    ... except AssignError as error:
    ...     print(error)
    A001: the people in rows 0 and 1 have the same id; give each person one row
    """


class DeskError(MestringError):
    """A desk cannot answer a question.

    >>> import datetime
    >>> from mestring import Desk
    >>> try:
    ...     Desk.from_frames({}).freed("R1", datetime.date(2026, 12, 1), "morning")
    ... except DeskError as error:
    ...     print(error)
    C001: the desk has no room `R1`
    """


class _FindingsError(MestringError):
    """A text in which several things can be wrong."""

    findings: tuple[Finding, ...]
    """Everything that is wrong, in order of file and line."""

    def __init__(
        self,
        message: str,
        code: str = "",
        where: str = "",
        help: str = "",  # noqa: A002 (the attribute's name)
        findings: Sequence[Finding] = (),
    ) -> None:
        """Keep the findings beside the first one's parts."""
        super().__init__(message, code, where, help)
        self.findings = tuple(findings)
        self.args = (message, code, where, help, self.findings)


class FileError(_FindingsError):
    """A file or folder could not be read, or the settings of a desk are wrong.

    `findings` says everything that is wrong in the settings; it is empty for all else.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from mestring import Desk
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "desk.toml").write_text("as_of = 22.11.2026", encoding="utf-8")
    ...     try:
    ...         Desk.open(folder)
    ...     except FileError as error:
    ...         print(error.where, "|", error)
    desk.toml:1:9 | D030: `22.11.2026` is no date of TOML; write `2026-11-22`
    """


class FrameError(MestringError):
    """A frame does not have the columns or types that are needed.

    >>> from mestring import Pack
    >>> try:
    ...     Pack.shipped("priority").score({"sessions": [8, "many"]})
    ... except TypeError as error:
    ...     print(error)
    column `sessions` mixes numbers and texts; give one kind of value
    >>> try:
    ...     Pack.shipped("priority").score({"sessions": ["many"]})
    ... except FrameError as error:
    ...     print(error.where)
    column `sessions`, row 0
    """


class PackError(_FindingsError):
    """The text of a pack is wrong; `findings` says everything that is.

    >>> from mestring import Pack
    >>> try:
    ...     Pack({})
    ... except PackError as error:
    ...     print(error.findings[0])
    error R001: pack.toml: the pack has no pack.toml; a pack says there what it decides
    """


class RuleError(MestringError):
    """A rule stopped while it judged, or has no parameters on the date.

    Where a rule in Python failed, `__cause__` is its exception, with its traceback.

    >>> import datetime
    >>> from mestring import Pack
    >>> try:
    ...     Pack.shipped("priority").parameters(datetime.date(1900, 1, 1))
    ... except RuleError as error:
    ...     print(error.code)
    R304
    """


class UnknownFactError(MestringError):
    """A rule in Python read a fact that is not known, so that it cannot tell.

    A rule need not catch it, and gains nothing by that: it ends with "cannot tell" all the same.

    >>> from mestring import Record
    >>> try:
    ...     Record("run", {}).seats
    ... except UnknownFactError as error:
    ...     print(error.fact)
    seats
    """

    fact: str
    """The fact's name."""

    def __init__(self, fact: str) -> None:
        """Keep the fact, and as the only argument, so that the exception can be pickled."""
        remedy = "ask for what may be missing with `get` or `known`"
        super().__init__(f"`{fact}` is not known", "", f"fact `{fact}`", remedy)
        self.fact = fact
        self.args = (fact,)


class IgnoredColumnWarning(UserWarning):
    """A frame has columns that are neither facts nor named in `keep`.

    >>> import warnings
    >>> from mestring import Pack
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     _ = Pack.shipped("priority").score({"sessions": [8], "focus_grup": [True]})
    >>> print(str(caught[0].message).split(";")[0])
    no fact of `run` is called `focus_grup` (did you mean `focus_group`?)
    """
