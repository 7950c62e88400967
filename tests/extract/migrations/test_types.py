"""Enums, and the columns that are of them."""

from tests.extract.migrations.vocabulary import does, makes, refused


def test_values_have_an_order() -> None:
    makes(
        """
        create type e as enum ('b');
        alter type e add value 'd';
        alter type e add value 'a' before 'b';
        alter type e add value 'c' after 'b';
        alter type e add value if not exists 'a';
        alter type e rename value 'd' to 'z';
        """,
        "enum e (e): a, b, c, z",
    )


def test_columns_follow_their_type() -> None:
    makes(
        """
        create type "E" as enum ('a', 'b');
        create table t (x "E" default 'a', y "E"[], z "E" default 'b'::"E");
        alter type "E" rename value 'a' to 'it''s';
        alter type "E" rename to e;
        alter type e set schema s;
        """,
        """
        table t (t)
          x: e null default 'it''s' enum s.e
          y: e[] null enum s.e
          z: e null default 'b'::e enum s.e
        enum s.e (e): it's, b
        """,
    )


def test_made_anew_under_its_name() -> None:
    makes(
        """
        create type e as enum ('a', 'b');
        create table t (x e not null);
        create type e_new as enum ('a');
        alter table t alter x type e_new using (x::text::e_new);
        alter type e rename to e_old;
        alter type e_new rename to e;
        drop type e_old;
        """,
        "table t (t)\n  x: e enum e\nenum e (e): a",
    )


def test_dropped_with_what_depends_on_it() -> None:
    makes(
        """
        create type e as enum ('a');
        create table t (id int, x e, y e default 'a', z text default 'a');
        alter table t alter y type text;
        drop type e cascade;
        """,
        "table t (t)\n  id: integer null\n  y: text null\n  z: text null default 'a'",
    )


def test_types_that_are_no_enums_keep_their_name() -> None:
    makes(
        "create type c as (a int); create domain d as text; create table t (x c, y d, z vector(3)); drop type c;",
        "table t (t)\n  x: c null\n  y: d null\n  z: vector(3) null",
    )


def test_in_words() -> None:
    does(
        """
        create type e as enum ('a', 'b');
        alter type e add value 'c'; alter type e rename value 'c' to 'd'; alter type e rename to f; drop type f;
        """,
        [
            "create enum e (a, b)",
            "add value c to enum e",
            "rename value c to d of enum e",
            "rename enum e to f",
            "drop enum f",
        ],
    )


def test_what_the_database_would_refuse() -> None:
    source = """\
        create type e as enum ('a'); create table t (x e); create type f as enum ();
        create type e as enum ('b');
        alter type e add value 'a';
        alter type e add value 'c' after 'b';
        alter type e rename value 'b' to 'c';
        drop type e;
        alter type f rename to e;
        alter type g add value 'a';
        """
    assert refused(source) == [
        "2: there is already a type e",
        "3: the enum e already has the value 'a'",
        "4: the enum e has no value 'b'",
        "5: the enum e has no value 'b'",
        "6: t.x still depends on the type e",
        "7: there is already a type e",
        "8: no earlier migration creates the type g",
    ]
