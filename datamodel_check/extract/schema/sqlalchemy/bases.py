"""Declarative bases: what makes a class a model, and which `MetaData` its table belongs to.

https://docs.sqlalchemy.org/en/20/orm/declarative_styles.html
"""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from datamodel_check.extract.schema.sqlalchemy.metadata import Collection
from datamodel_check.extract.schema.sqlalchemy.python_types import entries
from datamodel_check.extract.schema.sqlalchemy.reader import Reader, class_name, is_true
from datamodel_check.extract.symbols import string, symbol
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.values import Access, Application, ClassValue, Value

Flavour: TypeAlias = Literal["sqlalchemy", "flask", "sqlmodel"]

_FACTORIES = frozenset({"automap_base", "declarative_base", "generate_base"})

_CLASSES = frozenset({"DeclarativeBase", "DeclarativeBaseNoMeta"})

_SQLMODEL = "sqlmodel.SQLModel"

_DECORATORS = frozenset({"as_declarative", "as_declarative_base"})

_MAPPING = frozenset({"mapped", "mapped_as_dataclass"})


class Bases:
    """Knows the declarative bases of a program."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._lines: dict[int, tuple[Value, ...]] = {}
        self._kept: list[Value] = []

    # --- classes -----------------------------------------------------------------------------------------------------

    def line(self, value: Value) -> Sequence[Value]:
        """A class and all that it inherits from; `declarative_base(cls=Base)` and what it extends included."""
        if id(value) not in self._lines:
            self._kept.append(value)
            self._lines[id(value)] = tuple(self._expanded(value))
        return self._lines[id(value)]

    def _expanded(self, value: Value) -> Iterator[Value]:
        for one in self._reader.mro(value):
            yield one
            inner = self._extended(one)
            if inner is not None:
                yield from self._reader.mro(inner)

    def _extended(self, value: Value) -> ClassValue | None:
        """The class that a made base extends."""
        if isinstance(value, Application) and self._reader.called(value) in _FACTORIES:
            found = value.keywords.get("cls")
        elif isinstance(value, Access) and value.name == "Model" and isinstance(value.object, Application):
            found = value.object.keywords.get("model_class")
        else:
            return None
        return found if isinstance(found, ClassValue) else None

    def flavour(self, value: Value) -> Flavour | None:
        """Whose model a class is; None of what is none, and of bases themselves."""
        if not isinstance(value, ClassValue) or self.is_base(value):
            return None
        found: Flavour | None = "sqlalchemy" if self._is_decorated(value, _MAPPING) else None
        for one in self.line(value):
            if self._is_flask_model(one):
                return "flask"
            if self._reader.dotted(one) in _SQLMODELS:
                return "sqlmodel" if self._is_table(value) else None
            if one is not value and self._is_root(one):
                found = "sqlalchemy"
        return found

    def is_base(self, value: Value) -> bool:
        """Whether a class is a base of models, no model."""
        if not isinstance(value, ClassValue):
            return False
        abstract = self._reader.own(value, "__abstract__")
        if abstract is not None and is_true(abstract.value):
            return True
        direct = [self._reader.name(one) for one in self._reader.program.bases(value)]
        return any(name in _CLASSES for name in direct) or self._is_decorated(value, _DECORATORS)

    def _is_root(self, value: Value) -> bool:
        if isinstance(value, ClassValue):
            return self._is_decorated(value, _DECORATORS)
        return self._reader.name(value) in _CLASSES or self._reader.called(value) in _FACTORIES or self._made(value)

    def _made(self, value: Value) -> bool:
        """`mapper_registry.generate_base()`."""
        callee = value.callee if isinstance(value, Application) else None
        return isinstance(callee, Access) and callee.name in _FACTORIES and self._is_registry(callee.object)

    def _is_registry(self, value: Value) -> bool:
        return self._reader.called(value) == "registry"

    def _is_flask_model(self, value: Value) -> bool:
        return isinstance(value, Access) and value.name == "Model" and self._reader.is_flask(value.object)

    def _is_table(self, value: ClassValue) -> bool:
        """`class Hero(SQLModel, table=True)`."""
        given = {one.name: one.value for one in value.declaration.keywords}
        if "table" not in given:
            return False
        return is_true(self._reader.program.evaluate(given["table"], value.scope))

    def _is_decorated(self, value: ClassValue, names: frozenset[str]) -> bool:
        return any(self._decoration(one) in names for one in self.decorators(value))

    def decorators(self, value: ClassValue) -> list[Value]:
        return [self._reader.program.evaluate(one, value.scope) for one in value.declaration.decorators]

    def _decoration(self, value: Value) -> str:
        """`registry.mapped`, `as_declarative()`, `mapped_as_dataclass(registry)`."""
        callee = value.callee if isinstance(value, Application) else value
        if isinstance(callee, Access) and self._is_registry(callee.object):
            return callee.name
        return self._reader.name(callee) or ""

    # --- MetaData ----------------------------------------------------------------------------------------------------

    def collection(self, value: ClassValue) -> Collection:
        """The `MetaData` of a model."""
        for one in self.line(value):
            found = self._own_collection(one)
            if found is not None:
                return found
        decorated = next((one for one in map(self._of_decorator, self.decorators(value)) if one is not None), None)
        return decorated or self._fresh(self.line(value)[-1])

    def _own_collection(self, value: Value) -> Collection | None:
        """What a class says of its `MetaData`, or a base that has one of its own."""
        if not isinstance(value, ClassValue):
            return self.of(Access(value, "metadata", _nowhere(value))) if self._holds(value) else None
        for name in ("metadata", "registry"):
            attribute = self._reader.own(value, name)
            if attribute is not None and attribute.value is not None:
                found = self.of(attribute.value)
                if found is not None:
                    return found
        given = {one.name: one.value for one in value.declaration.keywords}
        if "registry" in given:
            return self.of(self._reader.program.evaluate(given["registry"], value.scope))
        if self.is_base(value) and any(self._reader.name(one) in _CLASSES for one in self._reader.program.bases(value)):
            return self._fresh(value, class_name(value))
        return None

    def _holds(self, value: Value) -> bool:
        return self._reader.dotted(value) in _SQLMODELS or self._is_flask_model(value) or isinstance(value, Application)

    def _of_decorator(self, value: Value) -> Collection | None:
        call = value.callee if isinstance(value, Application) else value
        return self.of(call.object) if isinstance(call, Access) else None

    def of(self, value: Value | None) -> Collection | None:
        """The `MetaData` that a value is, or has; None of what has none."""
        if value is None:
            return None
        found = symbol(value)
        if found is not None:
            dotted = ".".join((found.package, *found.path))
            return _SHARED if dotted in {f"{name}.metadata" for name in _SQLMODELS} else None
        if isinstance(value, Access) and value.name in ("Model", "metadata", "registry"):
            return self.of(value.object) if not isinstance(value.object, ClassValue) else self.collection(value.object)
        if isinstance(value, ClassValue):
            return self.collection(value)
        return self._of_call(value) if isinstance(value, Application) else None

    def _of_call(self, value: Application) -> Collection | None:
        if self._reader.called(value) == "MetaData":
            schema = value.keywords.get("schema") or (value.arguments[1] if len(value.arguments) > 1 else None)
            return self._fresh(value)._replace(schema=string(schema), naming=value.keywords.get("naming_convention"))
        if self._reader.called(value) in _FACTORIES | {"registry"} or self._reader.is_flask(value) or self._made(value):
            given = self.of(value.keywords.get("metadata"))
            if given is None and isinstance(value.callee, Access) and self._is_registry(value.callee.object):
                given = self.of(value.callee.object)
            extended = self._extended(Access(value, "Model", value.location)) or self._extended(value)
            if given is None and extended is not None:
                given = next((one for base in self.line(extended) if (one := self._own_collection(base))), None)
            return given or self._fresh(value)
        return None

    def _fresh(self, value: Value, code_name: str = "") -> Collection:
        self._kept.append(value)
        return Collection(id(value), code_name=code_name)

    # --- type_annotation_map -----------------------------------------------------------------------------------------

    def annotation_map(self, value: ClassValue) -> list[tuple[Value, Value]]:
        """The entries of `type_annotation_map` for a model."""
        for one in self.line(value):
            for name in ("type_annotation_map", "registry"):
                attribute = self._reader.own(one, name)
                found = attribute.value if attribute is not None else None
                if isinstance(found, Application):
                    found = found.keywords.get("type_annotation_map")
                if found is not None:
                    return entries(found)
            if isinstance(one, Application) and "type_annotation_map" in one.keywords:
                return entries(one.keywords["type_annotation_map"])
        registries = (one.callee if isinstance(one, Application) else one for one in self.decorators(value))
        for one in registries:
            if isinstance(one, Access) and isinstance(one.object, Application):
                return entries(one.object.keywords.get("type_annotation_map"))
        return []


def _nowhere(value: Value) -> Location:
    return value.location if isinstance(value, Access | Application) else Location("", NOWHERE)


_SQLMODELS = frozenset({_SQLMODEL, "sqlmodel.main.SQLModel"})

_SHARED = Collection(0, code_name="SQLModel")
"""The `MetaData` of SQLModel itself."""
