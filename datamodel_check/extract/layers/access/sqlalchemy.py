"""SQLAlchemy and SQLModel: sessions, statements, `Model.query`, and SQL text.

Sources: https://docs.sqlalchemy.org/en/20/orm/session_api.html, https://docs.sqlalchemy.org/en/20/orm/queryguide/,
https://flask-sqlalchemy.readthedocs.io/en/stable/legacy-query/.
"""

from collections.abc import Callable, Iterator, Sequence

from datamodel_check.extract.layers.access.protocol import CHANGED, Site, Touch, union
from datamodel_check.extract.layers.access.statements import executed
from datamodel_check.extract.layers.access.tables import Tables
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.location import Location
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    External,
    ListValue,
    Unresolved,
    Value,
)

_PACKAGES = frozenset({"sqlalchemy", "sqlmodel", "flask_sqlalchemy"})

_READING = frozenset({"select", "exists", "lambda_stmt"})
_WRITING = frozenset({"insert", "update", "delete"})

_EXECUTING = frozenset({"exec", "execute", "scalar", "scalars", "stream", "stream_scalars"})
_ADDING = frozenset({"add", "add_all", "bulk_save_objects", "delete", "merge"})
_MAPPINGS = frozenset({"bulk_insert_mappings", "bulk_update_mappings"})
_GETTING = frozenset({"get", "get_one", "refresh"})
_JOINING = frozenset({"join", "join_from", "outerjoin", "select_from", "subquery", "with_only_columns"})

_DEEPEST = 12
_MOST = 60
"""Values that are looked at on the way from one to its model."""


