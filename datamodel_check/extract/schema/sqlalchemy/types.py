"""Types as code writes them: `String(50)`, `Enum(Color)`, `ARRAY(Text)`, a `TypeDecorator` of its own."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.sqlalchemy.enums import EnumType, enum_type
from datamodel_check.extract.schema.sqlalchemy.kinds import PARAMETERS
from datamodel_check.extract.schema.sqlalchemy.packages import packaged
from datamodel_check.extract.schema.sqlalchemy.reader import Reader, is_none
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.schema import Dialect
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


class Type(NamedTuple):
    """A type. `kind` is the name of SQLAlchemy's class, and empty where `text` is the SQL or the source text."""

    kind: str
    options: Mapping[str, Value] = {}
    item: "Type | None" = None
    """Of arrays the type of the items."""
    enum: EnumType | None = None
    text: str = ""


NULL = Type("NullType")
"""What stands for a type that is not given."""

_DIALECTS: Mapping[str, str] = {"sqlserver": "mssql", "cockroachdb": "postgresql"}
"""SQLAlchemy's names of databases, where they differ."""

_DEEPEST = 20


class Types:
    """Reads types for one database."""

    def __init__(self, reader: Reader, dialect: Dialect) -> None:
        self._reader = reader
        self.dialect = dialect
        self._name = _DIALECTS.get(dialect, dialect)
        namespace = External("types", ("SimpleNamespace",))
        self._stand_in = Application(
            namespace, (), Location("", NOWHERE), keywords={"name": Constant(self._name), "dialect": Constant(None)}
        )
        """Stands for the dialect that a type's methods are given: `dialect.name` is known."""

    def read(self, value: Value | None, depth: int = 0) -> Type | Unresolved | None:
        """The type that a value is; None of what is no type, as far as anybody can know."""
        if value is None or depth > _DEEPEST:
            return None
        if isinstance(value, Unresolved):
            return self._undecided(value, depth)
        call = value if isinstance(value, Application) else None
        if call is not None and isinstance(call.callee, Access):
            method = self._of_method(call, call.callee, depth)
            if method is not None:
                return method
        written = call.callee if call is not None else value
        arguments = (call.arguments, call.keywords) if call is not None else ((), {})
        if call is not None and call.open:
            return call.open[0]
        return self._made(written, *arguments, depth, value)

    def _undecided(self, value: Unresolved, depth: int) -> Type | Unresolved | None:
        """`"JSONB" if postgres else "JSON"`: known where all that it may be comes to the same."""
        found = [self.read(other, depth + 1) for other in value.alternatives]
        known = [one for one in found if isinstance(one, Type)]
        same = bool(known) and len(known) == len(found) and all(one[:3] == known[0][:3] for one in known)
        return known[0] if same else value if found or value.value is None else self.read(value.value, depth + 1)

    def _of_method(self, call: Application, callee: Access, depth: int) -> Type | Unresolved | None:
        """`Text().with_variant(JSONB(), "postgresql")`, `dialect.type_descriptor(CHAR(36))`."""
        if callee.name == "with_variant" and len(call.arguments) > 1:
            names = {string(name) for name in call.arguments[1:]}
            return self.read(call.arguments[0] if self._name in names else callee.object, depth + 1)
        if callee.name == "type_descriptor" and call.arguments:
            return self.read(call.arguments[0], depth + 1)
        if callee.name in ("evaluates_none", "as_mutable"):
            return self.read(callee.object if callee.name == "evaluates_none" else call.arguments[0], depth + 1)
        if callee.name in ("as_mutable", "associate_with"):
            return None
        return None

    def _made(
        self, written: Value, arguments: Sequence[Value], keywords: Mapping[str, Value], depth: int, value: Value
    ) -> Type | Unresolved | None:
        name = self._reader.name(written)
        if name == "as_mutable" and arguments:  # MutableDict.as_mutable(JSONB)
            return self.read(arguments[0], depth + 1)
        if name is not None and name in _UTILITIES:
            return _UTILITIES[name]
        if name is not None and name in PARAMETERS:
            return self._of_kind(name, arguments, keywords, depth, value)
        if isinstance(written, ClassValue):
            return self._of_class(written, arguments, keywords, depth, value)
        text = packaged(self._reader, written, arguments, keywords)
        return None if text is None else Type("", text=text)

    def _of_kind(
        self, name: str, arguments: Sequence[Value], keywords: Mapping[str, Value], depth: int, value: Value
    ) -> Type | Unresolved | None:
        if name in ("Enum", "ENUM"):
            found = enum_type(self._reader, arguments, keywords, value)
            return found if isinstance(found, Unresolved) else Type("Enum", keywords, enum=found)
        options = {**dict(zip(PARAMETERS[name], arguments, strict=False)), **keywords}
        if name == "ARRAY":
            item = self.read(options.get("item_type"), depth + 1)
            return Type(name, options, item) if isinstance(item, Type) else item
        if name == "SET":
            options["values"] = ListValue(tuple(arguments))
        unknown = next((one for one in options.values() if isinstance(one, Unresolved)), None)
        return unknown or Type(name, options)

    # --- classes of the repository -----------------------------------------------------------------------------------

    def _of_class(
        self, written: ClassValue, arguments: Sequence[Value], keywords: Mapping[str, Value], depth: int, value: Value
    ) -> Type | Unresolved | None:
        """A `TypeDecorator`, a `UserDefinedType`, or a class that extends one of SQLAlchemy's own."""
        above = [one for one in self._reader.mro(written) if not isinstance(one, ClassValue)]
        names = [self._reader.name(one) for one in above]
        if "TypeDecorator" in names:
            return self._decorated(written, arguments, keywords, depth, value)
        if "UserDefinedType" in names:
            return self._user_defined(written, value)
        for one in above:
            found = self._made(one, arguments, keywords, depth + 1, value)
            if found is not None:
                return found
        return None

    def _decorated(
        self, written: ClassValue, arguments: Sequence[Value], keywords: Mapping[str, Value], depth: int, value: Value
    ) -> Type | Unresolved | None:
        """`load_dialect_impl` where it is overridden, else `impl`, made with the arguments of the decorator."""
        this = value if isinstance(value, Application) else Application(written, (), NO_PLACE)
        method = self._reader.method(written, "load_dialect_impl")
        if method is not None:
            said = self._reader.program.call(method, (self._stand_in,), this)
            found = self.read(said, depth + 1)
            if isinstance(found, Type):
                return found
        impl = self._impl(written, this)
        init = self._reader.method(written, "__init__")
        if init is not None:
            arguments, keywords = self._passed_on(init, this) or ((), {})
        if isinstance(impl, Application):
            return self.read(impl, depth + 1)
        return None if impl is None else self._made(impl, arguments, keywords, depth + 1, impl)

    def _impl(self, written: ClassValue, this: Value) -> Value | None:
        for holder in self._reader.mro(written):
            found = self._reader.own(holder, "impl")
            if found is not None and found.value is not None:
                value = found.value
                return self._reader.program.call(value, (), this) if isinstance(value, Closure) else value
        return None

    def _passed_on(self, init: Closure, call: Application) -> tuple[Sequence[Value], Mapping[str, Value]] | None:
        """What `super().__init__(…)` in a constructor hands to the type behind."""
        effects = self._reader.program.performed(init, call.arguments, call, call.keywords)
        for one in effects:
            if isinstance(one, Application) and isinstance(one.callee, Access) and one.callee.name == "__init__":
                given = one.arguments
                own = isinstance(one.callee.object, Application) and given[:1] == (call,)
                return (given[1:] if own else given), one.keywords
        return None

    def _user_defined(self, written: ClassValue, value: Value) -> Type | Unresolved | None:
        """https://docs.sqlalchemy.org/en/20/core/custom_types.html#sqlalchemy.types.UserDefinedType"""
        method = self._reader.method(written, "get_col_spec")
        if method is None:
            return None
        this = value if isinstance(value, Application) else Application(written, (), NO_PLACE)
        said = self._reader.program.call(method, (), this)
        text = string(said)
        if text is not None:
            return Type("", text=text.lower())
        return said if isinstance(said, Unresolved) else None


NO_PLACE = Location("", NOWHERE)


def _text_of(length: int) -> Type:
    return Type("Unicode", {"length": Constant(length)})


_UTILITIES: Mapping[str, Type] = {
    "ArrowType": Type("DateTime"),
    "ColorType": _text_of(20),
    "CountryType": _text_of(2),
    "CurrencyType": _text_of(3),
    "EmailType": _text_of(255),
    "EncryptedType": Type("LargeBinary"),
    "IPAddressType": _text_of(50),
    "JSONType": Type("JSON"),
    "LocaleType": _text_of(10),
    "PhoneNumberType": _text_of(20),
    "StringEncryptedType": Type("String"),
    "TSVectorType": Type("TSVECTOR"),
    "TimezoneType": _text_of(50),
    "URLType": Type("UnicodeText"),
    "UUIDType": Type("Uuid"),
}
"""https://sqlalchemy-utils.readthedocs.io/en/latest/data_types.html"""


def option(type_: Type, name: str) -> Value | None:
    """An option that is given and not None."""
    found = type_.options.get(name)
    return None if is_none(found) else found
