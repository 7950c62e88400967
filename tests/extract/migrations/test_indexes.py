"""Indexes: created, dropped, renamed."""

from tests.extract.migrations.vocabulary import does, makes, refused


def test_created_and_dropped() -> None:
    makes(
        """
        create table t (a int, b text);
        create index i on t (a desc nulls last, b text_pattern_ops);
        create unique index if not exists j on t using hash (lower(b)) where a > 0;
        create index if not exists i on t (b);
        create index k on t (a); drop index k; drop index concurrently if exists k;
        create unique index l on t (b);
        """,
        """
        table t (t)
          a: integer null
          b: text null unique
          index i (a desc nulls last, b text_pattern_ops)
          unique index j ((lower(b))) using hash where a > 0
          unique index l (b)
        """,
    )


def test_the_index_of_a_constraint_goes_by_its_name() -> None:
    makes(
        """
        create table t (a int primary key, b int unique);
        alter index t_pkey rename to p; alter index t_b_key rename to u;
        """,
        """
        table t (t)
          a: integer primary key
          b: integer null unique
          primary key p (a)
          unique u (b)
        """,
    )


def test_names_are_a_tables_own_in_mysql() -> None:
    makes(
        """
        create table t (a int, key i (a)); create table u (a int, key i (a), key j (a));
        drop index i on t; alter table u rename index i to k; drop index j on u;
        """,
        "table t (t)\n  a: int null\ntable u (u)\n  a: int null\n  index k (a)",
        "mysql",
    )


def test_in_words() -> None:
    does(
        """
        create table t (a int, b text);
        create unique index i on t using gin (a desc, lower(b)) where a > 0;
        alter index i rename to j;
        drop index j;
        """,
        [
            "create table t",
            "create unique index i on t using gin (a desc, lower(b)) where a > 0",
            "rename index i to j on t",
            "drop index j on t",
        ],
    )


def test_what_the_database_would_refuse() -> None:
    source = """\
        create table t (a int unique);
        create index t_a_key on t (a);
        create index i on t (b);
        create index i on u (a);
        drop index j;
        alter index k rename to l;
        """
    assert refused(source) == [
        "2: there is already an index t_a_key",
        "3: the table t has no column b",
        "4: no earlier migration creates the table u",
        "5: no earlier migration creates the index j",
        "6: no earlier migration creates the index k",
    ]
