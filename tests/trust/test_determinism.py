"""The same bytes, whatever the machine, the folder and the order of things."""

import os
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.repository import Repository
from tests.vocabulary import ROOT, folder

SAMPLE = folder(os.path.join(ROOT, "examples", "bookshop"))

COMMANDS = (("check", "--output-format", "json"), ("facts",), ("detect", "--output-format", "json"), ("manifest",))

SURROUNDINGS: Mapping[str, Mapping[str, str]] = {
    "hash seed 1": {"PYTHONHASHSEED": "1"},
    "hash seed 4711": {"PYTHONHASHSEED": "4711"},
    "another locale": {"LC_ALL": "C"},
    "another time zone": {"TZ": "Asia/Kathmandu"},
    "no UTF-8": {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1", "LC_ALL": "POSIX"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


def made(root: Path, *, git: bool = True, seed: int = 0) -> Repository:
    """The sample application, its files written in some order."""
    paths = sorted(SAMPLE)
    random.Random(seed).shuffle(paths)  # noqa: S311 - any order will do
    repository = Repository(str(root), {}, git=False)
    for path in paths:
        repository.write(path, SAMPLE[path])
    if git:
        repository.git("init", "--quiet")
        repository.git("add", "--all")
    return repository


def said(repository: Repository, words: tuple[str, ...], where: str = "", **variables: str) -> bytes:
    done = subprocess.run(
        (sys.executable, "-m", "datamodel_check", *words),
        cwd=repository.path(where),
        env={**os.environ, "PYTHONPATH": ROOT, **variables},
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, ...], bytes]:
    repository = made(tmp_path_factory.mktemp("usual"))
    return {words: said(repository, words) for words in COMMANDS}


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings(
    usual: Mapping[tuple[str, ...], bytes], words: tuple[str, ...], name: str, tmp_path: Path
) -> None:
    assert said(made(tmp_path), words, **SURROUNDINGS[name]) == usual[words]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_places(usual: Mapping[tuple[str, ...], bytes], words: tuple[str, ...], tmp_path: Path) -> None:
    odd = made(tmp_path / "a folder with späces, “quotes” & 数据", seed=7)

    assert said(odd, words) == usual[words]
    assert said(odd, words, "packages") == usual[words], "from a folder below"
    assert said(made(tmp_path / "plain", git=False, seed=3), words) == usual[words], "without git"
    assert said(odd, words, DATAMODEL_CHECK_CACHE="off") == usual[words]


def test_umask_and_files_that_nobody_may_write(usual: Mapping[tuple[str, ...], bytes], tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        repository = made(tmp_path)
    finally:
        os.umask(before)
    assert said(repository, COMMANDS[0]) == usual[COMMANDS[0]]


def test_fixing_writes_the_same_bytes(tmp_path: Path) -> None:
    texts = set()
    for number, variables in enumerate(SURROUNDINGS.values()):
        repository = made(tmp_path / str(number), seed=number)
        document = "docs/data-model.md"
        repository.write(document, repository.read(document).replace("varchar", "text"))
        said(repository, ("check", "--fix", "--overwrite-edits"), **variables)
        texts.add(repository.read(document))
    assert len(texts) == 1
