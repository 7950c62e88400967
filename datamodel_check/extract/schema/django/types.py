"""The types of columns: `Field.db_type` and `Field.rel_db_type` of Django's classes of fields."""

from collections.abc import Mapping

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.backends import DATA_TYPES
from datamodel_check.extract.schema.django.fields import Fields
from datamodel_check.extract.schema.django.kinds import is_a, lineage
from datamodel_check.extract.schema.django.metadata import Field
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.model.schema import Dialect
from datamodel_check.model.values import Constant

_WORDS: Mapping[str, str] = {
    "BigIntegerRangeField": "int8range",
    "CICharField": "citext",
    "CIEmailField": "citext",
    "CITextField": "citext",
    "DateRangeField": "daterange",
    "DateTimeRangeField": "tstzrange",
    "DecimalRangeField": "numrange",
    "HStoreField": "hstore",
    "IntegerRangeField": "int4range",
    "RasterField": "raster",
    "SearchVectorField": "tsvector",
}
"""https://docs.djangoproject.com/en/5.2/ref/contrib/postgres/fields/"""

_PARAMETERS = ("decimal_places", "max_digits", "max_length")

_REFERRED = {"AutoField": "IntegerField", "BigAutoField": "BigIntegerField", "SmallAutoField": "SmallIntegerField"}
_UNSIGNED = {
    "PositiveBigIntegerField": "BigIntegerField",
    "PositiveIntegerField": "IntegerField",
    "PositiveSmallIntegerField": "SmallIntegerField",
}


class Types:
    """The types that one backend gives."""

    def __init__(self, reader: Reader, dialect: Dialect) -> None:
        self._reader = reader
        self._fields = Fields(reader)
        self._dialect = dialect

    def type(self, field: Field) -> str | None:
        """The type in the database's words; None of what has no column, or a type that is not known."""
        if field.db_type is not None:
            return field.db_type.lower()
        if is_a(field.kind, "BaseSpatialField") and field.kind != "RasterField":
            return _spatial(field, self._dialect)
        if field.kind in ("ArrayField", "GeneratedField"):
            return self._inner(field)
        if field.kind in _WORDS:
            return _WORDS[field.kind]
        return self._of_backend(field.kind, field)

    def referred(self, field: Field) -> str | None:
        """The type of a column that points to a field."""
        fits = self._dialect == "mysql"
        instead = _REFERRED.get(field.kind) or (None if fits else _UNSIGNED.get(field.kind))
        if field.db_type is None and instead:
            return self._of_backend(instead, field)
        return self.type(field)

    def _of_backend(self, kind: str, field: Field) -> str | None:
        types = DATA_TYPES[self._dialect]
        internal = next((one for one in lineage(kind) if one in types), None)
        if internal is None:
            return None
        text = types[internal]
        given: dict[str, object] = {
            name: value.value if isinstance(value, Constant) else self._reader.program.describe(value)
            for name, value in field.options.items()
            if name in _PARAMETERS
        }
        if "max_length" in text and given.get("max_length") is None:
            return "varchar"
        try:
            return text % given
        except KeyError:
            return None

    def _inner(self, field: Field) -> str | None:
        """`integer[]` of `ArrayField(IntegerField())`; of a generated column the type of what is computed."""
        written = field.option("base_field" if field.kind == "ArrayField" else "output_field")
        inner = self._fields.read(field.name, written, field.location)
        found = self.type(inner) if inner is not None else None
        if found is None or field.kind == "GeneratedField":
            return found
        size = known.number(field.option("size"))
        return f"{found}[{'' if size is None else size}]"


def _spatial(field: Field, dialect: Dialect) -> str:
    """`geo_db_type`: https://docs.djangoproject.com/en/5.2/ref/contrib/gis/model-api/"""
    shape = "GEOMETRY" if field.kind == "GeometryField" else field.kind.removesuffix("Field").upper()
    if dialect != "postgresql":
        return shape.lower()
    given = known.number(field.option("srid"))
    place = 4326 if given is None else given
    kind = "geography" if known.is_true(field.option("geography")) else "geometry"
    depth = "z" if known.number(field.option("dim")) == 3 else ""
    return f"{kind}({shape.lower()}{depth},{place})"
