"""Code as it is written, where what it comes to does not say enough."""

from datamodel_check.extract.schema.sqlalchemy.reader import Reader
from datamodel_check.model.location import Location
from datamodel_check.model.module import Call, Keyword, Spread
from datamodel_check.model.printing import text
from datamodel_check.model.walking import walk

_LONGEST = 80


def written_call(reader: Reader, place: Location) -> Call | None:
    """The call that stands at a place, outside of functions."""
    module = reader.program.module(place.path)
    for statement in module.statements if module is not None else ():
        if statement.span.start <= place.span.start < statement.span.end:
            value = getattr(statement, "value", None)
            for part in walk(value) if value is not None else ():
                if isinstance(part, Call) and part.span == place.span:
                    return part
    return None


def written_argument(reader: Reader, place: Location, position: int, described: str) -> str:
    """An argument of the call at a place: what it comes to, or as it is written where that is shorter."""
    if len(described) <= _LONGEST:
        return described
    call = written_call(reader, place)
    arguments = [one for one in call.arguments if not isinstance(one, Keyword)] if call is not None else []
    found = arguments[position] if position < len(arguments) else None
    written = text(found) if found is not None and not isinstance(found, Spread) else None
    return written or f"{described[:_LONGEST]}…"
