"""What happens to each name at the top level of a module, in the order in which it is executed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from datamodel_check.link.writes import writes
from datamodel_check.model.module import Binding, Block, Call, Evaluate, If, Import, Module, Name, Statement

MUTATORS = frozenset(
    {
        "add",
        "append",
        "clear",
        "discard",
        "extend",
        "insert",
        "pop",
        "popitem",
        "remove",
        "reverse",
        "setdefault",
        "sort",
        "update",
    }
)
"""Methods of lists, dicts and sets that change them."""


class Event(NamedTuple):
    """A statement or an import that gives a name its value, or that may change it."""

    what: Statement | Import
    certain: bool
    """Whether the name certainly has a value after it that hangs on nothing before it."""

    @property
    def start(self) -> int:
        return self.what.span.start


Table: TypeAlias = dict[str, list[Event]]

ANY = "*"
"""Stands for all names that `from module import *` brings."""


def table(module: Module) -> Table:
    """The events of each name; those of `from module import *` stand under `*`."""
    found: Table = {}
    for item in module.imports:
        if item.local and not item.typing and not _is_within(item, module.statements):
            found.setdefault(item.local, []).append(Event(item, certain=True))
    for statement in module.statements:
        for name, certain in _written(statement):
            found.setdefault(name, []).append(Event(statement, certain))
    for item in module.imports:
        if item.typing and item.local:
            found.setdefault(item.local, []).append(Event(item, certain=False))
    for events in found.values():
        events.sort(key=lambda event: event.start)
    return found


def _is_within(item: Import, statements: Iterable[Statement]) -> bool:
    """Whether an import stands under a condition."""
    return any(
        isinstance(statement, If | Block) and statement.span.start <= item.span.start < statement.span.end
        for statement in statements
    )


def _written(statement: Statement) -> Iterator[tuple[str, bool]]:
    """The names that a statement writes, each once, and whether that is certain."""
    if isinstance(statement, Binding):
        if statement.value is not None:
            yield statement.name, True
        return
    if _is_function_call(statement):
        return
    found = {write.name for write in writes((statement,), MUTATORS)} | set(bound((statement,)))
    yield from ((name, False) for name in sorted(found))


def _is_function_call(statement: Statement) -> bool:
    return (
        isinstance(statement, Evaluate)
        and isinstance(statement.value, Call)
        and isinstance(statement.value.callee, Name)
    )


def bound(statements: Iterable[Statement]) -> Iterator[str]:
    """The names that statements bind, whichever branch they stand in; `*` for `import *`."""
    for statement in statements:
        match statement:
            case Binding(name, value) if value is not None:
                yield name
            case Evaluate(Call(Name("import *"))):
                yield ANY
            case If(_, then, otherwise):
                yield from bound((*then, *otherwise))
            case Block(_, _, body):
                yield from bound(body)
            case _:
                pass
