"""TypeORM: repositories, the entity manager, query builders, active record.

An entity that is given to a method is proof of itself (`manager.find(User)`); a repository must be known: by
`getRepository(User)`, by its type `Repository<User>`, or by a class that extends one.

Sources: typeorm/src/repository/Repository.ts, entity-manager/EntityManager.ts, query-builder/*.ts.
"""

from collections.abc import Callable, Iterator, Sequence

from datamodel_check.extract.layers.access.protocol import Base, Run, Site, Touch
from datamodel_check.extract.layers.access.statements import executed
from datamodel_check.extract.layers.access.tables import Declared, Tables
from datamodel_check.extract.symbols import argument, chain, entry, string, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    ListValue,
    ObjectValue,
    Value,
)

_READS = frozenset(
    {"average", "count", "countBy", "exist", "exists", "existsBy", "find", "findAndCount", "findAndCountBy", "findBy"}
    | {"findByIds", "findOne", "findOneBy", "findOneByOrFail", "findOneById", "findOneOrFail", "findTrees", "maximum"}
    | {"minimum", "preload", "sum", "findRoots", "findDescendants", "findAncestors"}
)
_WRITES = frozenset(
    {"clear", "decrement", "delete", "deleteAll", "increment", "insert", "recover", "remove", "restore", "save"}
    | {"softDelete", "softRemove", "update", "updateAll", "upsert"}
)
_DONE = frozenset(
    {"execute", "getCount", "getExists", "getMany", "getManyAndCount", "getOne", "getOneOrFail", "getRawAndEntities"}
    | {"getRawMany", "getRawOne", "stream"}
)
_JOINS = frozenset(
    f"{side}Join{rest}" for side in ("inner", "left") for rest in ("", "AndSelect", "AndMapOne", "AndMapMany")
)
_CHANGES = frozenset({"delete", "insert", "restore", "softDelete", "update"})
_GIVERS = frozenset({"getRepository", "getTreeRepository", "getMongoRepository", "getCustomRepository"})
_REPOSITORIES = frozenset({"MongoRepository", "Repository", "TreeRepository"})
_MANAGERS = frozenset({"Connection", "DataSource", "EntityManager", "QueryRunner", "getConnection", "getManager"})

_PACKAGE = "typeorm"
_INJECTED = ("@nestjs/typeorm", ("InjectRepository",))


