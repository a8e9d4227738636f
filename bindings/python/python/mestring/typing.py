"""What can be given where a frame is wanted, for type checkers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from mestring._core import Record

__all__ = [
    "Answer",
    "ArrowArray",
    "ArrowStream",
    "IntoFrame",
    "OnProgress",
    "Plugin",
    "Values",
]


class ArrowStream(Protocol):
    """A frame that exports Arrow's C stream: pandas, polars, a pyarrow table, DuckDB.

    >>> from mestring import Frame
    >>> frame: ArrowStream = Frame({"sessions": [8]})
    """

    def __arrow_c_stream__(self, requested_schema: object | None = None, /) -> object:
        """Give a capsule of the stream."""
        ...


class ArrowArray(Protocol):
    """A frame that exports one Arrow array: a pyarrow record batch.

    >>> import pyarrow
    >>> from mestring import Frame
    >>> batch: ArrowArray = pyarrow.record_batch({"sessions": [8]})
    >>> len(Frame(batch))
    1
    """

    def __arrow_c_array__(self, requested_schema: object | None = None, /) -> tuple[object, object]:
        """Give capsules of the type and of the array."""
        ...


Values: TypeAlias = (
    list[None]
    | list[bool]
    | list[bool | None]
    | list[int]
    | list[int | None]
    | list[float]
    | list[float | None]
    | list[str]
    | list[str | None]
    | list[date]
    | list[date | None]
    | list[list[str]]
    | list[list[str] | None]
    | tuple[object, ...]
)
"""One column: values of one kind, None where missing."""

IntoFrame: TypeAlias = ArrowStream | ArrowArray | Mapping[str, Values]
"""Anything that a frame can be made from."""

OnProgress: TypeAlias = Callable[[str, int, int], object]
"""A function that is told a step, how much of it is done, and how much there is to do."""

Answer: TypeAlias = bool | float | str | tuple[bool | float | str, str]
"""What a rule answers: yes or no, a number or a word; or one of these with its reason."""


class Plugin(Protocol):
    """A rule in Python: an object with `judge` and what it declares.

    A function under `mestring.rule` is one. A class of one's own may have settings; its object may
    also have `name` (else the class's), `compares` and `pure`, as `mestring.rule` takes them.

    >>> class ManySeats:
    ...     name, version, judges, reads = "many_seats", "1.0.0", "run", ["seats"]
    ...
    ...     def __init__(self, least):
    ...         self.least = least
    ...
    ...     def judge(self, run):
    ...         return run.seats >= self.least
    >>> plugin: Plugin = ManySeats(13)
    """

    @property
    def version(self) -> str:
        """Another version is another rule."""
        ...

    @property
    def judges(self) -> str:
        """The kind of record: run, pair, obligation, person or choice."""
        ...

    @property
    def reads(self) -> Sequence[str]:
        """The facts that it may read."""
        ...

    def judge(self, record: Record, /) -> Answer:
        """Answer about one record."""
        ...
