"""What the tests of linking say: files in memory, and what a name in them comes to."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from datamodel_check import link, parse
from datamodel_check.model.program import Program
from datamodel_check.model.values import ListValue, ObjectValue, Unresolved, Value

Sources: TypeAlias = Mapping[str, str] | str


class Memory:
    """A tree of files that exist nowhere else."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = files

    @property
    def paths(self) -> Sequence[str]:
        return sorted(self.files)

    def __contains__(self, path: str) -> bool:
        return path in self.files

    def glance(self, path: str) -> bytes:
        return self.read(path)

    def read(self, path: str) -> bytes:
        return self.files[path].encode()


def linked(sources: Sources) -> Program:
    """The program; sources without a name are `a.ts`."""
    return link.program(Memory({"a.ts": sources} if isinstance(sources, str) else sources), parse)


def value(sources: Sources, name: str = "a.ts#x") -> Value:
    """What `path#name` stands for."""
    path, _, binding = name.partition("#")
    program = linked(sources)
    found = {export.name: export.value for export in (*program.exports(path), *program.bindings(path))}
    return found[binding]


def text(sources: Sources, name: str = "a.ts#x") -> str:
    """What `path#name` stands for, as source text."""
    return linked({}).describe(value(sources, name))


def evaluates(sources: Sources, expected: str, name: str = "a.ts#x") -> None:
    """`path#name` is fully known."""
    assert (text(sources, name), reasons(sources, name)) == (expected, [])


def unresolved(sources: Sources, expected: str, reason: str, name: str = "a.ts#x") -> None:
    """`path#name` is not known, or not in all its parts: its text, and why."""
    assert (text(sources, name), reasons(sources, name)) == (expected, [reason])


def reasons(sources: Sources, name: str) -> list[str]:
    """Why a value, or parts of it, are not known."""
    found: list[str] = []
    pending: list[Value] = [value(sources, name)]
    while pending:
        match pending.pop():
            case Unresolved(reason=reason):
                found.append(reason)
            case ListValue(items=items, open=unknown):
                pending += (*items, *unknown)
            case ObjectValue(entries=entries, open=unknown):
                pending += (*entries.values(), *unknown)
            case _:
                pass
    return found
