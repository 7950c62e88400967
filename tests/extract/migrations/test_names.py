"""What databases call that which has no name."""

import pytest

from datamodel_check.extract.migrations.names import object_name
from datamodel_check.model.sql import SqlDialect
from tests.extract.migrations.vocabulary import replayed


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("t", None, "pkey"), "t_pkey"),
        (("t", "a_b", "key"), "t_a_b_key"),
        (("a" * 70, None, "pkey"), "a" * 58 + "_pkey"),
        (("a" * 40, "b" * 40, "fkey"), "a" * 29 + "_" + "b" * 28 + "_fkey"),
        (("a" * 10, "b" * 70, "key"), "a" * 10 + "_" + "b" * 48 + "_key"),
        (("ä" * 40, None, "key"), "ä" * 29 + "_key"),
    ],
)
def test_names_of_postgresql_are_cut_to_what_it_keeps(parts: tuple[str, str | None, str], expected: str) -> None:
    assert object_name(*parts) == expected


@pytest.mark.parametrize(
    ("dialect", "script", "expected"),
    [
        ("postgresql", "create table t (a int check (a > 0), b int, check (a > b), check (b > 1), check (1 > 0))",
         ["t_a_check", "t_b_check", "t_check", "t_check1"]),
        ("postgresql", "create table t (a int unique, b int, unique (b), unique (b, a)); alter table t add unique (a)",
         ["t_a_key", "t_a_key1", "t_b_a_key", "t_b_key"]),
        ("postgresql", "create table t_a_key (b int); create table t (a int unique)", ["t_a_key1"]),
        ("postgresql", ("create table t (a int); create index on t (a); create index on t (a); "
          "create index on t (lower(a), (a + 1), (a + 2))"), ["t_a_idx", "t_a_idx1", "t_lower_expr_expr1_idx"]),
        ("postgresql", "create table t (a int, b int references t (a), foreign key (a, b) references t (b, a))",
         ["t_a_b_fkey", "t_b_fkey"]),
        ("mysql", ("create table t (a int, b int, unique (a, b), key (a), key (b), check (a > 0), check (b > 0), "
         "foreign key (a) references t (b), constraint t_ibfk_7 foreign key (b) references t (a), "
         "foreign key (a) references t (a))"),
         ["a", "a_2", "b", "t_chk_1", "t_chk_2", "t_ibfk_1", "t_ibfk_7", "t_ibfk_8"]),
        ("sqlite", "create table t (a int unique, check (a > 0), foreign key (a) references t (a))", []),
    ],
)  # fmt: skip
def test_implicit_names(dialect: SqlDialect, script: str, expected: list[str]) -> None:
    replay, _ = replayed(script, dialect)
    names = []
    for table in replay.outcome().tables:
        names += [unique.name for unique in table.uniques] + [index.name for index in table.indexes]
        names += [key.name for key in table.foreign_keys] + [check.name for check in table.checks]
    assert sorted(name for name in names if name is not None) == expected
