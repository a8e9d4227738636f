"""Frames from every package and back, without copying and without showing values."""

from __future__ import annotations

import datetime
import gc
import importlib
import threading
import time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mestring import Frame, FrameError, Pack

if TYPE_CHECKING:
    from collections.abc import Callable

# These packages have no types of their own, or types that strict checking cannot follow.
pd: Any = importlib.import_module("pandas")
pl: Any = importlib.import_module("polars")
pa: Any = importlib.import_module("pyarrow")
duckdb: Any = importlib.import_module("duckdb")

DATA: dict[str, list[Any]] = {
    "run": ["R1", "Ø2", None],
    "sessions": [8, None, 3],
    "hours": [13.5, 0.5, None],
    "referral": [True, None, False],
    "day": [datetime.date(2026, 11, 22), None, datetime.date(2026, 1, 1)],
    "groups": [["kols", "ms"], [], None],
}

MAKERS = {
    "dict": lambda: DATA,
    "pyarrow table": lambda: pa.table(DATA),
    "pyarrow batch": lambda: pa.record_batch(DATA),
    "pyarrow reader": lambda: pa.table(DATA).to_reader(),
    "polars": lambda: pl.DataFrame(DATA),
    "pandas": lambda: pa.table(DATA).to_pandas(types_mapper=pd.ArrowDtype),
    "duckdb": lambda: duckdb.from_arrow(pa.table(DATA)),
    "mestring": lambda: Frame(DATA),
}


@pytest.mark.parametrize("maker", MAKERS)
def test_every_frame_comes_in_with_its_values(maker: str) -> None:
    """One table through every package gives the same columns."""
    assert Frame(MAKERS[maker]()).to_dict() == DATA


def by_pandas(frame: Frame) -> Any:  # noqa: ANN401 (a dict of lists)
    """Read by pandas alone, which has no whole numbers with gaps."""
    table = pa.table(pd.DataFrame.from_arrow(frame))
    return table.select(["run", "hours", "groups"]).to_pydict()


def by_duckdb(frame: Frame) -> Any:  # noqa: ANN401 (a dict of lists)
    """Read by SQL, which finds the variable by its name."""
    assert len(frame) > 0
    return duckdb.sql("from frame").arrow().read_all().to_pydict()


READERS: dict[str, Callable[[Frame], Any]] = {
    "pyarrow": lambda frame: frame.to_arrow().to_pydict(),
    "polars": lambda frame: frame.to_polars().to_dict(as_series=False),
    "pandas": lambda frame: pa.Table.from_pandas(frame.to_pandas()).to_pydict(),
    "duckdb": by_duckdb,
    "pandas itself": by_pandas,
}


@pytest.mark.parametrize("reader", READERS)
def test_every_package_reads_a_frame(reader: str) -> None:
    """One frame into every package gives the same columns."""
    read = READERS[reader](Frame(DATA))
    assert read == {name: DATA[name] for name in read}
    assert len(read) >= 3


def address(array: Any) -> int:  # noqa: ANN401 (a pyarrow array)
    """Give the address of an array's values."""
    return int(array.chunk(0).buffers()[1].address)


@pytest.mark.parametrize("maker", ["pyarrow", "polars", "pandas"])
def test_nothing_is_copied(maker: str) -> None:
    """The values that come out stand where those that went in stand."""
    table = pa.table({"sessions": list(range(1000))})
    data: Any = {
        "pyarrow": lambda: table,
        "polars": lambda: pl.DataFrame(table),
        "pandas": lambda: table.to_pandas(types_mapper=pd.ArrowDtype),
    }[maker]()
    out = Frame(data).to_arrow()
    assert address(out["sessions"]) == address(table["sessions"])


def test_values_outlive_what_they_came_from() -> None:
    """A frame keeps its memory when the other package forgets it, and the other way round."""
    table = pa.table({"sessions": list(range(1000))})
    frame = Frame(table)
    del table
    gc.collect()
    assert sum(frame.column("sessions")) == 499_500
    out = frame.to_arrow()
    del frame
    gc.collect()
    assert sum(out["sessions"].to_pylist()) == 499_500


def test_an_unused_capsule_is_released() -> None:
    """What nobody takes over is freed by the capsule."""
    before = pa.total_allocated_bytes()
    for _ in range(100):
        frame = Frame(pa.table({"sessions": list(range(10_000))}))
        frame.__arrow_c_stream__()
        frame.__arrow_c_schema__()
        del frame
    gc.collect()
    assert pa.total_allocated_bytes() - before < 200_000


def test_a_stream_is_read_once() -> None:
    """A reader that was read to its end has no more rows, and is no crash."""
    reader = pa.table(DATA).to_reader()
    assert len(Frame(reader)) == 3
    assert len(Frame(reader)) == 0
    capsule = Frame(DATA).__arrow_c_stream__()
    assert len(Frame(Liar(capsule))) == 3
    with pytest.raises(FrameError, match="already released"):
        Frame(Liar(capsule))


