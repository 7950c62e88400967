"""What the modules of a repository do to schemas when they are run, one call after the other."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from datamodel_check.extract.schema.mongoose import nestjs, typegoose
from datamodel_check.extract.schema.mongoose.classes import Classes
from datamodel_check.extract.schema.mongoose.known import mongoose_path
from datamodel_check.extract.schema.mongoose.methods import called
from datamodel_check.extract.schema.mongoose.reader import Reader
from datamodel_check.extract.schema.mongoose.schemas import Schema
from datamodel_check.extract.symbols import argument, callee, string, strings, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.module import Binding, Block, Call, Class, Function, Member
from datamodel_check.model.program import Effect, Program, Skipped
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    ObjectValue,
    Unresolved,
    Value,
)
from datamodel_check.model.walking import walk


class Model(NamedTuple):
    """A model: the name by which references mean it, its schema, and the collection where that is given."""

    name: str
    schema: Schema
    collection: str | None
    location: Location
    file: str
    """The module that was run when the model was made."""


class Runtime:
    """The schemas and models that there are, and what was done to them so far."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.reader = Reader(program, self)
        self.classes = Classes(program)
        self.defining: set[ClassValue] = set()
        """Classes whose definitions are being put together."""
        self.everywhere: list[Application] = []
        """What is said of all schemas: `mongoose.plugin(…)` and `mongoose.pluralize(…)`."""
        self.seen: set[Location] = set()
        """The places of calls that were carried out."""
        self._made_models: dict[tuple[str, Location], Model] = {}
        self._schemas: dict[Value, Schema | None] = {}
        self._models: dict[Value, Model] = {}
        self._file = ""

    @property
    def models(self) -> list[Model]:
        """Those that were made, in turn."""
        return list(self._made_models.values())

    def run(self, path: str) -> None:
        """Run a module."""
        self.perform(path, self.program.effects(path))
        module = self.program.module(path)
        for statement in module.statements if module else ():
            if isinstance(statement, Binding) and isinstance(statement.value, Class):
                for decorator in statement.value.decorators:
                    nestjs.registered(self, self.program.evaluate(decorator, self.program.scope(path)), path)

    def perform(self, path: str, effects: Iterable[Effect]) -> None:
        """What happens when a module, or a function of it, is run."""
        self._file = path
        self.execute(effects)

    def execute(self, effects: Iterable[Effect]) -> None:
        for effect in effects:
            if isinstance(effect, Skipped):
                self._skipped(effect)
            else:
                self._call(effect)

    # --- what values are ---------------------------------------------------------------------------------------------

    def schema(self, value: Value) -> Schema | None:
        """The schema that a value is; None of anything else."""
        if value not in self._schemas:
            self._schemas[value] = None
            self._schemas[value] = self._made(value)
        return self._schemas[value]

    def know(self, value: Value, schema: Schema) -> None:
        """A value stands for a schema."""
        self._schemas[value] = schema

    def model(self, value: Value) -> Model | None:
        """The model that a value is; `models.User || model("User", …)` is not known, but one is made in it."""
        if not isinstance(value, Unresolved):
            return self._models.get(value)
        path, span = value.location
        inside = (one for one in self.models if one.location.path == path)
        return next((one for one in inside if span.start <= one.location.span.start < span.end), None)

    def model_name(self, value: Value) -> str | None:
        """The name of the model that a value is."""
        known = self.model(value)
        return known.name if known else None

    def _made(self, value: Value) -> Schema | None:
        if isinstance(value, Access):
            holder = value.object
            if value.name == "schema":
                holder = holder.object if isinstance(holder, Access) and holder.name == "prototype" else holder
                model = self._models.get(holder)
                return model.schema if model else None
            return None
        if isinstance(value, ClassValue):
            return nestjs.of_class(self, value) or typegoose.of_class(self, value)
        if not isinstance(value, Application):
            return None
        if mongoose_path(value.callee) == ("Schema",) or _is_subclass(self.program, value.callee):
            return Schema(self.reader, argument(value.arguments, 0), argument(value.arguments, 1), value.location)
        if isinstance(value.callee, Access) and symbol(value.callee) is None:
            receiver = self.schema(value.callee.object)
            return self._derived(receiver, value.callee.name, value) if receiver is not None else None
        return nestjs.created(self, value) or typegoose.made(self, value) or self._extended(value)

    def _derived(self, schema: Schema, method: str, call: Application) -> Schema | None:
        """What a method of a schema returns."""
        first = argument(call.arguments, 0)
        if method in {"pick", "omit"}:
            names = strings(first)
            if names is None:
                self.reader.unresolved(f"the paths of .{method}()", first, call.location)
                return schema.copy()
            return schema.only(names) if method == "pick" else schema.without(names)
        if method in {"clone", "extend"}:
            made = schema.copy()
            if first is not None:
                made.add(first)
            return made
        return None if method in _OTHER_RESULTS else schema

    def _extended(self, call: Application) -> Schema | None:
        """`extendSchema(base, definition, options)` of mongoose-extend-schema."""
        function = callee(call)
        base = argument(call.arguments, 0)
        if function is None or function.package != "mongoose-extend-schema" or base is None:
            return None
        known = self.schema(base)
        if known is None:
            return None
        made = known.copy()
        made.add(argument(call.arguments, 1) or ObjectValue({}))
        return made

    # --- what happens ------------------------------------------------------------------------------------------------

    def _call(self, call: Application) -> None:
        self.seen.add(call.location)
        self.schema(call)
        target = call.callee
        if isinstance(target, Access):
            schema = self.schema(target.object)
            if schema is not None:
                called(self, schema, target.name, call)
                return
            if self._changed_path(target, call):
                return
            model = self._models.get(target.object)
            if model is not None and target.name == "discriminator":
                self._discriminator(model.schema, call)
                return
        elif isinstance(target, Unresolved) and target.text.endswith(".discriminator"):
            model = self.model(target)
            if model is not None:
                self._discriminator(model.schema, call)
            else:
                self.reader.unresolved("the base of a discriminator", target, call.location)
            return
        if mongoose_path(target) in _GLOBAL:
            self.everywhere.append(call)
            return
        nestjs.registered(self, call, self._file)
        typegoose.defined(self, call, self._file)
        self._define(call)

    def _changed_path(self, target: Access, call: Application) -> bool:
        """`schema.path("x").required(true)`."""
        inner = target.object
        if not isinstance(inner, Application) or not isinstance(inner.callee, Access) or inner.callee.name != "path":
            return False
        schema = self.schema(inner.callee.object)
        name = string(argument(inner.arguments, 0))
        if schema is None or name not in schema.paths:
            return False
        if target.name == "discriminator":
            items = schema.paths[name]
            while items.items is not None:
                items = items.items
            if items.schema is not None:
                self._discriminator(items.schema, call)
        elif target.name in _OPTIONS_OF_PATHS:
            schema.update(name, target.name, argument(call.arguments, 0) or Constant(value=True))
        return True

    def _discriminator(self, base: Schema, call: Application) -> None:
        """`Model.discriminator(name, schema, value)`."""
        from datamodel_check.extract.schema.mongoose.discriminators import discriminator

        discriminator(self, base, call)

    # --- models ------------------------------------------------------------------------------------------------------

    def _define(self, call: Application) -> None:
        """`mongoose.model(name, schema, collection)`; with one argument it looks a model up."""
        if not _is_model(call.callee):
            return
        definition = argument(call.arguments, 1)
        if definition is None or isinstance(definition, Constant):
            return
        schema = self.schema(definition)
        if schema is None and self._is_meant(call.callee, definition):
            schema = self._defined(call, definition)
        if schema is None:
            return
        name, known = self._name(argument(call.arguments, 0), call)
        third = argument(call.arguments, 2)
        collection = string(third) or (None if known else name)
        if string(third) is None and third is not None and not isinstance(third, Constant | ObjectValue):
            self.reader.unresolved(f"the collection of the model {name}", third, call.location)
        self.add(Model(name, schema, collection, call.location, self._file), call)

    def _defined(self, call: Application, definition: Value) -> Schema | None:
        """A schema that Mongoose makes of a plain object; anything else is not known."""
        if isinstance(definition, ObjectValue):
            return Schema(self.reader, definition, None, call.location)
        name = string(argument(call.arguments, 0)) or ""
        self.reader.unresolved(f"the schema of the model {name}", definition, call.location, _MISSING)
        return None

    def _is_meant(self, function: Value, definition: Value) -> bool:
        """Whether a call makes a model: of Mongoose for certain, of something unknown where it takes a schema."""
        if _is_certain(function):
            return True
        return isinstance(function, Unresolved) and "Schema" in self.program.describe(definition)

    def _name(self, value: Value | None, call: Application) -> tuple[str, bool]:
        """The name of a model, and whether it is known; else its source text stands for it."""
        known = string(value)
        if known is None and isinstance(value, ClassValue):
            known = value.declaration.name
        if known is not None:
            return known, True
        self.reader.unresolved("the name of a model", value, call.location, "Write it as a string.")
        return self.program.describe(value) if value is not None else "", False

    def add(self, model: Model, value: Value | None = None) -> Model:
        """A model is made; made twice by one and the same call it is one."""
        known = self._made_models.setdefault((model.name, model.location), model)
        if value is not None:
            self._models[value] = known
        return known

    # --- what may happen ---------------------------------------------------------------------------------------------

    def _skipped(self, effect: Skipped) -> None:
        """A model that is made under some condition is there; a schema that is changed under one is not known.

        What stands behind an early exit is what the function is for.
        """
        if isinstance(effect.statement, Block) and effect.statement.kind == "block":
            rest = Function(None, (), effect.statement.body, effect.statement.span)
            self.execute(self.program.performed(Closure(rest, effect.scope), ()))
            return
        for part in walk(effect.statement):  # type: ignore[arg-type]
            if isinstance(part, Call) and isinstance(part.callee, Member):
                self._perhaps(part, part.callee, effect)

    def _perhaps(self, part: Call, target: Member, effect: Skipped) -> None:
        if target.name in _MAKERS and len(part.arguments) > 1:
            value: Any = self.program.evaluate(part, effect.scope)
            if isinstance(value, Application):
                self._call(value)
        elif target.name in _CHANGES:
            receiver = self.program.evaluate(target.object, effect.scope)
            if self.schema(receiver) is not None:
                place = Location(effect.scope.path, part.span)
                message = f"whether .{target.name}() is called on a schema"
                self.reader.unresolved(message, Unresolved(effect.because.reason, "", place), place)


