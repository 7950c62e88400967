"""What `detect` prints of a monorepo."""

from datamodel_check.report.detections import render
from tests.vocabulary import read

ROOT = '{ "workspaces": ["packages/*"], "dependencies": { "drizzle-orm": "0.45.0" } }'
QUERY = b'import { eq } from "drizzle-orm"\nexport const one = eq(1, 1)\n'


def sums(packages: tuple[str, ...]) -> list[str]:
    """The lines on packages, of a repository of which each imports Drizzle."""
    files = {"package.json": ROOT.encode()}
    for package in packages:
        files |= {f"{package}/package.json": b"{}", f"{package}/src/query.ts": QUERY}
    _, _, found = render(read(files)).partition("packages:\n")
    return found.splitlines()


def test_packages_that_use_what_they_do_not_declare() -> None:
    found = sums(("packages/a", "packages/b"))
    assert found[:3] == ["  elsewhere: drizzle", "  packages/a: drizzle", "  packages/b: drizzle"]


def test_one_package_needs_no_sum() -> None:
    assert sums(()) == []
