"""How much the documents speak of, and DM201 where a team wants more."""

import json
from pathlib import Path

import pytest

from tests.repository import DOCUMENT, FILES, Repository

CONFIG = "datamodel-check.toml"
PAGE = "<!-- datamodel:begin table users -->\n"
REVIEW = "<!-- datamodel:review titles table:posts.title -->\n\nTitles are short.\n\n<!-- datamodel:end -->\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Of two tables one is documented."""
    repository = Repository(str(tmp_path))
    repository.write(DOCUMENT, PAGE)
    repository.run("check", "--fix")
    return repository


def coverage(repository: Repository) -> object:
    return json.loads(repository.run("check", "--output-format", "json").out)["coverage"]


def findings(repository: Repository, *options: str) -> list[str]:
    return repository.run("check", "--output-format", "concise", *options).out.splitlines()[:-1]


def test_figures(repository: Repository) -> None:
    assert coverage(repository) == {"table": {"documented": 1, "total": 2, "undocumented": ["posts"]}}
    assert "\nDocumented: 1 of 2 tables.\n" in repository.run("check", "--output-format", "markdown").out


@pytest.mark.parametrize("line", ["<!-- datamodel:begin tables -->\n", "<!-- datamodel:begin table posts -->\n"])
def test_sections_cover(repository: Repository, line: str) -> None:
    repository.write(DOCUMENT, repository.read(DOCUMENT) + "\n" + line)
    repository.run("check", "--fix")
    assert coverage(repository) == {"table": {"documented": 2, "total": 2, "undocumented": []}}


def test_reviewed_prose_covers(repository: Repository) -> None:
    repository.write(DOCUMENT, repository.read(DOCUMENT) + "\n" + REVIEW)
    assert coverage(repository) == {"table": {"documented": 2, "total": 2, "undocumented": []}}


def test_nothing_is_wanted_by_default(repository: Repository) -> None:
    assert findings(repository) == []


def test_what_is_wanted(repository: Repository) -> None:
    repository.write(CONFIG, "coverage = { table = 100 }\n")
    assert findings(repository) == [
        (
            "src/schema.ts:8: DM201 no section speaks of the table `posts` (1 of 2 are documented, all are wanted). "
            "Write `<!-- datamodel:begin table posts -->` into a document, or review prose about `table:posts`."
        )
    ]
    repository.write(CONFIG, "coverage = { table = 50 }\n")
    assert findings(repository) == []


def test_only_what_is_new(repository: Repository) -> None:
    repository.write(CONFIG, 'coverage = { table = 100 }\ncoverage-of = "new"\n')
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "begun")
    assert findings(repository) == []
    schema = repository.read("src/schema.ts")
    repository.write("src/schema.ts", schema + "export const tags = pgTable('tags', { id: integer('id') });\n")
    assert [line.partition("(")[0] for line in findings(repository)] == [
        "src/schema.ts:12: DM201 no section speaks of the table `tags` "
    ]


@pytest.mark.parametrize("value", ["{ tables = 100 }", "{ table = 101 }", "{ table = true }", "100"])
def test_what_cannot_be_wanted(repository: Repository, value: str) -> None:
    repository.write(CONFIG, f"coverage = {value}\n")
    assert repository.run("check").code == 2


def test_where_types_are_is_configured(tmp_path: Path) -> None:
    files = {
        **FILES,
        "src/domain.ts": "export interface Order { id: number }\n",
        "src/types/other.ts": "export interface Other { id: number }\n",
        "docs/types.md": "# Types\n\n<!-- datamodel:begin types -->\n",
    }
    repository = Repository(str(tmp_path), files)
    repository.run("check", "--fix")
    assert "`Other`" in repository.read("docs/types.md")
    assert "`Order`" not in repository.read("docs/types.md")

    repository.write("datamodel-check.toml", 'types = ["src/domain.ts"]\n')
    repository.run("check", "--fix")
    assert "`Order`" in repository.read("docs/types.md")
    assert "`Other`" not in repository.read("docs/types.md")
