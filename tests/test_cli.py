"""The whole tool, as a person meets it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from datamodel_check import __version__
from tests.repository import DOCUMENT, FILES, SCHEMA, Repository

LONGER = "length: 255"

WORDS = """\
# Data model

<!-- datamodel:begin table users -->

Words between the sections.

<!-- datamodel:begin tables -->

<!-- datamodel:begin table posts -->
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A small application with a document that is green."""
    repository = Repository(str(tmp_path))
    repository.write(DOCUMENT, WORDS)
    assert repository.run("--fix").code == 0
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "Start")
    return repository


def lengthen(repository: Repository) -> None:
    repository.replace("src/schema.ts", "length: 100", LONGER)


# --- nothing to say --------------------------------------------------------------------------------------------------


def test_a_true_document_is_green(repository: Repository) -> None:
    assert repository.run() == (0, "3 sections in 1 document agree with the code (2 tables)\n", "")


def test_fix_writes_nothing_where_all_is_well(repository: Repository) -> None:
    before = repository.read(DOCUMENT)

    assert repository.run("--fix").code == 0
    assert repository.run("--fix", "--hook").code == 0
    assert repository.read(DOCUMENT) == before


@pytest.mark.parametrize(
    "change",
    [
        ("'users'", '"users"'),
        ("import {", "// A comment.\nimport {"),
        ("{ length: 100 }", "{\n    length: 100,\n  }"),
        ("const users", "const people"),
        ("\n", "\r\n"),
    ],
)
def test_cosmetic_changes_are_silent(repository: Repository, change: tuple[str, str]) -> None:
    repository.replace("src/schema.ts", *change)

    assert repository.run("check").code == 0


def test_a_formatted_document_is_green(repository: Repository) -> None:
    repository.replace(DOCUMENT, "| `email` |", "|   `email`   |")

    assert repository.run().code == 0
    repository.run("--fix")
    assert "|   `email`   |" in repository.read(DOCUMENT)


# --- a stale section -------------------------------------------------------------------------------------------------


def test_an_edited_column_turns_the_check_red(repository: Repository) -> None:
    lengthen(repository)

    code, out, err = repository.run("--output-format", "concise")

    assert (code, err) == (1, "")
    assert out == (
        "docs/data-model.md:3: DM101 `table users` is stale: users.email: type varchar(100) → varchar(255). "
        "Run `datamodel-check --fix`.\n"
        "1 finding (1 fixable) in 3 sections in 1 document\n"
    )


def test_text_shows_both_places(repository: Repository) -> None:
    lengthen(repository)

    assert repository.run().out == (
        """\
error[DM101 stale-section]: `table users` is stale
  ~ users.email: type varchar(100) → varchar(255)  (src/schema.ts:5)
 --> docs/data-model.md:3:1
3 | <!-- datamodel:begin table users -->
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 --> src/schema.ts:5:3
5 |   email: varchar('email', { length: 255 }).notNull(),
  |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: Run `datamodel-check --fix`.

