"""Drizzle: `db.select().from(users)`, `db.query.users.findMany({ with: … })`, `db.insert(users)`, ``sql`…` ``.

A table that a Drizzle schema declares, given to a method of a query builder, is proof of itself: the database may
be a parameter, a transaction or made at run time. Only where a table is a name (`db.query.users`) must it be known.

Sources: drizzle-orm/pg-core/db.ts, pg-core/query-builders/*.ts, relations.ts, and their siblings of the other dialects.
"""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.layers.access.protocol import Run, Site, Touch
from datamodel_check.extract.layers.access.statements import executed, statement
from datamodel_check.extract.layers.access.tables import Declared, Tables
from datamodel_check.extract.schema.drizzle.reader import table_call
from datamodel_check.extract.symbols import argument, callee, chain, entry, symbol
from datamodel_check.model.program import Program
from datamodel_check.model.values import (
    Access,
    Application,
    Closure,
    Constant,
    External,
    ListValue,
    Namespace,
    ObjectValue,
    Unresolved,
    Value,
)

_PACKAGE = "drizzle-orm"

_READS = frozenset(
    {"from", "$count", "innerJoin", "leftJoin", "rightJoin", "fullJoin", "crossJoin"}
    | {"innerJoinLateral", "leftJoinLateral", "crossJoinLateral"}
)
_WRITES = frozenset({"insert", "update", "delete"})
_QUERIES = frozenset({"findMany", "findFirst"})
_STATEMENTS = frozenset({"execute", "run", "all", "get", "values"})


