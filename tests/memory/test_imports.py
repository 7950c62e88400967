"""What the text of a module seems to import."""

import pytest

from datamodel_check.memory.imports import specifiers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import { a } from './a'", {"./a"}),
        ('export * from "../b";\nconst c = require("c");\nawait import("./d")', {"../b", "c", "./d"}),
        ("", set()),
    ],
)
def test_scripts(text: str, expected: set[str]) -> None:
    assert specifiers("src/x.ts", text.encode()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import a", {"a"}),
        ("import a.b as c, d", {"a.b", "d"}),
        ("from a import b", {"a", "a.b"}),
        ("from a.b import c as d, e", {"a.b", "a.b.c", "a.b.e"}),
        ("from . import a", {".", ".a"}),
        ("from ..a import b", {"..a", "..a.b"}),
        ("from a import (\n    b,  # the first\n    c as d,\n)", {"a", "a.b", "a.c"}),
        ("def run():\n    from a import b", {"a", "a.b"}),
        ("from a import *", {"a"}),
        ("import a; x = 1", {"a"}),
        ("text = 'import a'", set()),
    ],
)
def test_python(text: str, expected: set[str]) -> None:
    assert specifiers("app/x.py", text.encode()) == expected
