"""No command touches the network, runs code of the repository, or writes anything but what it is for."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.repository import Repository
from tests.vocabulary import ROOT, folder

WATCHED = os.path.join(os.path.dirname(__file__), "watched.py")
SAMPLE = folder(os.path.join(ROOT, "examples", "bookshop"))

TRAPS = {
    "conftest.py": b"raise SystemExit('executed')\n",
    "settings.py": b"import os\nos.system('touch executed')\nINSTALLED_APPS = ['shop']\n",
    "manage.py": b"import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n",
    "shop/__init__.py": b"open('executed', 'w')\n",
    "shop/models.py": (
        b"from django.db import models\nopen('executed', 'w')\n\n"
        b"class Book(models.Model):\n    title = models.CharField(max_length=9)\n"
    ),
    "usercustomize.py": b"open('executed', 'w')\n",
    "sitecustomize.py": b"open('executed', 'w')\n",
    "datamodel_check.py": b"open('executed', 'w')\n",
    "drizzle.local.config.ts": b"require('child_process').execSync('touch executed')\nexport default {}\n",
}
"""What would leave a trace if anybody ran it."""

COMMANDS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("check",): (),
    ("check", "--staged", "--hook"): (),
    ("check", "--fix"): ("docs/data-model.md",),
    ("check", "--fix", "--overwrite-edits"): ("docs/data-model.md",),
    ("check", "--diff"): (),
    ("check", "--base", "HEAD", "--output-format", "sarif"): (),
    ("check", "-o", "json=report.json", "-o", "junit=report.xml"): ("report.json", "report.xml"),
    ("init", "docs/other.md"): ("docs", "datamodel-check.toml"),
    ("adopt",): (),
    ("facts",): (),
    ("detect",): (),
    ("manifest",): (),
    ("packages",): (),
    ("diff", "HEAD"): (),
    ("baseline",): ("datamodel-check-baseline.json",),
    ("self-test",): (),
    ("clean",): (),
    ("explain", "DM101"): (),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = Repository(str(tmp_path_factory.mktemp("sample")), {}, git=False)
    for path, content in {**SAMPLE, **TRAPS}.items():
        made.write(path, content)
    made.git("init", "--quiet")
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "all")
    return made


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_nothing_but_reading(sample: Repository, words: tuple[str, ...], tmp_path: Path) -> None:
    sample.git("checkout", "--quiet", "--", ".")
    sample.git("clean", "--quiet", "-fdx")
    allowed = [sample.path(path) for path in (".git/datamodel-check", *COMMANDS[words])]
    done = subprocess.run(
        (sys.executable, WATCHED, sample.root, json.dumps(allowed), *words),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ROOT, "PYTHONDONTWRITEBYTECODE": "1", "CI": "", "DATAMODEL_CHECK_CACHE": "on"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert json.loads(done.stderr.splitlines()[-1]) == []
    assert not os.path.exists(sample.path("executed"))
    changed = {line[3:] for line in sample.git("status", "--porcelain", "--untracked-files=all").splitlines()}
    assert all(any(path.startswith(one) for one in COMMANDS[words]) for path in changed), changed


def test_the_watch_would_notice(sample: Repository, tmp_path: Path) -> None:
    """A write to a place that is not allowed is reported."""
    done = subprocess.run(
        (sys.executable, WATCHED, sample.root, "[]", "check", "-o", "json=report.json"),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ROOT, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert json.loads(done.stderr.splitlines()[-1])
