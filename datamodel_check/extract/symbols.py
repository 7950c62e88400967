"""Recognising what comes from a package: by where a name is imported from, never by the name alone."""

from typing import NamedTuple

from datamodel_check.model.values import Access, Application, Constant, External, ListValue, ObjectValue, Value


class Symbol(NamedTuple):
    """Something of a package: `Symbol("drizzle-orm/pg-core", ("pgTable",))`."""

    package: str
    path: tuple[str, ...]

    @property
    def name(self) -> str:
        return ".".join(self.path)


class Step(NamedTuple):
    """One method call of a chain: `.default(5)`."""

    name: str
    arguments: tuple[Value, ...]
    call: Application


def symbol(value: Value) -> Symbol | None:
    """What `value` is called in the package that it comes from; None where it is no plain member of a package."""
    names: list[str] = []
    while isinstance(value, Access):
        names.append(value.name)
        value = value.object
    if not isinstance(value, External):
        return None
    return Symbol(value.package, (*value.path, *reversed(names)))


def callee(value: Value) -> Symbol | None:
    """What is called by `value`, where that is a function of a package."""
    return symbol(value.callee) if isinstance(value, Application) else None


def chain(value: Value) -> tuple[Value, tuple[Step, ...]]:
    """`text("name").notNull().default("x")` as the call `text("name")` and the steps `notNull`, `default`."""
    steps: list[Step] = []
    while isinstance(value, Application) and isinstance(value.callee, Access) and symbol(value.callee) is None:
        steps.append(Step(value.callee.name, value.arguments, value))
        value = value.callee.object
    return value, tuple(reversed(steps))


def argument(arguments: tuple[Value, ...], index: int) -> Value | None:
    """The argument at `index`, or None where it is not given."""
    value = arguments[index] if index < len(arguments) else None
    return None if isinstance(value, Constant) and value.undefined else value


def string(value: Value | None) -> str | None:
    return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None


def entry(value: Value | None, name: str) -> Value | None:
    """A member of an object that is given; None where it is missing or undefined."""
    found = value.entries.get(name) if isinstance(value, ObjectValue) else None
    return None if isinstance(found, Constant) and found.undefined else found


def truthy(value: Value | None) -> bool:
    """JavaScript's truth of a value; what is not computed is an object, so true."""
    if isinstance(value, Constant):
        return bool(value.value)
    return value is not None


def strings(value: Value | None) -> tuple[str, ...] | None:
    """The strings of an array, or of an object's values; None unless all are strings."""
    if isinstance(value, ListValue) and not value.open:
        items: tuple[Value, ...] = value.items
    elif isinstance(value, ObjectValue) and not value.open:
        items = tuple(value.entries.values())
    else:
        return None
    texts = tuple(string(item) for item in items)
    return tuple(text for text in texts if text is not None) if None not in texts else None
