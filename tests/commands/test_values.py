"""Counts, lists and values in prose that are bound to facts: DM107, and `--fix`."""

from pathlib import Path

import pytest

from tests.repository import DOCUMENT, FILES, Repository

END = "<!-- datamodel:end -->"


def repository(tmp_path: Path, text: str, path: str = DOCUMENT) -> Repository:
    return Repository(str(tmp_path), {**FILES, path: text})


def bound(words: str, written: str) -> str:
    return f"# Model\n\nIt is <!-- datamodel:value {words} -->{written}{END} today.\n"


def findings(repository: Repository) -> list[str]:
    return repository.run("check", "--output-format", "concise").out.splitlines()[:-1]


TRUE = [
    ("count tables", "2"),
    ("count tables", "two"),
    ("count tables", "**two**"),
    ("count columns table:users", "2"),
    ("count table:users table:posts", "2"),
    ("list tables", "`posts` and `users`"),
    ("list tables", "users, posts"),
    ("list columns table:posts", "`id`, `title`"),
    ("type table:users.email", "`varchar(100)`"),
    ("nullable table:users.email", "no"),
    ("default table:posts.title", "none"),
]


@pytest.mark.parametrize(("words", "written"), TRUE)
def test_what_is_true(tmp_path: Path, words: str, written: str) -> None:
    run = repository(tmp_path, bound(words, written)).run("check")

    assert run.code == 0, run.out


@pytest.mark.parametrize(
    ("words", "written", "after"),
    [
        ("count tables", "18", "2"),
        ("count tables", "Eighteen", "2"),
        ("count tables", "Three", "Two"),
        ("count tables", "**3**", "**2**"),
        ("count tables", "", "2"),
        ("list tables", "`user` and `posts`", "`posts`, `users`"),
        ("type table:users.email", "`text`", "`varchar(100)`"),
    ],
)
def test_what_is_not_is_told_and_rewritten(tmp_path: Path, words: str, written: str, after: str) -> None:
    there = repository(tmp_path, bound(words, written))
    found = findings(there)

    assert len(found) == 1
    assert found[0].startswith(f"{DOCUMENT}:3: DM107 `value {words}` says ")
    assert there.run("check", "--fix").code == 0
    assert there.read(DOCUMENT) == bound(words, after)
    assert there.run("check").code == 0


def test_a_list_on_lines_of_its_own(tmp_path: Path) -> None:
    opening = "<!-- datamodel:value list tables -->"
    there = repository(tmp_path, f"# Model\n\n{opening}\n\n- `users`: people\n- `orders`: gone\n\n{END}\n\nwords\n")
    (found,) = findings(there)

    assert "`value list tables` says" in found
    there.run("check", "--fix")
    assert there.read(DOCUMENT) == f"# Model\n\n{opening}\n\n- `users`: people\n- `posts`\n\n{END}\n\nwords\n"
    assert there.run("check").code == 0


def test_values_in_reviewed_prose(tmp_path: Path) -> None:
    text = "# Model\n\n<!-- datamodel:review all table:users -->\n\n" + bound("count tables", "2") + f"\n{END}\n"
    (found,) = findings(repository(tmp_path, text))

    assert "DM104 `all` was never accepted" in found


def test_mdx(tmp_path: Path) -> None:
    text = "# Model\n\nIt has {/* datamodel:value count tables */}3{/* datamodel:end */} tables.\n"
    there = repository(tmp_path, text, "docs/model.mdx")

    assert there.run("check", "--fix").code == 0
    assert there.read("docs/model.mdx") == text.replace("}3{", "}2{")


def test_in_a_code_span_it_is_an_example(tmp_path: Path) -> None:
    there = repository(tmp_path, bound("count tables", "2") + "\nWrite `<!-- datamodel:value count x -->`.\n")

    assert there.run("check").code == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (bound("cuont tables", "2"), "`datamodel:value` cannot tell `cuont`. Did you mean `count`?"),
        (bound("count", "2"), "`count` of what?"),
        (bound("count table:user", "2"), "nothing matches `table:user`. Did you mean `table:users`?"),
        (bound("type table:users", "x"), "`table:users` is no column"),
        ("# Model\n\nIt is <!-- datamodel:value count tables -->2.\n", "`value count tables` has no closing comment"),
        ("# Model\n\n<!-- datamodel:value list tables -->\n\n- a\n", "`value list tables` has no closing comment"),
        (bound('count "tables', "2"), 'cannot read `"tables`'),
    ],
)
def test_what_cannot_be_followed(tmp_path: Path, text: str, message: str) -> None:
    there = repository(tmp_path, text)

    assert any("DM105" in found and message in found for found in findings(there)), findings(there)
    there.run("check", "--fix")
    assert there.read(DOCUMENT) == text


def test_layers_are_read_where_they_are_counted(tmp_path: Path) -> None:
    files = {
        **FILES,
        "package.json": '{ "dependencies": { "drizzle-orm": "^0.45.0", "express": "^5.0.0" } }\n',
        "src/app.ts": (
            "import express from 'express'\nconst app = express()\napp.get('/health', (_, res) => res.send('ok'))\n"
        ),
        DOCUMENT: bound("count routes", "1"),
    }
    there = Repository(str(tmp_path), files)

    assert there.run("check").code == 0
    there.replace(DOCUMENT, "1", "2")
    assert len(findings(there)) == 1
