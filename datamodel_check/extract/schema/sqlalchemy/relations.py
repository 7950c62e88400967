"""Relationships between models: https://docs.sqlalchemy.org/en/20/orm/basic_relationships.html"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.sqlalchemy import metadata
from datamodel_check.extract.schema.sqlalchemy.annotations import Annotation, Annotations
from datamodel_check.extract.schema.sqlalchemy.classes import Classes, Member
from datamodel_check.extract.schema.sqlalchemy.foreign_keys import ForeignKey, ForeignKeys
from datamodel_check.extract.schema.sqlalchemy.lookup import Lookup
from datamodel_check.extract.schema.sqlalchemy.mapping import Mapping
from datamodel_check.extract.schema.sqlalchemy.reader import Reader, class_name, is_false, is_none
from datamodel_check.extract.symbols import string, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Relation
from datamodel_check.model.values import Application, ClassValue, Closure, ListValue, ObjectValue, Value

_CALLS = frozenset({"Relationship", "dynamic_loader", "relation", "relationship"})

_Key = Callable[[metadata.Table], str]


class _Link(NamedTuple):
    """A relationship whose target is known. `own` is None where the table itself has no foreign key for it."""

    name: str
    table: metadata.Table
    target: metadata.Table
    to_one: bool
    key: ForeignKey | None
    through: metadata.Table | None
    location: Location


class Relations:
    """The relationships of a set of models; `key` says what a table is called in the facts."""

    def __init__(self, reader: Reader, classes: Classes, mapping: Mapping, lookup: Lookup, key: _Key) -> None:
        self._reader = reader
        self._classes = classes
        self._mapping = mapping
        self._lookup = lookup
        self._key = key
        self._keys = ForeignKeys(reader, lookup)
        self._annotations = Annotations(reader)

    def of(self, value: ClassValue) -> Iterator[Relation]:
        """What a model can follow to others, and what others get by a `backref`."""
        table = self._mapping.table(value)
        for member in self._classes.members(value) if table is not None else ():
            call = self._call(member.value)
            if call is None or table is None:
                continue
            link = self._link(member, call, table, value)
            if link is None:
                what = f"the target of the relationship {class_name(value)}.{member.name}"
                self._reader.unresolved(what, None, member.location)
                continue
            yield self._fact(link)
            yield from self._back(link, call)

    def _call(self, value: Value | None) -> Application | None:
        if not isinstance(value, Application) or self._reader.called(value) not in _CALLS:
            return None
        inner = value.keywords.get("sa_relationship")
        return inner if isinstance(inner, Application) else value

    def _fact(self, link: _Link) -> Relation:
        targets = link.key.targets if link.key is not None and link.to_one else ()
        return Relation(
            self._key(link.table),
            link.name,
            "one" if link.to_one else "many",
            self._key(link.target),
            link.location,
            link.key.columns if link.key is not None and link.to_one else (),
            tuple(one.name for one in targets),
            self._key(link.through) if link.through is not None else None,
        )

    # --- one relationship --------------------------------------------------------------------------------------------

    def _link(self, member: Member, call: Application, table: metadata.Table, value: ClassValue) -> _Link | None:
        annotation = self._annotations.read(member.annotation, member.scope)
        target = self._target(call, annotation, value)
        if target is None:
            return None
        options = self._options(call)
        through = self._through(options)
        scalar = is_false(options.get("uselist")) or _is_scalar(annotation)
        if through is not None:
            return _Link(member.name, table, target, scalar, None, through, member.location)
        here, there = self._between(self._tables(value), target), self._between([target], table)
        chosen = self._chosen(options, value)
        forward = [key for key in here if not chosen or set(key.columns) & chosen]
        is_to_one = bool(forward) and (not there or bool(chosen and not self._is_there(chosen, target, table)))
        if table.key == target.key:
            is_to_one = not is_none(options.get("remote_side"))
        key = forward[0] if is_to_one and len(forward) == 1 else None
        many = annotation.collection is not None and not is_to_one and not is_false(options.get("uselist"))
        return _Link(member.name, table, target, (is_to_one or scalar) and not many, key, None, member.location)

    def _options(self, call: Application) -> dict[str, Value]:
        options = dict(call.keywords)
        more = options.get("sa_relationship_kwargs")
        options.update(more.entries if isinstance(more, ObjectValue) else {})
        return options

    def _tables(self, value: ClassValue) -> list[metadata.Table]:
        """The table of a model, and those of the models above."""
        found = [self._mapping.table(value)]
        parent = self._classes.parent(value)
        above = self._tables(parent) if parent is not None else []
        return [one for one in found if one is not None] + above

    def _between(self, tables: Sequence[metadata.Table], target: metadata.Table) -> list[ForeignKey]:
        return [
            key
            for table in tables
            for key in self._keys.of(table)
            if (key.targets[0].schema, key.targets[0].table) == target.key
        ]

    def _chosen(self, options: dict[str, Value], value: ClassValue) -> set[str]:
        """The columns that `foreign_keys` names, as far as the model's own are among them."""
        given = options.get("foreign_keys")
        if isinstance(given, Closure):
            given = self._reader.program.call(given, ())
        found: set[str] = set()
        for one in given.items if isinstance(given, ListValue) else (given,):
            text = string(one)
            if text is not None:
                pairs = re.findall(r"(\w+)\.(?:c\.)?(\w+)", text)
                found.update(name for owner, name in pairs if owner == class_name(value))
                continue
            known = self._lookup.column(one, self._mapping.table(value))
            if known is not None and known[0].key in [table.key for table in self._tables(value)]:
                found.add(known[1].name)
        return found

    def _is_there(self, chosen: set[str], target: metadata.Table, table: metadata.Table) -> bool:
        """Whether the chosen columns are those of the other table."""
        return target.key != table.key and not chosen & {column.name for column in table.columns}

    # --- targets -----------------------------------------------------------------------------------------------------

    def _target(self, call: Application, annotation: Annotation, value: ClassValue) -> metadata.Table | None:
        given = call.arguments[0] if call.arguments else call.keywords.get("argument")
        if isinstance(given, Closure):
            given = self._reader.program.call(given, ())
        for one in (given, annotation.type):
            if isinstance(one, ClassValue):
                return self._mapping.table(one)
            name = string(one) or _name(one)
            if name is not None and (found := self._named(name, value)) is not None:
                return found
        return None

    def _named(self, name: str, value: ClassValue) -> metadata.Table | None:
        """A model by the name of its class, in the same `MetaData` first; the module may stand before it."""
        last = name.rpartition(".")[2]
        own = self._mapping.table(value)
        found = [one for model, one in self._mapping.models.values() if one is not None and class_name(model) == last]
        tables = [self._mapping.current(one) for one in found]
        same = [one for one in tables if own is not None and one.collection.key == own.collection.key]
        return next(iter(same or tables), None)

    def _through(self, options: dict[str, Value]) -> metadata.Table | None:
        given = options.get("secondary", options.get("link_model"))
        if isinstance(given, Closure):
            given = self._reader.program.call(given, ())
        name = string(given)
        if name is not None:
            return next((one for one in self._mapping.tables.values() if name in (one.name, one.code_name)), None)
        return self._lookup.table(given)

    # --- backref -----------------------------------------------------------------------------------------------------

    def _back(self, link: _Link, call: Application) -> Iterator[Relation]:
        """`backref="posts"`, `backref=backref("posts", uselist=False)`."""
        given = call.keywords.get("backref")
        inner = given if isinstance(given, Application) and self._reader.called(given) == "backref" else None
        name = string(inner.arguments[0] if inner is not None and inner.arguments else given)
        if name is None:
            return
        alone = inner is not None and is_false(inner.keywords.get("uselist"))
        to_one = alone if link.through is not None or link.to_one else True
        keys = [] if link.through is not None or link.to_one else self._between([link.target], link.table)
        key = keys[0] if len(keys) == 1 else None
        yield self._fact(_Link(name, link.target, link.table, to_one, key, link.through, link.location))


def _is_scalar(annotation: Annotation) -> bool:
    """Whether an annotation says that there is at most one."""
    is_many = annotation.collection is not None or annotation.key in ("DynamicMapped", "WriteOnlyMapped")
    return annotation.type is not None and not is_many


def _name(value: Value | None) -> str | None:
    """Of a forward reference that no module of the repository declares its last part."""
    found = symbol(value) if value is not None else None
    return found.path[-1] if found is not None and found.path else None
