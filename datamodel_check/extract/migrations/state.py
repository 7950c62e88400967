"""The state of a database while migrations change it."""

from typing import NamedTuple

from datamodel_check.extract.migrations.taken import Taken
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Enum, Sequence, Table, View, qualified
from datamodel_check.model.sql import ObjectName, SqlDialect

_DEFAULT_SCHEMAS = frozenset({None, "", "public", "main"})


MOST_COLUMNS: dict[SqlDialect, int] = {"postgresql": 1600, "mysql": 4096, "sqlite": 2000}
"""https://www.postgresql.org/docs/current/limits.html, https://dev.mysql.com/doc/refman/8.4/en/column-count-limit.html,
https://www.sqlite.org/limits.html"""

MOST_KEYS = 2000
"""No schema has so many: the work that a hostile one makes stays small."""


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
        self._taken: Taken | None = None

    # --- undoing -----------------------------------------------------------------------------------------------------

    def saved(self) -> Saved:
        """What `restore` goes back to. The facts are immutable: it costs a copy of four dictionaries' references."""
        return Saved(dict(self._tables), dict(self._enums), dict(self._views), dict(self._sequences))

    def restore(self, saved: Saved) -> None:
        self._tables, self._enums, self._views, self._sequences = saved
        self._taken = None

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
        """Raises `ConflictError` where the table has more columns than the database puts up with."""
        check_size(len(table.columns), "columns", MOST_COLUMNS[self.dialect])
        key = self._folded(Key(table.schema, table.name))
        if self._taken is not None:
            if key in self._tables:
                self._taken.add(self._tables[key], -1)
            self._taken.add(table)
        self._tables[key] = table
        return table

    def remove(self, table: Table) -> None:
        del self._tables[self._folded(Key(table.schema, table.name))]
        if self._taken is not None:
            self._taken.add(table, -1)

    def rename(self, table: Table, key: Key) -> Table:
        """The table under another name."""
        self.remove(table)
        return self.put(table._replace(schema=key.schema, name=key.name, code_name=key.name))

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

    def takes(self, schema: str | None, name: str) -> bool:
        """Whether a name of PostgreSQL stands for a table, index, view or sequence of the schema."""
        key = qualified(schema, name)
        return self.taken.relations[schema, name] > 0 or key in self._views or key in self._sequences

    @property
    def taken(self) -> Taken:
        if self._taken is None:
            self._taken = Taken(self._tables.values())
        return self._taken


def check_keys(table: Table) -> None:
    """Raises `ConflictError` where the table has more than the replay puts up with."""
    keys = len(table.uniques) + len(table.indexes) + len(table.foreign_keys) + len(table.checks)
    check_size(keys, "keys, indexes and checks", MOST_KEYS)


def check_size(count: int, what: str, most: int) -> None:
    """Raises `ConflictError` where there are more than `most`."""
    if count > most:
        raise ConflictError(f"a table has at most {most} {what}, this one {count}")
