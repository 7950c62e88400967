"""The files of migrations → what they depend on, replace and do: `MigrationLoader.load_disk`.

https://github.com/django/django/blob/stable/5.2.x/django/db/migrations/loader.py
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from datamodel_check.extract.migrations.django.operations import PARAMETERS, STATELESS, Operation, operation
from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import Location
from datamodel_check.model.values import Application, ClassValue, Constant, ListValue, Unresolved, Value

Node: TypeAlias = tuple[str, str]
"""A migration: the label of its app and its name."""

_MIGRATION = ("django.db.migrations.Migration", "django.db.migrations.migration.Migration")


class Migration(NamedTuple):
    """One migration. `unread` are places whose operations nobody knows."""

    node: Node
    path: str
    location: Location
    operations: tuple[Operation, ...]
    dependencies: tuple[Node, ...] = ()
    run_before: tuple[Node, ...] = ()
    replaces: tuple[Node, ...] = ()
    unread: tuple[Value, ...] = ()


def migration(reader: Reader, path: str, label: str, user_model: str) -> Migration | None:
    """The migration of a file; None of a file that holds none."""
    name = path.rpartition("/")[2].removesuffix(".py")
    for binding in reader.program.bindings(path):
        bases = reader.mro(binding.value) if binding.name == "Migration" else ()
        if isinstance(binding.value, ClassValue) and any(known.dotted(base) in _MIGRATION for base in bases):
            return _migration(reader, (label, name), path, binding.value, user_model)
    return None


def _migration(reader: Reader, node: Node, path: str, value: ClassValue, user_model: str) -> Migration:
    said = {one.name: one.value for one in reader.program.attributes(value) if one.value is not None}
    found, unread = _operations(reader, said.get("operations"))
    return Migration(
        node,
        path,
        Location(path, value.declaration.span),
        tuple(found),
        tuple(_nodes(said.get("dependencies"), user_model)),
        tuple(_nodes(said.get("run_before"), user_model)),
        tuple(_nodes(said.get("replaces"), user_model)),
        tuple(unread),
    )


def _nodes(value: Value | None, user_model: str) -> Iterator[Node]:
    """`("shop", "0001_initial")`, and `migrations.swappable_dependency(settings.AUTH_USER_MODEL)`."""
    for item in value.items if isinstance(value, ListValue) else ():
        if isinstance(item, ListValue) and len(item.items) == 2:
            app, name = (string(part) for part in item.items)
            if app and name:
                yield app, name
        elif isinstance(item, Application) and known.dotted(item.callee) in _SWAPPABLE and item.arguments:
            setting = item.arguments[0]
            text = user_model if known.dotted(setting) == "django.conf.settings.AUTH_USER_MODEL" else string(setting)
            if text:
                yield text.partition(".")[0], "__first__"


_SWAPPABLE = ("django.db.migrations.swappable_dependency", "django.db.migrations.migration.swappable_dependency")


def _operations(reader: Reader, value: Value | None) -> tuple[list[Operation], list[Value]]:
    found: list[Operation] = []
    unread: list[Value] = []
    if value is None:
        return found, unread
    if isinstance(value, Unresolved) and value.alternatives:
        return _either(reader, value)
    if not isinstance(value, ListValue):
        return found, [value]
    unread.extend(value.open)
    for item in value.items:
        kind = _kind(reader, item)
        if isinstance(item, Application) and kind in PARAMETERS:
            found.append(operation(kind, item))
        elif kind not in STATELESS:
            unread.append(item)
    return found, unread


def _either(reader: Reader, value: Unresolved) -> tuple[list[Operation], list[Value]]:
    """Operations that hang on a test nobody knows: of no matter as long as none of them changes the state."""
    read = [_operations(reader, other) for other in value.alternatives]
    changing = any(one.kind != "RunPython" for operations, unread in read for one in operations)
    if changing or any(unread for _, unread in read):
        return [], [value]
    return max((operations for operations, _ in read), key=len), []


def _kind(reader: Reader, value: Value) -> str:
    """The class of an operation; of one of the repository, the class of Django that it inherits from."""
    for base in reader.mro(value.callee) if isinstance(value, Application) else ():
        name = known.name(base)
        if name in PARAMETERS or name in STATELESS:
            return name or ""
    return ""


def state_operations(reader: Reader, one: Operation) -> tuple[list[Operation], list[Value]]:
    """What `SeparateDatabaseAndState` and `RunSQL` do to the state alone."""
    given = one.options.get("state_operations")
    return _operations(reader, None if isinstance(given, Constant) else given)


def place_of(value: Value | None, otherwise: Location) -> Location:
    found = getattr(value, "location", None)
    return found if isinstance(found, Location) and found.path else otherwise
