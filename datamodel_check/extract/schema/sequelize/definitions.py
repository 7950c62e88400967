"""Models and their associations, in the order in which an application makes them.

Sources: sequelize/src/sequelize.js, `define`; src/model.js, `init`; src/associations/mixin.js.
"""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.schema.sequelize import known, seven
from datamodel_check.extract.schema.sequelize.associations import SINGLE, Call
from datamodel_check.extract.schema.sequelize.attributes import Attribute, attribute
from datamodel_check.extract.schema.sequelize.connections import Connection
from datamodel_check.extract.schema.sequelize.decorated.metadata import Metadata
from datamodel_check.extract.schema.sequelize.decorated.tables import Decorated
from datamodel_check.extract.schema.sequelize.many_to_many import belongs_to_many
from datamodel_check.extract.schema.sequelize.models import Model, Options
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.schema.sequelize.visiting import calls
from datamodel_check.extract.symbols import argument, entry, string, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.module import Subscript
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Constant,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

_ASSOCIATIONS = frozenset({*SINGLE, "belongsToMany"})

_INHERITED = ("charset", "freezeTableName", "schema", "underscored")
"""What the table between takes over from the model that names it."""


class Definitions:
    """The models of one database."""

    def __init__(self, reader: Reader, connection: Connection) -> None:
        self._reader = reader
        self._connection = connection
        self._decorated = Decorated(reader)
        self._made: dict[Location, Model] = {}
        self._named: dict[str, Model] = {}

    @property
    def models(self) -> Sequence[Model]:
        return tuple(dict.fromkeys((*self._made.values(), *self._named.values())))

    def read(self, files: Sequence[str]) -> None:
        """First every model, then what stands between them: associations are made when all models are known."""
        program = self._reader.program
        found = [
            value
            for path in files
            for step in calls(program, path)
            if isinstance(value := program.evaluate(step.expression, step.scope), Application)
        ]
        for value in found:
            self._define(value)
        decorated = self._decorated.tables(files, found)
        for metadata in decorated:
            self._declare(metadata)
        for value in found:
            self._associate(value)
        for metadata in decorated:
            self._associate_declared(metadata)

    # --- models ------------------------------------------------------------------------------------------------------

    def _define(self, value: Application) -> None:
        callee = value.callee
        if not isinstance(callee, Access) or value.location in self._made:
            return
        if callee.name == "define" and _is_instance(callee.object):
            name = string(argument(value.arguments, 0))
            if name is None:
                self._reader.unresolved("the name of a model", argument(value.arguments, 0), value.location)
            else:
                self._make(name, value.location, value.location.path, value.arguments[1:])
        elif callee.name == "init" and isinstance(callee.object, ClassValue) and self._is_model(callee.object):
            owner = callee.object
            options = argument(value.arguments, 1)
            name = string(entry(options, "modelName")) or owner.declaration.name
            place = Location(owner.scope.path, owner.declaration.span)
            if name is not None and place not in self._made:
                self._make(name, place, value.location.path, value.arguments)

    def _is_model(self, owner: ClassValue) -> bool:
        """Whether a class extends Sequelize's `Model`, itself or through others."""
        program = self._reader.program
        for base in owner.declaration.bases:
            plain = base.object if isinstance(base, Subscript) else base
            value = program.evaluate(plain, owner.scope)
            if isinstance(value, Application):
                value = value.callee
            if known.name(value) == "Model" or (isinstance(value, ClassValue) and self._is_model(value)):
                return True
        return False

    def _declare(self, metadata: Metadata) -> None:
        """A class that decorators make a model."""
        owner = metadata.target
        place = Location(owner.scope.path, owner.declaration.span)
        if metadata.name is not None and place not in self._made and self._is_model(owner):
            arguments = (metadata.written_attributes, metadata.written_options)
            self._make(metadata.name, place, place.path, arguments)

    def _make(self, name: str, place: Location, file: str, arguments: Sequence[Value]) -> None:
        given = argument(tuple(arguments), 1)
        options = Options(self._reader, f"the model {name}", place, self._connection.define, given)
        model = Model(name, options, place, file, seven=self._connection.seven)
        model.fill(dict(self._attributes(name, argument(tuple(arguments), 0), place)))
        self._made[place] = model
        self._named.setdefault(name, model)

    def _attributes(self, model: str, written: Value | None, place: Location) -> Iterator[tuple[str, Attribute]]:
        if not isinstance(written, ObjectValue):
            if written is not None and not isinstance(written, Constant):
                self._reader.unresolved(f"the attributes of {model}", written, place)
            return
        self._reader.open(written, f"the attributes of {model}", place)
        for name, value in written.entries.items():
            here = written.places.get(name, place)
            yield name, attribute(self._reader, name, value, here, f"{model}.{name}")

    def model(self, value: Value) -> Model | None:
        """The model that a value is, or that is called so: `User`, `models.User`, `'User'`."""
        if isinstance(value, ClassValue):
            return self._made.get(Location(value.scope.path, value.declaration.span)) or self._called(
                value.declaration.name
            )
        if isinstance(value, Application):
            if isinstance(value.callee, Access) and value.callee.name == "model":
                return self._called(string(argument(value.arguments, 0)))
            if isinstance(value.callee, Access) and value.callee.name == "init":
                return self.model(value.callee.object)
            return self._made.get(value.location)
        if isinstance(value, Access):
            return self._called(value.name)
        return self._called(string(value)) if isinstance(value, Constant) else self._unresolved(value)

    def _called(self, name: str | None) -> Model | None:
        return self._named.get(name) if name is not None else None

    def _unresolved(self, value: Value) -> Model | None:
        """A name that nobody gave a value, as in `({ User }) => …`: what is called so."""
        return self._called(value.text.rpartition(".")[2]) if isinstance(value, Unresolved) else None

    # --- associations ------------------------------------------------------------------------------------------------

    def _associate(self, value: Application) -> None:
        callee = value.callee
        if not isinstance(callee, Access) or callee.name not in _ASSOCIATIONS:
            return
        source, written = self.model(callee.object), argument(value.arguments, 0)
        target = self.model(written) if written is not None else None
        if source is None or target is None:
            if source is not None or target is not None:
                which = written if source is not None else callee.object
                self._reader.unresolved(f"a model of `{callee.name}`", which, value.location)
            return
        options = argument(value.arguments, 1)
        self._connect(callee.name, Call(self._reader, source, target, options, value.location))

    def _associate_declared(self, metadata: Metadata) -> None:
        source = self.model(metadata.target)
        for one in metadata.associations if source is not None else ():
            written = self._decorated.target(one.target)
            target = self.model(written)
            options = self._decorated.options(metadata.target, one)
            if source is None or target is None:
                self._reader.unresolved(f"a model of `{one.kind}`", written, one.location)
            elif options is not None:
                self._connect(one.kind, Call(self._reader, source, target, options, one.location))

    def _connect(self, kind: str, call: Call) -> None:
        def between(through: Value) -> Model | None:
            return self.model(through) or self._between(call, through)

        if self._connection.seven:
            for each in seven.associate(kind, call, between):
                each.source.associations.setdefault(each.name, each)
            return
        made = belongs_to_many(call, between) if kind == "belongsToMany" else SINGLE[kind](call)
        if made is not None:
            call.source.associations[made.name] = made

    def _between(self, call: Call, through: Value) -> Model | None:
        """The model that a name alone makes."""
        name = string(through)
        if name is None:
            return None
        inherited = {key: value for key in _INHERITED if (value := call.source.options.value(key)) is not None}
        own = ObjectValue({**inherited, "tableName": Constant(name), "indexes": ListValue(())})
        label = f"the model {name}"
        options = Options(self._reader, label, call.location, self._connection.define, call.options, own)
        model = Model(name, options, call.location, call.location.path, seven=self._connection.seven)
        model.fill({})
        self._named[name] = model
        return model


def _is_instance(value: Value) -> bool:
    """Whether it is an instance of Sequelize; what nobody can tell is one where it is called so."""
    if isinstance(value, Application):
        return value.new and known.name(value.callee) == "Sequelize"
    if isinstance(value, Unresolved):
        return "sequelize" in value.text.lower()
    found = symbol(value)
    return found is not None and (known.is_sequelize(found.package) or "sequelize" in "".join(found.path).lower())
