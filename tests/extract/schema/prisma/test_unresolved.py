"""What cannot be decided or read is reported with its place, and costs nothing else."""

from textwrap import dedent

import pytest

from datamodel_check.model.snapshot import Snapshot
from tests.extract.vocabulary import extracts, snapshot

DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n'


def read(text: str, datasource: str = DATASOURCE) -> Snapshot:
    return snapshot({"schema.prisma": datasource + dedent(text).lstrip("\n")})


def reports(text: str, *expected: str) -> None:
    """The diagnostics of a schema that begins on line 4."""
    assert [f"{one.code} {one.location.line}: {one.message}" for one in read(text).diagnostics] == list(expected)


def test_nothing_to_report() -> None:
    reports("model A {\n  id Int @id\n}\n")


# --- datasources -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("datasource", "message"),
    [
        ("datasource db {\n}\n", "the provider cannot be told"),
        ('datasource db {\n  provider = env("DB")\n}\n', "the provider cannot be told"),
        ('datasource db {\n  provider = ["postgresql", "sqlite"]\n}\n', "the provider cannot be told"),
        ('datasource db {\n  provider = "oracle"\n}\n', "the provider oracle is not known here"),
    ],
)
def test_provider(datasource: str, message: str) -> None:
    found = read("model A {\n  id Int @id\n}\n", datasource)
    assert found.sources == ()
    assert [one.message for one in found.diagnostics] == [message]


def test_configured_schema_without_a_datasource() -> None:
    extracts(
        {
            "prisma.config.ts": 'export default { schema: "schema.prisma" }',
            "schema.prisma": "model A {\n  id Int @id\n}\n",
        },
        "unresolved prisma.config.ts:1: schema.prisma has no datasource, so nobody knows which database it is for",
    )


def test_schema_without_models() -> None:
    reports("", "unresolved 1: schema.prisma declares no model")


# --- syntax ----------------------------------------------------------------------------------------------------------


def test_broken_line_costs_one_column() -> None:
    extracts(
        {"schema.prisma": DATASOURCE + "model A {\n  id Int @id\n  name String @default(\n  age Int\n}\n"},
        """
        prisma:schema.prisma postgresql
          table A (A)
            id: integer primary key
            primary key A_pkey (id)
        unreadable schema.prisma:7: `,` or `)` is expected, not `Int`
        """,
    )


def test_broken_block_costs_one_table() -> None:
    extracts(
        {"schema.prisma": DATASOURCE + "modle A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n}\n"},
        """
        prisma:schema.prisma postgresql
          table B (B)
            id: integer primary key
            primary key B_pkey (id)
        unreadable schema.prisma:4: a block is expected, not `modle`
        """,
    )


# --- models ----------------------------------------------------------------------------------------------------------


def test_unknown_type() -> None:
    reports("model A {\n  id Int @id\n  b Foo\n}\n", "unresolved 6: the type Foo of A.b is declared nowhere")


def test_type_that_a_provider_does_not_have() -> None:
    found = read("model A {\n  id String @id\n  b Decimal\n}\n", 'datasource db {\n  provider = "mongodb"\n}\n')
    assert [one.message for one in found.diagnostics] == ["the type Decimal of A.b does not exist for mongodb"]


def test_unknown_native_type() -> None:
    reports(
        "model A {\n  id Int @id @db.Whole(3)\n}\n",
        "unresolved 5: the type of A.id: @db.Whole is no type of postgresql that is known here",
    )


def test_unknown_default() -> None:
    reports("model A {\n  id Int @id @default(rand())\n}\n", "unresolved 5: the default of A.id is not known here")


def test_unknown_enum_value() -> None:
    reports(
        "model A {\n  id Int @id\n  e E @default(Z)\n}\nenum E {\n  X\n}\n",
        "unresolved 6: the default of A.e: E has no value Z",
    )


def test_unknown_field_of_an_index() -> None:
    reports("model A {\n  id Int @id\n  @@index([name])\n}\n", "unresolved 6: A has no field name")


def test_unknown_action() -> None:
    reports(
        """
        model A {
          id Int @id
          bs B[]
        }
        model B {
          id  Int @id
          aId Int
          a   A   @relation(fields: [aId], references: [id], onDelete: Explode)
        }
        """,
        "unresolved 11: B.a: onDelete is no action that is known here",
    )


def test_relation_with_one_end() -> None:
    reports(
        "model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n",
        "unresolved 9: B.as: the other end of the relation is missing",
    )


def test_many_to_many_without_an_identifier() -> None:
    reports(
        "model A {\n  u Int @unique\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n",
        "unresolved 4: A has no @id that a many-to-many relation could point to",
    )


def test_model_declared_twice() -> None:
    reports(
        "model A {\n  id Int @id\n}\nmodel A {\n  id String @id\n}\nenum E {\n  X\n}\nenum E {\n  Y\n}\n",
        "unresolved 7: the model A is declared twice",
        "unresolved 13: the enum E is declared twice",
    )


def test_unknown_condition() -> None:
    reports(
        "model A {\n  id Int @id\n  @@index([id], where: now())\n}\n",
        "unresolved 6: the condition of an index of A is not known here",
    )
