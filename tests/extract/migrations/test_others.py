"""Views, sequences, schemas, comments."""

from tests.extract.migrations.vocabulary import does, makes, refused


def test_views() -> None:
    makes(
        """
        create view v as select 1; create or replace view v as select 2; create view if not exists w as select 3;
        create materialized view m as select 4; create view gone as select 5; drop view gone; drop view if exists gone;
        alter view w rename to x; create temp view y as select 6; create index i on m (a);
        """,
        """
        materialized view m (m) as SELECT 4
        view v (v) as SELECT 2
        view x (x) as SELECT 3
        """,
    )


def test_sequences() -> None:
    makes(
        """
        create table t (id int);
        create sequence s increment 2; alter sequence s start with 5; alter sequence s rename to q;
        create sequence owned; alter sequence owned owned by t.id; create sequence of_t owned by t.id;
        create sequence gone; drop sequence gone;
        """,
        "table t (t)\n  id: integer null\nsequence q {increment=2, startWith=5}",
    )


def test_a_schema_goes_with_all_that_is_in_it() -> None:
    makes(
        """
        create schema s; create type s.e as enum ('a'); create table s.t (id int primary key, x s.e);
        create table u (id int references s.t); create view s.v as select 1; create sequence s.q;
        drop schema s cascade;
        """,
        "table u (u)\n  id: integer null",
    )


def test_a_schema_may_be_renamed() -> None:
    makes(
        """
        create type s.e as enum ('a'); create table s.t (id int primary key, x s.e);
        create table u (id int references s.t); alter schema s rename to r;
        """,
        """
        table r.t (t)
          id: integer primary key
          x: e null enum r.e
          primary key t_pkey (id)
        table u (u)
          id: integer null → r.t.id
          foreign key u_id_fkey (id) → r.t (id)
        enum r.e (e): a
        """,
    )


def test_what_shapes_no_fact_is_named() -> None:
    does(
        """
        begin; insert into s.t values (1); update t set a = 1; update t set b = 2; delete from t; select 1;
        create extension citext; create function f() returns int as $$ select 1 $$ language sql; set x = 1; commit;
        """,
        ["insert into s.t", "update t", "delete from t", "select", "create extension citext", "create function f"],
    )


def test_comments() -> None:
    does(
        "create table t (a int); comment on table t is 'x'; comment on column t.a is 'y';",
        ["create table t", "comment on t", "comment on t.a"],
    )


def test_what_the_database_would_refuse() -> None:
    source = """\
        create view v as select 1; create sequence s;
        create view v as select 2;
        drop view w;
        create sequence s;
        comment on table t is 'x';
        """
    assert refused(source) == [
        "2: there is already a view v",
        "3: no earlier migration creates the view w",
        "4: there is already a sequence s",
        "5: no earlier migration creates the table t",
    ]
