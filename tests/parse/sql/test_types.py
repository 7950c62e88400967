"""Types in the spelling of each catalog."""

import pytest

from datamodel_check.model.sql import DataType, ObjectName, SqlDialect
from tests.parse.sql.vocabulary import column


@pytest.mark.parametrize(
    ("dialect", "written", "expected"),
    [
        ("postgresql", "INT4", "integer"),
        ("postgresql", "character varying (255)", "varchar(255)"),
        ("postgresql", "national char varying(3)", "varchar(3)"),
        ("postgresql", "char(1)", "char"),
        ("postgresql", "bpchar(4)", "char(4)"),
        ("postgresql", '"char"', '"char"'),
        ("postgresql", "decimal(10)", "numeric(10,0)"),
        ("postgresql", "numeric(10, 2)", "numeric(10,2)"),
        ("postgresql", "float(24)", "real"),
        ("postgresql", "float(25)", "double precision"),
        ("postgresql", "float(x)", "double precision"),
        ("postgresql", "double  precision", "double precision"),
        ("postgresql", "timestamp (3) without time zone", "timestamp(3)"),
        ("postgresql", "timestamptz(6)", "timestamp(6) with time zone"),
        ("postgresql", "time with time zone", "time with time zone"),
        ("postgresql", "interval day to second (3)", "interval day to second(3)"),
        ("postgresql", "bit varying(8)", "bit varying(8)"),
        ("postgresql", "text [ ] [3]", "text[][]"),
        ("postgresql", "int array[3]", "integer[]"),
        ("postgresql", "pg_catalog.timestamptz", "timestamp with time zone"),
        ("postgresql", "serial8", "bigserial"),
        ("mysql", "INTEGER(11) UNSIGNED", "int unsigned"),
        ("mysql", "BOOL", "tinyint(1)"),
        ("mysql", "tinyint(4)", "tinyint"),
        ("mysql", "int zerofill", "int unsigned zerofill"),
        ("mysql", "decimal(10,0)", "decimal"),
        ("mysql", "dec(5)", "decimal(5,0)"),
        ("mysql", "double precision(8, 2)", "double(8,2)"),
        ("mysql", "ENUM('A','b,c')", "enum('A','b,c')"),
        ("mysql", "varchar(5) character set utf8mb4 collate utf8mb4_bin", "varchar(5)"),
        ("mysql", "datetime(0)", "datetime"),
        ("sqlite", "VARCHAR (255)", "varchar(255)"),
        ("sqlite", "Unsigned Big  Int", "unsigned big int"),
        ("sqlite", "", ""),
    ],
)
def test_built_in_types(dialect: SqlDialect, written: str, expected: str) -> None:
    assert column(f"a {written}", dialect).type == DataType(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"Role"', DataType("Role", ObjectName(None, "Role"))),
        ("Role[]", DataType("role[]", ObjectName(None, "role"))),
        ('public."Role"', DataType("Role", ObjectName("public", "Role"))),
        ("auth.role", DataType("auth.role", ObjectName("auth", "role"))),
        ("vector(1536)", DataType("vector(1536)", ObjectName(None, "vector"))),
        ("geometry(Point, 4326)", DataType("geometry(point,4326)", ObjectName(None, "geometry"))),
    ],
)
def test_other_types_keep_their_name(written: str, expected: DataType) -> None:
    assert column(f"a {written}").type == expected
