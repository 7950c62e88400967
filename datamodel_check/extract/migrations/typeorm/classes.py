"""Which classes are migrations, and when they run.

https://github.com/typeorm/typeorm/blob/0.3.31/src/migration/MigrationExecutor.ts
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.model.module import Class, Field, Function, Literal
from datamodel_check.model.program import Program
from datamodel_check.model.values import ClassValue, Closure

_TIME = re.compile(r"\d{13}\Z")
_MOST_SAFE = 13


class Migration(NamedTuple):
    """A class with a method `up`. `time` is what its name ends in; None where it does not."""

    name: str
    time: int | None
    value: ClassValue
    up: Closure


def migrations(program: Program, path: str) -> Iterator[Migration]:
    """The migrations that a module exports."""
    if b"queryrunner" not in program.tree.read(path).lower():
        return
    for export in program.exports(path):
        if isinstance(export.value, ClassValue) and export.value.scope.path == path:
            found = _migration(export.value)
            if found is not None:
                yield found


def _migration(value: ClassValue) -> Migration | None:
    up = _method(value.declaration, "up")
    name = _name(value.declaration)
    if up is None or not up.parameters or name is None:
        return None
    time = _TIME.search(name)
    if time is None and _method(value.declaration, "down") is None:
        return None
    return Migration(name, int(time[0]) if time else None, value, Closure(up, value.scope))


def _method(declaration: Class, name: str) -> Function | None:
    return next((each for each in declaration.members if isinstance(each, Function) and each.name == name), None)


def _name(declaration: Class) -> str | None:
    """The property `name` where the class has one, else the name of the class."""
    for member in declaration.members:
        if isinstance(member, Field) and member.name == "name" and isinstance(member.value, Literal):
            return str(member.value.value)
    return declaration.name
