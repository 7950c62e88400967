"""A schema put together: its models and enums by name, and the database that they are for."""

from collections.abc import Iterable
from typing import NamedTuple

from datamodel_check.extract.schema.prisma.providers import Provider
from datamodel_check.model.location import Location, Span
from datamodel_check.model.prisma import Attribute, Enum, EnumValue, Expression, Field, Items, Model, Name, Text
from datamodel_check.model.schema import qualified
from datamodel_check.model.snapshot import Diagnostic


class DeclaredModel(NamedTuple):
    """A block and the file that it stands in."""

    path: str
    model: Model

    def at(self, span: Span) -> Location:
        return Location(self.path, span)

    @property
    def location(self) -> Location:
        return self.at(self.model.span)


class DeclaredEnum(NamedTuple):
    path: str
    enum: Enum


class Database:
    """What every part of a schema may ask about the others; what stays open is among `diagnostics`."""

    def __init__(
        self,
        provider: Provider,
        models: Iterable[DeclaredModel],
        enums: Iterable[DeclaredEnum],
        *,
        major: int | None,
        relation_mode: str,
    ) -> None:
        self.provider = provider
        self.major = major
        """Prisma's major version, where it is known."""
        self.enforces_relations = relation_mode == "foreignKeys"
        self.diagnostics: list[Diagnostic] = []
        self.models: dict[str, DeclaredModel] = {}
        self.enums: dict[str, DeclaredEnum] = {}
        self._collect(models, enums)

    def _collect(self, models: Iterable[DeclaredModel], enums: Iterable[DeclaredEnum]) -> None:
        for each in models:
            if self.models.setdefault(each.model.name, each) is not each:
                self.unresolved(f"the model {each.model.name} is declared twice", each.location, "Rename one of them.")
        for one in enums:
            if self.enums.setdefault(one.enum.name, one) is not one:
                place = Location(one.path, one.enum.span)
                self.unresolved(f"the enum {one.enum.name} is declared twice", place, "Rename one of them.")

    def unresolved(self, message: str, place: Location, hint: str | None = None) -> None:
        self.diagnostics.append(Diagnostic("unresolved", place, message, hint))

    # --- names in the database ---------------------------------------------------------------------------------------

    def table_name(self, declared: DeclaredModel) -> str:
        return mapped(declared.model)

    def schema_name(self, block: Model | Enum) -> str | None:
        """What `@@schema` says, unless it is the schema that is meant without it."""
        given = block.attribute("schema")
        name = text(given.argument("map", 0)) if given is not None else None
        return None if name == self.provider.default_schema else name

    def table_key(self, declared: DeclaredModel) -> str:
        return qualified(self.schema_name(declared.model), self.table_name(declared))

    def enum_key(self, enum: Enum) -> str:
        return qualified(self.schema_name(enum), mapped(enum))

    def column_names(self, declared: DeclaredModel, value: Expression | None) -> tuple[str, ...]:
        """The columns of a list of fields."""
        items = value.items if isinstance(value, Items) else (value,) if value is not None else ()
        return tuple(self.column_name(declared, item) for item in items)

    def column_name(self, declared: DeclaredModel, value: Expression) -> str:
        """`email`, or `address.street` inside of a composite type; `title(length: 100)` names its field as well."""
        written = getattr(value, "name", "")
        names = []
        model: Model | None = declared.model
        for part in written.split("."):
            field = model.field(part) if model is not None else None
            if field is None:
                self.unresolved(f"{declared.model.name} has no field {written}", declared.at(value.span))
                return str(written)
            names.append(mapped(field))
            model = self.models[field.type.name].model if field.type.name in self.models else None
        return ".".join(names)


def mapped(block: Model | Enum | Field | EnumValue) -> str:
    """The name in the database: what `@map` or `@@map` says, else the name in the schema."""
    given = block.attribute("map")
    name = text(given.argument("name", 0)) if given is not None else None
    return block.name if name is None else name


def text(value: Expression | None) -> str | None:
    return value.value if isinstance(value, Text) else None


def word(value: Expression | None) -> str | None:
    """A constant: `Cascade`."""
    return value.name if isinstance(value, Name) else None


def native(field: Field) -> Attribute | None:
    """The `@db.…` attribute, whatever the datasource is called that gives it its name."""
    return next((each for each in field.attributes if "." in each.name), None)
