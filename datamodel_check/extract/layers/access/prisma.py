"""Prisma: `prisma.user.findMany({ include: … })`, nested writes, `prisma.$transaction(…)`, ``prisma.$queryRaw`…` ``.

A model is a member of the client, so the client must be known: `new PrismaClient()`, also extended, of a class that
extends it, or by its type. https://www.prisma.io/docs/orm/reference/prisma-client-reference
"""

from collections.abc import Callable, Iterator, Sequence

from datamodel_check.extract.layers.access.protocol import Base, Run, Site, Touch
from datamodel_check.extract.layers.access.statements import executed, statement
from datamodel_check.extract.layers.access.tables import Declared, Tables
from datamodel_check.extract.symbols import argument, chain, symbol
from datamodel_check.model.schema import Relation
from datamodel_check.model.values import (
    Access,
    Application,
    Constant,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

_READS = frozenset(
    {"aggregate", "aggregateRaw", "count", "findFirst", "findFirstOrThrow", "findMany", "findRaw", "findUnique"}
    | {"findUniqueOrThrow", "groupBy"}
)
_WRITES = frozenset(
    {"create", "createMany", "createManyAndReturn", "delete", "deleteMany", "update", "updateMany"}
    | {"updateManyAndReturn", "upsert"}
)
_TEXTS = frozenset({"$executeRaw", "$queryRaw", "$queryRawTyped"})
_UNSAFE = frozenset({"$executeRawUnsafe", "$queryRawUnsafe"})
_CLIENTS = frozenset({"PrismaClient", "TransactionClient", "DefaultPrismaClient"})

_LOOKING = frozenset({"_count", "include", "orderBy", "select", "where"})
_STORING = frozenset({"create", "data", "update"})
_INNER = frozenset({"connect", "connectOrCreate", "disconnect", "set"})
"""Nested writes that change only who belongs to whom: https://www.prisma.io/docs/orm/reference/prisma-client-reference."""


class PrismaAccess:
    """Implements `Access`. `base` says what the class of an instance extends outside the repository."""

    def __init__(self, tables: Tables, base: Callable[[Value], Base | None]) -> None:
        self._tables = tables
        self._base = base
        self._models: dict[str, list[Declared]] = {}
        for source in tables.of("prisma"):
            for table in source.tables:
                accessor = table.code_name[:1].lower() + table.code_name[1:]
                self._models.setdefault(accessor, []).append(Declared(source, table))

    def touch(self, site: Site) -> Touch | None:
        if site.name in _READS or site.name in _WRITES:
            return self._operation(site)
        if site.name == "$transaction":
            return self._transaction(site)
        if site.name in _UNSAFE or site.name in _TEXTS:
            return self._executed(site)
        return None

    def text(self, tag: Value, parts: Sequence[str | Value]) -> Touch | None:
        origin = symbol(tag)
        made = origin is not None and origin.path[-2:] == ("Prisma", "sql") and "prisma" in origin.package
        if not made and not (isinstance(tag, Access) and tag.name in _TEXTS and self._is_client(tag.object)):
            return None
        return statement(parts, self._tables.named, lambda _value: None)

    def holds(self, value: Value) -> bool:
        return self._is_client(value) or self._model(value) is not None

    # --- clients and models ------------------------------------------------------------------------------------------

    def _is_client(self, value: Value) -> bool:
        root, steps = chain(value)
        if not isinstance(root, Application) or any(not step.name.startswith("$") for step in steps):
            return False
        return _is_client_class(root.callee) or (
            (base := self._base(root)) is not None and _is_client_class(base.value)
        )

    def _model(self, value: Value) -> Declared | None:
        """The model that `prisma.user` means."""
        found = self._models.get(value.name, ()) if isinstance(value, Access) else ()
        if len(found) != 1 or not isinstance(value, Access) or not self._is_client(value.object):
            return None
        return found[0]

    # --- calls -------------------------------------------------------------------------------------------------------

    def _operation(self, site: Site) -> Touch | None:
        if not isinstance(site.receiver, Access | Unresolved):
            return None
        models = {model.key: model for one in site.receivers if (model := self._model(one)) is not None}
        if not models:
            return None
        reads = set() if site.name in _WRITES else set(models)
        writes = set(models) if site.name in _WRITES else set()
        options = argument(site.arguments, 0)
        if options is not None:
            for model in models.values():
                for kind, key in _Related(self._tables, site).of_options(model, options):
                    (writes if kind == "write" else reads).add(key)
        return Touch(frozenset(reads), frozenset(writes))

    def _transaction(self, site: Site) -> Touch | None:
        """`prisma.$transaction(async (tx) => …)`; the queries of an array are calls of their own."""
        client = next((one for one in site.receivers if self._is_client(one)), None)
        function = argument(site.arguments, 0)
        if client is None or function is None or isinstance(function, ListValue):
            return None
        return Touch(runs=(Run(function, (client,)),))

    def _executed(self, site: Site) -> Touch | None:
        if not any(self._is_client(one) for one in site.receivers):
            return None
        given = argument(site.arguments, 0)
        return None if given is None else executed(site.possible(given), self._tables.named, lambda _value: None)


class _Related:
    """The tables that the options of a call name besides its own, by the fields of relations."""

    def __init__(self, tables: Tables, site: Site) -> None:
        self._tables = tables
        self._site = site

    def of_options(self, model: Declared, options: Value) -> Iterator[tuple[str, str]]:
        for entries in self._objects(options):
            for name, value in entries.entries.items():
                if name in _LOOKING:
                    yield from self._looked(model, value)
                elif name in _STORING:
                    yield from self._stored(model, value)

    def _objects(self, value: Value) -> Iterator[ObjectValue]:
        for one in self._site.possible(value):
            if isinstance(one, ObjectValue):
                yield one
            elif isinstance(one, ListValue):
                for item in one.items:
                    yield from self._objects(item)

    def _target(self, model: Declared, field: str) -> tuple[Relation, Declared] | None:
        relation = self._tables.relation(model.source, model.key, field)
        table = relation and model.source.table(relation.to)
        return (relation, Declared(model.source, table)) if relation is not None and table else None

    def _looked(self, model: Declared, value: Value) -> Iterator[tuple[str, str]]:
        """`include`, `select`, `where`, `orderBy`: relations among the keys, at any depth."""
        for entries in self._objects(value):
            for name, inner in entries.entries.items():
                if isinstance(inner, Constant) and not inner.value:
                    continue
                found = self._target(model, name)
                if found is None:
                    yield from self._looked(model, inner)
                    continue
                relation, target = found
                yield from (("read", key) for key in (target.key, relation.through) if key)
                yield from self._looked(target, inner)

    def _stored(self, model: Declared, value: Value) -> Iterator[tuple[str, str]]:
        """Nested writes in `data`."""
        for entries in self._objects(value):
            for name, inner in entries.entries.items():
                found = self._target(model, name)
                if found is not None:
                    yield from self._nested(*found, inner)

    def _nested(self, relation: Relation, target: Declared, value: Value) -> Iterator[tuple[str, str]]:
        for entries in self._objects(value):
            for name, inner in entries.entries.items():
                if relation.through:
                    yield "write", relation.through
                only_linked = name in _INNER and name != "connectOrCreate"
                if not only_linked or not (relation.columns or relation.through):
                    yield "write", target.key
                elif name == "connect":
                    yield "read", target.key
                yield from self._deeper(target, name, inner)

    def _deeper(self, target: Declared, name: str, value: Value) -> Iterator[tuple[str, str]]:
        """`create: { … }` holds data; `update`, `upsert` and `connectOrCreate` have it one level down."""
        if name in {"create", "update"}:
            yield from self._stored(target, value)
        for entries in self._objects(value):
            for key in ("create", "update", "data"):
                if key in entries.entries:
                    yield from self._stored(target, entries.entries[key])


def _is_client_class(value: Value) -> bool:
    """Whether a class is Prisma's client: of the package, or of a generated one that is not in the repository."""
    if isinstance(value, Unresolved):
        return value.text in _CLIENTS
    origin = symbol(value)
    if origin is None or not origin.path or origin.path[-1] not in _CLIENTS:
        return False
    return "prisma" in origin.package or "generated" in origin.package
