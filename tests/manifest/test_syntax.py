"""Opening lines are read as they were written, whatever their arguments hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamodel_check.manifest import read
from datamodel_check.manifest.syntax import MalformedDirectiveError, comment, parse, write
from datamodel_check.model.document import Argument

values = st.text(st.characters())
arguments = st.builds(Argument, st.none() | st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), values)


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ("begin tables", ("begin", (Argument(None, "tables"),))),
        ("  end  ", ("end", ())),
        ("", ("", ())),
        (
            "begin table auth.user source=drizzle:packages/db",
            (
                "begin",
                (Argument(None, "table"), Argument(None, "auth.user"), Argument("source", "drizzle:packages/db")),
            ),
        ),
        ('begin table "order item"', ("begin", (Argument(None, "table"), Argument(None, "order item")))),
        ("begin table 'a \"b\"'", ("begin", (Argument(None, "table"), Argument(None, 'a "b"')))),
        (r'begin source="a\"\\\u002d"', ("begin", (Argument("source", 'a"\\-'),))),
        ('begin "a=b"', ("begin", (Argument(None, "a=b"),))),
        ("begin\ttable=billing_*", ("begin", (Argument("table", "billing_*"),))),
        (
            "review x table:user route:/api/**",
            ("review", tuple(Argument(None, v) for v in ["x", "table:user", "route:/api/**"])),
        ),
    ],
)
def test_parse(payload: str, expected: tuple[str, tuple[Argument, ...]]) -> None:
    assert parse(payload) == expected


@pytest.mark.parametrize("payload", ['begin "a', "begin a'b", 'begin a="b"c', "begin 'a''b'"])
def test_misplaced_quotation_marks(payload: str) -> None:
    with pytest.raises(MalformedDirectiveError):
        parse(payload)


@given(st.lists(arguments).map(tuple))
def test_what_is_written_is_read_back(given: tuple[Argument, ...]) -> None:
    assert parse(write("begin", given)) == ("begin", given)


@given(st.lists(arguments, min_size=1).map(tuple), st.booleans())
def test_no_argument_breaks_out_of_its_comment(given: tuple[Argument, ...], mdx: bool) -> None:
    line = comment(write("begin", (Argument(None, "table"), *given)), mdx=mdx)
    (section,) = read("a.mdx" if mdx else "a.md", f"{line}\n".encode()).sections

    assert (section.name, section.arguments, section.opening.end) == ("table", given, len(line.encode()))


def test_plain_arguments_are_written_plainly() -> None:
    given = (Argument(None, "user"), Argument("source", "drizzle:packages/db/[id]"), Argument(None, "billing_*"))

    assert write("begin", given) == "begin user source=drizzle:packages/db/[id] billing_*"
    assert write("begin", (Argument(None, "a-->b c"),)) == r'begin "a\u002d\u002d\u003eb c"'
