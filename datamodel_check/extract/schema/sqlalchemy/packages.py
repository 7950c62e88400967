"""Types of other packages that are made for SQLAlchemy, as PostgreSQL spells them."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from datamodel_check.extract.schema.sqlalchemy.reader import Reader, number
from datamodel_check.extract.symbols import string
from datamodel_check.model.values import Value

_Make: TypeAlias = Callable[[Mapping[str, Value], Sequence[Value]], str]


def packaged(reader: Reader, written: Value, arguments: Sequence[Value], keywords: Mapping[str, Value]) -> str | None:
    """The type's text; None of what is no type that is known here."""
    dotted = reader.dotted(written) or ""
    first, _, last = dotted.partition(".")[0], "", dotted.rpartition(".")[2]
    make = _TYPES.get((first, last))
    return None if make is None else make(keywords, arguments)


def _vector(name: str) -> _Make:
    def make(keywords: Mapping[str, Value], arguments: Sequence[Value]) -> str:
        size = number(keywords.get("dim") or (arguments[0] if arguments else None))
        return name if size is None else f"{name}({size})"

    return make


def _spatial(name: str) -> _Make:
    """https://geoalchemy-2.readthedocs.io/en/latest/types.html"""

    def make(keywords: Mapping[str, Value], arguments: Sequence[Value]) -> str:
        shape = string(keywords.get("geometry_type") or (arguments[0] if arguments else None)) or "geometry"
        srid = number(keywords.get("srid") or (arguments[1] if len(arguments) > 1 else None))
        return f"{name}({shape.lower()},{-1 if srid is None else srid})"

    return make


_TYPES: Mapping[tuple[str, str], _Make] = {
    ("geoalchemy2", "Geography"): _spatial("geography"),
    ("geoalchemy2", "Geometry"): _spatial("geometry"),
    ("pgvector", "BIT"): _vector("bit"),
    ("pgvector", "HALFVEC"): _vector("halfvec"),
    ("pgvector", "SPARSEVEC"): _vector("sparsevec"),
    ("pgvector", "VECTOR"): _vector("vector"),
    ("pgvector", "Vector"): _vector("vector"),
}
