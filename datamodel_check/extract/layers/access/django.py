"""Django: managers, querysets, objects of models, related managers, shortcuts and SQL text.

Sources: https://docs.djangoproject.com/en/stable/ref/models/querysets/, /ref/models/instances/, /ref/models/relations/.
"""

from collections.abc import Iterator

from datamodel_check.extract.layers.access.protocol import Run, Site, Touch
from datamodel_check.extract.layers.access.statements import executed
from datamodel_check.extract.layers.access.tables import Declared, Tables
from datamodel_check.extract.symbols import string
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, ClassValue, External, Unresolved, Value

_WRITES = frozenset({"bulk_create", "bulk_update", "create", "delete", "update"})
_BOTH = frozenset({"get_or_create", "update_or_create"})
_SAVES = frozenset({"save", "delete"})
_LINKS = frozenset({"add", "clear", "create", "remove", "set"})
"""Of related managers."""

_NO_QUERIES = frozenset({"as_manager", "as_view", "full_clean", "none", "get_deferred_fields"})
_SHORTCUTS = frozenset({"get_object_or_404", "get_list_or_404"})
_RELATED = frozenset({"prefetch_related", "select_related"})

_DEEPEST = 24


class DjangoAccess:
    """Implements `Access`."""

    def __init__(self, program: Program, tables: Tables) -> None:
        self._program = program
        self._tables = tables
        self._models = {
            (table.location.path, table.code_name): Declared(source, table)
            for source in tables.of("django")
            for table in source.tables
        }
        """By path and class; a class holds the tables of its many-to-many fields too."""
        self._used = bool(self._models)

    def touch(self, site: Site) -> Touch | None:
        if not self._used:
            return None
        name = site.name.removeprefix("a") if site.name[1:] in _WRITES | _BOTH | _SAVES | {"get"} else site.name
        if name in _SHORTCUTS:
            found = self._given(site)
            return Touch(reads=frozenset({found.key})) if found is not None else None
        if name in {"execute", "raw"} and (text := self._text(site)) is not None:
            return text
        for receiver in site.receivers:
            if name in _SAVES and (saved := self._object(receiver)) is not None:
                return Touch(writes=frozenset({saved.key}), runs=_own(receiver, site.name))
            if name == "save" and (saved := self._formed(receiver)) is not None:
                return Touch(writes=frozenset({saved.key}), runs=_own(receiver, "save", "create", "update"))
            queried = self._queried(receiver)
            if queried is not None and name not in _NO_QUERIES:
                return self._query(queried, name, site)
            linked = self._related(receiver)
            if linked is not None:
                touched = frozenset(linked)
                return Touch(writes=touched) if name in _LINKS | _WRITES else Touch(reads=touched)
        return None

    def text(self, tag: Value, parts: object) -> Touch | None:  # noqa: ARG002
        return None

    def holds(self, value: Value) -> bool:
        return self._used and any(one(value) is not None for one in (self._model, self._queried, self._object))

    # --- calls -------------------------------------------------------------------------------------------------------

    def _query(self, model: Declared, name: str, site: Site) -> Touch:
        """A method of a manager or a queryset."""
        own = frozenset({model.key})
        reads = own if name not in _WRITES else frozenset()
        if name in _RELATED:
            reads |= frozenset(self._followed(model, site.arguments))
        runs = tuple(run for one in site.receivers for run in _own(one, site.name))
        return Touch(reads, own if name in _WRITES | _BOTH else frozenset(), runs, whole=name in _WRITES)

    def _followed(self, model: Declared, arguments: tuple[Value, ...]) -> Iterator[str]:
        """The tables of `select_related("author__country")`."""
        for one in arguments:
            current: Declared | None = model
            for part in (string(one) or "").split("__"):
                relation = self._tables.relation(current.source, current.key, part) if current is not None else None
                if relation is None or current is None:
                    break
                yield relation.to
                table = current.source.table(relation.to)
                current = Declared(current.source, table) if table is not None else None

    def _given(self, site: Site) -> Declared | None:
        """What `get_object_or_404(Book, pk=1)` looks for."""
        for given in site.arguments[:1]:
            for one in site.possible(given):
                found = self._model(one) or self._queried(one)
                if found is not None:
                    return found
        return None

    def _text(self, site: Site) -> Touch | None:
        """`cursor.execute("select …")`."""
        return (
            executed(site.possible(site.arguments[0]), self._tables.named, lambda _: None) if site.arguments else None
        )

    # --- values ------------------------------------------------------------------------------------------------------

    def _model(self, value: Value) -> Declared | None:
        if isinstance(value, ClassValue):
            return self._models.get((value.scope.path, value.declaration.name or ""))
        return None

    def _queried(self, value: Value) -> Declared | None:
        """The model of `Book.objects`, `Book.published.filter(…)`, `Book._default_manager`."""
        for _ in range(_DEEPEST):
            if isinstance(value, Unresolved) and value.value is not None:
                value = value.value
            if isinstance(value, Application):
                if isinstance(value.callee, External | ClassValue):
                    return self._manager(value)
                value = value.callee
            elif isinstance(value, Access):
                if isinstance(value.object, ClassValue):
                    return self._model(value.object)
                value = value.object
            else:
                return None
        return None

    def _manager(self, value: Application) -> Declared | None:
        """The model whose class declares a manager: `objects = Manager()`."""
        found = self._tables.at("django", value.location)
        if found is None:
            return None
        made = value.callee
        name = made.declaration.name or "" if isinstance(made, ClassValue) else "".join(made.path[-1:])  # type: ignore[union-attr]
        return found if name.endswith(("Manager", "QuerySet")) or name in {"as_manager", "from_queryset"} else None

    def _object(self, value: Value) -> Declared | None:
        """The model of an object: `Book()`, `Book.objects.get(…)`, `get_object_or_404(Book, pk=1)`."""
        if isinstance(value, Unresolved) and value.value is not None:
            value = value.value
        if not isinstance(value, Application):
            return None
        if isinstance(value.callee, ClassValue):
            return self._model(value.callee)
        if isinstance(value.callee, External):
            named = value.callee.path[-1:] and value.callee.path[-1] in _SHORTCUTS and value.arguments
            return (self._model(value.arguments[0]) or self._queried(value.arguments[0])) if named else None
        if isinstance(value.callee, Access) and value.callee.name.removeprefix("a") in _GIVING:
            return self._queried(value.callee.object)
        return None

    def _formed(self, value: Value) -> Declared | None:
        """The model that a form or serializer saves: `class Meta: model = Book`.

        https://docs.djangoproject.com/en/stable/topics/forms/modelforms/#the-save-method,
        https://www.django-rest-framework.org/api-guide/serializers/#modelserializer
        """
        if not isinstance(value, Application) or not isinstance(value.callee, ClassValue):
            return None
        meta = self._program.member(value.callee, "Meta")
        return self._model(self._program.member(meta, "model")) if isinstance(meta, ClassValue) else None

    def _related(self, value: Value) -> tuple[str, ...] | None:
        """The tables behind `book.authors`, a related manager of an object."""
        while isinstance(value, Application) and isinstance(value.callee, Access):
            value = value.callee.object
        if not isinstance(value, Access):
            return None
        owner = self._object(value.object)
        if owner is None:
            return None
        relation = self._tables.relation(owner.source, owner.key, value.name)
        if relation is not None:
            return (relation.to, *filter(None, (relation.through,)))
        return next(iter(self._backwards(owner, value.name)), None)

    def _backwards(self, owner: Declared, name: str) -> Iterator[tuple[str, ...]]:
        """The tables behind `author.book_set`, or what a `related_name` calls it."""
        for relation in owner.source.relations:
            table = owner.source.table(relation.table) if relation.to == owner.key else None
            if table is not None and name in (relation.relation_name, f"{table.code_name.lower()}_set"):
                yield (relation.table, *filter(None, (relation.through,)))


def _own(receiver: Value, *names: str) -> tuple[Run, ...]:
    """The methods that an object's own class may have for what is done with it."""
    if not isinstance(receiver, Application) or not isinstance(receiver.callee, ClassValue):
        return ()
    return tuple(Run(Access(receiver, name, receiver.location)) for name in names)


_GIVING = frozenset({"create", "earliest", "first", "get", "last", "latest"})
"""Methods of querysets that return an object."""
