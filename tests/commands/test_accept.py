"""Reviewed prose, from the first reading to the next: DM103, DM104, DM105 and `accept`."""

from pathlib import Path

import pytest

from tests.repository import DOCUMENT, FILES, Repository

PROSE = """\
# Users

<!-- datamodel:review limits table:users -->

Nobody has more than one `users.email`. A title is short.

<!-- datamodel:end -->
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name in ("CI", "PRE_COMMIT", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    return Repository(str(tmp_path), {**FILES, DOCUMENT: PROSE})


def accepted(repository: Repository) -> Repository:
    assert repository.run("accept", "limits").code == 0
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "accepted")
    return repository


def findings(repository: Repository) -> list[str]:
    return repository.run("check", "--output-format", "concise").out.splitlines()[:-1]


# --- the first reading -----------------------------------------------------------------------------------------------


def test_what_nobody_has_accepted_is_no_pass(repository: Repository) -> None:
    assert findings(repository) == [
        (
            "docs/data-model.md:3: DM104 `limits` was never accepted: nobody has said that it is true. "
            "Read the section, mend what is no longer true, then run `datamodel-check accept limits`."
        )
    ]


def test_accepting(repository: Repository) -> None:
    run = repository.run("accept", "limits")
    assert run.out == (
        "docs/data-model.md#limits (line 3)\n"
        "  depends on users\n"
        "  | Nobody has more than one `users.email`. A title is short.\n"
        "accepted: docs/data-model.md#limits\n"
    )
    assert "stage it: git add docs/data-model.md" in run.err
    assert findings(repository) == []


def test_a_column_and_a_whole_table(repository: Repository) -> None:
    repository.replace(DOCUMENT, "table:users", "table:users.email table:posts")
    assert "  depends on users.email, posts\n" in repository.run("accept", "limits").out


def test_only_the_closing_line_is_written(repository: Repository) -> None:
    repository.run("accept", "limits")
    before, after = PROSE.splitlines(), repository.read(DOCUMENT).splitlines()
    assert before[:-1] == after[:-1]
    assert after[-1].startswith("<!-- datamodel:end v1 facts=")
    assert "users:" in after[-1]
    assert "users.email:" in after[-1]


def test_fix_accepts_nothing(repository: Repository) -> None:
    assert repository.run("check", "--fix").code == 1
    assert repository.read(DOCUMENT) == PROSE


# --- the next one ----------------------------------------------------------------------------------------------------


def test_a_changed_fact_is_told_with_its_old_value_and_with_the_sentence(repository: Repository) -> None:
    accepted(repository).replace("src/schema.ts", "length: 100", "length: 255")
    (finding,) = findings(repository)
    start = "docs/data-model.md:3: DM103 `limits` may no longer be true: 1 fact that it depends on has changed since"
    change = "users.email: type varchar(100) → varchar(255), but line 5 says: Nobody has more than one `users.email`. "
    cure = "Read the section, mend what is no longer true, then run `datamodel-check accept limits`."
    assert finding == f"{start} it was read: {change}{cure}"


def test_the_old_value_is_found_after_other_commits(repository: Repository) -> None:
    accepted(repository).replace("src/schema.ts", "length: 100", "length: 255")
    repository.git("commit", "--quiet", "--all", "--message", "longer")
    repository.write("README.md", "later\n")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "later")
    assert "users.email: type varchar(100) → varchar(255)" in findings(repository)[0]


def test_without_a_history_the_new_value_is_told(repository: Repository) -> None:
    repository.run("accept", "limits")
    repository.replace("src/schema.ts", "length: 100", "length: 255")
    assert "users.email: changed, is now varchar(255) not null, but line 5 says" in findings(repository)[0]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("email: varchar('email', { length: 100 }).notNull(),", "", "users.email: removed"),
        ("'email'", "'mail'", "users.email: renamed to mail"),
        (
            "integer('id').primaryKey(),\n  email",
            "integer('id').primaryKey(), age: integer('age'),\n  email",
            "users.age: added (integer)",
        ),
        ("users = pgTable('users'", "users = pgTable('accounts'", "users: renamed to accounts"),
    ],
)
def test_what_comes_goes_and_is_renamed(repository: Repository, old: str, new: str, expected: str) -> None:
    accepted(repository).replace("src/schema.ts", old, new)
    (finding,) = findings(repository)
    assert "DM103" in finding
    assert expected in finding


def test_a_selector_that_stops_matching_is_told(repository: Repository) -> None:
    accepted(repository).replace("src/schema.ts", "users = pgTable('users'", "users = pgTable('accounts'")
    assert "nothing matches `table:users` now" in findings(repository)[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("length: 80", "length: 90"),
        ("export const users", "// a comment\nexport const users"),
        ("users = ", "people = "),
    ],
)
def test_what_it_does_not_depend_on_is_silent(repository: Repository, old: str, new: str) -> None:
    accepted(repository).replace("src/schema.ts", old, new)
    assert findings(repository) == []


def test_editing_the_prose_is_no_finding(repository: Repository) -> None:
    accepted(repository).replace(DOCUMENT, "A title is short.", "Titles are short.")
    assert findings(repository) == []


def test_accepting_again_shows_what_changed(repository: Repository) -> None:
    accepted(repository).replace("src/schema.ts", "length: 100", "length: 255")
    out = repository.run("accept", "limits").out
    assert "  ~ users.email: type varchar(100) → varchar(255)\n" in out
    assert findings(repository) == []


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["CI", "PRE_COMMIT"])
def test_nobody_accepts_where_nobody_sits(repository: Repository, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "1")
    assert repository.run("accept", "limits").code == 2
    assert repository.read(DOCUMENT) == PROSE


def test_a_section_must_be_named(repository: Repository) -> None:
    assert "`docs/data-model.md#limits`" in repository.run("accept").err
    assert "there is no reviewed section `limit`" in repository.run("accept", "limit").err


def test_all_asks_first(repository: Repository) -> None:
    run = repository.run("accept", "--all")
    assert (run.code, "no terminal" in run.err) == (2, True)
    assert repository.read(DOCUMENT) == PROSE


def test_prose_that_must_change_with_its_facts(repository: Repository) -> None:
    repository.write("datamodel-check.toml", 'accept = "edited"\n')
    accepted(repository).replace("src/schema.ts", "length: 100", "length: 255")
    assert "its prose did not" in repository.run("accept", "limits").err
    repository.replace(DOCUMENT, "A title is short.", "An address is long.")
    assert repository.run("accept", "limits").code == 0


@pytest.mark.parametrize(
    ("selectors", "message"),
    [
        ("table:user", "nothing matches `table:user`. Did you mean `table:users`?"),
        ("table:users.mail", "nothing matches `table:users.mail`. Did you mean `table:users.email`?"),
        ("tabel:users", "there is no kind of facts `tabel`. Did you mean `table`?"),
        ("users", "`users` is no selector. Write a kind and a name, as in `table:user.email`."),
        ("", "`limits` depends on nothing."),
        ('"route:GET /api/x"', "nothing matches `route:GET /api/x`. No route was found in this repository"),
        ("file:src/nothing.ts", "nothing matches `file:src/nothing.ts`"),
    ],
)
def test_selectors_that_choose_nothing(repository: Repository, selectors: str, message: str) -> None:
    repository.write(DOCUMENT, PROSE.replace(" table:users", f" {selectors}" if selectors else ""))
    (finding,) = findings(repository)
    assert f"DM105 {message}" in finding
    assert repository.run("accept", "limits").code == 2


def test_files_are_facts_as_well(repository: Repository) -> None:
    repository.write(DOCUMENT, PROSE.replace("table:users", "file:src/**"))
    repository.run("accept", "limits")
    repository.replace("src/schema.ts", "\n", "\r\n")
    assert findings(repository) == []
    repository.replace("src/schema.ts", "users'", "people'")
    assert "file:src/schema.ts: changed" in findings(repository)[0]


# --- a whole document ------------------------------------------------------------------------------------------------

WHOLE = "<!-- datamodel:review-document table:users -->\n\n# Users\n\nNobody has two of `users.email`.\n"


def test_a_whole_document_is_accepted_and_goes_stale(repository: Repository) -> None:
    repository.write(DOCUMENT, WHOLE)
    assert "DM104 `document` was never accepted" in findings(repository)[0]
    assert repository.run("accept", "document").code == 0
    first, _, closing, *rest = repository.read(DOCUMENT).splitlines()
    assert (first, rest) == (WHOLE.splitlines()[0], WHOLE.splitlines()[1:])
    assert closing.startswith("<!-- datamodel:end v1 facts=")
    assert findings(repository) == []
    repository.replace("src/schema.ts", "length: 100", "length: 255")
    assert "but line 7 says: Nobody has two of `users.email`." in findings(repository)[0]


# --- in so many words ------------------------------------------------------------------------------------------------


def test_what_the_prose_states_is_compared_even_when_somebody_accepted_it(repository: Repository) -> None:
    repository.replace(DOCUMENT, "A title is short.", "The `email` (nullable) may be anything.")
    accepted(repository)

    assert findings(repository) == [
        (
            "docs/data-model.md:5: DM107 the prose says of `users.email`: nullable; the code says not null. "
            "Write what is true, or mend the code."
        )
    ]
    repository.replace(DOCUMENT, "`email` (nullable)", "`email` (not null)")
    assert findings(repository) == []


# --- new names -------------------------------------------------------------------------------------------------------


NAMES = """\
# Users

