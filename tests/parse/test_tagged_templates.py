"""Tagged templates with type arguments, which the grammar itself takes for comparisons."""

import pytest

from datamodel_check.model.printing import text
from datamodel_check.parse import module


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("const a = b < c", "const a = b < c;"),
        ("const a = b > `x`", "const a = b > 'x';"),
        ("const a = 'b<c>`d`'", "const a = 'b<c>`d`';"),
        ("const a = 1 // b<c>`d`", "const a = 1;"),
        ("const a = `b<c>${d}`", "const a = `b<c>${d}`;"),
        ("const a = <T>`x`", "const a = 'x';"),
    ],
)
def test_what_only_looks_like_one(source: str, expected: str) -> None:
    found = module("a.ts", source.encode())
    assert found is not None
    assert text(found.statements[0]) == expected
    assert found.problems == ()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("const a = sql<Date>`x`", "const a = sql`x`;"),
        ("const a = f(\n  sql<Date>`x`,\n)", "const a = f(sql`x`);"),
        ("const a = sql<string | null>`x`.as('y')", "const a = sql`x`.as('y');"),
        ("const a = sql<number[]>`x ${b}`", "const a = sql`x ${b}`;"),
        ("const a = sql<Array<string>>`x`", "const a = sql`x`;"),
        ("const a = d.sql<{ a: 1; f: () => B }>`x ${sql<A>`y`}`", "const a = d.sql`x ${sql`y`}`;"),
    ],
)
@pytest.mark.parametrize("suffix", ["ts", "tsx"])
def test_type_arguments_are_dropped(source: str, expected: str, suffix: str) -> None:
    found = module(f"a.{suffix}", source.encode())
    assert found is not None
    assert text(found.statements[0]) == expected
    assert found.problems == ()