class Liar:
    """Something that says it is a frame."""

    def __init__(self, capsule: object) -> None:
        """Keep what is given."""
        self.capsule = capsule

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Give what is no stream."""
        del requested_schema
        return self.capsule


@pytest.mark.parametrize(
    "capsule",
    [None, "a stream", pa.schema([]).__arrow_c_schema__(), datetime.datetime_CAPI],  # type: ignore[attr-defined]
    ids=["none", "text", "schema", "other"],
)
def test_a_capsule_of_something_else_is_refused(capsule: object) -> None:
    """Memory is read only where the capsule's name says what it is."""
    with pytest.raises((TypeError, ValueError)):
        Frame(Liar(capsule))


def test_a_producer_that_fails_is_an_error() -> None:
    """An exception in the middle of a stream comes out as an error of ours."""

    def batches() -> Any:  # noqa: ANN401 (a generator of pyarrow batches)
        yield pa.record_batch({"a": [1]})
        text = "the disk is gone"
        raise RuntimeError(text)

    reader = pa.RecordBatchReader.from_batches(pa.schema([("a", pa.int64())]), batches())
    with pytest.raises(FrameError, match="the disk is gone"):
        Frame(reader)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (pl.LazyFrame(DATA), r"a LazyFrame is no frame; it is a plan of one: .*collect"),
        (3, r"a int is no frame; give a pandas, polars, pyarrow or DuckDB frame, or a dict"),
        (pl.DataFrame, r"a type is no frame"),
        ({"a": [1, "x"]}, "column `a` mixes numbers and texts; give one kind of value"),
        ({"a": [True, 1]}, "column `a` mixes yes/no and numbers"),
        ({"a": [object()]}, "column `a`, row 0: a object is no value of a frame"),
        ({"a": [datetime.datetime(2026, 1, 1)]}, "a datetime is no value"),  # noqa: DTZ001
        ({"a": [2**64]}, "up to 64 bits"),
        ({"a": "xyz"}, "column `a` must be a list or a tuple, not str"),
        ({1: [1]}, "the names of a frame's columns must be texts"),
    ],
)
def test_what_is_no_frame_says_what_would_be(data: Any, text: str) -> None:  # noqa: ANN401
    """A wrong argument is a TypeError with a remedy."""
    with pytest.raises(TypeError, match=text):
        Frame(data)


@pytest.mark.parametrize(
    "data",
    [pa.array([1, 2]), pl.Series([1, 2]), pa.chunked_array([[1]])],
    ids=["array", "series", "chunked"],
)
def test_one_column_is_no_frame(data: Any) -> None:  # noqa: ANN401
    """A column speaks the same interface, and has no names."""
    with pytest.raises((FrameError, TypeError)):
        Frame(data)


def test_columns_of_different_lengths_are_no_frame() -> None:
    """The error names the column."""
    with pytest.raises(FrameError, match="column `b` has 1 rows, and the first column 2") as caught:
        Frame({"a": [1, 2], "b": [1]})
    assert caught.value.where == "column `b`"


def test_values_of_every_type_come_out() -> None:
    """Decimals, times, moments and dictionaries have a Python value."""
    moment = datetime.datetime(2026, 1, 15, 18, 30)  # noqa: DTZ001
    table = pa.table(
        {
            "decimal": pa.array([Decimal("13.50")]),
            "wide": pa.array([10**20], pa.decimal128(21, 0)),
            "moment": pa.array([moment]),
            "time": pa.array([moment.time()]),
            "word": pa.array(["a"]).dictionary_encode(),
            "small": pa.array([0.1], pa.float32()),
        }
    )
    assert Frame(table).to_dict() == {
        "decimal": [13.5],
        "wide": [10**20],
        "moment": [moment],
        "time": [moment.time()],
        "word": ["a"],
        "small": [0.1],
    }
    with pytest.raises(FrameError, match="column `a` is of type Binary") as caught:
        Frame(pa.table({"a": [b"x"]})).to_dict()
    assert caught.value.code == "F004"


def test_no_value_is_shown() -> None:
    """A frame may be about people, so its texts show names and counts."""
    frame = Frame({"<name>": ["Secret"], "age": [123_456]})
    shown = repr(frame) + str(frame) + frame._repr_html_()
    assert "Secret" not in shown
    assert "123456" not in shown
    assert "<name>" not in frame._repr_html_()
    assert "&lt;name&gt;" in frame._repr_html_()
    with pytest.raises(FrameError) as caught:
        Pack.shipped("priority").score({"sessions": ["Secret"]})
    assert "Secret" not in str(caught.value)


def test_other_threads_run_meanwhile() -> None:
    """Scoring does not hold the interpreter."""
    pack = Pack.shipped("priority")
    rows = 60_000
    data = pa.table({"months_since_held": list(range(rows)), "waiting": list(range(rows))})
    ticks = 0
    done = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    start = time.perf_counter()
    pack.score(data)
    seconds = time.perf_counter() - start
    done.set()
    thread.join()
    # Half of what an idle machine would give, by a wide margin.
    assert ticks > min(20, seconds * 50)
