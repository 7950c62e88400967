"""Mongoose's `Schema`, as far as facts depend on it (mongoose/lib/schema.js).

It is filled as Mongoose fills it: from its definition, and by what is called on it afterwards.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.mongoose.reader import Reader
from datamodel_check.extract.symbols import entry, string, truthy
from datamodel_check.model.location import Location
from datamodel_check.model.values import Constant, ListValue, ObjectValue, Unresolved, Value

_SPECIAL = frozenset({"__proto__", "constructor", "prototype"})

_NO_OPTIONS = ObjectValue({})

_FALSE = Constant(value=False)

_AUTO = ObjectValue({"auto": Constant(value=True)})
"""The options of an `_id` that Mongoose adds itself."""


class Path(NamedTuple):
    """What stands at a path of a schema: a schema type.

    `items` is what an array holds, or the values of a map; `schema` belongs to a `subdocument`.
    """

    type: str
    options: ObjectValue
    location: Location
    schema: "Schema | None" = None
    items: "Path | None" = None

    @property
    def text(self) -> str:
        if self.items is None:
            return self.type
        return f"{self.items.text}[]" if self.type == "array" else f"{self.type}<{self.items.text}>"


class DeclaredIndex(NamedTuple):
    """`schema.index(keys, options)`."""

    keys: tuple[tuple[str, Value], ...]
    options: ObjectValue
    location: Location


class Virtual(NamedTuple):
    """A property that is computed or populated, and not stored."""

    name: str
    options: Value | None
    location: Location


class Discriminator(NamedTuple):
    """A kind of document among the others of a collection: what it adds, and the value that tells it."""

    name: str
    value: str
    schema: "Schema"


class Schema:
    """The paths of a document, in order."""

    def __init__(self, reader: Reader, definition: Value | None, options: Value | None, location: Location) -> None:
        self.reader = reader
        self.location = location
        self.definition: ObjectValue | None = definition if isinstance(definition, ObjectValue) else None
        self.options: dict[str, Value] = {}
        self.paths: dict[str, Path] = {}
        self.nested: set[str] = set()
        self.virtuals: dict[str, Virtual] = {}
        self.aliases: dict[str, str] = {}
        """Other names of paths."""
        self.indexes: dict[tuple[object, Location], DeclaredIndex] = {}
        """By what was said where: a function that is run twice says nothing new."""
        self.discriminators: list[Discriminator] = []
        self.plugins: list[Value] = []
        self._read_options(options)
        self._define(definition)
        self._finish()

    def _read_options(self, options: Value | None) -> None:
        if isinstance(options, ObjectValue):
            for name, value, _ in self.reader.entries("the schema's options", options, self.location):
                self.options[name] = value
        elif options is not None and not (isinstance(options, Constant) and options.value is None):
            self.reader.unresolved("the schema's options", options, self.location)

    def _define(self, definition: Value | None) -> None:
        if isinstance(definition, ListValue):
            for one in definition.items:
                self.add(one)
        elif definition is not None:
            self.add(definition)

    def _finish(self) -> None:
        """The identifier and the timestamps, which Mongoose adds by itself (helpers/schema/addAutoId.js)."""
        if "_id" not in self.paths and "_id" not in self.nested and self.option("_id", default=True):
            self.paths["_id"] = Path("objectid", _AUTO, self.location)
        for name, value, place in self._virtual_options():
            self.virtual(name, entry(value, "options"), place)
        self.timestamps(self.options.get("timestamps"))

    def _virtual_options(self) -> Iterator[tuple[str, Value, Location]]:
        virtuals = self.options.get("virtuals")
        if isinstance(virtuals, ObjectValue):
            yield from self.reader.entries("the schema's virtuals", virtuals, self.location)

    # --- options -----------------------------------------------------------------------------------------------------

    @property
    def type_key(self) -> str:
        return string(self.options.get("typeKey")) or "type"

    def option(self, name: str, *, default: bool) -> bool:
        return self.reader.flag(
            ObjectValue(self.options), name, default=default, what="the schema", place=self.location
        )

    def set(self, name: str, value: Value) -> None:
        """`schema.set(name, value)`."""
        self.options[name] = value
        if name == "timestamps":
            self.timestamps(value)
        elif name == "_id":
            if truthy(value):
                self.paths.setdefault("_id", Path("objectid", _AUTO, self.location))
            elif "_id" in self.paths and truthy(entry(self.paths["_id"].options, "auto")):
                del self.paths["_id"]

    def timestamps(self, value: Value | None) -> None:
        """`createdAt` and `updatedAt`, which may be renamed or left out (helpers/timestamps/setupTimestamps.js)."""
        if isinstance(value, Unresolved):
            self.reader.unresolved("the option timestamps of the schema", value, self.location)
            return
        if not truthy(value):
            return
        for name in ("createdAt", "updatedAt"):
            called = self._timestamp(value, name)
            if called is not None and called not in self.paths:
                self.paths[called] = Path("date", _NO_OPTIONS, self.location)

    def _timestamp(self, value: Value | None, name: str) -> str | None:
        """helpers/schema/handleTimestampOption.js."""
        if not isinstance(value, ObjectValue) or name not in value.entries:
            return name
        chosen = value.entries[name]
        if isinstance(chosen, Constant) and isinstance(chosen.value, bool):
            return name if chosen.value else None
        if isinstance(chosen, Constant) and chosen.value is None:
            return None
        called = string(chosen)
        if called is None:
            self.reader.unresolved(f"the name of {name}", chosen, self.location)
        return called

    # --- paths -------------------------------------------------------------------------------------------------------

    def add(self, value: Value, prefix: str = "") -> None:
        """`schema.add(definition)`; of another schema everything is taken over (helpers/schema/merge.js)."""
        other = self.reader.schema(value)
        if other is not None:
            self._merge(other)
        elif isinstance(value, ObjectValue):
            if not prefix and _is_false(value.entries.get("_id")):
                self.options["_id"] = _FALSE
            what = f"the paths of {prefix.removesuffix('.')}" if prefix else "the paths of a schema"
            for name, one, place in self.reader.entries(what, value, self.location):
                if name not in _SPECIAL and not (name == "_id" and _is_false(one)):
                    self._add(prefix + name, one, place)
        else:
            self.reader.unresolved("the paths of a schema", value, self.location, _MISSING)

    def _add(self, name: str, value: Value, place: Location) -> None:
        if isinstance(value, ObjectValue) and value.entries and not self._is_typed(value):
            self.nested.add(name)
            self.add(value, f"{name}.")
            return
        self.define(name, value, place)

    def _is_typed(self, value: ObjectValue) -> bool:
        """Whether an object has a type, and is not itself an object of paths one of which is called `type`."""
        type_ = entry(value, self.type_key)
        if type_ is None or not truthy(type_):
            return False
        nested = self.type_key == "type" and isinstance(type_, ObjectValue) and truthy(entry(type_, "type"))
        return not nested

    def define(self, name: str, value: Value, place: Location) -> None:
        """`schema.path(name, value)`."""
        parent = name.rpartition(".")[0]
        if parent:
            self.nested.add(parent)
        path = self.interpreted(name, value, place)
        self.paths[name] = path
        if path.type == "map" and path.items is not None:
            self.paths[f"{name}.$*"] = path.items
        alias = entry(path.options, "alias")
        for one in alias.items if isinstance(alias, ListValue) else (alias,):
            if text := string(one):
                self.alias(name, text, place)

    def alias(self, path: str, name: str, place: Location) -> None:
        """Another name of a path."""
        self.aliases[name] = path
        self.virtual(name, None, place)

    def interpreted(self, name: str, value: Value, place: Location) -> Path:
        """The schema type that a definition means."""
        from datamodel_check.extract.schema.mongoose.types import interpreted

        return interpreted(self, name, value, place)

    def remove(self, names: Sequence[str]) -> None:
        """`schema.remove(names)`."""
        for name in names:
            self.nested = {one for one in self.nested if one != name and not one.startswith(f"{name}.")}
            self.paths = {
                path: one for path, one in self.paths.items() if path != name and not path.startswith(f"{name}.")
            }

    def update(self, name: str, option: str, value: Value) -> None:
        """`schema.path(name).required(value)` and the like."""
        path = self.paths[name]
        self.paths[name] = path._replace(options=ObjectValue({**path.options.entries, option: value}))

    # --- the rest ----------------------------------------------------------------------------------------------------

    def virtual(self, name: str, options: Value | None, place: Location) -> None:
        if name not in self.virtuals or options is not None:
            self.virtuals[name] = Virtual(name, options, place)

    def index(self, keys: Value | None, options: Value | None, place: Location) -> None:
        """`schema.index(keys, options)`."""
        if isinstance(keys, Constant) and isinstance(keys.value, str):
            keys = ObjectValue({one: Constant(1) for one in keys.value.split()})
        if not isinstance(keys, ObjectValue) or keys.open:
            unknown = keys.open[0] if isinstance(keys, ObjectValue) else keys
            self.reader.unresolved("the paths of an index", unknown, place)
            return
        if options is not None and not isinstance(options, ObjectValue):
            if not (isinstance(options, Constant) and options.value is None):
                self.reader.unresolved("the options of an index", options, place)
            options = None
        named = self._without_aliases(keys.entries, self.reader.major(place.path))
        self.indexes[named, place] = DeclaredIndex(named, options or _NO_OPTIONS, place)

    def _without_aliases(self, keys: dict[str, Value], major: int | None) -> tuple[tuple[str, Value], ...]:
        """Aliases are taken for the paths that they mean since version 7, which put these last."""
        if major is not None and major < 7:
            return tuple(keys.items())
        named = [(self.aliases.get(name, name), value) for name, value in keys.items()]
        if major == 7:
            named.sort(key=lambda pair: pair[0] not in keys)
        return tuple(named)

    def _merge(self, other: "Schema") -> None:
        self.paths.update(other.paths)
        self.nested |= other.nested
        self.virtuals.update(other.virtuals)
        self.indexes |= other.indexes
        self.discriminators += other.discriminators
        for name, value in other.options.items():
            if name not in self.options:
                self.set(name, value)

    # --- other schemas made of this one ------------------------------------------------------------------------------

    def copy(self) -> "Schema":
        """`schema.clone()`."""
        made = Schema(self.reader, None, ObjectValue({"_id": _FALSE}), self.location)
        made.definition = self.definition
        made.options = dict(self.options)
        made.paths = dict(self.paths)
        made.nested = set(self.nested)
        made.virtuals = dict(self.virtuals)
        made.aliases = dict(self.aliases)
        made.indexes = dict(self.indexes)
        made.discriminators = list(self.discriminators)
        return made

    def without(self, names: Sequence[str]) -> "Schema":
        """`schema.omit(names)`."""
        made = self.copy()
        made.remove(names)
        return made

    def only(self, names: Sequence[str]) -> "Schema":
        """`schema.pick(names)`: indexes and virtuals are not taken over."""
        made = Schema(self.reader, None, ObjectValue(self.options), self.location)
        chosen = {path for path in self.paths for name in names if path == name or path.startswith(f"{name}.")}
        made.paths = {path: one for path, one in self.paths.items() if path in chosen} | made.paths
        return made

    def with_id(self, option: Value | None) -> "Schema":
        """The schema of a sub-document whose options may deny it an `_id` (helpers/schema/handleIdOption.js)."""
        if option is None or (isinstance(option, Constant) and option.value is None):
            return self
        made = self.copy()
        made.set("_id", option)
        if not truthy(option):
            made.remove(["_id"])
        return made


_MISSING = "Its paths are missing from the facts; write them as an object."


def _is_false(value: Value | None) -> bool:
    return isinstance(value, Constant) and value.value is False
