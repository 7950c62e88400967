"""`CREATE TABLE`, `DROP TABLE`, and MySQL's `RENAME TABLE`."""

from datamodel_check.model.sql import (
    ColumnDefinition,
    ConstraintDefinition,
    Content,
    CreateTable,
    DropTable,
    IndexDefinition,
    Like,
    ObjectName,
    RenameTable,
)
from datamodel_check.parse.sql import constraints, indexes
from datamodel_check.parse.sql.columns import column
from datamodel_check.parse.sql.reader import Reader


def create_table(reader: Reader, *, temporary: bool) -> Content:
    """What follows `CREATE TABLE`."""
    if_not_exists = reader.accept("IF", "NOT", "EXISTS")
    name = reader.object_name("a table")
    if reader.accept("PARTITION", "OF"):
        parent = reader.object_name("a table")
        reader.rest()
        return CreateTable(name, partition_of=parent, if_not_exists=if_not_exists, temporary=temporary)
    if reader.accept("LIKE"):
        return CreateTable(
            name, likes=(Like(reader.object_name("a table"), frozenset({"all"})),), if_not_exists=if_not_exists
        )
    body = _Body(reader)
    if reader.at_symbol("("):
        body.read()
    return body.table(name, if_not_exists=if_not_exists, temporary=temporary)


def drop_table(reader: Reader) -> Content:
    if_exists = reader.accept("IF", "EXISTS")
    names = reader.object_names()
    _ = reader.accept("CASCADE") or reader.accept("RESTRICT")
    return DropTable(names, if_exists)


def rename_tables(reader: Reader) -> tuple[Content, ...]:
    """`RENAME TABLE a TO b, c TO d` of MySQL."""
    reader.accept("IF", "EXISTS")
    return reader.separated(lambda: _rename(reader))


def _rename(reader: Reader) -> RenameTable:
    name = reader.object_name("a table")
    reader.expect("TO")
    return RenameTable(name, reader.object_name("a table"))


class _Body:
    """What stands in the parentheses of `CREATE TABLE`."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.columns: list[ColumnDefinition] = []
        self.constraints: list[ConstraintDefinition] = []
        self.indexes: list[IndexDefinition] = []
        self.likes: list[Like] = []

    def read(self) -> None:
        reader = self.reader
        if _is_query(reader):
            return
        reader.expect_symbol("(")
        if reader.accept_symbol(")"):  # PostgreSQL has tables without columns
            return
        while True:
            self._item()
            if reader.accept_symbol(")"):
                return
            # SQLite needs no comma before a constraint.
            if not (reader.accept_symbol(",") or reader.at_any(constraints.STARTS)):
                raise reader.fail("`,` or `)`")

    def _item(self) -> None:
        reader = self.reader
        if reader.at_any(constraints.STARTS):
            self.constraints.append(constraints.table_constraint(reader))
        elif reader.dialect == "mysql" and reader.at_any(indexes.INLINE):
            self.indexes.append(indexes.inline_index(reader))
        elif reader.dialect != "sqlite" and reader.accept("LIKE"):
            self.likes.append(_like(reader, len(self.columns)))
        else:
            self.columns.append(column(reader))

    def table(self, name: ObjectName, *, if_not_exists: bool, temporary: bool) -> CreateTable:
        reader = self.reader
        inherits: tuple[ObjectName, ...] = ()
        comment: str | None = None
        query = without_rowid = strict = False
        while not reader.done:
            if reader.accept("INHERITS"):
                reader.expect_symbol("(")
                inherits = reader.object_names()
                reader.expect_symbol(")")
            elif reader.accept("COMMENT"):
                reader.accept_symbol("=")
                comment = reader.string()
            elif reader.accept("WITHOUT", "ROWID"):
                without_rowid = True
            elif reader.dialect == "sqlite" and reader.accept("STRICT"):
                strict = True
            elif _is_query(reader):
                query = True
                reader.rest()
            else:
                reader.skip_group()
        return CreateTable(
            name,
            tuple(self.columns),
            tuple(self.constraints),
            tuple(self.indexes),
            tuple(self.likes),
            inherits,
            query=query,
            if_not_exists=if_not_exists,
            temporary=temporary,
            comment=comment,
            without_rowid=without_rowid,
            strict=strict,
        )


def _is_query(reader: Reader) -> bool:
    """`AS SELECT …`, in MySQL also without the `AS`, or the query in parentheses."""
    token, following = reader.next, reader.ahead(1)
    if token.text == "(":
        token, following = following, reader.ahead(2)
    if token.kind == "word" and token.value == "AS":
        return following.value in {"SELECT", "(", "WITH", "VALUES", "TABLE", "EXECUTE"}
    return token.kind == "word" and token.value == "SELECT"


def _like(reader: Reader, place: int) -> Like:
    table = reader.object_name("a table")
    including: set[str] = set()
    while reader.at("INCLUDING") or reader.at("EXCLUDING"):
        wanted = reader.advance().value == "INCLUDING"
        what = reader.advance().value.lower()
        (including.add if wanted else including.discard)(what)
    return Like(table, frozenset(including), place)
