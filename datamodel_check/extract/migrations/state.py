"""The state of a database while migrations change it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from datamodel_check.model.location import Location
from datamodel_check.model.schema import Enum, Sequence, Table, View, qualified
from datamodel_check.model.sql import ObjectName, SqlDialect

_DEFAULT_SCHEMAS = frozenset({None, "", "public", "main"})


class ConflictError(Exception):
    """A statement that the database would refuse in this state. The message says why, without the place.

    `missing` names what it is about that no earlier migration creates.
    """

    def __init__(self, message: str, missing: str | None = None) -> None:
        super().__init__(message)
        self.missing = missing


class Key(NamedTuple):
    """What a table, enum or index is known by; `schema` is None for the default schema."""

    schema: str | None
    name: str

    def __str__(self) -> str:
        return qualified(self.schema, self.name)


class Saved(NamedTuple):
    """The content of a state."""

    tables: dict[str, Table]
    enums: dict[str, Enum]
    views: dict[str, View]
    sequences: dict[str, Sequence]


class State:
    """Tables, enums, views and sequences. It changes in place; what it holds are immutable facts."""

    def __init__(self, dialect: SqlDialect) -> None:
        self.dialect = dialect
        self.place: Location
        """Where the statement stands that is being applied."""
        self.search_path: str | None = None
        self.legacy_alter_table = False
        self.foreign_keys = False
        self.temporary: set[str] = set()
        self._tables: dict[str, Table] = {}
        self._enums: dict[str, Enum] = {}
        self._views: dict[str, View] = {}
        self._sequences: dict[str, Sequence] = {}

    # --- undoing -----------------------------------------------------------------------------------------------------

    def saved(self) -> Saved:
        """What `restore` goes back to. The facts are immutable: it costs a copy of four dictionaries' references."""
        return Saved(dict(self._tables), dict(self._enums), dict(self._views), dict(self._sequences))

    def restore(self, saved: Saved) -> None:
        self._tables, self._enums, self._views, self._sequences = saved

    # --- names -------------------------------------------------------------------------------------------------------

    def key(self, name: ObjectName) -> Key:
        """What a name means here. A database of MySQL is none of the model's schemas."""
        if self.dialect == "mysql":
            return Key(None, name.name)
        schema = self.search_path if name.schema is None else name.schema
        return Key(None if schema in _DEFAULT_SCHEMAS else schema, name.name)

    def _folded(self, key: Key) -> str:
        return str(key).lower() if self.dialect == "sqlite" else str(key)

    def same(self, name: str, other: str) -> bool:
        """Whether two names of columns, indexes or constraints are one: only PostgreSQL looks at their case."""
        return name == other or (self.dialect != "postgresql" and name.lower() == other.lower())

    # --- tables ------------------------------------------------------------------------------------------------------

    @property
    def tables(self) -> list[Table]:
        return list(self._tables.values())

    def find(self, key: Key) -> Table | None:
        return self._tables.get(self._folded(key))

    def table(self, name: ObjectName) -> Table:
        """Raises `ConflictError` where there is none."""
        table = self.find(self.key(name))
        if table is None:
            raise ConflictError(f"no earlier migration creates the table {self.key(name)}", str(self.key(name)))
        return table

    def put(self, table: Table) -> Table:
        self._tables[self._folded(Key(table.schema, table.name))] = table
        return table

    def remove(self, table: Table) -> None:
        del self._tables[self._folded(Key(table.schema, table.name))]

    def rename(self, table: Table, key: Key) -> Table:
        """The table under another name, in its old place among the others, and keys that point to it."""
        renamed = table._replace(schema=key.schema, name=key.name, code_name=key.name)
        self._tables = {
            self._folded(Key(each.schema, each.name)): each
            for each in (renamed if each is table else each for each in self._tables.values())
        }
        return renamed

    def repoint(self, old: str, new: str) -> None:
        """Foreign keys to the table `old` point to `new`."""
        for table in self.tables:
            if any(key.table == old for key in table.foreign_keys):
                keys = tuple(key._replace(table=new) if key.table == old else key for key in table.foreign_keys)
                self.put(table._replace(foreign_keys=keys))

    # --- enums, views, sequences -------------------------------------------------------------------------------------

    @property
    def enums(self) -> list[Enum]:
        return list(self._enums.values())

    def find_enum(self, name: ObjectName) -> Enum | None:
        return self._enums.get(str(self.key(name)))

    def enum(self, name: ObjectName) -> Enum:
        """Raises `ConflictError` where there is none."""
        enum = self.find_enum(name)
        if enum is None:
            raise ConflictError(f"no earlier migration creates the type {self.key(name)}", str(self.key(name)))
        return enum

    def put_enum(self, enum: Enum, *, instead_of: str | None = None) -> None:
        if instead_of is not None and instead_of != enum.key:
            self._enums = {enum.key if key == instead_of else key: each for key, each in self._enums.items()}
        self._enums[enum.key] = enum

    def remove_enum(self, key: str) -> None:
        del self._enums[key]

    @property
    def views(self) -> dict[str, View]:
        return self._views

    @property
    def sequences(self) -> dict[str, Sequence]:
        return self._sequences

    def relations(self, schema: str | None) -> Iterator[str]:
        """The names that no other table, index, view or sequence of the schema can have in PostgreSQL."""
        for table in self.tables:
            if table.schema == schema:
                yield table.name
                yield from constraint_names(table, indexed=True)
                yield from (index.name for index in table.indexes if index.name)
        yield from (view.name for view in self._views.values() if view.schema == schema)
        yield from (sequence.name for sequence in self._sequences.values() if sequence.schema == schema)


def constraint_names(table: Table, *, indexed: bool = False) -> Iterator[str]:
    """The names of a table's constraints; with `indexed` only of those that have an index."""
    if table.primary_key_name:
        yield table.primary_key_name
    constraints: Iterable[object] = table.uniques if indexed else (*table.uniques, *table.foreign_keys, *table.checks)
    for constraint in constraints:
        name = getattr(constraint, "name", None)
        if name:
            yield name
