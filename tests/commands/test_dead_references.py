"""DM202: names in prose of what was there when they were written, and is not any more."""

from pathlib import Path

import pytest

from tests.repository import FILES, Repository

DOCUMENT = "docs/notes.md"

CODE = """\
export const useInstallDialog = () => install_limit;
export class UsageService {}
const install_limit = 3;
"""

PROSE = """\
# Notes

The dialog is opened by `useInstallDialog`, and counted by `UsageService`. It is in `src/dialog.ts`, see
[the code](../src/dialog.ts#L2).

- Nobody installs more than `install_limit` times; `users.email` is who they are.
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Everything that the notes name is there."""
    files = {**FILES, DOCUMENT: PROSE, "src/dialog.ts": CODE, "datamodel-check.toml": 'prose = ["docs/**"]\n'}
    return committed(Repository(str(tmp_path), files))


def committed(repository: Repository) -> Repository:
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "more")
    return repository


def findings(repository: Repository, *options: str) -> list[str]:
    commit = repository.git("rev-parse", "--short", "HEAD").strip()
    lines = repository.run("check", "--output-format", "concise", *options).out.splitlines()[:-1]
    return [line.partition(". ")[0].replace(commit, "HEAD") for line in lines]


def test_nothing_is_dead(repository: Repository) -> None:
    assert findings(repository) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (
            "src/dialog.ts",
            "useInstallDialog",
            "useInstaller",
            "docs/notes.md:3: DM202 `useInstallDialog` does not exist",
        ),
        ("src/dialog.ts", "UsageService", "Usage", "docs/notes.md:3: DM202 `UsageService` does not exist"),
        ("src/dialog.ts", "install_limit", "limit", "docs/notes.md:6: DM202 `install_limit` does not exist"),
        (
            "src/schema.ts",
            "email: varchar('email'",
            "mail: varchar('mail'",
            "docs/notes.md:6: DM202 `users.email` is called `mail`",
        ),
    ],
)
def test_what_is_gone(repository: Repository, path: str, old: str, new: str, expected: str) -> None:
    repository.write(path, repository.read(path).replace(old, new))
    assert [line.partition(" any more")[0].partition(" now")[0] for line in findings(repository)] == [expected]
    committed(repository)
    assert findings(repository) == [f"{expected} since HEAD"]


def test_a_file_that_moved(repository: Repository) -> None:
    repository.git("mv", "src/dialog.ts", "src/install.ts")
    committed(repository)
    assert findings(repository) == [
        "docs/notes.md:3: DM202 `src/dialog.ts` is called `src/install.ts` since HEAD",
    ]


def test_a_file_that_was_deleted(repository: Repository) -> None:
    repository.write("src/other.ts", CODE.replace("is", "at") * 3)
    repository.remove("src/dialog.ts")
    committed(repository)
    assert findings(repository) == [
        "docs/notes.md:3: DM202 `src/dialog.ts` does not exist since HEAD",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "`neverThereAtAll` and `src/never.ts` and `never.was_there` are not of here.",
        "The hook `useInstallDialog` was removed.",
        "We no longer have `useInstallDialog`.",
        "For example `useInstallDialog`.",
        "```ts\nuseInstallDialog()\n```",
        "useInstallDialog without code is a word.",
        "`install` and `Usage` are words.",
        "Its `useInstallDialog` is this:\n\n```ts\nfunction useInstallDialog() {}\n```",
    ],
)
def test_what_is_no_finding(repository: Repository, sentence: str) -> None:
    repository.write(DOCUMENT, f"# Notes\n\n{sentence}\n")
    committed(repository)
    repository.write("src/dialog.ts", "export const nothing = 1;\n")
    committed(repository)
    assert findings(repository) == []


def test_other_prose_proves_nothing(repository: Repository) -> None:
    """A name that only documents hold is not there."""
    repository.write("CHANGELOG.md", "useInstallDialog\n")
    repository.replace("src/dialog.ts", "useInstallDialog", "useInstaller")
    assert len(findings(repository)) == 1


def test_documents_that_nobody_named_are_left_alone(repository: Repository) -> None:
    repository.write("datamodel-check.toml", 'prose = ["other/**"]\n')
    repository.write("other/page.md", "Nothing.\n")
    repository.replace("src/dialog.ts", "useInstallDialog", "useInstaller")
    assert findings(repository) == []


def test_an_old_one_is_not_introduced_by_this_change(repository: Repository) -> None:
    repository.replace("src/dialog.ts", "useInstallDialog", "useInstaller")
    committed(repository)
    repository.write("README.md", "more\n")
    committed(repository)
    assert repository.run("check", "--base", "HEAD~1", "--fail-on", "introduced").code == 0
    assert repository.run("check", "--base", "HEAD~2", "--fail-on", "introduced").code == 1


def test_names_of_examples_and_of_others_were_never_ours(repository: Repository) -> None:
    repository.write("examples/chat.ts", "export const useExampleChat = 1;\n")
    repository.write("src/chat.ts", "import { useChatOfOthers } from 'chat';\nuseChatOfOthers();\n")
    repository.write(DOCUMENT, "# Notes\n\n`useExampleChat` and `useChatOfOthers`.\n")
    committed(repository)
    repository.remove("examples/chat.ts")
    repository.remove("src/chat.ts")
    committed(repository)
    assert findings(repository) == []


def test_what_git_ignores_may_be_there(repository: Repository) -> None:
    repository.write("generated/api.md", "# API\n")
    repository.write(DOCUMENT, "# Notes\n\n[API](../generated/api.md)\n")
    committed(repository)
    repository.remove("generated/api.md")
    committed(repository)
    assert len(findings(repository)) == 1
    repository.write(".gitignore", "generated/\n")
    assert findings(repository) == []
