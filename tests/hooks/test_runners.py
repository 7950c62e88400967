"""The instructions of docs/runners.md, followed in temporary repositories with the real runners."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.application import LONGER, Application
from tests.hooks.conftest import ROOT
from tests.hooks.guide import Step, merged, sections

PAGE = (ROOT / "docs" / "runners.md").read_text()
GUIDE = sections(PAGE)
PACKAGES = ROOT / "tests" / "conformance" / "node_modules"
START = sections((ROOT / "README.md").read_text())["Start"][:1]
"""The configuration of the README; what installs the hook is said in the sentence above it."""

HOOKS = {
    "pre-commit": (*START, Step("sh", "pre-commit install")),
    "prek, as pre-commit": (*START, Step("sh", "prek install")),
    "prek": GUIDE["prek"],
    "lefthook": GUIDE["lefthook"],
    "husky with lint-staged": GUIDE["husky with lint-staged"],
    "plain git hooks": GUIDE["Plain git hooks"],
}

NPM = f"""\
#!/bin/sh
[ "$1" = install ] || exec "$NPM" "$@"
ln -sfn "{PACKAGES}" node_modules
"""
"""Installs what lies here already, and leaves everything else to the real one."""

TOOL = f"""\
#!/bin/sh
echo "$0 $*" >>"$CALLS"
while [ "${{1%%[@=]*}}" != datamodel-check ]; do shift; done
shift
exec "{sys.executable}" -m datamodel_check "$@"
"""
"""Stands in for what would install a release: it runs the tool that lies here."""


class Team(Application):
    """An application with a document, whose team follows the page."""

    def __init__(self, root: Path, home: Path) -> None:
        super().__init__(root / "application")
        self.programs = root / "programs"
        self.programs.mkdir()
        self.calls = root / "calls"
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self.environment |= {
            "CALLS": str(self.calls),
            "PREK_HOME": str(home / "prek"),
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "npm_config_offline": "true",
        }
        self.environment["NPM"] = self.sh("command -v npm").stdout.strip()
        path = os.pathsep.join([str(self.programs), str(Path(sys.executable).parent), os.environ["PATH"]])
        self.environment["PATH"] = path
        self.program("npm", NPM)
        self.write(".gitignore", "node_modules\n")
        self.run("init")
        self.commit()

    def program(self, name: str, text: str) -> None:
        (self.programs / name).write_text(text)
        (self.programs / name).chmod(0o700)

    def sh(self, command: str, folder: str = ".") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-e", "-c", command],
            cwd=self.folder / folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def follow(self, steps: tuple[Step, ...]) -> None:
        for step in steps:
            if not step.name:
                done = self.sh(step.text)
                assert done.returncode == 0, done.stdout + done.stderr
            elif step.language == "json":
                self.write(step.name, merged(self.read(step.name), step.text))
            else:
                self.write(step.name, step.text)
        self.commit()

    def try_commit(self) -> tuple[int, str]:
        done = self.sh("git add --all && git commit --message change")
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the runners keep the environments that they install once for all tests."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def team(tmp_path: Path, home: Path) -> Team:
    return Team(tmp_path, home)


@pytest.fixture(params=HOOKS)
def hooked(request: pytest.FixtureRequest, team: Team, source: Path) -> Team:
    """A team that has set up one of the runners of hooks."""
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=source, capture_output=True, text=True, check=True)
    steps = (step._replace(text=_from(source, head.stdout.strip(), step.text)) for step in HOOKS[request.param])
    if request.param == "husky with lint-staged":
        team.write(".lintstagedrc.json", '{ "*.ts": "echo formatted" }\n')
    team.follow((*steps,))
    return team


def _from(source: Path, revision: str, text: str) -> str:
    """A snippet with the copy here in place of the release."""
    return text.replace("https://github.com/datamodel-check/datamodel-check", str(source)).replace("v0.1.0", revision)


@pytest.mark.xdist_group("pre-commit")
class TestHooks:
    """What a commit meets."""

    def test_it_passes(self, hooked: Team) -> None:
        hooked.write("src/other.ts", "export const answer = 42\n")
        code, output = hooked.try_commit()
        assert code == 0, output

    def test_a_stale_document_stops_it(self, hooked: Team) -> None:
        hooked.replace("src/schema.ts", *LONGER)
        code, output = hooked.try_commit()
        assert code == 1, output
        assert "users.email: type varchar(100) -> varchar(255)" in output

    def test_so_does_a_deletion(self, hooked: Team) -> None:
        hooked.remove("src/schema.ts")
        code, output = hooked.try_commit()
        assert code == 1, output
        assert "DM" in output


class TestScripts:
    """The scripts of package.json."""

    @pytest.mark.parametrize("number", [0, 1], ids=["uvx", "pipx"])
    def test_they_run_the_release(self, team: Team, number: int) -> None:
        steps = GUIDE["Scripts of package.json"]
        step = steps[number]._replace(name=steps[0].name)
        program = json.loads(step.text)["scripts"]["datamodel"].split()[0]
        team.program(program, TOOL)
        team.follow((step,))
        team.replace("src/schema.ts", *LONGER)
        team.git("add", "--all")
        codes = [team.sh(f"npm run --silent {name}").returncode for name in ("datamodel", "datamodel:staged")]
        assert codes == [1, 1]
        assert team.sh("npm run --silent datamodel:fix").returncode == 0
        assert "varchar(255)" in team.read("docs/data-model.md")
        assert team.calls.read_text().count(f"/{program} ") == 3

    def test_both_say_the_same(self) -> None:
        uvx, pipx = (json.loads(step.text) for step in GUIDE["Scripts of package.json"])
        same = json.dumps(pipx).replace("pipx run", "uvx").replace("==", "@")
        assert json.loads(same) == uvx


class TestGitLab:
    """The job for GitLab CI: its script with bash, as GitLab's runner starts it."""

    @pytest.fixture
    def job(self, team: Team) -> Mapping[str, Any]:
        (step,) = GUIDE["GitLab CI"]
        team.program("pip", 'echo "pip $*" >>"$CALLS"\n')
        team.follow((step,))
        job: Mapping[str, Any] = yaml.safe_load(step.text)["data-model"]
        return job

    def test_the_schema(self, team: Team, job: Mapping[str, Any]) -> None:
        assert job
        done = team.sh("check-jsonschema --builtin-schema vendor.gitlab-ci .gitlab-ci.yml")
        assert done.returncode == 0, done.stdout

    @pytest.fixture
    def stale(self, team: Team) -> Team:
        team.replace("src/schema.ts", *LONGER)
        team.commit()
        return team

    def run(self, team: Team, job: Mapping[str, Any]) -> subprocess.CompletedProcess[str]:
        return team.sh("\n".join(job["script"]))

    def test_a_merge_request(self, job: Mapping[str, Any], stale: Team) -> None:
        stale.environment["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = stale.git("rev-parse", "HEAD^").strip()
        done = self.run(stale, job)
        assert done.returncode == 1, done.stdout + done.stderr
        assert "introduced by this change" in done.stdout
        report = json.loads(stale.read(job["artifacts"]["reports"]["codequality"]))
        assert [entry["location"]["path"] for entry in report] == ["src/schema.ts"] * len(report) != []

    def test_the_default_branch(self, job: Mapping[str, Any], stale: Team) -> None:
        done = self.run(stale, job)
        assert done.returncode == 1, done.stdout + done.stderr
        assert "introduced by this change" not in done.stdout


def test_releases_are_those_of_the_readme() -> None:
    release = re.findall(r"rev: v(\S+)", (ROOT / "README.md").read_text())[0]
    assert {*re.findall(r"(?:datamodel-check(?:@|==)|rev = \"v)([\d.]+)", PAGE)} == {release}


def test_the_manifest_is_valid() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "prek", "validate-manifest", ".pre-commit-hooks.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
