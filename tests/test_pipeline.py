"""What only the stages together can show."""

import os
from pathlib import Path

import pytest

from datamodel_check.config.options import Project
from datamodel_check.model.layers import DomainType, Lineage, Route, Service, State
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.migrations import History
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.pipeline import projects
from tests.repository import Repository


def schema(column: str) -> str:
    return (
        "import { pgTable, text } from 'drizzle-orm/pg-core';\n"
        f"export const users = pgTable('users', {{ {column}: text().notNull() }});\n"
    )


CONFIG = "export default { dialect: 'postgresql', schema: './schema.ts' };\n"
PAGE = "<!-- datamodel:begin table users -->\n"


@pytest.fixture
def monorepo(tmp_path: Path) -> Repository:
    """Two applications, each with a table of the same name and a document of its own."""
    files = {
        "package.json": "{}",
        "apps/shop/schema.ts": schema("basket"),
        "apps/shop/drizzle.config.ts": CONFIG,
        "apps/shop/docs/page.md": PAGE,
        "apps/blog/schema.ts": schema("comment"),
        "apps/blog/drizzle.config.ts": CONFIG,
        "apps/blog/page.md": PAGE,
        "docs/all.md": PAGE,
    }
    return Repository(str(tmp_path), files)


PROJECTS = """\
[[project]]
root = "apps/shop"

[[project]]
root = "apps/blog"
"""


def test_without_projects_every_document_speaks_of_all(monorepo: Repository) -> None:
    assert monorepo.run("--fix").code == 0

    page = monorepo.read("apps/shop/docs/page.md")
    assert "`basket`" in page
    assert "`comment`" in page


def test_projects_speak_of_their_own(monorepo: Repository) -> None:
    monorepo.write("datamodel-check.toml", PROJECTS)
    assert monorepo.run("--fix").code == 0

    assert "`comment`" not in monorepo.read("apps/shop/docs/page.md")
    assert "`basket`" not in monorepo.read("apps/blog/page.md")
    assert "`comment`" in monorepo.read("docs/all.md")

    monorepo.replace("apps/blog/schema.ts", "comment", "remark")
    out = monorepo.run("--output-format", "concise").out
    assert out.splitlines()[0] == (
        "apps/blog/page.md:1: DM101 `table users` is stale: users.comment: column renamed to remark. "
        "Run `datamodel-check --fix`."
    )
    assert "apps/shop" not in out


def test_changes_are_placed_in_the_source_that_is_meant(monorepo: Repository) -> None:
    monorepo.write("docs/all.md", "<!-- datamodel:begin table users source=drizzle:apps/shop/schema.ts -->\n")
    monorepo.run("--fix")

    monorepo.replace("apps/shop/schema.ts", "text().notNull()", "text().notNull(), id: text()")
    monorepo.replace("apps/shop/schema.ts", "basket: text().notNull(), ", "")

    out = monorepo.run("docs").out
    assert "- users.basket: column removed  (apps/shop/schema.ts:2)" in out


def test_a_project_does_not_hear_of_the_technology_of_others(monorepo: Repository) -> None:
    monorepo.write("datamodel-check.toml", '[[project]]\nroot = "docs"\nsources = ["nowhere/**"]\n')
    monorepo.write("docs/all.md", "<!-- datamodel:begin discovery -->\n")

    assert monorepo.run("--fix").code == 0
    assert "| Database | Django, Drizzle, " in monorepo.read("docs/all.md")


def test_sources_of_the_configuration_are_sources_wherever_they_stand(tmp_path: Path) -> None:
    files = {"package.json": "{}", "tests/fixtures/schema.ts": schema("basket"), "page.md": PAGE}
    repository = Repository(str(tmp_path), files)

    assert "DM105 there is no table `users`" not in repository.run("--output-format", "concise").out
    repository.write("datamodel-check.toml", 'sources = ["tests/fixtures"]\n')
    assert repository.run("--fix").code == 0
    assert "`basket`" in repository.read("page.md")


def test_excluded_files_are_neither_sources_nor_documents(monorepo: Repository) -> None:
    monorepo.write("datamodel-check.toml", 'exclude = ["apps/blog", "docs"]\n')
    assert monorepo.run("--fix").code == 0

    assert "`comment`" not in monorepo.read("apps/shop/docs/page.md")
    assert monorepo.read("apps/blog/page.md") == PAGE


def test_a_document_that_is_write_protected(monorepo: Repository) -> None:
    os.chmod(monorepo.path("docs/all.md"), 0o444)

    code, _, err = monorepo.run("--fix")

    assert code == 2
    assert "all.md: is write-protected\n" in err
    assert monorepo.read("docs/all.md") == PAGE


def test_one_unreadable_file_does_not_hide_the_others(monorepo: Repository) -> None:
    monorepo.write("apps/blog/schema.ts", "import { pgTable from 'drizzle-orm/pg-core'; export const users = (((\n")

    out = monorepo.run("--output-format", "concise").out

    assert "apps/blog/schema.ts:1: DM902" in out
    assert "apps/shop/docs/page.md:1: DM104" in out


def test_the_order_of_files_on_the_disk_does_not_matter(tmp_path: Path) -> None:
    outputs = set()
    names = ["b.ts", "a.ts", "c.ts"]
    for number, order in enumerate((names, names[::-1])):
        files = {
            "package.json": "{}",
            "drizzle.config.ts": CONFIG.replace("./schema.ts", "./db/*.ts"),
            "page.md": "<!-- datamodel:begin tables -->\n",
        }
        for name in order:
            files[f"db/{name}"] = schema("x").replace("'users'", f"'{name[0]}'")
        repository = Repository(str(tmp_path / str(number)), files)
        assert repository.run("--fix").code == 0
        outputs.add(repository.read("page.md") + repository.run("facts").out)

    assert len(outputs) == 1


def test_a_project_has_the_layers_below_its_root() -> None:
    def at(path: str) -> Location:
        return Location(path, NOWHERE)

    whole = Snapshot(
        migrations=tuple(History("drizzle-kit", f"apps/{name}/drizzle", "sqlite", ()) for name in ("blog", "shop")),
        routes=tuple(
            Route("nextjs", "endpoint", "GET", path, "GET", at(f"apps{path}/route.ts")) for path in ("/blog", "/shop")
        ),
        services=(Service("class", "Cart", at("apps/shop/cart.ts")), Service("class", "Post", at("apps/blog/post.ts"))),
        state=(State("zustand", "store", "useCart", at("apps/shop/store.ts")),),
        types=(DomainType("type", "Post", at("apps/blog/types.ts")),),
        lineage=(
            Lineage("user", ("Cart", "Post"), ("GET /blog", "GET /shop"), ("useCart",), ("apps/shop/a.tsx#A",)),
            Lineage("post", ("Post",), ("GET /blog",)),
        ),
    )

    part = projects.part(whole, Project("apps/shop", sources=("packages/db/**",)))

    assert [history.folder for history in part.migrations] == ["apps/shop/drizzle"]
    assert [route.key for route in part.routes] == ["GET /shop"]
    assert [service.name for service in part.services] == ["Cart"]
    assert [state.name for state in part.state] == ["useCart"]
    assert part.types == ()
    assert part.lineage == (Lineage("user", ("Cart",), ("GET /shop",), ("useCart",), ("apps/shop/a.tsx#A",)),)
