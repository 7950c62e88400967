"""Enumerations: `Enum` in lib/sqlalchemy/sql/sqltypes.py."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.sqlalchemy.reader import Reader, class_name, is_false, is_true, number, place_of
from datamodel_check.extract.symbols import string, strings
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.values import Access, Application, ClassValue, Closure, ListValue, Unresolved, Value


class EnumType(NamedTuple):
    """The values of an enumeration, as the database has them."""

    name: str | None
    values: tuple[str, ...]
    code_name: str
    location: Location
    schema: str | None = None
    native: bool = True
    length: int | None = None
    constrained: bool = False
    """Whether a check constraint keeps other values out where it is no type of the database."""


def enum_type(
    reader: Reader, arguments: Sequence[Value], keywords: Mapping[str, Value], value: Value
) -> EnumType | Unresolved:
    """`Enum(*enums, name=…)`: of a class its members' names, unless `values_callable` says otherwise."""
    first = arguments[0] if arguments else None
    place = value.location if isinstance(value, Application) else Location("", NOWHERE)
    declared = first if isinstance(first, ClassValue) else None
    values = _of_class(reader, declared, keywords) if declared else _plain(reader, arguments)
    if isinstance(values, Unresolved):
        return values
    given = string(keywords.get("name"))
    name = given or (class_name(declared).lower() if declared else None)
    return EnumType(
        name,
        values,
        class_name(declared) if declared else name or "",
        place_of(declared) if declared else place,
        string(keywords.get("schema")),
        not is_false(keywords.get("native_enum")),
        number(keywords.get("length")),
        is_true(keywords.get("create_constraint")),
    )


def member_names(reader: Reader, value: ClassValue) -> tuple[str, ...]:
    """The names of the members, in order, aliases left out."""
    found: dict[str, str] = {}
    for holder in reversed(reader.mro(value)):
        for one in reader.program.attributes(holder) if isinstance(holder, ClassValue) else ():
            member = reader.program.member(value, one.name)
            if isinstance(member, Access) and one.value is not None and not isinstance(one.value, Closure):
                found.setdefault(_key(reader, member), one.name)
    return tuple(found.values())


def member_text(reader: Reader, value: Value) -> str | None:
    """The text that a member of an enumeration of texts is (`StrEnum`, `class Status(str, Enum)`); None of others."""
    if not isinstance(value, Access) or not isinstance(value.object, ClassValue):
        return None
    above = {reader.dotted(base) for base in reader.mro(value.object)}
    return string(reader.program.member(value, "value")) if above & {"enum.StrEnum", "builtins.str"} else None


def _key(reader: Reader, member: Access) -> str:
    return reader.program.describe(reader.program.member(member, "value"))


def _of_class(reader: Reader, declared: ClassValue, keywords: Mapping[str, Value]) -> tuple[str, ...] | Unresolved:
    chosen = keywords.get("values_callable")
    if not isinstance(chosen, Closure):
        return member_names(reader, declared)
    said = reader.program.call(chosen, (declared,))
    texts = strings(said)
    if texts is None:
        return said if isinstance(said, Unresolved) else _unknown(reader, said)
    return texts


def _plain(reader: Reader, arguments: Sequence[Value]) -> tuple[str, ...] | Unresolved:
    found: list[str] = []
    for one in arguments:
        items = one.items if isinstance(one, ListValue) else (one,)
        for item in items:
            text = string(item)
            if text is None:
                return item if isinstance(item, Unresolved) else _unknown(reader, item)
            found.append(text)
    return tuple(found)


def _unknown(reader: Reader, value: Value) -> Unresolved:
    place = getattr(value, "location", None) or Location("", NOWHERE)
    return Unresolved("its values are not known", reader.program.describe(value), place)