class SqlAlchemyAccess:
    """Implements `Access`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._used = any(True for _ in tables.of("sqlalchemy"))
        self._possible: Callable[[Value], Sequence[Value]] = lambda value: (value,)
        """What a value may be, as the call that is looked at knows it."""

    def touch(self, site: Site) -> Touch | None:
        if not self._used:
            return None
        self._possible = site.possible
        if site.name in _EXECUTING:
            return self._executed(site)
        if site.name in _ADDING and site.arguments:
            return _writes(self._models(site.arguments, site))
        if site.name == CHANGED:
            return _writes(self._loaded(site.receivers))
        if site.name in _MAPPINGS:
            return _writes(self._models(site.arguments[:1], site))
        if site.name in _GETTING:
            return _reads(self._models(site.arguments[:1], site))
        if site.name == "query":
            return _reads(self._models(site.arguments, site))
        return self._chained(site)

    def text(self, tag: Value, parts: object) -> Touch | None:  # noqa: ARG002
        return None

    def holds(self, value: Value) -> bool:
        return self._used and (self._model(value) is not None or self._statement(value) is not None)

    # --- statements --------------------------------------------------------------------------------------------------

    def _executed(self, site: Site) -> Touch | None:
        """`session.execute(statement)`."""
        touches = [touch for given in site.arguments[:1] for one in site.possible(given) if (touch := self._said(one))]
        return union(touches) if touches else None

    def _said(self, value: Value) -> Touch | None:
        """What a statement touches: one that is put together, or one of SQL text."""
        if isinstance(value, Application) and _is(value.callee, frozenset({"text"})):
            return executed(value.arguments[:1], self._tables.named, lambda _value: None)
        return self._statement(value)

    def _statement(self, value: Value) -> Touch | None:
        """`select(User).join(Post).where(…)`."""
        joined: set[str] = set()
        for _ in range(_DEEPEST * 4):
            if isinstance(value, Unresolved):
                if value.value is None:
                    return None
                value = value.value
            if not isinstance(value, Application):
                return None
            if _is(value.callee, _READING):
                return Touch(reads=frozenset(joined | set(self._all(value.arguments))))
            if _is(value.callee, _WRITING):
                return Touch(frozenset(joined), frozenset(self._all(value.arguments[:1])))
            if not isinstance(value.callee, Access):
                return None
            if value.callee.name in _WRITING and (table := self._model(value.callee.object)) is not None:
                return Touch(frozenset(joined), frozenset({table}))  # `table.insert()`
            if value.callee.name in _JOINING:
                joined |= set(self._all(value.arguments))
            joined |= self._inside(value.arguments, 0)
            value = value.callee.object
        return None

    def _inside(self, values: tuple[Value, ...], depth: int) -> set[str]:
        """What the statements inside conditions read: `Book.id.in_(select(Loan.book_id))`."""
        found: set[str] = set()
        for one in values if depth < _DEEPEST else ():
            statement = self._statement(one)
            if statement is not None:
                found |= statement.reads
            elif isinstance(one, Application):
                found |= self._inside(one.arguments, depth + 1)
        return found

    def _chained(self, site: Site) -> Touch | None:
        """The methods of statements and queries: `select(User).where(…)`, `session.query(User).delete()`."""
        for receiver in site.receivers:
            statement = self._statement(receiver)
            if statement is not None:
                joined = self._all(site.arguments) if site.name in _JOINING else ()
                return Touch(statement.reads | {*joined, *self._inside(site.arguments, 0)}, statement.writes)
            queried = self._queried(receiver)
            if queried is not None:
                tables = frozenset(self._all(site.arguments)) if site.name in _JOINING else frozenset()
                return Touch(tables, queried, whole=True) if site.name in _WRITING else Touch(queried | tables)
        return None

    def _queried(self, value: Value) -> frozenset[str] | None:
        """The tables of `session.query(User).filter(…)`, `User.query.filter_by(…)`."""
        for _ in range(_DEEPEST * 4):
            if isinstance(value, Unresolved) and value.value is not None:
                value = value.value
            if isinstance(value, Access):
                found = self._model(value.object) if value.name == "query" else None
                return frozenset({found}) if found is not None else None
            if not isinstance(value, Application) or not isinstance(value.callee, Access):
                return None
            if value.callee.name == "query":
                return frozenset(self._all(value.arguments)) or None
            value = value.callee.object
        return None

    def _loaded(self, receivers: Sequence[Value]) -> frozenset[str]:
        """The tables of objects that a session watches: what is changed in them is written with its next flush.

        https://docs.sqlalchemy.org/en/20/tutorial/orm_data_manipulation.html#updating-orm-objects-using-the-unit-of-work-pattern
        """
        return frozenset(self._all(tuple(one for one in receivers if isinstance(one, Application) or _is_item(one))))

    # --- models ------------------------------------------------------------------------------------------------------

    def _models(self, arguments: tuple[Value, ...], site: Site) -> frozenset[str]:
        return frozenset(key for given in arguments for one in site.possible(given) for key in self._all((one,)))

    def _all(self, values: tuple[Value, ...]) -> Iterator[str]:
        for value in values:
            if isinstance(value, ListValue):
                yield from self._all(value.items)
            elif (found := self._model(value)) is not None:
                yield found

    def _model(self, value: Value) -> str | None:
        """The table of a model, of one of its columns, or of an object of it."""
        return next(self._found(value, {}), None)

    def _found(self, value: Value, seen: dict[int, Value]) -> Iterator[str]:
        """The tables that a value leads to, the nearest first; `seen` was looked at on the way."""
        if id(value) in seen or len(seen) >= _MOST:
            return
        seen[id(value)] = value
        if isinstance(value, ClassValue):
            declared = self._tables.at("sqlalchemy", Location(value.scope.path, value.declaration.span))
            yield from (declared.key,) if declared is not None else ()
        elif isinstance(value, Application) and (key := self._declared(value)) is not None:
            yield key
        else:
            for one in self._behind(value):
                yield from self._found(one, seen)

    def _declared(self, value: Application) -> str | None:
        """`Table(…)`."""
        declared = self._tables.at("sqlalchemy", value.location) if isinstance(value.callee, External) else None
        return declared.key if declared is not None and not _is(value.callee, _READING | _WRITING) else None

    def _behind(self, value: Value) -> Iterator[Value]:
        """What a value may get its model from."""
        if isinstance(value, Access):
            yield value.object
            yield from self._possible(value)  # `self.model`
        elif isinstance(value, Unresolved):
            yield from value.alternatives
            yield from (value.value,) if value.value is not None else ()
        elif isinstance(value, Application):
            yield value.callee  # `User(…)`, `User.model_validate(…)`
            yield from value.arguments[:1]  # `session.get(User, 1)`, `session.exec(select(User))`


def _is(value: Value, names: frozenset[str]) -> bool:
    """Whether a value is one of these functions of SQLAlchemy."""
    known = symbol(value)
    return known is not None and known.package in _PACKAGES and known.path[-1:] != () and known.path[-1] in names


def _is_item(value: Value) -> bool:
    """`users[0]`, and what a loop over them goes through."""
    return isinstance(value, Access) and value.name.isdigit()


def _reads(found: frozenset[str]) -> Touch | None:
    return Touch(reads=found) if found else None


def _writes(found: frozenset[str]) -> Touch | None:
    return Touch(writes=found) if found else None
