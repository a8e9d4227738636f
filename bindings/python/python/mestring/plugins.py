"""Rules written in Python, which packs name as `plugin:NAME` beside their scripts.

A rule says which facts it reads, and sees no others. A fact that is not known ends it: it cannot
tell, as a script cannot. It must answer the same for the same facts; `pure=False` is for a rule
that does not, and only packs that list it under `impure` take it. That a rule is pure is its
author's word: nothing here can check it.

>>> import mestring
>>> @mestring.rule(judges="run", reads=["seats"], version="1.0.0")
... def many_seats(run: mestring.Record) -> bool:
...     return run.seats > 12
>>> pack = mestring.Pack(
...     {
...         "pack.toml": '''
...             name = "room"
...             version = "1.0.0"
...             kind = "requirement"
...             criteria = ["plugin:many_seats"]
...             origin.many_seats = "local choice"
...             title.many_seats = { en = "Many seats", nb = "Mange plasser", nn = "Mange plassar" }
...         '''
...     },
...     plugins=[many_seats],
... )
>>> pack.score({"seats": [20, 8, None]}).to_dict()
{'many_seats': [True, False, None], 'cannot_tell': [[], [], ['seats']]}
"""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mestring._core import Record
    from mestring.typing import Answer

__all__ = ["Rule", "rule"]


class Rule:
    """A function as a rule; `mestring.rule` makes it.

    It can still be called, and it can be pickled where the function can be imported by its name.

    >>> @rule(judges="run", reads=["seats"], version="1.0.0")
    ... def many_seats(run):
    ...     return run.seats > 12
    >>> many_seats
    <Rule many_seats 1.0.0 judges a run>
    >>> many_seats(Record("run", {"seats": 13}))
    True
    """

    name: str
    """The name that packs use after `plugin:`."""
    version: str
    """Another version is another rule: it changes the hash of every pack that uses it."""
    judges: str
    """The kind of record: run, pair, obligation, person or choice."""
    reads: tuple[str, ...]
    """The facts that it may read."""
    compares: Mapping[str, tuple[float, ...]]
    """Facts of which it asks nothing but how they compare with these numbers."""
    pure: bool
    """Whether the answer depends on nothing but the facts."""

    def __init__(  # noqa: PLR0913 (they are keywords)
        self,
        function: Callable[[Record], Answer],
        *,
        name: str,
        version: str,
        judges: str,
        reads: Iterable[str],
        compares: Mapping[str, Sequence[float]],
        pure: bool,
    ) -> None:
        """Keep what the rule declares; a pack checks it when it is loaded."""
        if isinstance(reads, str):
            msg = f'give a list of names, such as reads=["{reads}"], not one text'
            raise TypeError(msg)
        functools.update_wrapper(self, function)
        self._function = function
        self.name = name
        self.version = version
        self.judges = judges
        self.reads = tuple(reads)
        self.compares = MappingProxyType({fact: tuple(own) for fact, own in compares.items()})
        self.pure = pure

    def judge(self, record: Record, /) -> Answer:
        """Answer about one record, as the function does.

        >>> rule(judges="run", version="1.0.0")(lambda run: True).judge(Record("run", {}))
        True
        """
        return self._function(record)

    __call__ = judge

    def __repr__(self) -> str:
        """Say what it is."""
        return f"<Rule {self.name} {self.version} judges a {self.judges}>"

    def __reduce__(self) -> str:
        """Pickle it by its name, as functions are."""
        return self._function.__qualname__


def rule(  # noqa: PLR0913 (they are keywords)
    *,
    judges: str,
    version: str,
    reads: Iterable[str] = (),
    compares: Mapping[str, Sequence[float]] | None = None,
    name: str | None = None,
    pure: bool = True,
) -> Callable[[Callable[[Record], Answer]], Rule]:
    """Make a rule of a function that takes a record and answers yes or no, a number or a word.

    It may answer a pair as well: the answer and its reason, a text. `reads` are the facts that it
    may read. `compares` names more of them, numbers of which it asks nothing but how they compare
    with the numbers given there; where such a fact is missing, the rule is asked again with values
    on both sides of each, as scripts are. `name` is the function's own where none is given.

    >>> @rule(judges="run", reads=["referral"], compares={"seats": [12]}, version="1.0.0")
    ... def roomy(run):
    ...     return run.seats > 12 or not run.referral, "room for more"
    >>> roomy.reads, dict(roomy.compares)
    (('referral',), {'seats': (12,)})
    """

    def make(function: Callable[[Record], Answer]) -> Rule:
        return Rule(
            function,
            name=function.__name__ if name is None else name,
            version=version,
            judges=judges,
            reads=reads,
            compares=compares or {},
            pure=pure,
        )

    return make
