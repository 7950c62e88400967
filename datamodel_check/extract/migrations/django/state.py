"""What the operations of migrations make of the state of models: `state_forwards` in django/db/migrations/operations/.

https://github.com/django/django/blob/stable/5.2.x/django/db/migrations/state.py
"""

from collections.abc import Callable, Iterator, Mapping

from datamodel_check.extract.migrations.django.loading import Migration, place_of, state_operations
from datamodel_check.extract.migrations.django.operations import Operation
from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.fields import Fields
from datamodel_check.extract.schema.django.metadata import Field, Key, Model
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.extract.symbols import string, strings
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.values import Application, Constant, ListValue, ObjectValue, Value


class State:
    """The models of all apps, as the migrations so far leave them. `unread` holds what of each app is not known.

    `unknown` are fields whose class is none that is known.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._fields = Fields(reader)
        self.models: dict[Key, Model] = {}
        self.unknown: set[tuple[Key, str]] = set()
        self.unread: dict[str, list[tuple[Location, str]]] = {}

    def run(self, migration: Migration) -> None:
        """What a migration does to the state."""
        app = migration.node[0]
        for value in migration.unread:
            what = f"an operation of the migration {migration.node[1]}: {self._reader.program.describe(value)[:80]}"
            self._doubt(app, place_of(value, migration.location), f"{what} is not known")
        for one in migration.operations:
            self._apply(app, one)

    def _doubt(self, app: str, place: Location, what: str) -> None:
        self.unread.setdefault(app, []).append((place, what))

    def _apply(self, app: str, one: Operation) -> None:
        if one.kind in ("RunSQL", "SeparateDatabaseAndState"):
            found, unread = state_operations(self._reader, one)
            for value in unread:
                self._doubt(app, place_of(value, one.call.location), "an operation on the state is not known")
            for inner in found:
                self._apply(app, inner)
        elif one.kind in _OPERATIONS:
            key = app, one.model
            if one.kind != "CreateModel" and key not in self.models:
                if app in self.unread:
                    return
                self._doubt(app, one.call.location, f"there is no model {'.'.join(key)} that {one.kind} could be for")
                return
            _OPERATIONS[one.kind](self, key, one)

    def _change(self, key: Key, **changes: object) -> None:
        self.models[key] = self.models[key]._replace(**changes)  # type: ignore[arg-type]

    # --- models ------------------------------------------------------------------------------------------------------

    def create(self, key: Key, one: Operation) -> None:
        given = one.options.get("fields")
        options = one.options.get("options")
        if not isinstance(given, ListValue) or given.open or (options is not None and not _is_plain(options)):
            self._doubt(key[0], one.call.location, f"the model {one.text('name')} is not known as a whole")
        fields = [self._field(key, item) for item in (given.items if isinstance(given, ListValue) else ())]
        self.models[key] = Model(
            key[0],
            one.text("name"),
            tuple(field for field in fields if field is not None),
            options.entries if isinstance(options, ObjectValue) else {},
            one.call.location,
            tuple(self._parents(key, one.options.get("bases"))),
        )

    def _field(self, key: Key, item: Value) -> Field | None:
        """One of `fields=[("name", models.CharField()), …]`."""
        name = string(item.items[0]) if isinstance(item, ListValue) and len(item.items) == 2 else None
        if name is None or not isinstance(item, ListValue):
            self._doubt(key[0], self._place(item, key), f"a field of {'.'.join(key)} is not known")
            return None
        return self._read(key, name, item.items[1])

    def _place(self, value: Value | None, key: Key) -> Location:
        here = self.models.get(key)
        return place_of(value, here.location if here else Location("", NOWHERE))

    def _read(self, key: Key, name: str, value: Value | None) -> Field | None:
        found = self._fields.read(name, value, self._place(value, key))
        if found is None:
            self.unknown.add((key, name))
        return found

    def _parents(self, key: Key, value: Value | None) -> Iterator[Key]:
        """The concrete models among `bases`."""
        for item in value.items if isinstance(value, ListValue) else ():
            text = string(item)
            if text:
                app, _, name = text.lower().rpartition(".")
                yield app or key[0], name

    def delete(self, key: Key, one: Operation) -> None:  # noqa: ARG002
        del self.models[key]

    def rename(self, key: Key, one: Operation) -> None:
        """Everything that points to the model points to it under its new name."""
        new = key[0], one.text("new_name").lower()
        self.models[new] = self.models.pop(key)._replace(name=one.text("new_name"))
        for other, model in list(self.models.items()):
            fields = tuple(_pointing(field, model, key, new) for field in model.fields)
            parents = tuple(new if parent == key else parent for parent in model.parents)
            self.models[other] = model._replace(fields=fields, parents=parents)

    # --- options -----------------------------------------------------------------------------------------------------

    def _set(self, key: Key, option: str, value: Value | None) -> None:
        options = dict(self.models[key].options)
        options.pop(option, None)
        self._change(key, options=options if value is None or known.is_none(value) else {**options, option: value})

    def table(self, key: Key, one: Operation) -> None:
        self._set(key, "db_table", one.options.get("table"))

    def comment(self, key: Key, one: Operation) -> None:
        self._set(key, "db_table_comment", one.options.get("table_comment"))

    def unique_together(self, key: Key, one: Operation) -> None:
        self._set(key, "unique_together", one.options.get("unique_together"))

    def index_together(self, key: Key, one: Operation) -> None:
        self._set(key, "index_together", one.options.get("index_together"))

    def order(self, key: Key, one: Operation) -> None:
        self._set(key, "order_with_respect_to", one.options.get("order_with_respect_to"))

    def options(self, key: Key, one: Operation) -> None:
        """Options that are not given are taken away, of those that this operation is for."""
        given = one.options.get("options")
        entries = given.entries if isinstance(given, ObjectValue) else {}
        kept = {name: value for name, value in self.models[key].options.items() if name not in _OPTIONS}
        self._change(key, options={**kept, **entries})

    # --- fields ------------------------------------------------------------------------------------------------------

    def add_field(self, key: Key, one: Operation) -> None:
        name = one.text("name")
        field = self._read(key, name, one.options.get("field"))
        kept = tuple(other for other in self.models[key].fields if other.name != name)
        self._change(key, fields=kept if field is None else (*kept, field))

    def alter_field(self, key: Key, one: Operation) -> None:
        name = one.text("name")
        field = self._read(key, name, one.options.get("field"))
        fields = [field if other.name == name else other for other in self.models[key].fields]
        self._change(key, fields=tuple(other for other in fields if other is not None))

    def remove_field(self, key: Key, one: Operation) -> None:
        name = one.text("name").lower()
        self._change(key, fields=tuple(field for field in self.models[key].fields if field.name.lower() != name))

    def rename_field(self, key: Key, one: Operation) -> None:
        old, new = one.text("old_name"), one.text("new_name")
        model = self.models[key]
        fields = tuple(field._replace(name=new) if field.name == old else field for field in model.fields)
        options = dict(model.options)
        for option in ("unique_together", "index_together"):
            if option in options:
                options[option] = _renamed(options[option], old, new)
        self._change(key, fields=fields, options=options)
        self._rename_targets(key, old, new)

    def _rename_targets(self, key: Key, old: str, new: str) -> None:
        """`to_field` of the keys that point to a renamed field."""
        for other, model in self.models.items():
            fields = [
                field._replace(options={**field.options, "to_field": Constant(new)})
                if string(field.option("to_field")) == old and _target(field, model) == key
                else field
                for field in model.fields
            ]
            self.models[other] = model._replace(fields=tuple(fields))

    # --- indexes and constraints -------------------------------------------------------------------------------------

    def _items(self, key: Key, option: str) -> tuple[Value, ...]:
        value = self.models[key].options.get(option)
        return value.items if isinstance(value, ListValue) else ()

    def _replace_items(self, key: Key, option: str, items: tuple[Value, ...]) -> None:
        self._change(key, options={**self.models[key].options, option: ListValue(items)})

    def _add(self, key: Key, option: str, value: Value | None) -> None:
        if value is not None:
            self._replace_items(key, option, (*self._items(key, option), value))

    def _remove(self, key: Key, option: str, name: str) -> None:
        self._replace_items(key, option, tuple(one for one in self._items(key, option) if _name(one) != name))

    def add_index(self, key: Key, one: Operation) -> None:
        self._add(key, "indexes", one.options.get("index"))

    def remove_index(self, key: Key, one: Operation) -> None:
        self._remove(key, "indexes", one.text("name"))

    def rename_index(self, key: Key, one: Operation) -> None:
        new, fields = one.options.get("new_name"), strings(one.options.get("old_fields"))
        if new is None:
            self._doubt(key[0], one.call.location, "an index gets a name that is not known")
            return
        if fields is not None:
            index = Application(_INDEX, (), one.call.location, keywords={"fields": _texts(fields), "name": new})
            self._remove_together(key, fields)
            self._add(key, "indexes", index)
            return
        old = one.text("old_name")
        self._replace_items(
            key,
            "indexes",
            tuple(_with_name(item, new) if _name(item) == old else item for item in self._items(key, "indexes")),
        )

    def _remove_together(self, key: Key, fields: tuple[str, ...]) -> None:
        kept = tuple(item for item in self._items(key, "index_together") if strings(item) != fields)
        self._replace_items(key, "index_together", kept)

    def add_constraint(self, key: Key, one: Operation) -> None:
        self._add(key, "constraints", one.options.get("constraint"))

    def remove_constraint(self, key: Key, one: Operation) -> None:
        self._remove(key, "constraints", one.text("name"))

    def alter_constraint(self, key: Key, one: Operation) -> None:
        self.remove_constraint(key, one)
        self.add_constraint(key, one)


_OPERATIONS: Mapping[str, Callable[[State, Key, Operation], None]] = {
    "AddConstraint": State.add_constraint,
    "AddConstraintNotValid": State.add_constraint,
    "AddField": State.add_field,
    "AddIndex": State.add_index,
    "AddIndexConcurrently": State.add_index,
    "AlterConstraint": State.alter_constraint,
    "AlterField": State.alter_field,
    "AlterIndexTogether": State.index_together,
    "AlterModelOptions": State.options,
    "AlterModelTable": State.table,
    "AlterModelTableComment": State.comment,
    "AlterOrderWithRespectTo": State.order,
    "AlterUniqueTogether": State.unique_together,
    "CreateModel": State.create,
    "DeleteModel": State.delete,
    "RemoveConstraint": State.remove_constraint,
    "RemoveField": State.remove_field,
    "RemoveIndex": State.remove_index,
    "RemoveIndexConcurrently": State.remove_index,
    "RenameField": State.rename_field,
    "RenameIndex": State.rename_index,
    "RenameModel": State.rename,
}

_OPTIONS = frozenset(
    {
        *("base_manager_name", "default_manager_name", "default_related_name", "get_latest_by", "managed", "ordering"),
        *("permissions", "default_permissions", "select_on_save", "verbose_name", "verbose_name_plural"),
    }
)
"""`AlterModelOptions.ALTER_OPTION_KEYS`."""


def _is_plain(value: Value) -> bool:
    return isinstance(value, ObjectValue) and not value.open


def _target(field: Field, model: Model) -> Key | None:
    text = string(field.option("to"))
    if text is None:
        return None
    if text == "self":
        return model.key
    app, _, name = text.lower().rpartition(".")
    return app or model.app, name


def _pointing(field: Field, model: Model, old: Key, new: Key) -> Field:
    """A field that points to a model which has another name now."""
    options = dict(field.options)
    for option in ("to", "through"):
        text = string(options.get(option))
        if text is not None and text != "self":
            app, _, name = text.lower().rpartition(".")
            if (app or model.app, name) == old:
                options[option] = Constant(".".join(new))
    return field._replace(options=options)


def _renamed(value: Value, old: str, new: str) -> Value:
    """A list of lists of names with one of them renamed."""
    if isinstance(value, ListValue):
        return ListValue(tuple(_renamed(item, old, new) for item in value.items), value.open)
    return Constant(new) if string(value) == old else value


def _texts(names: tuple[str, ...]) -> ListValue:
    return ListValue(tuple(Constant(name) for name in names))


def _name(value: Value) -> str | None:
    return string(value.keywords.get("name")) if isinstance(value, Application) else None


def _with_name(value: Value, name: Value) -> Value:
    if not isinstance(value, Application):
        return value
    keywords = {**value.keywords, "name": name}
    return Application(value.callee, value.arguments, value.location, keywords=keywords, open=value.open)


_INDEX = known.INDEX
