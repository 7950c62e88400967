"""`packages`: what a monorepo can be shared out by, so that jobs for the parts find what one job finds."""

import json
from pathlib import Path
from typing import Any

import pytest

from datamodel_check.commands import packages
from tests.repository import DOCUMENT, SCHEMA, Repository
from tests.vocabulary import SAMPLE, folder

MONOREPO = {
    "package.json": '{ "name": "acme", "workspaces": ["packages/*"] }\n',
    "packages/db/package.json": '{ "name": "@acme/db", "dependencies": { "drizzle-orm": "^0.45.0" } }\n',
    "packages/db/src/schema.ts": SCHEMA,
    "packages/billing/package.json": '{ "dependencies": { "drizzle-orm": "^0.45.0" } }\n',
    "packages/billing/src/schema.ts": SCHEMA.replace("users", "invoices").replace("posts", "payments"),
    "packages/ui/package.json": '{ "name": "@acme/ui" }\n',
    "packages/ui/src/button.ts": "export const button = 1;\n",
}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(str(tmp_path), MONOREPO)
    assert repository.run("init").code == 0
    repository.git("add", "--all")
    return repository


def matrix(repository: Repository) -> list[dict[str, str]]:
    run = repository.run("packages", "--format", "github-matrix")
    assert (run.code, run.err, run.out.count("\n")) == (0, "", 1)
    jobs: list[dict[str, str]] = json.loads(run.out)["include"]
    return jobs


def findings(repository: Repository, *paths: str) -> set[tuple[Any, ...]]:
    report = json.loads(repository.run("check", "--output-format", "json", *paths).out)
    return {(one["rule"], one["path"], one["line"], one["message"]) for one in report["findings"]}


def test_packages_that_have_to_do_with_the_data_model(repository: Repository) -> None:
    assert matrix(repository) == [
        {"name": "acme", "paths": DOCUMENT},
        {"name": "packages/billing", "paths": "packages/billing"},
        {"name": "@acme/db", "paths": "packages/db"},
    ]


def test_the_jobs_find_what_one_job_finds(repository: Repository) -> None:
    for package in ("db", "billing"):
        repository.replace(f"packages/{package}/src/schema.ts", "length: 100", "length: Number(process.env.SIZE)")
        repository.replace(f"packages/{package}/src/schema.ts", "  title: varchar('title', { length: 80 }),\n", "")
    repository.replace("packages/db/src/schema.ts", "pgTable('posts'", "pgTable('articles'")
    together = {one for job in matrix(repository) for one in findings(repository, *job["paths"].split("\n"))}
    assert together == findings(repository)
    assert len(together) > 5


def test_the_sample_finds_itself(tmp_path: Path) -> None:
    repository = Repository(str(tmp_path), {path: content.decode() for path, content in folder(SAMPLE).items()})
    listed = json.loads(repository.run("packages", "--format", "json").out)["packages"]
    assert {one["path"] for one in listed} >= {".", "packages/db"}


def test_projects_are_packages(repository: Repository) -> None:
    repository.write("datamodel-check.toml", '[[project]]\nroot = "docs"\n')
    assert {"name": "docs", "paths": "docs"} in matrix(repository)


def test_one_package(tmp_path: Path) -> None:
    repository = Repository(str(tmp_path))
    repository.run("init")
    repository.git("add", "--all")
    assert matrix(repository) == [{"name": ".", "paths": "."}]
    assert repository.run("packages").out == ".  .\n"


def test_more_packages_than_jobs(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "JOBS", 2)
    assert matrix(repository) == [
        {"name": "acme, @acme/db", "paths": f"{DOCUMENT}\npackages/db"},
        {"name": "packages/billing", "paths": "packages/billing"},
    ]


def test_manifests_that_say_nothing(repository: Repository) -> None:
    for text in ("{", "[]", '{"name": 1}', '{"name": ""}', "\xff"):
        repository.write("packages/db/package.json", text)
        assert {"name": "packages/db", "paths": "packages/db"} in matrix(repository)


def test_a_hostile_name_stays_in_its_line(repository: Repository) -> None:
    name = "x\nmatrix={}\n::error::forged\u2028"
    repository.write("packages/db/package.json", json.dumps({"name": name}))
    assert name in {job["name"] for job in matrix(repository)}
    assert len(repository.run("packages").out.split("\n")) == 4


def test_no_documents(tmp_path: Path) -> None:
    run = Repository(str(tmp_path)).run("packages", "--format", "github-matrix")
    assert (run.code, run.out) == (2, "")