_MISSING = "Its collection is missing from the facts; declare the schema with `new Schema({…})` to have it read."

_GLOBAL = frozenset({("plugin",), ("pluralize",)})

_MAKERS = frozenset({"model", "discriminator"})

_CHANGES = frozenset({"add", "index", "plugin", "remove", "set", "virtual", "discriminator"})

_OTHER_RESULTS = frozenset(
    {"path", "virtual", "get", "indexes", "eachPath", "requiredPaths", "virtualpath", "pathType", "queue"}
)
"""Methods that do not return the schema."""

_OPTIONS_OF_PATHS = frozenset({"required", "default", "index", "unique", "sparse", "text", "enum", "ref"})


def _is_model(function: Value) -> bool:
    """Whether what is called may be `model` of Mongoose or of a connection."""
    if isinstance(function, Unresolved):
        return function.text.endswith(".model")
    if isinstance(function, Access):
        return function.name == "model"
    return mongoose_path(function) == ("model",)


def _is_certain(function: Value) -> bool:
    """Whether what is called is `model` of Mongoose itself, or of a connection that it has made."""
    if mongoose_path(function) is not None:
        return True
    while isinstance(function, Access | Application):
        function = function.object if isinstance(function, Access) else function.callee
        if mongoose_path(function) is not None:
            return True
    return False


def _is_subclass(program: Program, value: Value) -> bool:
    """Whether a class is `class Own extends Schema` without a constructor of its own."""
    if not isinstance(value, ClassValue) or len(value.declaration.bases) != 1:
        return False
    members: Sequence[Any] = value.declaration.members
    if any(getattr(member, "name", None) == "constructor" for member in members):
        return False
    return mongoose_path(program.evaluate(value.declaration.bases[0], value.scope)) == ("Schema",)