class DrizzleAccess:
    """Implements `Access`."""

    def __init__(self, program: Program, tables: Tables) -> None:
        self._program = program
        self._tables = tables
        self._sources = list(tables.of("drizzle"))

    def touch(self, site: Site) -> Touch | None:
        name = site.name
        if name in _READS or name in _WRITES:
            return self._built(site)
        if name in _QUERIES:
            return self._queried(site)
        if name == "transaction":
            return self._transaction(site)
        if name in _STATEMENTS:
            return self._executed(site)
        return None

    def text(self, tag: Value, parts: Sequence[str | Value]) -> Touch | None:
        origin = symbol(tag)
        if origin is None or not _is_drizzle(origin.package) or origin.path[:1] != ("sql",):
            return None
        return statement(parts, self._tables.named, self._key)

    def holds(self, value: Value) -> bool:
        return self._table(value) is not None or self._database(value) is not None

    # --- the builder -------------------------------------------------------------------------------------------------

    def _built(self, site: Site) -> Touch | None:
        """A method that is given a table."""
        if not site.arguments or isinstance(site.receiver, Constant | ListValue | ObjectValue | Namespace):
            return None
        keys = frozenset(key for value in site.possible(site.arguments[0]) if (key := self._key(value)) is not None)
        if not keys or all(_is_global(one) for one in site.receivers):
            return None
        return Touch(writes=keys) if site.name in _WRITES else Touch(reads=keys)

    def _key(self, value: Value) -> str | None:
        found = self._table(value)
        return None if found is None else found.key

    def _table(self, value: Value) -> Declared | None:
        """The table behind a value, aliases seen through."""
        root, _ = chain(value)
        if isinstance(root, Application):
            made = symbol(root.callee)
            if made is not None and _is_drizzle(made.package) and made.path[-1:] in (("alias",), ("aliasedTable",)):
                target = argument(root.arguments, 0)
                return None if target is None else self._table(target)
        call = table_call(value)
        return None if call is None else self._tables.at("drizzle", call.application.location)

    # --- relational queries ------------------------------------------------------------------------------------------

    def _queried(self, site: Site) -> Touch | None:
        """`db.query.users.findMany({ with: { posts: true } })`."""
        found = {one.key: one for value in site.receivers for one in self._members(value, site)}
        if not found:
            return None
        options = argument(site.arguments, 0)
        related = {key for one in found.values() for key in self._related(one, options)}
        return Touch(reads=frozenset({*found, *related}))

    def _members(self, value: Value, site: Site) -> Iterator[Declared]:
        """The table that `db.query.users` means: a member of the schema that the database was made with."""
        if not isinstance(value, Access) or not isinstance(value.object, Access):
            return
        name, query = value.name, value.object
        if query.name not in {"query", "_query"}:
            return
        databases = [self._database(one) for one in site.possible(query.object)]
        known = [one for one in databases if one is not None]
        for database in known:
            table = self._declared(database, name)
            if table is not None:
                yield table
        if not known and all(_is_open(one) for one in site.possible(query.object)) and len(self._sources) == 1:
            yield from self._only(name)

    def _declared(self, database: Application, name: str) -> Declared | None:
        """The table that the schema given to `drizzle()` holds under a name."""
        for given in database.arguments:
            schema = entry(given, "schema")
            if schema is not None:
                return self._table(self._program.member(schema, name))
        for given in database.arguments:
            made = entry(given, "relations")
            if isinstance(made, Application) and made.arguments:
                return self._table(self._program.member(made.arguments[0], name))
        only = list(self._only(name)) if len(self._sources) == 1 else []
        return only[0] if only else None

    def _only(self, name: str) -> Iterator[Declared]:
        """The table of that name in the code, in the only schema that there is."""
        source = self._sources[0]
        named = [table for table in source.tables if table.code_name == name]
        if len(named) == 1:
            yield Declared(source, named[0])

    def _related(self, table: Declared, options: Value | None) -> Iterator[str]:
        """The tables of `with`, also of those inside."""
        included = entry(options, "with")
        for name, inner in included.entries.items() if isinstance(included, ObjectValue) else ():
            relation = self._tables.relation(table.source, table.key, name)
            target = relation and table.source.table(relation.to)
            if isinstance(inner, Constant) and not inner.value:
                continue
            if relation is not None and target is not None:
                yield target.key
                if relation.through:
                    yield relation.through
                yield from self._related(Declared(table.source, target), inner)

    # --- databases ---------------------------------------------------------------------------------------------------

    def _database(self, value: Value) -> Application | None:
        """The call of `drizzle()` behind a database, `withReplicas(…)` and `$with` seen through."""
        root, _ = chain(value)
        if not isinstance(root, Application):
            return None
        made = symbol(root.callee)
        if made is None or not _is_drizzle(made.package) or not made.path:
            return None
        if made.path[-1] == "withReplicas" and root.arguments:
            return self._database(root.arguments[0])
        return root if made.path[0] == "drizzle" else None

    def _transaction(self, site: Site) -> Touch | None:
        """`db.transaction(async (tx) => …)`: the transaction is a database of the same schema."""
        function = argument(site.arguments, 0)
        if function is None:
            return None
        known = next((one for one in site.receivers if self._database(one) is not None), None)
        return Touch(runs=(Run(function, (known,)),)) if known is not None else None

    def _executed(self, site: Site) -> Touch | None:
        """`db.execute("delete from users")`; tagged templates are read where they stand."""
        text = argument(site.arguments, 0)
        if text is None or all(self._database(one) is None for one in site.receivers):
            return None
        return executed([one for value in site.possible(text) for one in _raw(value)], self._tables.named, self._key)


def _raw(value: Value) -> tuple[Value, ...]:
    """The text of `sql.raw(text)`; any other value itself."""
    made = callee(value)
    if made is not None and _is_drizzle(made.package) and made.path == ("sql", "raw"):
        assert isinstance(value, Application)
        return value.arguments[:1]
    return (value,)


def _is_drizzle(package: str) -> bool:
    return package == _PACKAGE or package.startswith(f"{_PACKAGE}/")


def _is_global(value: Value) -> bool:
    """Whether a value is JavaScript's own: `new Map()`, `Array`."""
    root, _ = chain(value)
    root = root.callee if isinstance(root, Application) else root
    return isinstance(root, External) and root.package == ""


def _is_open(value: Value) -> bool:
    """Whether nothing is known of a value."""
    while isinstance(value, Access | Application):
        value = value.object if isinstance(value, Access) else value.callee
    return isinstance(value, Unresolved | Closure)
