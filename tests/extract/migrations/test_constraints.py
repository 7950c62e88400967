"""Constraints and the indexes that they are made of."""

from tests.extract.migrations.vocabulary import does, makes, refused

TABLES = "create table t (id int, a int, b int); create table u (id int primary key);"


def test_added() -> None:
    makes(
        f"""
        {TABLES}
        alter table t add primary key (id), add unique nulls not distinct (a, b), add check (a > 0),
          add constraint named foreign key (a) references u on update cascade, add exclude using gist (a with =);
        """,
        """
        table t (t)
          id: integer primary key
          a: integer null → u.id
          b: integer null
          primary key t_pkey (id)
          unique t_a_b_key (a, b) nulls not distinct
          foreign key named (a) → u (id) on update cascade
          check t_a_check: a > 0
        table u (u)
          id: integer primary key
          primary key u_pkey (id)
        """,
    )


def test_dropped_and_renamed() -> None:
    makes(
        """
        create table t (id int primary key, a int unique, b int references t (id), check (a > 0));
        alter table t drop constraint t_pkey cascade, drop constraint t_a_key, drop constraint if exists nothing;
        alter table t rename constraint t_b_fkey to fk;
        alter table t drop constraint fk, drop constraint t_a_check, add constraint t_check check (b > 0);
        alter table t rename constraint t_check to c;
        """,
        """
        table t (t)
          id: integer
          a: integer null
          b: integer null
          check c: b > 0
        """,
    )


def test_an_index_becomes_a_constraint() -> None:
    makes(
        f"""
        {TABLES}
        create unique index i on t (id); create unique index j on t (a);
        alter table t add constraint pk primary key using index i, add unique using index j;
        """,
        """
        table t (t)
          id: integer primary key
          a: integer null unique
          b: integer null
          primary key pk (id)
          unique j (a)
        table u (u)
          id: integer primary key
          primary key u_pkey (id)
        """,
    )


def test_mysql_drops_each_kind_by_its_own_words() -> None:
    makes(
        """
        create table t (id int primary key, a int, unique k (a), constraint f foreign key (a) references t (id),
          constraint c check (a > 0), key i (a));
        alter table t drop primary key, drop foreign key f, drop check c, drop index k, drop key i;
        """,
        "table t (t)\n  id: int\n  a: int null",
        "mysql",
    )


def test_in_words() -> None:
    does(
        f"""
        {TABLES}
        alter table t add primary key (id, a), add foreign key (a) references u on delete set null, add check (a > 0);
        alter table t drop constraint t_a_fkey;
        """,
        [
            "create table t",
            "create table u",
            "add primary key (id, a) to t",
            "add foreign key (a) references u (id) on delete set null to t",
            "add check (a > 0) to t",
            "drop constraint t_a_fkey of t",
        ],
    )


def test_what_the_database_would_refuse() -> None:
    source = f"""\
        {TABLES}
        alter table t add constraint c check (a > 0), add constraint c unique (a);
        alter table u add primary key (id);
        alter table t add unique (x);
        alter table t drop constraint nothing;
        alter table t rename constraint nothing to something;
        alter table t add primary key using index nothing;
        """
    assert refused(source) == [
        "2: the table t already has a constraint c",
        "3: the table u already has a primary key",
        "4: the table t has no column x",
        "5: the table t has no constraint nothing",
        "6: the table t has no constraint nothing",
        "7: the table t has no index nothing",
    ]
