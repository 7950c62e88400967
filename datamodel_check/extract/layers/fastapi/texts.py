"""Prefixes and paths: strings, also those that come from settings."""

from collections.abc import Iterator

from datamodel_check.extract.symbols import string
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, ClassValue, Constant, Unresolved, Value


def text(program: Program, value: Value | None) -> str | None:
    """A string; of a setting its default, of what is not known `${…}`, as the code writes it. None for no string."""
    if value is None or (isinstance(value, Constant) and value.value is None):
        return None
    return "".join(_parts(program, value))


def _parts(program: Program, value: Value) -> Iterator[str]:
    known = string(value)
    if known is not None:
        yield known
    elif isinstance(value, Access) and (default := setting(program, value)) is not None:
        yield from _parts(program, default)
    elif isinstance(value, Unresolved) and len(value.alternatives) == 1:
        yield from _parts(program, value.alternatives[0])
    elif isinstance(value, Unresolved) and value.parts:
        for part in value.parts:
            yield from (part,) if isinstance(part, str) else _parts(program, part)
    else:
        yield f"${{{program.describe(value)}}}"


def setting(program: Program, value: Access) -> Value | None:
    """What the class of an object says a field is by default: https://docs.pydantic.dev/latest/concepts/pydantic_settings/."""
    made = value.object.callee if isinstance(value.object, Application) else None
    for one in program.mro(made) if isinstance(made, ClassValue) else ():
        for attribute in program.attributes(one) if isinstance(one, ClassValue) else ():
            if attribute.name == value.name:
                return attribute.value
    return None
