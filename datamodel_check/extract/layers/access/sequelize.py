"""Sequelize: models and their instances, `include`, the methods of associations, `sequelize.query("…")`.

A model is known by its class, by the call that defines it, or by the name that it is registered under.
Sources: sequelize/src/model.js, associations/*.js, sequelize.js.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence

from datamodel_check.extract.layers.access.protocol import Base, Site, Touch
from datamodel_check.extract.layers.access.statements import executed
from datamodel_check.extract.layers.access.tables import Declared, Tables
from datamodel_check.extract.symbols import argument, chain, entry, string, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Relation
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

_FINDS = frozenset(
    {"aggregate", "count", "findAll", "findAndCountAll", "findByPk", "findOne", "max", "min", "sum", "findOrBuild"}
)
_BOTH = frozenset({"findCreateFind", "findOrCreate"})
_WRITES = frozenset(
    {"bulkCreate", "create", "decrement", "destroy", "increment", "restore", "truncate", "update", "upsert"}
)
_OF_INSTANCES = frozenset({"decrement", "destroy", "increment", "restore", "save", "update"})
_GIVING = _BOTH | frozenset(
    {"build", "bulkCreate", "create", "findAll", "findByPk", "findOne", "findOrBuild", "upsert"}
)
_SCOPES = frozenset({"schema", "scope", "unscoped", "withScope", "withInitialScope", "withoutScope"})

_ASSOCIATED = re.compile(r"(get|count|has|set|add|create|remove)([A-Z]\w*)$")


class SequelizeAccess:
    """Implements `Access`. `base` says what a class extends outside the repository."""

    def __init__(self, tables: Tables, base: Callable[[Value], Base | None]) -> None:
        self._tables = tables
        self._base = base
        self._sources = list(tables.of("sequelize"))

    def touch(self, site: Site) -> Touch | None:
        if not self._sources:
            return None
        if site.name == "query":
            return self._text(site)
        if site.name in _FINDS | _BOTH | _WRITES | _OF_INSTANCES:
            return self._operation(site)
        return self._associated(site) if _ASSOCIATED.match(site.name) else None

    def text(self, tag: Value, parts: Sequence[str | Value]) -> Touch | None:  # noqa: ARG002
        return None

    def holds(self, value: Value) -> bool:
        return self._model(value) is not None or self._instance(value) is not None

    # --- models and instances ----------------------------------------------------------------------------------------

    def _model(self, value: Value) -> Declared | None:
        """The table of a model."""
        if isinstance(value, ClassValue):
            place = Location(value.scope.path, value.declaration.span)
            base = self._base(value)
            made = symbol(base.value) if base is not None else None
            named = self._named(value.declaration.name) if made is not None and "sequelize" in made.package else None
            return self._tables.at("sequelize", place) or named
        if isinstance(value, Application) and not value.new and isinstance(value.callee, Access):
            if value.callee.name in _SCOPES:
                return self._model(value.callee.object)
            if value.callee.name in {"define", "model", "init"}:
                name = string(argument(value.arguments, 0)) if value.callee.name != "init" else None
                return self._tables.at("sequelize", value.location) or self._named(name)
        return self._held(value) if isinstance(value, Access) else None

    def _held(self, value: Access) -> Declared | None:
        """`sequelize.models.User`, `db.User` where a module next to the models gathers them at run time."""
        found = self._named(value.name)
        holder = value.object
        if found is None or (isinstance(holder, Access) and holder.name == "models"):
            return found
        unknown = holder if isinstance(holder, Unresolved) else None
        if isinstance(holder, ObjectValue) and holder.open:
            unknown = holder.open[0]
        beside = unknown is not None and _folder(unknown.location.path) == _folder(found.table.location.path)
        return found if beside else None

    def _named(self, name: str | None) -> Declared | None:
        found = [
            Declared(source, table)
            for source in self._sources
            for table in source.tables
            if name is not None and table.code_name == name
        ]
        return found[0] if len(found) == 1 else None

    def _instance(self, value: Value) -> Declared | None:
        """The table of an instance: `new User()`, `User.build()`, `await User.findByPk(id)`."""
        if isinstance(value, Application) and value.new:
            return self._model(value.callee)
        if isinstance(value, Access) and value.name.isdigit():
            value = value.object
        if isinstance(value, Application) and isinstance(value.callee, Access) and value.callee.name in _GIVING:
            return self._model(value.callee.object)
        return None

    # --- calls -------------------------------------------------------------------------------------------------------

    def _operation(self, site: Site) -> Touch | None:
        models = {one.key: one for value in site.receivers if (one := self._model(value)) is not None}
        instances = {one.key for value in site.receivers if (one := self._instance(value)) is not None}
        if site.name in _OF_INSTANCES and instances:
            return Touch(writes=frozenset(instances))
        if not models:
            return None
        reads = set() if site.name in _WRITES else set(models)
        writes = set(models) if site.name in _WRITES | _BOTH else set()
        for model in models.values():
            for given in site.arguments:
                for options in site.possible(given):
                    reads |= set(self._included(model, entry(options, "include"), site))
        return Touch(frozenset(reads), frozenset(writes))

    def _included(self, model: Declared, include: Value | None, site: Site) -> Iterator[str]:
        """`include: [Post, "tags", { model: User, as: "author", include: … }, { association: "notes" }]`."""
        for one in site.possible(include) if include is not None else ():
            if isinstance(one, ListValue):
                for item in one.items:
                    yield from self._included(model, item, site)
                continue
            given = entry(one, "model") or entry(one, "association") or one
            alias = string(entry(one, "as")) or string(given)
            relation = self._relation(model, alias)
            target = next((found for value in site.possible(given) if (found := self._model(value))), None)
            if target is None and relation is not None:
                target = self._target(model, relation)
            if target is not None:
                yield target.key
                relation = relation or self._only(model, target)
                if relation is not None and relation.through:
                    yield relation.through
                yield from self._included(target, entry(one, "include"), site)

    def _relation(self, model: Declared, name: str | None) -> Relation | None:
        return self._tables.relation(model.source, model.key, name) if name is not None else None

    def _only(self, model: Declared, target: Declared) -> Relation | None:
        found = [one for one in model.source.relations if (one.table, one.to) == (model.key, target.key)]
        return found[0] if len(found) == 1 else None

    def _target(self, model: Declared, relation: Relation) -> Declared | None:
        table = model.source.table(relation.to)
        return None if table is None else Declared(model.source, table)

    def _associated(self, site: Site) -> Touch | None:
        """`user.getPosts()`, `user.addTag(tag)`."""
        found = _ASSOCIATED.match(site.name)
        reads: set[str] = set()
        writes: set[str] = set()
        for value in site.receivers if found is not None else ():
            model = self._instance(value)
            relation = self._by_method(model, found[2]) if model is not None and found is not None else None
            if relation is None or found is None:
                continue
            touched = {relation.to, *filter(None, [relation.through])}
            if found[1] in {"count", "get", "has"}:
                reads |= touched
            elif relation.through and found[1] != "create":
                writes.add(relation.through)
            else:
                writes |= {relation.table} if relation.kind == "one" and relation.columns else touched
        return Touch(frozenset(reads), frozenset(writes)) if reads or writes else None

    def _by_method(self, model: Declared | None, name: str) -> Relation | None:
        """The relation whose name, in singular or plural, a method ends with."""
        if model is None:
            return None
        wanted = name[:1].lower() + name[1:]
        own = [one for one in model.source.relations if one.table == model.key]
        exact = [one for one in own if one.name[:1].lower() + one.name[1:] == wanted]
        alike = [one for one in own if one.name[:1].lower() + one.name[1:] in {f"{wanted}s", f"{wanted}es"}]
        return (exact or alike or [None])[0]  # type: ignore[list-item]

    def _text(self, site: Site) -> Touch | None:
        """`sequelize.query("select …")`."""
        text = argument(site.arguments, 0)
        if text is None or not any(self._is_connection(one) for one in site.receivers):
            return None
        return executed(site.possible(text), self._tables.named, lambda _value: None)

    def _is_connection(self, value: Value) -> bool:
        if isinstance(value, Access) and value.name == "sequelize":
            return True
        root, _ = chain(value)
        base = self._base(root) if isinstance(root, Application) else None
        made = symbol(root.callee) if isinstance(root, Application) else None
        made = made or (symbol(base.value) if base is not None else None)
        return made is not None and "sequelize" in made.package


def _folder(path: str) -> str:
    return posixpath.dirname(path)
