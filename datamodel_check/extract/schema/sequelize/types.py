"""Sequelize's data types, as far as they can be told from expressions such as `DataTypes.STRING(20)`.

Source: sequelize/src/data-types.js.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.sequelize.known import path
from datamodel_check.extract.symbols import entry, string, truthy
from datamodel_check.model.values import Access, Application, Constant, ListValue, ObjectValue, Unresolved, Value


class Type(NamedTuple):
    """A data type. `key` is the name of its class, and empty where the type is written as SQL."""

    key: str
    length: str | None = None
    decimals: str | None = None
    precision: str | None = None
    scale: str | None = None
    binary: bool = False
    unsigned: bool = False
    zerofill: bool = False
    values: tuple[str, ...] = ()
    item: "Type | None" = None
    """Of arrays the type of the items, of ranges that of the bounds."""
    shape: str | None = None
    srid: str | None = None
    text: str = ""
    """The SQL, where the type is written as that."""


SIMPLE = frozenset(
    {
        *("BOOLEAN", "CIDR", "CITEXT", "DATEONLY", "HSTORE", "INET", "JSON", "JSONB", "MACADDR", "MACADDR8", "NOW"),
        *("TIME", "TSVECTOR", "UUID", "UUIDV1", "UUIDV4"),
    }
)

NUMBERS = frozenset({"BIGINT", "FLOAT", "DOUBLE", "INTEGER", "MEDIUMINT", "NUMBER", "REAL", "SMALLINT", "TINYINT"})

_MODIFIERS: Mapping[str, Callable[[Type], Type]] = {
    "BINARY": lambda type_: type_._replace(binary=True),
    "UNSIGNED": lambda type_: type_._replace(unsigned=True),
    "ZEROFILL": lambda type_: type_._replace(zerofill=True),
    "PRECISION": lambda type_: type_,
}


def data_type(value: Value | None) -> Type | Unresolved | None:
    """The data type that a value is; None of what is none."""
    text = string(value)
    if text is not None:
        return Type("", text=text)
    if isinstance(value, Unresolved):
        return value
    if isinstance(value, Application):
        return _called(value)
    if not isinstance(value, Access) and path(value) is None:
        return None
    return _named(value, ())


def _called(call: Application) -> Type | Unresolved | None:
    return call.open[0] if call.open else _named(call.callee, call.arguments)


def _named(value: Value | None, arguments: Sequence[Value]) -> Type | Unresolved | None:
    """`INTEGER`, `INTEGER.UNSIGNED`, `INTEGER(11).UNSIGNED`."""
    modifiers: list[str] = []
    names = path(value)
    while names is None and isinstance(value, Access) and value.name in _MODIFIERS:
        modifiers.append(value.name)
        value = value.object
        names = path(value)
    if names is None:
        made = _called(value) if isinstance(value, Application) and modifiers else None
    else:
        while names and names[-1] in _MODIFIERS:
            modifiers.append(names[-1])
            names = names[:-1]
        made = _made(names[-1], arguments) if names else None
    if isinstance(made, Type):
        for modifier in modifiers:
            made = _MODIFIERS[modifier](made)
    return made


def _made(key: str, arguments: Sequence[Value]) -> Type | Unresolved | None:
    unknown = next((one for one in arguments if isinstance(one, Unresolved)), None)
    if unknown is not None:
        return unknown
    make = _CONSTRUCTORS.get(key)
    return None if make is None else make(key, arguments)


# --- constructors ----------------------------------------------------------------------------------------------------


def _argument(arguments: Sequence[Value], position: int, name: str) -> Value | None:
    """An argument, given by position or, where the first one is an object of options, by name."""
    first = arguments[0] if arguments else None
    if isinstance(first, ObjectValue):
        return entry(first, name)
    return arguments[position] if position < len(arguments) else None


def _text(arguments: Sequence[Value], position: int, name: str) -> str | None:
    value = _argument(arguments, position, name)
    known = value.value if isinstance(value, Constant) else None
    return None if known is None or known is False else str(known)


def _simple(key: str, arguments: Sequence[Value]) -> Type:
    length = _text(arguments, 0, "length") if key in {"DATE", "TEXT", "BLOB", "TIME", "DATEONLY"} else None
    return Type(key, length)


def _string(key: str, arguments: Sequence[Value]) -> Type:
    return Type(key, _text(arguments, 0, "length"), binary=truthy(_argument(arguments, 1, "binary")))


def _number(key: str, arguments: Sequence[Value]) -> Type:
    by_name = arguments[:1] if arguments and isinstance(arguments[0], ObjectValue) else []
    return Type(
        "DOUBLE PRECISION" if key == "DOUBLE" else key,
        _text(arguments, 0, "length"),
        _text(arguments, 1, "decimals"),
        unsigned=truthy(_argument(by_name, 0, "unsigned")),
        zerofill=truthy(_argument(by_name, 0, "zerofill")),
    )


def _decimal(_: str, arguments: Sequence[Value]) -> Type:
    return Type("DECIMAL", precision=_text(arguments, 0, "precision"), scale=_text(arguments, 1, "scale"))


def _enum(key: str, arguments: Sequence[Value]) -> Type | Unresolved:
    first = arguments[0] if arguments else None
    given = entry(first, "values") if isinstance(first, ObjectValue) and "values" in first.entries else None
    if given is None and isinstance(first, ObjectValue):
        given = ListValue(tuple(first.entries.values()), first.open)
    return enum_values(Type(key), (given,) if given is not None else arguments)


def enum_values(type_: Type, given: Sequence[Value]) -> Type | Unresolved:
    """An enum with its values: one by one, or in arrays."""
    found: list[str] = []
    for value in given:
        if isinstance(value, Unresolved):
            return value
        items = value.items if isinstance(value, ListValue) else (value,)
        unknown = value.open[0] if isinstance(value, ListValue) and value.open else None
        unknown = unknown or next((item for item in items if isinstance(item, Unresolved)), None)
        if unknown is not None:
            return unknown
        found += [str(item.value) for item in items if isinstance(item, Constant)]
    return type_._replace(values=tuple(found))


def _of_items(key: str, arguments: Sequence[Value]) -> Type | Unresolved:
    item = data_type(_argument(arguments, 0, "subtype" if key == "RANGE" else "type"))
    if isinstance(item, Unresolved):
        return item
    return Type(key, item=item or Type("INTEGER"))


def _geometry(key: str, arguments: Sequence[Value]) -> Type:
    return Type(key, shape=_text(arguments, 0, "type"), srid=_text(arguments, 1, "srid"))


_CONSTRUCTORS: Mapping[str, Callable[[str, Sequence[Value]], Type | Unresolved]] = {
    **dict.fromkeys(SIMPLE, _simple),
    **dict.fromkeys(("BLOB", "DATE", "TEXT"), _simple),
    **dict.fromkeys(NUMBERS, _number),
    "ARRAY": _of_items,
    "CHAR": _string,
    "DECIMAL": _decimal,
    "ENUM": _enum,
    "GEOGRAPHY": _geometry,
    "GEOMETRY": _geometry,
    "NUMERIC": _decimal,
    "RANGE": _of_items,
    "STRING": _string,
    "VIRTUAL": lambda key, _: Type(key),
}

KEYS = frozenset(_CONSTRUCTORS)
"""The names of the data types."""