class TypeOrmAccess:
    """Implements `Access`. `base` says what the class of an instance extends outside the repository."""

    def __init__(self, tables: Tables, base: Callable[[Value], Base | None]) -> None:
        self._tables = tables
        self._base = base
        self._sources = list(tables.of("typeorm"))

    def touch(self, site: Site) -> Touch | None:
        if not self._sources:
            return None
        if site.name in _DONE or site.name in _JOINS or site.name in {"from", "into"}:
            return self._built(site)
        if site.name in _READS or site.name in _WRITES:
            return self._operation(site)
        if site.name in {"transaction", "query"}:
            return self._managed(site)
        return None

    def text(self, tag: Value, parts: Sequence[str | Value]) -> Touch | None:  # noqa: ARG002
        return None

    def holds(self, value: Value) -> bool:
        return self._repository(value) is not None or self._entity(value) is not None or self._is_manager(value)

    # --- entities and repositories -----------------------------------------------------------------------------------

    def _entity(self, value: Value | None) -> Declared | None:
        """The table of an entity, given as its class, its schema or its name."""
        if isinstance(value, ClassValue):
            return self._tables.at("typeorm", Location(value.scope.path, value.declaration.span))
        if isinstance(value, Application) and symbol(value.callee) is not None:
            return self._tables.at("typeorm", value.location)
        name = string(value)
        named = [
            Declared(source, table)
            for source in self._sources
            for table in source.tables
            if name is not None and name == table.code_name
        ]
        return named[0] if len(named) == 1 else None

    def _repository(self, value: Value) -> Declared | None:
        """The table that a repository is for."""
        if isinstance(value, Access) and value.name == "manager":
            return None
        root, steps = chain(value)
        if steps and steps[0].name in _GIVERS | {"withRepository"}:
            return self._entity(argument(steps[0].arguments, 0))
        if steps and steps[-1].name in _GIVERS:
            return self._entity(argument(steps[-1].arguments, 0))
        if isinstance(root, Application):
            made = symbol(root.callee)
            if made is not None and (made.package, made.path) == _INJECTED:
                return self._entity(argument(root.arguments, 0))
            if made is not None and made.package == _PACKAGE and made.path[-1] in _REPOSITORIES | _GIVERS:
                return self._entity(argument(root.arguments, 0))
            return self._extended(root)
        return None

    def _extended(self, instance: Application) -> Declared | None:
        """`class Users extends Repository<User>`."""
        base = self._base(instance) if instance.new else None
        made = symbol(base.value) if base is not None else None
        if base is None or made is None or made.package != _PACKAGE or made.path[-1] not in _REPOSITORIES:
            return None
        return self._entity(argument(base.arguments, 0))

    def _active(self, value: Value) -> Declared | None:
        """The table of `User`, or of a `new User()`, where that extends `BaseEntity`."""
        base = self._base(value)
        made = symbol(base.value) if base is not None else None
        if made is None or made.package != _PACKAGE or made.path[-1] != "BaseEntity":
            return None
        return self._entity(value) if isinstance(value, ClassValue) else self._made(value)

    def _made(self, value: Value) -> Declared | None:
        """The table of what is made of an entity: `new User()`, `users.create({ … })`, `await users.findOne()`."""
        if isinstance(value, ListValue):
            return next((found for one in value.items if (found := self._made(one)) is not None), None)
        if not isinstance(value, Application):
            return None
        if value.new:
            return self._entity(value.callee) if isinstance(value.callee, ClassValue) else None
        if isinstance(value.callee, Access) and value.callee.name in _READS | {"create", "merge", "save"}:
            held = value.callee.object
            return self._repository(held) or self._active(held) or self._entity(argument(value.arguments, 0))
        return None

    def _is_manager(self, value: Value) -> bool:
        if isinstance(value, Access) and value.name == "manager":
            return self._is_manager(value.object) or self._repository(value.object) is not None
        if isinstance(value, Application) and isinstance(value.callee, Access):
            return value.callee.name == "createQueryRunner" and self._is_manager(value.callee.object)
        made = symbol(value.callee) if isinstance(value, Application) else None
        if made is None and isinstance(value, Application):
            base = self._base(value)
            made = symbol(base.value) if base is not None else None
        return made is not None and made.package == _PACKAGE and made.path[-1] in _MANAGERS

    # --- calls -------------------------------------------------------------------------------------------------------

    def _operation(self, site: Site) -> Touch | None:
        """A method of a repository, of the entity manager, or of an entity."""
        writes = site.name in _WRITES
        found: dict[str, Declared] = {}
        options = 0
        for receiver in site.receivers:
            held = self._repository(receiver) or self._active(receiver)
            if held is not None:
                found[held.key] = held
        if not found and not all(_is_global(one) for one in site.receivers):
            given = [one for value in site.arguments[:1] for one in site.possible(value)]
            for one in given:
                held = self._entity(one) if not isinstance(one, Constant) or self._managed_by(site) else None
                if held is None and writes and self._managed_by(site):
                    held = self._made(one)
                if held is not None:
                    found[held.key] = held
            options = 1
        if not found:
            return None
        keys = frozenset(found)
        related = frozenset(
            key
            for one in found.values()
            for value in site.arguments[options : options + 1]
            for key in self._related(one, value, site)
        )
        return Touch(related, keys) if writes else Touch(keys | related)

    def _managed_by(self, site: Site) -> bool:
        return any(self._is_manager(one) for one in site.receivers)

    def _managed(self, site: Site) -> Touch | None:
        """`dataSource.transaction(async (manager) => …)`, and SQL text."""
        known = next((one for one in site.receivers if self._is_manager(one)), None)
        if site.name == "query":
            text = argument(site.arguments, 0)
            managed = known is not None or any(self._repository(one) is not None for one in site.receivers)
            if not managed or text is None:
                return None
            return executed(site.possible(text), self._tables.named, lambda _value: None)
        functions = [one for one in site.arguments if isinstance(one, Closure)]
        if known is None or not functions:
            return None
        place = Location(functions[-1].scope.path, functions[-1].function.span)
        manager = Application(External(_PACKAGE, ("EntityManager",)), (), place, new=True)
        return Touch(runs=(Run(functions[-1], (manager,)),))

    # --- options -----------------------------------------------------------------------------------------------------

    def _related(self, table: Declared, options: Value, site: Site) -> Iterator[str]:
        """The tables of `relations`, of conditions and of orders on them."""
        for one in site.possible(options):
            for name in ("relations", "where", "order", "select"):
                value = entry(one, name)
                if value is not None:
                    yield from self._named(table, value, site)
            if isinstance(one, ObjectValue) and not one.entries.keys() & {"relations", "where", "order", "select"}:
                yield from self._named(table, one, site)  # `findBy({ … })`

    def _named(self, table: Declared, value: Value, site: Site) -> Iterator[str]:
        for one in site.possible(value):
            if isinstance(one, ListValue):
                for item in one.items:
                    path = string(item)
                    yield from self._along(table, path) if path else self._named(table, item, site)
            elif isinstance(one, ObjectValue):
                for name, inner in one.entries.items():
                    target = self._target(table, name)
                    if target is not None and not (isinstance(inner, Constant) and not inner.value):
                        yield from target[1]
                        yield from self._named(target[0], inner, site)

    def _along(self, table: Declared, path: str) -> Iterator[str]:
        """`posts.tags`."""
        current: Declared | None = table
        for name in path.split("."):
            target = self._target(current, name) if current is not None else None
            if target is None:
                return
            yield from target[1]
            current = target[0]

    def _target(self, table: Declared, name: str) -> tuple[Declared, tuple[str, ...]] | None:
        relation = self._tables.relation(table.source, table.key, name)
        target = table.source.table(relation.to) if relation is not None else None
        if relation is None or target is None:
            return None
        return Declared(table.source, target), tuple(key for key in (target.key, relation.through) if key)

    # --- query builders ----------------------------------------------------------------------------------------------

    def _built(self, site: Site) -> Touch | None:
        """The end of a query, or a join of one; a query that nobody ends touches nothing."""
        reads: set[str] = set()
        writes: set[str] = set()
        for receiver in site.receivers:
            root, steps = chain(receiver)
            names = [step.name for step in steps]
            begun = names.index("createQueryBuilder") if "createQueryBuilder" in names else None
            if begun is None:
                continue
            holder = steps[begun].call.callee
            held = holder.object if isinstance(holder, Access) else root
            tables = [self._repository(held) or self._active(held) or self._entity(argument(steps[begun].arguments, 0))]
            tables += [
                self._entity(argument(step.arguments, 0))
                for step in steps[begun:]
                if step.name in {"from", "into", *_CHANGES}
            ]
            known = [one for one in tables if one is not None]
            if site.name in _DONE:
                changed = bool(_CHANGES & set(names[begun:]))
                (writes if changed else reads).update(one.key for one in known)
            elif site.name in _JOINS:
                reads.update(self._joined(known, site))
        return Touch(frozenset(reads), frozenset(writes)) if reads or writes else None

    def _joined(self, known: Sequence[Declared], site: Site) -> Iterator[str]:
        """`leftJoin("user.posts", "post")`, `leftJoin(Post, "post")`."""
        position = 1 if "Map" in site.name else 0
        given = argument(site.arguments, position)
        text = string(given)
        entity = self._entity(given)
        if entity is not None:
            yield entity.key
        elif text is not None and "." in text:
            name = text.partition(".")[2]
            targets = [target for one in known if (target := self._target(one, name)) is not None]
            targets = targets or list(self._anywhere(name))
            if len({target[0].key for target in targets}) == 1:
                yield from targets[0][1]

    def _anywhere(self, name: str) -> Iterator[tuple[Declared, tuple[str, ...]]]:
        """Where an alias leads is not followed: a relation's name may say it alone."""
        for source in self._sources:
            for relation in source.relations:
                table = source.table(relation.table) if relation.name == name else None
                target = self._target(Declared(source, table), name) if table is not None else None
                if target is not None:
                    yield target


def _is_global(value: Value) -> bool:
    root, _ = chain(value)
    root = root.callee if isinstance(root, Application) else root
    return isinstance(root, External) and root.package == ""
