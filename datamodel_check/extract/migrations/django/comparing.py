"""What `makemigrations` would write next, in its words: django/db/migrations/autodetector.py.

Only what the database is told of is compared: projects leave labels and help texts out of their migrations, each in
its own way. What is not known on either side is no difference.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from datamodel_check.extract.migrations.django.operations import index_words
from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.columns import Columns, column_name
from datamodel_check.extract.schema.django.constraints import Constraints, together
from datamodel_check.extract.schema.django.expressions import Expressions
from datamodel_check.extract.schema.django.kinds import is_a
from datamodel_check.extract.schema.django.metadata import Field, Key, Model
from datamodel_check.extract.schema.django.packages import FIELDS
from datamodel_check.extract.schema.django.project import Project
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.extract.schema.django.tables import has_column
from datamodel_check.extract.symbols import strings
from datamodel_check.model.location import Location
from datamodel_check.model.migrations import Pending, PendingKind
from datamodel_check.model.values import Application, ClassValue, Constant, ListValue, Value

_OPTIONS: Mapping[str, object] = {
    "db_column": None,
    "db_comment": None,
    "db_constraint": True,
    "null": False,
    "primary_key": False,
    "unique": False,
}
"""Options that the database is told of, and what they are where nobody gives them."""

_UNKNOWN = object()
"""Stands for what is not known: it is like anything else."""


class Side(NamedTuple):
    """The models as one witness has them, and the fields of which that one does not know what they are."""

    project: Project
    columns: Columns
    unknown: frozenset[tuple[Key, str]] = frozenset()
    reached: frozenset[str] = frozenset()
    """The modules that are imported where Django starts: models elsewhere may not be registered."""
    classes: frozenset[str] = frozenset()
    """The names of classes that may be models, but of which nobody knows it."""


class Comparison:
    """What the models of an app have beyond its migrations, and the other way round."""

    def __init__(self, reader: Reader, made: Side, wanted: Side) -> None:
        self._reader = reader
        self._made = made
        self._wanted = wanted

    def pending(self, app: str) -> Iterator[Pending]:
        """The operations of the next migration of an app. Proxies are left out: they have no tables."""
        made, wanted = _models(self._made.project, app), _models(self._wanted.project, app)
        for key, model in wanted.items():
            if key not in made and model.location.path in self._wanted.reached:
                yield self._said("added", model, "", f"create model {model.name}", model.location)
        for key, model in made.items() if wanted else ():
            if key not in wanted and not _is_history(model) and model.name not in self._wanted.classes:
                yield self._said("removed", model, "", f"delete model {model.name}", None)
        for key in sorted(made.keys() & wanted.keys()):
            if known.is_false(made[key].options.get("managed")) or known.is_false(wanted[key].options.get("managed")):
                continue
            yield from self._of_model(made[key], wanted[key])

    def _said(self, kind: PendingKind, model: Model, column: str, text: str, place: Location | None) -> Pending:
        table = self._wanted.columns.table_key(model)
        return Pending(kind, f"{table}.{column}" if column else table, text, place)

    def _of_model(self, made: Model, wanted: Model) -> Iterator[Pending]:
        yield from self._fields(made, wanted)
        yield from self._options(made, wanted)
        yield from self._indexes(made, wanted)
        yield from self._constraints(made, wanted)

    # --- fields ------------------------------------------------------------------------------------------------------

    def _fields(self, made: Model, wanted: Model) -> Iterator[Pending]:
        before, after = _fields(made), _fields(wanted)
        name = wanted.name.lower()
        for one in after.values():
            hidden = wanted.open and one.auto_created
            if one.name not in before and not hidden and (wanted.key, one.name) not in self._made.unknown:
                text = f"add field {one.name} to {name}"
                yield self._said("added", wanted, _column(one), text, one.location)
        for one in before.values():
            if one.name not in after and not wanted.open and not self._is_said(wanted, one.name):
                text = f"remove field {one.name} from {name}"
                yield self._said("removed", wanted, _column(one), text, wanted.location)
        for both in (one for one in after.values() if one.name in before and not (wanted.open and one.auto_created)):
            here, there = self._facts(self._made, made, before[both.name]), self._facts(self._wanted, wanted, both)
            if any(_differs(here[fact], there[fact]) for fact in here):
                text = f"alter field {both.name} on {name}"
                yield self._said("changed", wanted, _column(both), text, both.location)

    def _is_said(self, model: Model, name: str) -> bool:
        """Whether a class has an attribute of this name, of which nobody here knows that it is a field."""
        holders = self._reader.program.mro(model.declared) if model.declared is not None else ()
        return any(
            one.name == name and not (isinstance(one.value, Constant) and one.value.value is None)
            for holder in holders
            if isinstance(holder, ClassValue)
            for one in self._reader.program.attributes(holder)
        )

    def _facts(self, side: Side, model: Model, field: Field) -> Mapping[str, object]:
        """What the database is told of a field."""
        facts: dict[str, object] = {name: _plain(field.option(name), otherwise) for name, otherwise in _OPTIONS.items()}
        facts["db_index"] = _plain(field.option("db_index"), is_a(field.kind, "ForeignKey"))
        facts["target"] = side.project.target(field, model) or _UNKNOWN if _is_relation(field) else None
        facts["type"] = None if _is_many(field) else self._type(side, model, field)
        facts["kind"] = _is_many(field), is_a(field.kind, "AutoField")
        facts["db_default"] = self._default(side, model, field)
        return facts

    def _type(self, side: Side, model: Model, field: Field) -> object:
        sizes = [field.option(name) for name in ("max_length", "max_digits", "decimal_places")]
        if any(size is not None and not isinstance(size, Constant) for size in sizes) or field.written in FIELDS:
            return _UNKNOWN  # constructors of packages may compute it
        return _UNKNOWN if is_a(field.kind, "ForeignKey") else side.columns.type_of(model, field) or _UNKNOWN

    def _default(self, side: Side, model: Model, field: Field) -> object:
        given = field.option("db_default")
        if given is None:
            return None
        text = Expressions(self._reader, side.project, model).known(given)
        return _UNKNOWN if text is None else text

    # --- options -----------------------------------------------------------------------------------------------------

    def _options(self, made: Model, wanted: Model) -> Iterator[Pending]:
        name = wanted.name.lower()
        table = _plain(wanted.options.get("db_table"), None)
        if _differs(_plain(made.options.get("db_table"), None), table):
            text = f"rename table for {name} to {table or '(default)'}"
            yield self._said("changed", wanted, "", text, wanted.location)
        for option in ("unique_together", "index_together"):
            after = set(together(wanted.options.get(option)))
            if set(together(made.options.get(option))) != after:
                text = f"alter {option} for {name} ({len(after)} constraint(s))"
                yield self._said("changed", wanted, "", text, wanted.location)
        if _differs(*(_plain(one.options.get("db_table_comment"), None) or None for one in (made, wanted))):
            yield self._said("changed", wanted, "", f"alter {name} table comment", wanted.location)

    # --- indexes and constraints -------------------------------------------------------------------------------------

    def _indexes(self, made: Model, wanted: Model) -> Iterator[Pending]:
        before, after = self._named(self._made, made, "indexes"), self._named(self._wanted, wanted, "indexes")
        if before is None or after is None:
            return
        name = wanted.name.lower()
        for index in before:
            if index not in after or _differs(before[index], after[index]):
                yield self._said("removed", wanted, "", f"remove index {index} from {name}", wanted.location)
        for index in after:
            if index not in before or _differs(before[index], after[index]):
                text = f"create index {self._words(wanted, index)} of model {name}"
                yield self._said("added", wanted, "", text, wanted.location)

    def _words(self, model: Model, name: str) -> str:
        value = model.options.get("indexes")
        constraints = Constraints(self._reader, self._wanted.project, self._wanted.columns, model)
        for item in value.items if isinstance(value, ListValue) else ():
            if isinstance(item, Application) and constraints.name(item) == name:
                return index_words(item, name)
        return name

    def _constraints(self, made: Model, wanted: Model) -> Iterator[Pending]:
        before = self._named(self._made, made, "constraints")
        after = self._named(self._wanted, wanted, "constraints")
        if before is None or after is None:
            return
        name = wanted.name.lower()
        for one in before:
            if one not in after or _differs(before[one], after[one]):
                yield self._said("removed", wanted, "", f"remove constraint {one} from model {name}", wanted.location)
        for one in after:
            if one not in before or _differs(before[one], after[one]):
                yield self._said("added", wanted, "", f"create constraint {one} on model {name}", wanted.location)

    def _named(self, side: Side, model: Model, option: str) -> Mapping[str, object] | None:
        """What indexes or constraints say, by their names; None where one of them is not known."""
        value = model.options.get(option)
        if value is None or known.is_none(value):
            return {}
        if not isinstance(value, ListValue) or value.open:
            return None
        constraints = Constraints(self._reader, side.project, side.columns, model)
        found: dict[str, object] = {}
        for item in value.items:
            name = constraints.name(item)
            if name is None or not isinstance(item, Application):
                return None
            found[name] = self._content(side, model, item)
        return found

    def _content(self, side: Side, model: Model, item: Application) -> object:
        condition = item.keywords.get("condition") or item.keywords.get("check")
        text: object = None
        if condition is not None and not known.is_none(condition):
            text = Expressions(self._reader, side.project, model).known_condition(condition)
            if text is None:
                return _UNKNOWN
        return strings(item.keywords.get("fields")) or (), len(item.arguments), text


def _models(project: Project, app: str) -> Mapping[Key, Model]:
    own = (one for one in project.models.values() if one.app == app and not one.outside and not one.between)
    return {one.key: one for one in own if not known.is_true(one.options.get("proxy"))}


def _fields(model: Model) -> Mapping[str, Field]:
    """The fields that migrations hold: those with columns, and the many-to-many ones."""
    found = (field for field in model.fields if has_column(field) or _is_many(field))
    return {field.name: field for field in found if field.kind != "OrderWrt"}


def _is_history(model: Model) -> bool:
    """Whether the package django-simple-history made a model, for one that is declared: its keys begin so."""
    names = {field.name for field in model.fields}
    return model.name.startswith("Historical") and {"history_id", "history_date", "history_type"} <= names


def _column(field: Field) -> str:
    return field.name if _is_many(field) else column_name(field)


def _is_many(field: Field) -> bool:
    return is_a(field.kind, "ManyToManyField")


def _is_relation(field: Field) -> bool:
    return _is_many(field) or is_a(field.kind, "ForeignKey")


def _plain(value: Value | None, otherwise: object) -> object:
    if value is None:
        return otherwise
    return value.value if isinstance(value, Constant) else _UNKNOWN


def _differs(one: object, other: object) -> bool:
    return one is not _UNKNOWN and other is not _UNKNOWN and one != other
