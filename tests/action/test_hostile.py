"""Pull requests whose names, comments and documents try to be commands, markup or arguments."""

import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.action.conftest import Make
from tests.action.events import pull_request
from tests.action.runner import Outcome, Runner
from tests.application import LONGER, Application
from tests.repository import DOCUMENT

NAMES = (
    "::error::forged",
    "a\n::error::forged",
    "a\r::error::forged",
    "##[error]forged",
    "%0A::error::forged",
    "`touch injected`",
    "$(touch injected)",
    "${{ github.token }}",
    "<img src=x onerror=forged()>",
    "\x1b[31mforged",
    "--> <!-- datamodel:end -->",
    "</details></summary>",
    "-rf",
    "a,line=1::forged",
    "\u202eforged",
    "name with 'quotes\"",
    "[forged](javascript:1)",
    "@octocat #1",
)


def judged(outcome: Outcome, repository: Application) -> None:
    """Nothing was executed, and there is no command or markup beside the tool's own."""
    assert outcome.outputs["result"] in {"findings", "failed"}, outcome.log
    assert [line for line in outcome.commands if line not in outcome.annotations] == []
    for line in outcome.annotations:
        assert re.fullmatch(r"::(error|warning|notice) (file=[^,:]*,line=\d+,)?title=[^,:]*::.*", line), line
    assert not set(outcome.log) & {"\x1b", "\r", "\u202e"}
    assert not set(outcome.summary) & {"\x1b", "\r", "\u202e"}
    assert list(repository.folder.parent.rglob("injected")) == []
    tokens = MarkdownIt().parse(outcome.summary)
    html = [
        re.sub(r"\d+", "1", child.content)
        for token in tokens
        for child in (token, *(token.children or ()))
        if "html" in child.type
    ]
    assert set(html) <= {
        "<details><summary>The patch that repairs it</summary>\n",
        "<details><summary>Safe (1)</summary>\n",
        "</details>\n",
    }
    kinds = {child.type for token in tokens for child in (token, *(token.children or ()))}
    assert kinds.isdisjoint({"link_open", "image"})


@pytest.fixture
def repository(application: Make) -> Application:
    repository = application()
    repository.git("branch", "--move", "main")
    repository.git("checkout", "--quiet", "-b", "feature")
    return repository


def test_names_of_tables_and_columns(runner: Runner, repository: Application) -> None:
    tables = (
        f"export const t{number} = pgTable({name}, {{ id: integer({name}).default({name} as never) }});\n"
        for number, name in enumerate(map(json.dumps, NAMES))
    )
    repository.write("src/schema.ts", repository.read("src/schema.ts") + "".join(tables))
    repository.commit()
    event = pull_request(repository)
    outcome = runner.check(repository.folder, event=event)
    judged(outcome, repository)
    assert outcome.code == 1
    difference = runner.check(repository.folder, {"mode": "diff"}, event)
    judged(difference, repository)
    assert sum(difference.counts.values()) >= len(NAMES)


def test_names_of_documents(runner: Runner, repository: Application) -> None:
    """Documents of these names are stale, and their patch applies."""
    text = repository.read(DOCUMENT)
    repository.remove(DOCUMENT)
    for name in NAMES:
        repository.write(f"docs/{name.replace('/', '-')}.md", text)
    repository.replace("src/schema.ts", *LONGER)
    repository.commit()
    outcome = runner.check(repository.folder, event=pull_request(repository))
    judged(outcome, repository)
    assert outcome.counts["errors"] == len(NAMES)
    repository.git("apply", outcome.outputs["patch-file"])
    assert runner.check(repository.folder).outputs["result"] == "clean"


@pytest.mark.parametrize("name", [name for name in NAMES if "forged" in name or "-" in name])
def test_names_of_folders_and_sections(runner: Runner, repository: Application, name: str) -> None:
    folder = name.replace("/", "-")
    repository.git("mv", "--", "src", folder)
    repository.write("drizzle.config.ts", repository.read("drizzle.config.ts").replace("./src/", f"./{folder}/"))
    repository.write(DOCUMENT, f"{repository.read(DOCUMENT)}\n<!-- datamodel:begin {name} -->\n")
    repository.commit()
    judged(runner.check(repository.folder, event=pull_request(repository)), repository)


@pytest.mark.parametrize("name", [name for name in NAMES if "forged" in name])
def test_configurations(runner: Runner, repository: Application, name: str) -> None:
    """What is wrong with them is told on standard error."""
    repository.write("datamodel-check.toml", f"{json.dumps(name)} = 1\n")
    outcome = runner.check(repository.folder)
    judged(outcome, repository)
    assert outcome.outputs["result"] == "failed"


def test_notices_are_no_commands(runner: Runner, repository: Application) -> None:
    """They are told on standard error of a check that completes: here that two configurations lie side by side."""
    for path in ("datamodel-check.toml", ".config/datamodel-check.toml"):
        repository.write(path, 'exclude = ["##[error]forged"]\n')
    outcome = runner.check(repository.folder)
    assert outcome.commands == []
    assert "note: " in outcome.log


def test_files_that_are_called_as_modules_are(tmp_path: Path, repository: Application) -> None:
    """Python looks for modules in the current folder first."""
    for name in ("action", "datamodel_check", "ensurepip", "os", "pip", "rich", "sysconfig", "tree_sitter", "venv"):
        repository.write(f"{name}.py", "open('injected', 'w').close()\n")
    runner = Runner(tmp_path)
    runner.install(repository.folder)
    assert runner.check(repository.folder).outputs["result"] == "clean"
    assert list(tmp_path.rglob("injected")) == []
