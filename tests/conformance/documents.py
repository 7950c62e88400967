"""Asks real Markdown parsers and formatters, and the real Mermaid."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, "node_modules", ".bin")


class Answer(NamedTuple):
    """What the parsers make of a job, as `documents.mjs` describes it."""

    mermaid: list[str | None]
    markdown: list[str]
    mdx: list[str]


def parsed(*, mermaid: Sequence[str] = (), markdown: str = "", mdx: str = "") -> Answer:
    job = json.dumps({"mermaid": mermaid, "markdown": markdown, "mdx": mdx})
    program = os.path.join(HERE, "documents.mjs")
    done = subprocess.run(["node", program], input=job, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return Answer(**json.loads(done.stdout))


FORMATTERS = {
    "prettier": ["prettier", "--write"],
    "prettier --prose-wrap always": ["prettier", "--write", "--prose-wrap", "always"],
    "prettier --prose-wrap never": ["prettier", "--write", "--prose-wrap", "never"],
    "prettier --tab-width 4": ["prettier", "--write", "--tab-width", "4"],
    "prettier --use-tabs": ["prettier", "--write", "--use-tabs"],
    "prettier --end-of-line crlf": ["prettier", "--write", "--end-of-line", "crlf"],
    "prettier --tab-width 8 --prose-wrap always": ["prettier", "--write", "--tab-width", "8", "--prose-wrap", "always"],
    "rumdl": [os.path.join(os.path.dirname(sys.executable), "rumdl"), "fmt", "--no-cache"],
    "dprint": ["node", os.path.join(HERE, "dprint.mjs")],
    "markdownlint": ["markdownlint-cli2", "--fix"],
    "mdformat": [sys.executable, "-m", "mdformat"],
    "mdformat --wrap 60": [sys.executable, "-m", "mdformat", "--wrap", "60"],
}


def run(command: Sequence[str], folder: str, pages: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """A program over pages in a folder; those of npm are found among the tests' own packages."""
    own = os.path.join(PROGRAMS, command[0])
    program = own if os.path.exists(own) else command[0]
    return subprocess.run(
        [program, *command[1:], *pages], cwd=folder, capture_output=True, check=False, encoding="utf-8"
    )


def formatted(formatter: str, pages: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    """The pages as a formatter leaves them."""
    for name, content in pages.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    done = run(FORMATTERS[formatter], folder, list(pages))
    # markdownlint exits with 1 for what it reports and cannot mend.
    assert done.returncode in ({0, 1} if formatter == "markdownlint" else {0}), done.stderr
    after = {}
    for name in pages:
        with open(os.path.join(folder, name), "rb") as file:
            after[name] = file.read()
    return after
