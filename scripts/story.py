"""What the pictures of the README show: the sample application after a change that its document does not know of."""

import os
import re
import shutil
import subprocess
import sys

from examples import demo

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WIDTH = 104
DIAGRAM = "erd table=orders table=order_lines table=invoices table=coupons columns=all"


def tell(folder: str) -> str:
    """A repository in the folder with a branch that shortens a column, with its migration."""
    repository = os.path.join(folder, "bookshop")
    shutil.copytree(demo.SAMPLE, repository, ignore=shutil.ignore_patterns("node_modules"))
    demo.git(repository, "init", "--quiet", "--initial-branch=main")
    _commit(repository, "The bookshop")
    demo.git(repository, "checkout", "--quiet", "-b", "shorter-addresses")
    demo.edit(os.path.join(repository, demo.SCHEMA))
    demo.migrate(repository)
    _commit(repository, "Shorten addresses")
    return repository


def terminal(repository: str) -> str:
    """What the check prints, with its colours."""
    return _python(repository, "datamodel_check", "--color", "always", variables={"COLUMNS": str(WIDTH)})


def summary(repository: str) -> str:
    """What the action says of the branch, as Markdown."""
    with open(os.path.join(ROOT, "action.yml"), encoding="utf-8") as file:
        inputs = re.findall(r"^        ([A-Z_]+): \$\{\{ inputs\.", file.read(), re.MULTILINE)
    folder = os.path.dirname(repository)
    path = os.path.join(folder, "summary.md")
    variables = dict.fromkeys(inputs, "") | {
        "BASE": "main",
        "GITHUB_OUTPUT": os.path.join(folder, "outputs"),
        "GITHUB_STEP_SUMMARY": path,
        "GITHUB_WORKSPACE": repository,
        "RUNNER_TEMP": folder,
    }
    _python(repository, "action", variables=variables)
    with open(path, encoding="utf-8") as file:
        return file.read()


def diagram(repository: str) -> str:
    """What the view `erd` says of the tables around an order, as Mermaid."""
    path = os.path.join(repository, "docs", "orders.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"<!-- datamodel:begin {DIAGRAM} -->\n")
    _python(repository, "datamodel_check", "--fix", path, variables={})
    with open(path, encoding="utf-8") as file:
        return file.read().split("```mermaid\n")[1].split("```")[0]


def _commit(repository: str, message: str) -> None:
    demo.git(repository, "add", "--all")
    identity = ("-c", "user.name=somebody", "-c", "user.email=somebody@example.org")
    demo.git(repository, *identity, "commit", "--quiet", "--message", message)


def _python(folder: str, module: str, *arguments: str, variables: dict[str, str]) -> str:
    environment = demo.environment() | {"PYTHONPATH": ROOT} | variables
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False).stdout
