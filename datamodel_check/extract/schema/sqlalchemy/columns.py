"""Columns as code writes them: `Column("name", String(50), ForeignKey("author.id"), nullable=False)`.

https://github.com/sqlalchemy/sqlalchemy/blob/main/lib/sqlalchemy/sql/schema.py
"""

from datamodel_check.extract.schema.sqlalchemy.metadata import Column
from datamodel_check.extract.schema.sqlalchemy.reader import Reader, is_none
from datamodel_check.extract.schema.sqlalchemy.types import NULL, Type, Types
from datamodel_check.extract.schema.sqlalchemy.written import written_argument
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import Location
from datamodel_check.model.values import Access, Application, ClassValue, Unresolved, Value

ITEMS = frozenset(
    {
        *("CheckConstraint", "Computed", "DefaultClause", "FetchedValue", "ForeignKey", "Identity", "Sequence"),
        *("UniqueConstraint", "ColumnDefault"),
    }
)
"""What may stand among the arguments of a column, beside its name and type."""

_COLUMNS = frozenset({"Column", "mapped_column"})

_WRAPPERS = frozenset({"column_property", "deferred", "query_expression", "synonym"})


class Columns:
    """Reads columns."""

    def __init__(self, reader: Reader, types: Types) -> None:
        self._reader = reader
        self.types = types

    def is_column(self, value: Value | None) -> bool:
        return self._call(value) is not None

    def read(self, attribute: str, value: Value | None, location: Location) -> Column | None:
        """The column that a value is; None of what is none."""
        call = self._call(value)
        if call is None or value is None:
            return None
        if call.open:
            self._reader.unresolved(f"an argument of the column {attribute}", call.open[0], location)
        name, type_, items = self._arguments(attribute, call, location)
        return Column(name or attribute, attribute, location, type_, call.keywords, items, (value, call))

    def _call(self, value: Value | None) -> Application | None:
        """The call of `Column`, through what wraps it and the constructor of a class of one's own."""
        if isinstance(value, Unresolved) and isinstance(value.value, Application):
            return None
        if not isinstance(value, Application):
            return None
        name = self._reader.called(value)
        if name in _COLUMNS:
            return value
        if name in _WRAPPERS and value.arguments:
            return self._call(value.arguments[0])
        if isinstance(value.callee, ClassValue) and any(
            self._reader.name(one) == "Column" for one in self._reader.mro(value.callee)
        ):
            return self._constructed(value)
        return None

    def _constructed(self, value: Application) -> Application:
        """The call that reaches `Column.__init__` through a constructor of the repository."""
        init = self._reader.method(value.callee, "__init__")
        if init is None:
            return value
        for one in self._reader.program.performed(init, value.arguments, value, value.keywords):
            if isinstance(one, Application) and isinstance(one.callee, Access) and one.callee.name == "__init__":
                return one
        return value

    # --- arguments ---------------------------------------------------------------------------------------------------

    def _arguments(
        self, attribute: str, call: Application, location: Location
    ) -> tuple[str | None, Type | Unresolved, tuple[Application, ...]]:
        name = string(call.keywords.get("name"))
        type_: Type | Unresolved = NULL
        items: list[Application] = []
        for position, argument in enumerate((*call.arguments, call.keywords.get("type_"))):
            text = string(argument)
            if text is not None and position == 0:
                name = text
            elif isinstance(argument, Application) and self._reader.called(argument) in ITEMS:
                items.append(argument)
            elif not is_none(argument) and type_ is NULL:
                type_ = self.type(argument, f"the column {attribute}", location, (call.location, position))
        return name, type_, tuple(items)

    def type(
        self, value: Value | None, what: str, location: Location, argument: tuple[Location, int] | None = None
    ) -> Type | Unresolved:
        """The type of a column; what is not known is reported, and stands for itself.

        `argument` says which argument of the call at a place the type is.
        """
        found = self.types.read(value)
        if isinstance(found, Type):
            return found
        unknown = found if found is not None else value
        text = self._reader.program.describe(unknown) if unknown is not None else ""
        text = written_argument(self._reader, *argument, text) if argument is not None else text
        hint = "Write a type of SQLAlchemy, or a class that extends one, where the repository's files say what it is."
        if isinstance(unknown, Unresolved):
            self._reader.unresolved(f"the type of {what}", unknown, location, hint)
        else:
            message = f"the type of {what} is not known: `{text}`"
            self._reader.remark(message, location, hint)
        return Type("", text=text)
