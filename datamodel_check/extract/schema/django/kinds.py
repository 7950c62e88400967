"""The classes of Django's fields: what each inherits from, and which of its arguments stand by position.

https://docs.djangoproject.com/en/5.2/ref/models/fields/ and the signatures in django/db/models/fields/.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

_COMMON = (
    *("verbose_name", "name", "primary_key", "max_length", "unique", "blank", "null", "db_index", "rel", "default"),
    *("editable", "serialize", "unique_for_date", "unique_for_month", "unique_for_year", "choices", "help_text"),
    *("db_column", "db_tablespace", "auto_created", "validators", "error_messages", "db_comment", "db_default"),
)


class Kind(NamedTuple):
    """One class of fields. `given` are options that its constructor sets where nobody does."""

    base: str | None
    parameters: tuple[str, ...] = _COMMON
    given: Mapping[str, object] = {}


_DATES = ("verbose_name", "name", "auto_now", "auto_now_add")
_FILES = ("verbose_name", "name", "upload_to", "storage")
_KEY = ("to", "on_delete", "related_name", "related_query_name", "limit_choices_to", "parent_link", "to_field")

KINDS: Mapping[str, Kind] = {
    "Field": Kind(None),
    "AutoField": Kind("IntegerField"),
    "BigAutoField": Kind("AutoField"),
    "BigIntegerField": Kind("IntegerField"),
    "BinaryField": Kind("Field"),
    "BooleanField": Kind("Field"),
    "CharField": Kind("Field"),
    "CommaSeparatedIntegerField": Kind("CharField"),
    "CompositePrimaryKey": Kind("Field", ()),
    "DateField": Kind("Field", _DATES),
    "DateTimeField": Kind("DateField", _DATES),
    "DecimalField": Kind("Field", ("verbose_name", "name", "max_digits", "decimal_places")),
    "DurationField": Kind("Field"),
    "EmailField": Kind("CharField", given={"max_length": 254}),
    "FileField": Kind("Field", _FILES, {"max_length": 100}),
    "FilePathField": Kind(
        "Field",
        ("verbose_name", "name", "path", "match", "recursive", "allow_files", "allow_folders"),
        {"max_length": 100},
    ),
    "FloatField": Kind("Field"),
    "ForeignKey": Kind("Field", (*_KEY, "db_constraint")),
    "ForeignObject": Kind("Field", ("to", "on_delete", "from_fields", "to_fields")),
    "GeneratedField": Kind("Field", ()),
    "GenericForeignKey": Kind(None, ("ct_field", "fk_field", "for_concrete_model")),
    "GenericIPAddressField": Kind("Field", ("verbose_name", "name", "protocol", "unpack_ipv4")),
    "GenericRelation": Kind("ForeignObject", ("to", "object_id_field", "content_type_field")),
    "IPAddressField": Kind("Field"),
    "ImageField": Kind("FileField", ("verbose_name", "name", "width_field", "height_field"), {"max_length": 100}),
    "IntegerField": Kind("Field"),
    "JSONField": Kind("Field", ("verbose_name", "name", "encoder", "decoder")),
    "ManyToManyField": Kind(
        "Field",
        (
            *("to", "related_name", "related_query_name", "limit_choices_to", "symmetrical", "through"),
            *("through_fields", "db_constraint", "db_table", "swappable"),
        ),
    ),
    "NullBooleanField": Kind("BooleanField", given={"null": True}),
    "OneToOneField": Kind("ForeignKey", ("to", "on_delete", "to_field"), {"unique": True}),
    "OrderWrt": Kind("IntegerField"),
    "PositiveBigIntegerField": Kind("BigIntegerField"),
    "PositiveIntegerField": Kind("IntegerField"),
    "PositiveSmallIntegerField": Kind("SmallIntegerField"),
    "SlugField": Kind("CharField", given={"max_length": 50, "db_index": True}),
    "SmallAutoField": Kind("AutoField"),
    "SmallIntegerField": Kind("IntegerField"),
    "TextField": Kind("Field"),
    "TimeField": Kind("Field", _DATES),
    "URLField": Kind("CharField", ("verbose_name", "name"), {"max_length": 200}),
    "UUIDField": Kind("Field", ("verbose_name",)),
    # --- django.contrib.postgres.fields ---
    "ArrayField": Kind("Field", ("base_field", "size")),
    "BigIntegerRangeField": Kind("RangeField"),
    "CICharField": Kind("CharField"),
    "CIEmailField": Kind("EmailField", given={"max_length": 254}),
    "CITextField": Kind("TextField"),
    "DateRangeField": Kind("RangeField"),
    "DateTimeRangeField": Kind("RangeField"),
    "DecimalRangeField": Kind("RangeField"),
    "HStoreField": Kind("Field"),
    "IntegerRangeField": Kind("RangeField"),
    "RangeField": Kind("Field"),
    "SearchVectorField": Kind("Field"),
    # --- django.contrib.gis.db.models ---
    "BaseSpatialField": Kind("Field", ("verbose_name", "srid", "spatial_index")),
    "GeometryCollectionField": Kind("GeometryField", ("verbose_name", "dim", "geography")),
    "GeometryField": Kind("BaseSpatialField", ("verbose_name", "dim", "geography")),
    "LineStringField": Kind("GeometryField", ("verbose_name", "dim", "geography")),
    "MultiLineStringField": Kind("GeometryField", ("verbose_name", "dim", "geography")),
    "MultiPointField": Kind("GeometryField", ("verbose_name", "dim", "geography")),
    "MultiPolygonField": Kind("GeometryField", ("verbose_name", "dim", "geography")),
    "PointField": Kind("GeometryField", ("verbose_name", "dim", "geography")),
    "PolygonField": Kind("GeometryField", ("verbose_name", "dim", "geography")),
    "RasterField": Kind("BaseSpatialField"),
}
"""Every class of fields by its name, which no two share."""


def lineage(kind: str) -> Iterator[str]:
    """A class and what it inherits from."""
    following: str | None = kind
    while following is not None:
        yield following
        following = KINDS[following].base


def is_a(kind: str, base: str) -> bool:
    return base in lineage(kind)
