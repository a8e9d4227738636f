"""What can be given where a frame is wanted, for type checkers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol, TypeAlias

__all__ = ["ArrowArray", "ArrowStream", "IntoFrame", "Values"]


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
