"""JSON as `tsconfig.json` is written."""

import pytest

from datamodel_check.link import jsonc


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"a": 1}', {"a": 1}),
        ('// b\n{"a": /* c */ 1, // d\n}', {"a": 1}),
        ('{"a": ["//", "/* x */", ",]"],}', {"a": ["//", "/* x */", ",]"]}),
        ('{"a": "\\"//", /* , */ }', {"a": '"//'}),
        ('\ufeff{"@/*": ["./src/*"], "b": "*/"}', {"@/*": ["./src/*"], "b": "*/"}),
        ("{", None),
        ("", None),
        ("[" * 100_000, None),
    ],
)
def test_loads(content: str, expected: object) -> None:
    assert jsonc.loads(content.encode()) == expected
