"""The tool judges its own repository and its own sample."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.repository import Repository
from tests.vocabulary import ROOT, SAMPLE

BOOKSHOP = os.path.relpath(SAMPLE, ROOT)


def test_the_demonstration_succeeds() -> None:
    program = os.path.join(ROOT, "examples", "demo.py")
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_sample_is_documented(tmp_path: str) -> None:
    root = os.path.join(tmp_path, "bookshop")
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("node_modules"))
    run = Repository(root, {}).run("check", "--diff")
    assert (run.code, run.err) == (0, ""), run.out


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md", "docs"])
def test_directives_in_our_examples_are_none(path: str, tmp_path: str) -> None:
    """The documents that explain directives hold them in code: they carry none, so there is nothing to check."""
    source, target = os.path.join(ROOT, path), os.path.join(tmp_path, path)
    shutil.copytree(source, target) if os.path.isdir(source) else shutil.copy(source, target)
    run = Repository(str(tmp_path), {}).run("check")
    assert (run.code, "no document in this repository carries directives" in run.err) == (2, True), run.out + run.err
