"""Fields as code writes them: `models.CharField("Name", max_length=80)`, or an instance of a class of its own."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.kinds import KINDS, lineage
from datamodel_check.extract.schema.django.metadata import Field
from datamodel_check.extract.schema.django.packages import FIELDS
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import Location
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    ListValue,
    Unresolved,
    Value,
)

_CONNECTION = External("django", ("db", "connection"))
"""Stands for the connection that a field's methods are given."""


class _Class(NamedTuple):
    """What class a field has: Django's own, and those of the repository between it and that, the nearest first."""

    kind: str
    written: str
    own: Sequence[ClassValue] = ()
    given: Mapping[str, object] = {}


class Fields:
    """Reads fields."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._classes: dict[int, tuple[Value, _Class | None]] = {}

    def read(self, name: str, value: Value | None, location: Location) -> Field | None:
        """The field that a value is; None of what is no field, as far as anybody can know."""
        if not isinstance(value, Application):
            return None
        found = self._class(value.callee)
        if found is None:
            return None
        call = self._constructed(value, found.own)
        if call.open:
            self._reader.unresolved(f"an option of the field {name}", call.open[0], location)
        options: dict[str, Value] = {**_given(found), **_bound(found.kind, call)}
        this = Application(value.callee, (), value.location, keywords={**_DEFAULTS, **options})
        kind, db_type = self._overridden(name, this, found, location)
        return Field(name, kind, options, location, found.written, db_type)

    # --- classes -----------------------------------------------------------------------------------------------------

    def _class(self, value: Value) -> _Class | None:
        if id(value) not in self._classes:
            self._classes[id(value)] = (value, self._found(value))
        return self._classes[id(value)][1]

    def _found(self, value: Value) -> _Class | None:
        order = self._reader.mro(value)
        own: list[ClassValue] = []
        for base in order:
            if isinstance(base, ClassValue):
                own.append(base)
                continue
            kind, given = _kind(base)
            if kind:
                dotted = self._reader.dotted(value) if own else known.dotted(value)
                return _Class(kind, dotted or kind, own, given)
        return None

    def doubt(self, name: str, value: Value | None, location: Location) -> None:
        """Report what may be a field: under a test nobody knows, or by its name, of a package that nobody knows."""
        others = value.alternatives if isinstance(value, Unresolved) else ()
        if any(isinstance(one, Application) and self._class(one.callee) for one in others):
            self._reader.unresolved(f"whether there is a field {name}", value, location)
            return
        dotted = (known.dotted(value.callee) if isinstance(value, Application) else None) or ""
        if dotted.startswith("simple_history."):
            what = f"the table that {dotted} makes for past rows is missing from the facts"
            self._reader.remark(what, location)
        if dotted.endswith("Field") and dotted.partition(".")[0] not in _NO_MODELS:
            hint = "The column is missing from the facts: the class stands in a package outside the repository."
            self._reader.unresolved(f"the field {name}, of the class {dotted},", None, location, hint)

    # --- constructors ------------------------------------------------------------------------------------------------

    def _constructed(self, value: Application, own: Sequence[ClassValue]) -> Application:
        """The call that reaches the constructor of Django's own class, through those of the repository."""
        call = value
        for holder in own:
            init = self._method(holder, "__init__")
            if init is not None:
                call = self._passed_on(init, call, value) or call
        return call

    def _passed_on(self, init: Closure, call: Application, this: Value) -> Application | None:
        """`super().__init__(…)` in a constructor."""
        effects = self._reader.program.performed(init, call.arguments, this, call.keywords)
        calls = [one for one in effects if isinstance(one, Application) and _is_of_super(one)]
        return calls[-1] if calls else None

    def _method(self, holder: ClassValue, name: str) -> Closure | None:
        for attribute in self._reader.program.attributes(holder):
            if attribute.name == name and isinstance(attribute.value, Closure):
                return attribute.value
        return None

    # --- types -------------------------------------------------------------------------------------------------------

    def _overridden(self, name: str, value: Value, found: _Class, location: Location) -> tuple[str, str | None]:
        """Which class the backends take the field for, and the type that its own class says."""
        for holder in found.own:
            db_type = self._method(holder, "db_type")
            if db_type is not None:
                said = self._reader.program.call(db_type, (_CONNECTION,), value)
                text = string(said)
                if text is None and not known.is_none(said):
                    self._reader.unresolved(f"the type of the field {name}", said, location)
                    text = "unknown"
                return found.kind, text
            internal = self._method(holder, "get_internal_type")
            if internal is not None:
                kind = string(self._reader.program.call(internal, (), value))
                return (kind if kind is not None and kind in KINDS else found.kind), None
        return found.kind, None


def _kind(value: Value) -> tuple[str, Mapping[str, object]]:
    found = known.name(value) or ""
    if found in KINDS:
        return found, {}
    return FIELDS.get(known.dotted(value) or "", ("", {}))


def _is_of_super(call: Application) -> bool:
    callee = call.callee
    if not isinstance(callee, Access) or callee.name != "__init__" or not isinstance(callee.object, Application):
        return False
    return known.dotted(callee.object.callee) == "builtins.super"


def _given(found: _Class) -> Mapping[str, Value]:
    """The options that the constructors of Django's own classes set."""
    options: dict[str, object] = {}
    for one in reversed(list(lineage(found.kind))):
        options.update(KINDS[one].given)
    options.update(found.given)
    return {name: Constant(value) for name, value in options.items()}  # type: ignore[arg-type]


def _bound(kind: str, call: Application) -> Mapping[str, Value]:
    """The arguments of a constructor by their names."""
    if kind == "CompositePrimaryKey":
        return {"*": ListValue(call.arguments)}
    return {**dict(zip(KINDS[kind].parameters, call.arguments, strict=False)), **call.keywords}


_DEFAULTS: Mapping[str, Value] = {
    **dict.fromkeys(("blank", "db_index", "null", "primary_key", "unique"), Constant(value=False)),
    **dict.fromkeys(("choices", "db_column", "db_comment", "max_length", "verbose_name"), Constant(None)),
}
"""What attributes of a field are where nobody gives them."""

_NO_MODELS = frozenset({"django", "django_filters", "drf_spectacular", "graphene", "rest_framework", "wtforms"})
"""Packages whose fields are none of models."""
