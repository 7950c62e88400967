"""Which naming strategy a data source is given; one of the repository's own is asked by evaluating its methods."""

from collections.abc import Callable, Iterable, Sequence

from datamodel_check.extract.schema.typeorm.naming import NamingStrategy, SnakeNamingStrategy
from datamodel_check.extract.schema.typeorm.reader import Reader, class_name, is_typeorm
from datamodel_check.extract.symbols import Symbol, string, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression, Function, Subscript
from datamodel_check.model.values import Application, ClassValue, Closure, Constant, ListValue, Value

_UNDEFINED = Constant(None, undefined=True)


def naming_strategy(reader: Reader, value: Value | None, place: Location) -> NamingStrategy:
    """TypeORM's own where none is given; one that is not known is reported, and TypeORM's own stands in for it."""
    if value is None or (isinstance(value, Constant) and not value.value):
        return NamingStrategy()
    callee = value.callee if isinstance(value, Application) else None
    if isinstance(callee, ClassValue):
        return _written(reader, callee, place)
    made = None if callee is None else symbol(callee)
    known = None if made is None else _known(made)
    if known is None:
        _report(reader, value, place)
    return known or NamingStrategy()


def _known(made: Symbol) -> NamingStrategy | None:
    if is_typeorm(made.package) and made.path[-1:] == ("DefaultNamingStrategy",):
        return NamingStrategy()
    if made.package == "typeorm-naming-strategies" and made.path[-1:] == ("SnakeNamingStrategy",):
        return SnakeNamingStrategy()
    return None


def _report(reader: Reader, value: Value, place: Location) -> None:
    hint = "Names are those of the default strategy, so they may differ in the database."
    reader.unresolved("the naming strategy", value, place, hint)


def _written(reader: Reader, written: ClassValue, place: Location) -> NamingStrategy:
    """The methods of a class and its bases, and below them the strategy of a package."""
    methods: dict[str, Closure] = {}
    current: ClassValue | None = written
    base: Value | None = None
    while current is not None:
        for part in current.declaration.members:
            if isinstance(part, Function) and part.name and "static" not in part.modifiers:
                methods.setdefault(part.name, Closure(part, current.scope))
        base = _base(reader, current)
        current = base if isinstance(base, ClassValue) else None
    made = None if base is None else symbol(base)
    known = None if made is None else _known(made)
    if known is None:
        _report(reader, written, place)
    return WrittenStrategy(reader, methods, known or NamingStrategy(), class_name(written))


def _base(reader: Reader, value: ClassValue) -> Value | None:
    for base in value.declaration.bases[:1]:
        expression: Expression = base.object if isinstance(base, Subscript) else base
        return reader.program.evaluate(expression, value.scope)
    return None


class WrittenStrategy(NamingStrategy):
    """A strategy of the repository; for what it leaves out, or cannot be computed, `base` is asked."""

    def __init__(self, reader: Reader, methods: dict[str, Closure], base: NamingStrategy, name: str) -> None:
        self._reader = reader
        self._methods = methods
        self._base = base
        self._name = name

    def _ask(self, method: str, arguments: Sequence[Value], otherwise: Callable[[], str]) -> str:
        written = self._methods.get(method)
        if written is None:
            return otherwise()
        answer = self._reader.program.call(written, arguments)
        known = string(answer)
        if known is None:
            place = Location(written.scope.path, written.function.span)
            hint = "Names are those of its base, so they may differ in the database."
            self._reader.unresolved(f"{self._name}.{method}", answer, place, hint)
        return otherwise() if known is None else known

    def table(self, class_name: str, given: str | None) -> str:
        arguments: list[Value] = [Constant(class_name), _given(given)]
        return self._ask("tableName", arguments, lambda: self._base.table(class_name, given))

    def closure_table(self, name: str) -> str:
        return self._ask("closureJunctionTableName", [Constant(name)], lambda: self._base.closure_table(name))

    def column(self, name: str, given: str | None, prefixes: Sequence[str]) -> str:
        arguments: list[Value] = [Constant(name), _given(given), _list(prefixes)]
        return self._ask("columnName", arguments, lambda: self._base.column(name, given, prefixes))

    def join_column(self, relation: str, referenced: str) -> str:
        arguments: list[Value] = [Constant(relation), Constant(referenced)]
        return self._ask("joinColumnName", arguments, lambda: self._base.join_column(relation, referenced))

    def join_table(self, first: str, second: str, property_path: str, inverse: str = "") -> str:
        arguments: list[Value] = [Constant(first), Constant(second), Constant(property_path), Constant(inverse)]
        return self._ask("joinTableName", arguments, lambda: self._base.join_table(first, second, property_path))

    def join_table_column(self, table: str, name: str, column: str | None) -> str:
        arguments: list[Value] = [Constant(table), Constant(name), _given(column)]
        return self._ask("joinTableColumnName", arguments, lambda: self._base.join_table_column(table, name, column))

    def inverse_join_table_column(self, table: str, name: str, column: str | None) -> str:
        arguments: list[Value] = [Constant(table), Constant(name), _given(column)]
        return self._ask("joinTableInverseColumnName", arguments, lambda: self.join_table_column(table, name, column))

    def prefixed(self, prefix: str, table: str) -> str:
        return self._ask(
            "prefixTableName", [Constant(prefix), Constant(table)], lambda: self._base.prefixed(prefix, table)
        )

    # --- keys --------------------------------------------------------------------------------------------------------

    def primary_key(self, table: str, columns: Iterable[str]) -> str:
        names = list(columns)
        return self._ask(
            "primaryKeyName", [Constant(table), _list(names)], lambda: self._base.primary_key(table, names)
        )

    def unique(self, table: str, columns: Iterable[str]) -> str:
        names = list(columns)
        return self._ask(
            "uniqueConstraintName", [Constant(table), _list(names)], lambda: self._base.unique(table, names)
        )

    def relation(self, table: str, columns: Iterable[str]) -> str:
        names = list(columns)
        return self._ask(
            "relationConstraintName", [Constant(table), _list(names)], lambda: self._base.relation(table, names)
        )

    def foreign_key(self, table: str, columns: Iterable[str], to: str = "", referenced: Iterable[str] = ()) -> str:
        names = list(columns)
        arguments: list[Value] = [Constant(table), _list(names), Constant(to), _list(referenced)]
        return self._ask("foreignKeyName", arguments, lambda: self._base.foreign_key(table, names))

    def index(self, table: str, columns: Iterable[str], where: str | None) -> str:
        names = list(columns)
        arguments: list[Value] = [Constant(table), _list(names), _given(where)]
        return self._ask("indexName", arguments, lambda: self._base.index(table, names, where))

    def check(self, table: str, expression: str, *, of_enum: bool = False) -> str:
        arguments: list[Value] = [Constant(table), Constant(expression), Constant(of_enum)]
        return self._ask("checkConstraintName", arguments, lambda: self._base.check(table, expression, of_enum=of_enum))

    def exclusion(self, table: str, expression: str) -> str:
        arguments: list[Value] = [Constant(table), Constant(expression)]
        return self._ask("exclusionConstraintName", arguments, lambda: self._base.exclusion(table, expression))


def _given(value: str | None) -> Constant:
    return _UNDEFINED if value is None else Constant(value)


def _list(items: Iterable[str]) -> ListValue:
    return ListValue(tuple(Constant(item) for item in items))
