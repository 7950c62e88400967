"""The action, our workflows and the recipes of the documentation under the linters of the field, all offline."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.action.runner import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PAGE = (ROOT / "docs" / "github.md").read_text()
RECIPES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
LOCK = (ROOT / "action" / "requirements.txt").read_text()


@pytest.fixture(scope="module")
def recipes(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The recipes as the workflows of a repository."""
    folder = tmp_path_factory.mktemp("repository") / ".github" / "workflows"
    folder.mkdir(parents=True)
    paths = [folder / f"{number}.yml" for number in range(len(RECIPES))]
    for path, text in zip(paths, RECIPES, strict=True):
        path.write_text(text)
    return paths


def complaints(tool: str, *arguments: str | Path) -> str:
    """What a linter says, if it says no."""
    program = Path(sys.executable).parent / tool
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def test_zizmor(recipes: list[Path]) -> None:
    """As an auditor, its strictest persona."""
    options = ("--persona=auditor", "--offline", "--quiet", "--no-progress")
    assert complaints("zizmor", *options, "action.yml", *WORKFLOWS, *recipes) == ""


def test_zizmor_finds_something(tmp_path: Path) -> None:
    path = tmp_path / "action.yml"
    path.write_text((ROOT / "action.yml").read_text().replace('"$PYTHON" -I', "${{ inputs.base }}"))
    assert "template-injection" in complaints("zizmor", "--offline", "--quiet", "--no-progress", path)


def test_the_schema_of_actions() -> None:
    assert complaints("check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml") == ""


def test_the_schema_of_workflows(recipes: list[Path]) -> None:
    assert complaints("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS, *recipes) == ""


def test_inputs_reach_scripts_through_the_environment_only() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    for workflow in (*RECIPES, *(path.read_text() for path in WORKFLOWS)):
        for job in yaml.safe_load(workflow)["jobs"].values():
            assert all("${{" not in step.get("run", "") for step in job.get("steps", ()))


def test_actions_are_pinned_by_their_commits() -> None:
    """One commit of each, everywhere."""
    texts = [(ROOT / "action.yml").read_text(), *RECIPES, *(path.read_text() for path in WORKFLOWS)]
    used = {use for text in texts for use in re.findall(r"uses: (\S+)@(\S+ # .+)", text)}
    assert all(re.match(r"[0-9a-f]{40} ", revision) for _, revision in used)
    by_action = dict(used)
    assert {(action, by_action[action]) for action, _ in used} == used
    unpinned = {use for text in texts for use in re.findall(r"uses: ([^@\s]+)(?:\s|$)", text)}
    assert unpinned == {"./"}, "what is checked out is the commit that it is"


def test_the_page_names_inputs_and_outputs() -> None:
    named = set(re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE))
    assert named == {*ACTION["inputs"], *ACTION["outputs"]}


def test_recipes_give_inputs_that_exist() -> None:
    steps = [step for text in RECIPES for job in yaml.safe_load(text)["jobs"].values() for step in job.get("steps", ())]
    ours = [step for step in steps if step.get("uses", "").startswith("datamodel-check/")]
    assert len(ours) >= 6
    assert {name for step in ours for name in step.get("with", {})} <= set(ACTION["inputs"])
    read = {name for text in RECIPES for name in re.findall(r"steps\.check\.outputs\.([\w-]+)", text)}
    assert read <= set(ACTION["outputs"])


def test_the_lock_holds_what_the_tool_needs() -> None:
    """Else run `scripts/lock_action.py`."""
    import tomllib

    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    locked = dict(re.findall(r"^([\w-]+)==(\S+)", LOCK, re.MULTILINE))
    for requirement in map(Requirement, project["dependencies"]):
        assert requirement.specifier.contains(locked[requirement.name]), requirement
    entries = [entry for entry in re.split(r"\n(?=\S)", LOCK) if not entry.startswith("#")]
    assert all("--hash=sha256:" in entry for entry in entries)
