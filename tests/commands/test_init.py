from pathlib import Path

import pytest

from tests.repository import DOCUMENT, FILES, Repository

CONFIGURATION = "datamodel-check.toml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(str(tmp_path))


def test_what_is_written_is_green(repository: Repository) -> None:
    code, out, err = repository.run("init")

    assert (code, err) == (0, "")
    assert out == (
        "Found\n"
        "  drizzle:src/schema.ts (postgresql): 2 tables, 0 enums\n"
        "Written\n"
        "  datamodel-check.toml\n"
        "  docs/data-model.md\n"
        "Next\n"
        "  Read the document, write what only people know between its sections, and commit it.\n"
        "  Then add the hook to .pre-commit-config.yaml, or run `datamodel-check` in CI.\n"
    )
    assert repository.run().code == 0
    assert "| `email` | `varchar(100)` |" in repository.read(DOCUMENT)


def test_from_a_subdirectory_it_writes_to_the_root(repository: Repository) -> None:
    assert repository.run("init", folder="src").code == 0
    assert repository.run("init", "notes.md", folder="src").code == 0
    assert "datamodel:begin" in repository.read(DOCUMENT)
    assert "datamodel:begin" in repository.read("src/notes.md")


def test_nothing_is_overwritten(repository: Repository) -> None:
    repository.write(DOCUMENT, "Ours.\n")

    code, _, err = repository.run("init")

    assert code == 2
    assert err.startswith(
        "error: docs/data-model.md exists already, and nothing is overwritten\nhelp: Name another one"
    )
    assert repository.read(DOCUMENT) == "Ours.\n"
    assert repository.git("status", "--porcelain", "--untracked-files=all", CONFIGURATION) == ""


def test_a_configuration_is_kept(repository: Repository) -> None:
    repository.write("pyproject.toml", '[tool.datamodel-check]\nstyle = "aligned"\n')

    out = repository.run("init", "docs/model.md").out

    assert CONFIGURATION not in out
    assert "| `id`    | `integer`" in repository.read("docs/model.md")
    assert repository.run().code == 0


def test_the_projects_formatters_are_heeded(repository: Repository) -> None:
    repository.write("dprint.json", "{}")

    repository.run("init")

    assert 'guards = ["prettier", "dprint"]' in repository.read(CONFIGURATION)
    assert "<!-- dprint-ignore-start -->" in repository.read(DOCUMENT)
    assert repository.run().code == 0


def test_mdx(repository: Repository) -> None:
    assert repository.run("init", "docs/model.mdx").code == 0
    assert "{/* datamodel:begin tables */}" in repository.read("docs/model.mdx")
    assert repository.run().code == 0


@pytest.mark.parametrize(
    ("document", "message"),
    [("../x.md", "../x.md is no Markdown file of this repository"), ("x.txt", "x.txt is no Markdown file of this")],
)
def test_places_where_no_document_can_be(repository: Repository, document: str, message: str) -> None:
    code, _, err = repository.run("init", document)

    assert code == 2
    assert err.startswith(f"error: {message}")


def test_what_git_ignores_is_no_place_for_a_document(repository: Repository) -> None:
    repository.write(".gitignore", "/docs/\n")

    code, _, err = repository.run("init", "docs/schema.md")
    assert (code, err.splitlines()[0]) == (2, "error: git ignores docs/schema.md, so nobody would ever check it")

    assert repository.run("init").code == 0
    assert repository.run().code == 0
    assert "datamodel:begin" in repository.read("DATA_MODEL.md")


def test_a_place_that_the_configuration_forbids(repository: Repository) -> None:
    repository.write(CONFIGURATION, 'docs = ["wiki"]\n')

    assert repository.run("init").err.startswith(
        "error: docs/data-model.md cannot be a document, says datamodel-check.toml"
    )
    assert repository.run("init", "wiki/model.md").code == 0


def test_no_schema(tmp_path: Path) -> None:
    repository = Repository(str(tmp_path), {"README.md": "Nothing.\n"})

    code, _, err = repository.run("init")

    assert code == 2
    assert err.startswith("error: no schema was found in this repository, so there is nothing to document\n")
    assert repository.git("status", "--porcelain") == "A  README.md\n"


def test_a_system_that_is_not_read_yet(tmp_path: Path) -> None:
    files = {"package.json": FILES["package.json"], "prisma/schema.prisma": 'datasource db { provider = "sqlite" }\n'}

    code, _, err = Repository(str(tmp_path), files).run("init")

    assert code == 2
    assert err.startswith("error: prisma is used here, but not one table could be read")