<!-- datamodel:review limits table:users.email -->

Nobody has more than one `users.email`. An `email` is short, and so is *email*.

```sql
select `email` from users
```

<!-- datamodel:end -->

Elsewhere `email` is another thing.
"""


def test_a_renamed_column_is_one_finding(repository: Repository) -> None:
    repository.write(DOCUMENT, NAMES)
    accepted(repository).replace("src/schema.ts", "varchar('email'", "varchar('e_mail'")
    (found,) = findings(repository)

    assert "1 fact that it depends on has changed" in found
    assert "users.email: renamed to e_mail, but line 5 says: Nobody has more than one `users.email`." in found


def test_new_names_are_written_on_request(repository: Repository) -> None:
    repository.write(DOCUMENT, NAMES)
    accepted(repository).replace("src/schema.ts", "varchar('email'", "varchar('e_mail'")
    assert repository.run("check", "--fix").code == 1
    assert "e_mail" not in repository.read(DOCUMENT)

    run = repository.run("check", "--fix=prose-names")

    assert run.code == 1, "nobody has said yet that it is true"
    assert "+Nobody has more than one `users.e_mail`. An `e_mail` is short, and so is *email*." in run.out
    text = repository.read(DOCUMENT)
    assert "<!-- datamodel:review limits table:users.e_mail -->" in text
    assert "select `email` from users" in text
    assert "Elsewhere `email` is another thing." in text
    assert repository.run("accept", "limits").code == 0
    assert findings(repository) == []


def test_a_renamed_table_is_one_finding(repository: Repository) -> None:
    repository.write(DOCUMENT, NAMES.replace("table:users.email", "table:users"))
    accepted(repository).replace("src/schema.ts", "pgTable('users'", "pgTable('accounts'")
    (found,) = findings(repository)

    assert "users: renamed to accounts" in found
    assert "removed" not in found
    repository.run("check", "--fix=prose-names")
    text = repository.read(DOCUMENT)
    assert "<!-- datamodel:review limits table:accounts -->" in text
    assert "Nobody has more than one `accounts.email`. An `email` is short" in text


def test_the_diff_of_new_names(repository: Repository) -> None:
    repository.write(DOCUMENT, NAMES)
    accepted(repository).replace("src/schema.ts", "varchar('email'", "varchar('e_mail'")
    before = repository.read(DOCUMENT)

    assert "`users.e_mail`" in repository.run("check", "--diff", "--fix=prose-names").out
    assert repository.read(DOCUMENT) == before
