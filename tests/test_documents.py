"""Our own documents: what they name exists, and what is generated is fresh. This project is about nothing else."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.vocabulary import ROOT

ELSEWHERE = {"node_modules", "drizzle-orm/pg-core", "tool.datamodel-check"}
"""What looks like a path and belongs to other people's repositories or packages."""

FOLDERS = ("", "datamodel_check", "tests")
"""What a path in a document may be relative to."""


def documents() -> Iterator[str]:
    listed = subprocess.run(["git", "ls-files", "-z", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True)
    for path in listed.stdout.split("\0"):
        if path and not path.startswith(("tests/", "examples/")):
            yield path


def prose(path: str) -> str:
    """The text of a document without its fenced code, which is about the repositories of users."""
    with open(os.path.join(ROOT, path), encoding="utf-8") as stream:
        return re.sub(r"^```.*?^```$", "", stream.read(), flags=re.DOTALL | re.MULTILINE)


def paths(text: str) -> Iterator[str]:
    """Code spans that look like paths: `views/`, `rules.py`, `docs/rules.md`; of templates the part that is certain.

    Files without a folder (`package.json`) are those of users.
    """
    for span in re.findall(r"`([^`\n]+)`", text):
        certain = re.split(r"[<*…]", span)[0]
        is_path = re.fullmatch(r"[\w./-]+", certain) and ("/" in certain or certain.endswith(".py"))
        if is_path and certain not in ELSEWHERE and not certain.startswith("."):
            yield certain.rsplit("/", 1)[0] if certain != span else certain


@pytest.mark.parametrize("document", [*documents()])
def test_paths_exist(document: str) -> None:
    missing = [
        path
        for path in paths(prose(document))
        if not any(os.path.exists(os.path.join(ROOT, folder, path)) for folder in FOLDERS)
    ]
    assert missing == []


@pytest.mark.parametrize("document", [*documents()])
def test_links_lead_somewhere(document: str) -> None:
    folder = os.path.dirname(os.path.join(ROOT, document))
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", prose(document))]
    local = [target for target in targets if target and "://" not in target]
    assert [target for target in local if not os.path.exists(os.path.join(folder, target))] == []


def test_make_targets_exist() -> None:
    with open(os.path.join(ROOT, "Makefile"), encoding="utf-8") as stream:
        targets = set(re.findall(r"^([\w-]+):", stream.read(), flags=re.MULTILINE))
    named = {name for document in documents() for name in re.findall(r"`(?:\w+=\w+ )?make ([\w-]+)`", prose(document))}
    assert named
    assert named <= targets


def test_generated_documents_are_fresh() -> None:
    program = os.path.join(ROOT, "scripts", "write_docs.py")
    done = subprocess.run([sys.executable, program, "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