1 finding (1 fixable) in 3 sections in 1 document
"""
    )


def test_fix_repairs_the_stale_section_and_nothing_else(repository: Repository) -> None:
    repository.replace(DOCUMENT, "# Data model\n", "# Data model\r\n\nWords of ours.  \n")
    lengthen(repository)
    before = repository.read(DOCUMENT).splitlines(keepends=True)

    code, out, _ = repository.run("--fix")

    after = repository.read(DOCUMENT).splitlines(keepends=True)
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert code == 0
    assert "repaired docs/data-model.md" in out
    assert changed[0] == "| `email` | `varchar(255)` | no | — | — | — |\n"
    assert [line[:24] for line in changed[1:]] == ["<!-- datamodel:end v1 fa"]


def test_a_second_fix_changes_nothing(repository: Repository) -> None:
    lengthen(repository)
    repository.run("--fix")
    once = repository.read(DOCUMENT)

    assert repository.run("--fix").out == "3 sections in 1 document agree with the code (2 tables)\n"
    assert repository.read(DOCUMENT) == once


def test_a_removed_table_cannot_be_fixed(repository: Repository) -> None:
    repository.write("src/schema.ts", SCHEMA[: SCHEMA.index("export const posts")])

    code, out, _ = repository.run("--fix", "--output-format", "concise")

    assert code == 1
    line = repository.read(DOCUMENT).split("<!-- datamodel:begin table posts")[0].count("\n") + 1
    assert out == (
        f"docs/data-model.md:{line}: DM101 `table posts` is stale: posts: table removed. "
        "Delete the section, or write into its opening line what it is called now.\n"
        "docs/data-model.md: repaired\n"
        "1 finding (0 fixable) in 3 sections in 1 document\n"
    )


def test_no_table_is_left(repository: Repository) -> None:
    repository.write("src/schema.ts", "import { pgTable } from 'drizzle-orm/pg-core';\n")

    code, out, _ = repository.run("--output-format", "concise", "--select", "DM9")

    assert code == 1
    assert "DM902 drizzle is declared here, but not one table was found." in out


def test_the_schema_disappears(repository: Repository) -> None:
    repository.remove("src/schema.ts")

    code, out, _ = repository.run("--output-format", "concise")

    assert code == 1
    assert "drizzle.config.ts:1: DM902 drizzle is declared here, but not one table was found." in out
    assert "drizzle.config.ts:3: DM901 drizzle.config.ts names a schema that does not exist: ./src/schema.ts." in out
    assert "DM101 `table users` is stale: users: table removed." in out


# --- hand-edited sections --------------------------------------------------------------------------------------------


def test_an_edit_is_reported_and_not_overwritten(repository: Repository) -> None:
    repository.replace(DOCUMENT, "| `email` | `varchar(100)` |", "| `email` (unique!) | `varchar(100)` |")

    code, out, _ = repository.run("--fix", "--output-format", "concise")

    assert code == 1
    assert out == (
        "docs/data-model.md:3: DM102 `table users` was edited by hand. "
        "Move your words out of the section, then run `datamodel-check --fix --overwrite-edits`.\n"
        "1 finding (0 fixable) in 3 sections in 1 document\n"
    )
    assert "(unique!)" in repository.read(DOCUMENT)


def test_an_edit_is_overwritten_on_request(repository: Repository) -> None:
    before = repository.read(DOCUMENT)
    repository.replace(DOCUMENT, "| `email` | `varchar(100)` |", "| `email` (unique!) | `varchar(100)` |")

    assert repository.run("--fix", "--overwrite-edits").code == 0
    assert repository.read(DOCUMENT) == before


def test_an_edit_does_not_hide_that_the_code_moved(repository: Repository) -> None:
    repository.replace(DOCUMENT, "| `email` | `varchar(100)` |", "| `email` (unique!) | `varchar(100)` |")
    lengthen(repository)

    out = repository.run("--output-format", "concise").out

    assert "DM102 `table users` was edited by hand, and the code has moved on since: users.email" in out


def test_a_new_section_is_filled_in(repository: Repository) -> None:
    repository.write("docs/new.md", "# New\n\n<!-- datamodel:begin tables -->\n")

    assert "docs/new.md:3: DM104 `tables` has no fingerprint yet." in repository.run("--output-format", "concise").out
    assert repository.run("--fix").code == 0
    assert "| `users` | `id` |" in repository.read("docs/new.md")
    assert repository.run().code == 0


def test_a_conflict_inside_a_section_is_resolved(repository: Repository) -> None:
    before = repository.read(DOCUMENT)
    line = "| `email` | `varchar(100)` | no | — | — | — |\n"
    theirs = line.replace("100", "50")
    repository.replace(DOCUMENT, line, f"<<<<<<< HEAD\n{line}=======\n{theirs}>>>>>>> theirs\n")

    assert "DM105 git's conflict markers stand in `table users`." in repository.run("--output-format", "concise").out
    assert repository.run("--fix").code == 0
    assert repository.read(DOCUMENT) == before


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("begin tabels", "DM105 there is no view `tabels`. Did you mean `tables`?"),
        ("begin table usrs", "DM105 there is no table `usrs`. Did you mean `users`?"),
        ("begin tables tabel=users", "DM105 `tabel=` means nothing here. Did you mean `table`?"),
        ("beginn tables", "DM105 there is no directive `datamodel:beginn`. Did you mean `datamodel:begin`?"),
    ],
)
def test_a_slip_of_the_pen(repository: Repository, opening: str, expected: str) -> None:
    repository.write("docs/new.md", f"<!-- datamodel:{opening} -->\n\n<!-- datamodel:end -->\n")

    code, out, _ = repository.run("--output-format", "concise", "--fix")

    assert code == 1
    assert out.splitlines()[0] == f"docs/new.md:1: {expected}"


# --- what is looked at -----------------------------------------------------------------------------------------------


def test_a_subdirectory_gives_the_same_findings(repository: Repository) -> None:
    lengthen(repository)

    assert repository.run(folder="src") == repository.run()


def test_paths_narrow_the_findings(repository: Repository) -> None:
    lengthen(repository)
    repository.write("docs/new.md", "<!-- datamodel:begin enums -->\n")

    assert "DM104" not in repository.run("src/schema.ts").out
    assert "DM101" in repository.run("schema.ts", folder="src").out
    assert "DM101" not in repository.run("docs/new.md").out
    assert repository.run("docs").out == repository.run().out
    assert repository.run(".", folder="src").out == repository.run("src").out


def test_paths_narrow_the_fix(repository: Repository) -> None:
    lengthen(repository)
    repository.write("docs/new.md", "<!-- datamodel:begin enums -->\n")

    assert repository.run("--fix", "docs/new.md").code == 0
    assert "varchar(100)" in repository.read(DOCUMENT)
    assert repository.run("--fix").code == 0
    assert "varchar(255)" in repository.read(DOCUMENT)


def test_a_path_that_is_not_there(repository: Repository) -> None:
    assert repository.run("fact") == (
        2,
        "",
        "error: there is no file or folder fact\nhelp: Did you mean the command `facts`?\n",
    )


def test_a_path_outside(repository: Repository) -> None:
    code, _, err = repository.run("..")

    assert code == 2
    assert err.startswith("error: .. is not in the repository ")


def test_rules_are_selected_and_ignored(repository: Repository) -> None:
    lengthen(repository)

    assert repository.run("--ignore", "DM101").out == (
        "3 sections in 1 document: nothing else to report (2 tables), 1 suppressed\n"
    )
    assert repository.run("--select", "DM9,edited-section").code == 0
    assert repository.run("--select", "DM1").code == 1
    assert (
        repository.run("--select", "DM101,DM111").err == "error: there is no rule `DM111`\nhelp: Did you mean DM101?\n"
    )


def test_ignored_files_are_not_read(repository: Repository) -> None:
    repository.write(".gitignore", "ignored/\n")
    repository.write("ignored/page.md", "<!-- datamodel:begin tabels -->\n")

    assert repository.run().code == 0


def test_untracked_files_are_read(repository: Repository) -> None:
    repository.write("docs/untracked.md", "<!-- datamodel:begin tabels -->\n")

    assert repository.run().code == 1
    assert repository.run("--staged").code == 0


# --- the index -------------------------------------------------------------------------------------------------------


def test_staged_judges_the_index(repository: Repository) -> None:
    lengthen(repository)
    assert repository.run("--staged").code == 0

    repository.git("add", "src/schema.ts")
    repository.replace("src/schema.ts", LONGER, "length: 100")
    assert repository.run().code == 0
    assert repository.run("--staged").code == 1


def test_staged_fix_writes_to_the_disk_and_stays_red(repository: Repository) -> None:
    lengthen(repository)
    repository.git("add", "src/schema.ts")
    repository.replace(DOCUMENT, "# Data model\n", "# Data model\n\nNot staged.\n")

    code, out, err = repository.run("--staged", "--fix", "--hook")

    assert (code, err) == (1, "note: look at what was written, then stage it: git add docs/data-model.md\n")
    assert out == "docs/data-model.md: repaired\n3 sections in 1 document agree with the code (2 tables)\n"
    assert "Not staged." in repository.read(DOCUMENT)
    assert "varchar(255)" in repository.read(DOCUMENT)
    assert repository.git("diff", "--cached", "--name-only") == "src/schema.ts\n"
    repository.git("add", "--all")
    assert repository.run("--staged", "--fix", "--hook").code == 0


def test_what_is_repaired_but_not_staged_is_still_wrong(repository: Repository) -> None:
    lengthen(repository)
    repository.run("--fix")
    repository.git("add", "src/schema.ts")

    code, out, err = repository.run("--staged", "--fix", "--hook")

    assert code == 1
    assert out.splitlines()[0].startswith("docs/data-model.md:3: DM101 `table users` is stale")
    assert err == "note: what is on the disk is right, but not staged: git add docs/data-model.md\n"


def test_a_document_that_is_staged_and_not_on_the_disk(repository: Repository) -> None:
    lengthen(repository)
    repository.git("add", "src/schema.ts")
    repository.remove(DOCUMENT)

    code, out, err = repository.run("--staged", "--fix", "--hook")

    assert (code, err) == (1, "")
    assert out.splitlines()[0].startswith("docs/data-model.md:3: DM101 `table users` is stale")


def test_a_staged_deletion(repository: Repository) -> None:
    repository.git("rm", "--quiet", "--cached", "src/schema.ts")

    assert repository.run("--staged").code == 1
    assert repository.run().code == 0


# --- output ----------------------------------------------------------------------------------------------------------


def test_diff_prints_what_fix_would_write(repository: Repository) -> None:
    lengthen(repository)
    before = repository.read(DOCUMENT)

    code, out, _ = repository.run("--diff")

    assert code == 1
    assert repository.read(DOCUMENT) == before
    repository.write("fix.patch", out)
    repository.git("apply", "fix.patch")
    assert repository.run().code == 0


def test_the_exit_code_does_not_depend_on_the_format(repository: Repository) -> None:
    lengthen(repository)

    for name in ("text", "concise", "json", "github", "markdown"):
        assert repository.run("--output-format", name).code == 1


def test_several_formats_at_once(repository: Repository) -> None:
    out = repository.run("-o", "json=report.json", "-o", "github=report.txt").out

    assert out == "3 sections in 1 document agree with the code (2 tables)\n"
    assert repository.read("report.json").startswith("{")
    assert repository.run("-o", "json").err.startswith("error: cannot write `-o json`\n")


def test_quiet(repository: Repository) -> None:
    assert repository.run("--quiet") == (0, "", "")
    lengthen(repository)
    assert "DM101" in repository.run("--quiet").out


def test_hooks_get_ascii(repository: Repository) -> None:
    lengthen(repository)

    out = repository.run("--hook").out

    assert "users.email: type varchar(100) -> varchar(255)" in out
    assert out.isascii()


def test_warnings_do_not_fail(repository: Repository) -> None:
    repository.replace("src/schema.ts", "{ length: 80 }", "{ length: process.env.LENGTH }")
    repository.run("--fix")

    code, out, _ = repository.run("--output-format", "concise")

    assert code == 0
    assert "src/schema.ts:10: DM901" in out


# --- what cannot be done ---------------------------------------------------------------------------------------------


def test_no_documents(tmp_path: Path) -> None:
    code, _, err = Repository(str(tmp_path)).run()

    assert code == 2
    assert err == (
        "error: no document in this repository carries directives, so there is nothing to check\n"
        "help: Run `datamodel-check init` to write a first document.\n"
    )


def test_without_git(tmp_path: Path) -> None:
    repository = Repository(str(tmp_path), git=False)
    repository.write(DOCUMENT, WORDS)

    assert repository.run("--fix").code == 0
    assert repository.run() == (0, "3 sections in 1 document agree with the code (2 tables)\n", "")
    assert repository.run("--staged").code == 2


def test_a_wrong_configuration(repository: Repository) -> None:
    repository.write("datamodel-check.toml", "# ours\ndocs = ['docs/**']\nsouces = []\n")

    assert repository.run() == (
        2,
        "",
        "error: datamodel-check.toml:3: unknown key `souces`\nhelp: Did you mean `sources`?\n",
    )
    assert repository.run("--isolated").code == 0


def test_unknown_options_are_a_usage_error(repository: Repository) -> None:
    code, _, err = repository.run("--fx")

    assert code == 2
    assert "unrecognized arguments: --fx" in err


def test_a_bug_is_no_traceback(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("surprise")

    monkeypatch.setattr("datamodel_check.pipeline.checking.check", fail)

    code, _, err = repository.run()

    assert code == 2
    assert err.startswith("internal error: KeyError: 'surprise'\n")
    with pytest.raises(KeyError):
        repository.run("--debug")


def test_an_interruption(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("datamodel_check.pipeline.checking.check", interrupt)

    assert repository.run().code == 130


def test_on_a_terminal_it_says_that_it_is_at_work(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    class AtOnce:
        """A timer whose time has come."""

        def __init__(self, _: float, function: Callable[..., None], words: Sequence[str]) -> None:
            self.start = lambda: function(*words)
            self.cancel = lambda: None

    monkeypatch.setattr("threading.Timer", AtOnce)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("PRE_COMMIT", raising=False)

    assert repository.run(terminal=True).err == "reading the repository…\n"
    assert repository.run().err == ""
    assert repository.run("--hook", terminal=True).err == ""
    assert repository.run("--quiet", terminal=True).err == ""
    monkeypatch.setenv("CI", "true")
    assert repository.run(terminal=True).err == ""


def test_colours(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in repository.run(terminal=True).out
    assert "\x1b[" in repository.run("--color", "always").out
    assert "\x1b[" not in repository.run().out
    assert "\x1b[" not in repository.run("--color", "never", terminal=True).out
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in repository.run(terminal=True).out


# --- help ------------------------------------------------------------------------------------------------------------


def test_version_and_help(tmp_path: Path) -> None:
    repository = Repository(str(tmp_path), git=False)

    assert repository.run("--version").out == f"datamodel-check {__version__}\n"
    assert "datamodel-check [COMMAND]" in repository.run("--help").out
    assert "--overwrite-edits" in repository.run("check", "--help").out


def test_the_sample_files_are_what_the_tests_need() -> None:
    assert FILES["src/schema.ts"] == SCHEMA
