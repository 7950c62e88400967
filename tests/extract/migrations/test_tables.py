"""Tables: created, copied, dropped, renamed."""

from tests.extract.migrations.vocabulary import does, makes, refused


def test_nothing_makes_nothing() -> None:
    makes("", "")
    makes("create temporary table t (id int); insert into t values (1); drop table t;", "")
    makes("drop table if exists t; alter table if exists t add a int; create table t (a int); drop table t;", "")


def test_a_table() -> None:
    makes(
        """
        create table "User" (
          id serial primary key,
          email varchar(255) not null unique,
          org int references org (id) on delete cascade,
          at timestamptz(3) default now(),
          constraint adult check (age > 17),
          age int
        );
        """,
        """
        table User (User)
          id: integer primary key autoincrement
          email: varchar(255) unique
          org: integer null → org.id
          at: timestamp(3) with time zone null default now()
          age: integer null
          primary key User_pkey (id)
          unique User_email_key (email)
          foreign key User_org_fkey (org) → org (id) on delete cascade
          check adult: age > 17
        """,
    )


def test_schemas_tell_tables_apart() -> None:
    makes(
        """
        create table t (id int primary key);
        create table s.t (id int references t, other int references public.t);
        alter table s.t rename to u;
        """,
        """
        table s.u (u)
          id: integer null → t.id
          other: integer null → t.id
          foreign key t_id_fkey (id) → t (id)
          foreign key t_other_fkey (other) → t (id)
        table t (t)
          id: integer primary key
          primary key t_pkey (id)
        """,
    )


def test_a_search_path_lasts_for_one_file() -> None:
    does("set search_path to s; create table t (id int);", ["create table s.t"])


def test_references_follow_a_renamed_table() -> None:
    makes(
        "create table a (id int primary key); create table b (id int references a); alter table a rename to c;",
        """
        table b (b)
          id: integer null → c.id
          foreign key b_id_fkey (id) → c (id)
        table c (c)
          id: integer primary key
          primary key a_pkey (id)
        """,
    )


def test_references_go_with_a_dropped_table_but_not_in_sqlite() -> None:
    source = "create table a (id integer primary key); create table b (id integer references a (id)); drop table a"
    makes(f"{source} cascade;", "table b (b)\n  id: integer null")
    makes(
        f"{source};",
        "table b (b)\n  id: integer null → a.id\n  foreign key None (id) → a (id)",
        "sqlite",
    )


def test_a_copy_takes_the_old_place_in_sqlite() -> None:
    makes(
        """
        create table user (id integer primary key, name text);
        create table post (user_id integer references user (id));
        create table __new_user (id integer primary key, name text not null);
        insert into __new_user select * from user;
        drop table user;
        alter table __new_user rename to user;
        """,
        """
        table post (post)
          user_id: integer null → user.id
          foreign key None (user_id) → user (id)
        table user (user)
          id: integer null primary key
          name: text
        """,
        "sqlite",
    )


def test_columns_of_a_copy() -> None:
    makes(
        """
        create table a (id serial primary key, n text default 'x');
        create table b (m int, like a, l int);
        create table c (like a including all);
        """,
        """
        table a (a)
          id: integer primary key autoincrement
          n: text null default 'x'
          primary key a_pkey (id)
        table b (b)
          m: integer null
          id: integer
          n: text null
          l: integer null
        table c (c)
          id: integer primary key autoincrement
          n: text null default 'x'
          primary key c_pkey (id)
        """,
    )


def test_a_column_of_mysql_has_its_place() -> None:
    makes(
        "create table t (a int, b int); alter table t add c int after a, add d int first, modify a bigint after b;",
        "table t (t)\n  d: int null\n  c: int null\n  b: int null\n  a: bigint null",
        "mysql",
    )


def test_a_changed_column_of_mysql_is_defined_anew() -> None:
    makes(
        """
        create table t (id int auto_increment primary key, a varchar(5) not null default 'x', unique u (a));
        create table r (a varchar(5), foreign key (a) references t (a));
        alter table t change a b text, modify id bigint auto_increment;
        """,
        """
        table r (r)
          a: varchar(5) null → t.b
          foreign key r_ibfk_1 (a) → t (b)
        table t (t)
          id: bigint primary key autoincrement
          b: text null unique
          unique u (b)
        """,
        "mysql",
    )


def test_what_migrations_do_in_words() -> None:
    does(
        """
        create table t (id int);
        alter table t add column email varchar(255) not null default '', drop column id, alter email drop default;
        alter table t rename email to mail;
        alter table t enable row level security;
        alter table t owner to joe;
        alter table t rename to u;
        drop table u;
        """,
        [
            "create table t",
            "drop column t.id",
            "add column t.email varchar(255) not null default ''",
            "drop default of t.email",
            "rename column t.email to mail",
            "enable row level security on t",
            "rename table t to u",
            "drop table u",
        ],
    )


def test_what_the_database_would_refuse() -> None:
    source = """\
        create table t (id int, id text);
        create table t (id int);
        create table t (id int);
        alter table t add id int;
        alter table t drop column x;
        alter table t rename x to y;
        alter table u add x int;
        alter table u add y int;
        drop table v;
        create table w as select 1;
        create table x (id int);
        alter table x rename to t;
        """
    assert refused(source) == [
        "1: the table t has two columns of one name",
        "3: there is already a table t",
        "4: the table t already has a column id",
        "5: the table t has no column x",
        "6: the table t has no column x",
        "7: no earlier migration creates the table u",
        "9: no earlier migration creates the table v",
        "10: the columns of w are those of a query",
        "12: there is already a table t",
    ]


def test_a_refused_statement_changes_nothing() -> None:
    makes("create table t (a int);", "table t (t)\n  a: integer null")
    assert refused("create table t (a int); alter table t add b int, drop c;") == ["1: the table t has no column c"]
