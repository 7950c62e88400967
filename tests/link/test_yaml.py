"""As much of YAML as package managers' files are written in."""

import pytest

from datamodel_check.link import yaml


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", None),
        ("# nothing\n---\n", None),
        ("packages:\n  - a\n  - 'b/*'\n", {"packages": ["a", "b/*"]}),
        ('packages:\n- a\n- "!b" # not b\nother: 1\n', {"packages": ["a", "!b"], "other": "1"}),
        ("a:\n  b:\n    c: d\n  e: f\n", {"a": {"b": {"c": "d"}, "e": "f"}}),
        ("'@a/b': ^1.0.0\n\"c\": 'it''s'\n", {"@a/b": "^1.0.0", "c": "it's"}),
        ("a: [b, 'c,d']\ne: { f: g, 'h': i }\n", {"a": ["b", "c,d"], "e": {"f": "g", "h": "i"}}),
        ("a: http://x/#y\nb: x#y # z\n", {"a": "http://x/#y", "b": "x#y"}),
        ("a:\nb:\n  - c: 1\n    d: 2\n  - e\n", {"a": None, "b": [{"c": "1", "d": "2"}, "e"]}),
        ("a: |\n  text: no\n  more\nb: 1\n", {"a": None, "b": "1"}),
        ("\ufeffa: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
        ("  - x\n y\n: :\n", ["x"]),
        ("it's: don't\n", {"it's": "don't"}),
    ],
)
def test_loads(content: str, expected: object) -> None:
    assert yaml.loads(content.encode()) == expected


def test_what_is_nested_without_end_is_left() -> None:
    assert yaml.loads("".join(f"{' ' * depth}a:\n" for depth in range(2000)).encode()) is not None
    assert yaml.loads(b"- " * 2000) is not None
