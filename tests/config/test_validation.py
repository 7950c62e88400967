"""The validator, and that the shipped JSON Schema agrees with it."""

from typing import Any

import pytest

from datamodel_check.config.options import Options, Project
from datamodel_check.config.validation import InvalidValueError, options
from tests.json_schema import complaints, schema


def test_nothing_is_needed() -> None:
    assert options({}) == Options()


def test_all_keys() -> None:
    values = {
        "$schema": "https://example.com",
        "required-version": ">=0.1, <100",
        "docs": ["./docs", "README.md"],
        "sources": ["packages/*/schema/**"],
        "exclude": ["legacy/"],
        "select": ["DM1"],
        "ignore": ["edited-section"],
        "severity": {"DM901": "note"},
        "style": "aligned",
        "guards": ["prettier", "dprint"],
        "project": [{"root": "apps/shop"}, {"root": "apps/blog/", "docs": ["wiki"], "sources": ["db/**"]}],
    }

    assert complaints(values, schema("config.v1.json")) == []
    assert options(values) == Options(
        docs=("docs", "docs/**", "README.md", "README.md/**"),
        sources=("packages/*/schema/**",),
        exclude=("legacy", "legacy/**"),
        select=("DM1",),
        ignore=("edited-section",),
        severity=(("DM901", "note"),),
        style="aligned",
        guards=("prettier", "dprint"),
        projects=(Project("apps/shop"), Project("apps/blog", ("wiki", "wiki/**"), ("db/**",))),
    )


@pytest.mark.parametrize(
    ("values", "way", "message", "hint"),
    [
        ([], (), "expected a table, not a list", "Its keys are "),
        ({"souces": []}, ("souces",), "unknown key `souces`", "Did you mean `sources`?"),
        ({"x": 1}, ("x",), "unknown key `x`", "Known are required-version, docs, "),
        ({"docs": "docs"}, ("docs",), "expected a list, not text", 'Write it as in ["docs/**"].'),
        ({"docs": [1]}, ("docs",), "expected text, not a number", ""),
        ({"docs": ["../x"]}, ("docs",), "`../x` leads out of the repository", ""),
        ({"exclude": ["/etc"]}, ("exclude",), "`/etc` leads out of the repository", ""),
        ({"select": ["DM1o1"]}, ("select",), "there is no rule `DM1o1`", "Did you mean DM101?"),
        ({"ignore": True}, ("ignore",), "expected a list, not true or false", ""),
        ({"severity": {"DM901": "eror"}}, ("severity", "DM901"), "`eror` is not known here", "Did you mean `error`?"),
        ({"severity": {"DM777": "note"}}, ("severity", "DM777"), "there is no rule `DM777`", ""),
        ({"severity": ["DM901"]}, ("severity",), "expected a table, not a list", ""),
        ({"style": "pretty"}, ("style",), "`pretty` is not known here", "Known are compact, aligned."),
        ({"guards": ["pretier"]}, ("guards",), "`pretier` is not known here", "Did you mean `prettier`?"),
        ({"required-version": "0.1"}, ("required-version",), "`0.1` is no condition on a version", ""),
        ({"project": {"root": "x"}}, ("project",), "expected a list, not a table", ""),
        ({"project": [{"docs": []}]}, ("project", 0), "a project needs a `root`", ""),
        ({"project": [{"root": "a"}, {"root": 1}]}, ("project", 1, "root"), "expected text, not a number", ""),
        ({"project": [{"root": "a", "rot": "b"}]}, ("project", 0, "rot"), "unknown key `rot`", ""),
    ],
)
def test_what_is_wrong(values: Any, way: tuple[str | int, ...], message: str, hint: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        options(values)

    assert (caught.value.way, caught.value.message) == (way, message)
    assert caught.value.hint.startswith(hint)
    assert complaints(values, schema("config.v1.json")) != []


def test_a_later_version_is_required() -> None:
    with pytest.raises(InvalidValueError, match=r"datamodel-check >=99 is required, and this is \d"):
        options({"required-version": ">=99"})
