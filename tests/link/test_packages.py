"""Packages and the versions of what they depend on."""

import pytest

from datamodel_check.model.program import Package
from tests.link.vocabulary import linked


def test_there_may_be_none() -> None:
    program = linked("const x = 1")
    assert program.package("a.ts") is None
    assert list(program.packages) == []


def test_the_nearest_package_is_a_files_own() -> None:
    program = linked({"package.json": '{"name": "root"}', "app/package.json": '{"name": "app"}', "app/src/a.ts": ""})
    assert program.package("app/src/a.ts") == Package("app", "app/package.json", "app", {})
    assert program.package("a.ts") == Package("", "package.json", "root", {})
    assert [package.name for package in program.packages] == ["root", "app"]


def test_what_cannot_be_read_is_no_package() -> None:
    program = linked(
        {"package.json": "{", "app/package.json": "[]", "lib/package.json": '{"name": 1, "dependencies": [2]}'}
    )
    assert list(program.packages) == [Package("lib", "lib/package.json", None, {})]


def test_dependencies_of_all_kinds_are_one() -> None:
    program = linked(
        {
            "package.json": '{"dependencies": {"a": "1"}, "devDependencies": {"a": "2", "b": "2"},'
            '"peerDependencies": {"b": "3", "c": "3"}, "optionalDependencies": {"c": "4", "d": "4", "e": 5}}'
        }
    )
    package = program.package("a.ts")
    assert package is not None
    assert package.dependencies == {"a": "1", "b": "2", "c": "3", "d": "4"}


@pytest.mark.parametrize(
    "files",
    [
        {"pnpm-workspace.yaml": "catalog:\n  orm: ^1.0.0 # pinned\ncatalogs:\n  old:\n    'orm': \"^0.9\"\n"},
        {"package.json": '{"workspaces": {"catalog": {"orm": "^1.0.0"}, "catalogs": {"old": {"orm": "^0.9"}}}}'},
        {"package.json": '{"catalog": {"orm": "^1.0.0"}, "catalogs": {"old": {"orm": "^0.9"}}}'},
        {".yarnrc.yml": 'catalog:\n  orm: "^1.0.0"\ncatalogs:\n  old: { orm: ^0.9 }\n'},
        {"pnpm-workspace.yaml": "catalogs:\n  default:\n    orm: ^1.0.0\n  old:\n    orm: ^0.9\n"},
    ],
    ids=" ".join,
)
def test_versions_from_catalogs(files: dict[str, str]) -> None:
    manifest = '{"dependencies": {"orm": "%s", "beside": "workspace:*", "other": "catalog:none"}}'
    for version, expected in (("catalog:", "^1.0.0"), ("catalog:old", "^0.9"), ("catalog:default", "^1.0.0")):
        package = linked({**files, "app/package.json": manifest % version}).package("app/a.ts")
        assert package is not None
        assert package.dependencies == {"orm": expected, "beside": "workspace:*", "other": "catalog:none"}
