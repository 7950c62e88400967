"""What cannot be decided is reported with its place, and stays in the facts with its source text."""

from tests.extract.vocabulary import extracts, snapshot

IMPORTS = """
    import { sql } from "drizzle-orm"
    import { check, index, integer, pgEnum, pgTable, primaryKey, text, timestamp, varchar } from "drizzle-orm/pg-core"
    import { external, money, options, size } from "@acme/columns"
    """


def unresolved(code: str, expected: str) -> None:
    extracts({"schema.ts": IMPORTS + code}, expected)


def test_column_type() -> None:
    unresolved(
        'export const t = pgTable("t", { price: money("price").notNull(), name: text() })\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
            price: money('price')
            name: text null
        unresolved schema.ts:5: t.price: the column type money() of @acme/columns cannot be resolved
        """,
    )


def test_column_method() -> None:
    unresolved(
        'export const t = pgTable("t", { name: text().sparkle() })\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
            name: text null
        unresolved schema.ts:5: t.name: the method .sparkle() cannot be resolved
        """,
    )


def test_option() -> None:
    unresolved(
        'export const t = pgTable("t", { name: varchar({ length: size }), other: varchar(options) })\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
            name: varchar(size) null
            other: varchar null
        unresolved schema.ts:5: t.name: the option length cannot be resolved
        unresolved schema.ts:5: t.other: the name or the options of the column cannot be resolved
        """,
    )


def test_table_name() -> None:
    unresolved(
        "export const t = pgTable(`${process.env.PREFIX}_t`, { name: text() })\n",
        """
        drizzle:schema.ts postgresql
          table `${process.env.PREFIX}_t` (t)
            name: text null
        unresolved schema.ts:5: the table's name cannot be resolved: it depends on process.env.PREFIX
        """,
    )


def test_spread_columns() -> None:
    unresolved(
        'export const t = pgTable("t", { name: text(), ...external })\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
            name: text null
        unresolved schema.ts:5: a group of columns of t cannot be resolved: what it holds is not known
        """,
    )


def test_columns_from_outside() -> None:
    unresolved(
        'export const t = pgTable("t", external)\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
        unresolved schema.ts:5: the columns of t cannot be resolved
        """,
    )


def test_default() -> None:
    unresolved(
        'export const t = pgTable("t", { at: timestamp().default(new Date()), n: integer().default(size) })\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
            at: timestamp null default new Date()
            n: integer null default size
        unresolved schema.ts:5: t.at: the default cannot be resolved
        unresolved schema.ts:5: t.n: the default cannot be resolved
        """,
    )


def test_reference() -> None:
    unresolved(
        'export const t = pgTable("t", { a: integer().references(() => external.id) })\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
            a: integer null → external.id.?
            foreign key t_a_external.id_?_fk (a) → external.id (?)
        unresolved schema.ts:5: t.a: the column that it references cannot be resolved
        """,
    )


def test_enum_values() -> None:
    unresolved(
        'export const t = pgTable("t", { a: integer() })\nexport const e = pgEnum("e", ["a", size, ...external])\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
            a: integer null
          enum e (e): a, size, ...external
        unresolved schema.ts:6: a value of enum e cannot be resolved
        unresolved schema.ts:6: a value of enum e cannot be resolved: what it holds is not known
        """,
    )


def test_constraints() -> None:
    unresolved(
        'export const t = pgTable("t", { a: integer() }, (t) => [external(t.a), index("i").on(t.gone), ...options])\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
            a: integer null
            index i (t.gone)
        unresolved schema.ts:5: a constraint of t cannot be resolved
        unresolved schema.ts:5: an index of t: a column cannot be resolved
        unresolved schema.ts:5: a group of constraints of t cannot be resolved: what it holds is not known
        """,
    )


def test_what_drizzle_orm_ignores_is_said() -> None:
    unresolved(
        'export const t = pgTable("t", { a: integer() }, (t) => ({ a: [index("i").on(t.a)], b: sql`CHECK (true)` }))\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
            a: integer null
        passed over schema.ts: SQL text among the constraints of t is ignored by drizzle-orm
        passed over schema.ts: an array among the constraints of t is ignored by drizzle-orm
        """,
    )
    unresolved(
        'export const t = pgTable("t", { a: integer() }, () => [{ kind: "check", name: "c" }])\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
            a: integer null
        passed over schema.ts: a plain object among the constraints of t is ignored by drizzle-orm
        """,
    )


def test_a_value_inside_sql() -> None:
    unresolved(
        'export const t = pgTable("t", { a: integer() }, (t) => [check("c", sql`${t.a} > ${size}`)])\n',
        """
        drizzle:schema.ts postgresql
          table t (t)
            a: integer null
            check c: "t"."a" > ${size}
        unresolved schema.ts:5: `size` inside SQL cannot be resolved
        """,
    )


def test_a_syntax_error_is_unreadable_and_the_rest_is_read() -> None:
    found = snapshot(
        {"schema.ts": IMPORTS + 'export const t = pgTable("t", { a: integer() })\nconst broken = {{\n', "other.ts": "}"}
    )
    assert [(one.code, one.location.path) for one in found.diagnostics] == [("unreadable", "schema.ts")]
    assert [table.key for source in found.sources for table in source.tables] == ["t"]


def test_a_view_of_what_is_no_query() -> None:
    unresolved(
        """
    import { pgView } from "drizzle-orm/pg-core"
    export const t = pgTable("t", { a: integer() })
    export const v = pgView("v").as((qb) => qb())
    """,
        """
        drizzle:schema.ts postgresql
          table t (t)
            a: integer null
          view v (v) as ${drizzle-orm/query-builder()}
        unresolved schema.ts:8: `drizzle-orm/query-builder()` inside SQL cannot be resolved
        """,
    )


def test_indexes_without_a_name() -> None:
    extracts(
        {
            "schema.ts": """
                import { index, int, sqliteTable } from "drizzle-orm/sqlite-core"
                export const t = sqliteTable("t", { a: int() }, (t) => [index().on(t.a), index().on(t.a)])
                """
        },
        """
        drizzle:schema.ts sqlite
          table t (t)
            a: integer null
            index None (a)
            index None (a)
        """,
    )
