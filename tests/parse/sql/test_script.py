"""Whole files: places, problems, digests, and what nobody writes in good faith."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamodel_check.model.location import Span
from datamodel_check.model.sql import DropTable, ObjectName, Script, SqlDialect, Statement
from datamodel_check.parse.sql.tokens import words
from tests.parse.sql.vocabulary import problems, script

DIALECTS: tuple[SqlDialect, ...] = ("postgresql", "mysql", "sqlite")


@pytest.mark.parametrize("source", ["", "\n\n", "-- nothing\n", "/* nothing */", ";", "\ufeff"])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_nothing_is_nothing(source: str, dialect: SqlDialect) -> None:
    empty = script("", dialect)
    assert empty == Script(digest=empty.digest)
    assert script(source, dialect) == empty


def test_places_are_bytes_and_lines() -> None:
    content = "\ufeff-- ä\r\ndrop table ä;\n\n  drop table b".encode()
    read = script(content)
    places = [content[statement.span.start : statement.span.end].decode() for statement in read.statements]
    assert places == ["drop table ä", "drop table b"]
    assert [statement.span.line for statement in read.statements] == [2, 4]
    assert script(b"drop table a").statements == (Statement(DropTable((ObjectName(None, "a"),)), Span(0, 12, 1)),)


def test_a_problem_costs_one_statement() -> None:
    source = "drop table a;\ncreate table b (\n  c what now);\ndrop table d;\ndrop e;"
    assert [statement.span.line for statement in script(source).statements] == [1, 4]
    assert problems(source) == [
        "2: this statement could not be understood: expected `,` or `)`, found `now`",
        "5: this statement could not be understood: expected what to drop, found `e`",
    ]
    assert [problem.subject for problem in script(source).problems] == ["b", None]
    assert [problem.subject for problem in script("create table a.; create table 1").problems] == [None, None]


def test_a_long_token_is_shown_short() -> None:
    (problem,) = problems("drop table '" + "x" * 1000 + "'")
    assert problem == "1: this statement could not be understood: expected a name, found `'" + "x" * 39 + "…`"


def test_what_never_ends_is_a_problem_where_it_begins() -> None:
    source = "drop table a;\ninsert into b values ('\n);\ndrop table c;"
    assert problems(source) == ["2: this statement holds a string or comment that never ends"]
    assert len(script(source).statements) == 1


def test_bytes_that_are_no_text_do_no_harm() -> None:
    assert len(script(b"drop table a; -- \xff\xfe\n drop table b").statements) == 2


@pytest.mark.parametrize(
    "same",
    [
        "ALTER TABLE t ADD COLUMN a TEXT DEFAULT 'X'",
        'alter table "t" add column "a" text default \'X\';',
        "-- comment\nalter  table t\r\n\tadd column a /* here */ text default 'X';\n",
        "alter table t add column a text default $$X$$",
    ],
)
def test_the_digest_knows_no_layout(same: str) -> None:
    assert script(same).digest == script("alter table t add column a text default 'X'").digest


@pytest.mark.parametrize(
    "other",
    [
        "alter table t add column a text default 'x'",
        "alter table \"T\" add column a text default 'X'",
        "alter table t add a text default 'X'",
        "alter table t add column a text; default 'X'",
        "",
    ],
)
def test_the_digest_knows_what_is_said(other: str) -> None:
    assert script(other).digest != script("alter table t add column a text default 'X'").digest


BIG = 250_000

HOSTILE = {
    "one long word": "a" * BIG,
    "one long string": "select '" + "x" * BIG + "'",
    "quotes": "'" * (BIG + 1),
    "doubled quotes, never closed": "'" + "''" * (BIG // 2),
    "strings that never end": "'a" * (BIG // 2),
    "comments that never end": "/*" * (BIG // 2),
    "comments that end too often": "*/" * (BIG // 2),
    "dollars": "$" * BIG,
    "tags that never end": "".join(f"$a{number}$ " for number in range(BIG // 10)),
    "parentheses": "create table t (a int default " + "(" * BIG,
    "pairs of parentheses": "create table t (a int default " + "(" * (BIG // 2) + "1" + ")" * (BIG // 2) + ")",
    "brackets": "create table t (a int" + "[]" * (BIG // 4) + ")",
    "signs": "create table t (a int default " + "- " * (BIG // 4) + "1)",
    "empty statements": ";" * BIG,
    "statements on one line": "drop table ä;" * 80_000,
    "columns on one line": f"create table t ({','.join(f'c{number} int' for number in range(BIG // 40))})",
    "dots": "drop table a" + ".a" * (BIG // 4),
    "begins": "create trigger t begin " * (BIG // 40),
    "backslashes": "'" + "\\" * BIG,
    "numbers": "1e" * (BIG // 2),
    "minus": "-" * BIG,
}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_input_costs_linear_time(source: str, dialect: SqlDialect) -> None:
    assert script(source, dialect).digest


@given(st.text(alphabet="abAB01'\"`$/*-;()[],.: \n\\xdoendbegintable", max_size=200), st.sampled_from(DIALECTS))
def test_no_text_makes_it_fail(source: str, dialect: SqlDialect) -> None:
    content = source.encode()
    read = script(content, dialect)
    for span in [*(one.span for one in read.statements), *(one.span for one in read.problems)]:
        assert 0 <= span.start < span.end <= len(content)


@given(st.binary(max_size=100))
def test_no_bytes_make_it_fail(content: bytes) -> None:
    script(content)


WORDS = sorted(
    words(
        "create table alter drop add column a b ( ) , int text default 1 'x' not null primary key references on "
        "delete ; unique index using where enum type as rename to set $$ begin end do check constraint exists if . ::"
    )
)


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(DIALECTS))
def test_no_words_make_it_fail(chosen: list[str], dialect: SqlDialect) -> None:
    script(" ".join(chosen), dialect)
