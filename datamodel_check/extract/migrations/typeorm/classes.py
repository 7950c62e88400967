"""Which classes are migrations, and when they run.

https://github.com/typeorm/typeorm/blob/0.3.31/src/migration/MigrationExecutor.ts
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.model.location import Location
from datamodel_check.model.module import Class, Field, Function, Literal
from datamodel_check.model.program import Program
from datamodel_check.model.values import ClassValue, Closure, ObjectValue, Unresolved, Value

_TIME = re.compile(r"\d{13}\Z")
_MOST_BASES = 20


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


def instance(program: Program, value: ClassValue) -> ObjectValue:
    """What `this` is in the methods of a class: its methods and properties, those that it inherits included."""
    entries: dict[str, Value] = {}
    unknown: list[Unresolved] = []
    for one in reversed(_lineage(program, value)):
        if not isinstance(one, ClassValue):
            place = Location(value.scope.path, value.declaration.span)
            unknown.append(Unresolved("it extends a class that is not known", program.describe(one), place))
            continue
        for member in one.declaration.members:
            if isinstance(member, Function) and member.name is not None:
                entries[member.name] = Closure(member, one.scope)
            elif isinstance(member, Field) and member.value is not None:
                entries[member.name] = program.evaluate(member.value, one.scope)
    return ObjectValue(entries, tuple(unknown))


def _lineage(program: Program, value: ClassValue) -> list[Value]:
    """A class and those that it extends."""
    found: list[Value] = [value]
    while value.declaration.bases and len(found) < _MOST_BASES:
        base = program.evaluate(value.declaration.bases[0], value.scope)
        found.append(base)
        if not isinstance(base, ClassValue):
            break
        value = base
    return found


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
