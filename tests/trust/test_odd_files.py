"""What is no ordinary file, and what grows when it is taken at its word: nothing hangs, nothing fills the memory."""

import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.repository import DOCUMENT, FILES, Repository
from tests.trust.test_hostile import DRIZZLE, crashes
from tests.vocabulary import ROOT

MEMORY = 1_500 * 1024 * 1024
"""Bytes of address space that a run gets: a file of a gigabyte is not read into that."""

PATIENCE = 120
"""Seconds after which something hangs; nothing here takes a hundredth of them."""


def run(repository: Repository, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        (sys.executable, "-P", "-m", "datamodel_check", *words),
        cwd=repository.root,
        env={**environment, "PYTHONPATH": ROOT},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(str(tmp_path / "application"))
    made.write(DOCUMENT, "# Data\n\n<!-- datamodel:begin tables -->\n")
    assert made.run("--fix").code == 0
    made.git("add", "--all")
    return made


@pytest.mark.parametrize("path", ["src/huge.ts", "docs/huge.md", "huge.sql", "package.json", "src/schema.ts"])
def test_a_gigabyte(repository: Repository, path: str) -> None:
    with open(repository.path(path), "ab") as file:
        file.truncate(1024**3)
    done = run(repository, "check")
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    if path == "package.json":  # it may hold the configuration
        assert (done.returncode, done.stderr) == (2, "error: package.json: it is larger than 16 MB\n")
    else:
        assert done.returncode in {0, 1}, done.stderr
    if path == "src/schema.ts":
        assert "larger than" in done.stdout


@pytest.mark.parametrize("path", ["docs/pipe.md", "src/pipe.ts", "drizzle.config.ts", "datamodel-check.toml"])
def test_pipes(repository: Repository, path: str) -> None:
    if os.path.exists(repository.path(path)):
        repository.remove(path)
    os.mkfifo(repository.path(path))
    for words in (("check",), ("check", path), ("check", "--staged"), ("facts",)):
        done = run(repository, *words)
        assert "Traceback" not in done.stderr
        assert "internal error" not in done.stderr


def test_links_that_lead_to_themselves_or_out(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text("<!-- datamodel:begin tables -->\n")
    os.symlink("b.md", repository.path("docs/a.md"))
    os.symlink("a.md", repository.path("docs/b.md"))
    os.symlink(".", repository.path("docs/loop"))
    os.symlink(str(tmp_path / "outside"), repository.path("out"))
    os.symlink("/dev/zero", repository.path("docs/zero.md"))
    repository.git("add", "--all")
    for words in (("check",), ("check", "--staged"), ("check", "docs"), ("check", "--fix")):
        done = run(repository, *words)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
    assert (tmp_path / "outside" / "secret.md").read_text() == "<!-- datamodel:begin tables -->\n"


@pytest.mark.parametrize("name", [b"docs/\xff.md", b"src/\xff.ts", b"docs/a\nb.md", b"docs/\x1b[31m.md"])
def test_names_that_are_no_text(repository: Repository, name: bytes) -> None:
    with open(os.fsencode(repository.root) + b"/" + name, "wb") as file:
        file.write(b"<!-- datamodel:begin tables -->\n" if name.endswith(b".md") else FILES["src/schema.ts"].encode())
    for words in (("check",), ("check", "--output-format", "json"), ("check", "--fix")):
        done = run(repository, *words)
        assert "Traceback" not in done.stderr
        assert "internal error" not in done.stderr
        assert "\x1b" not in done.stdout + done.stderr


def test_names_that_differ_by_their_case(repository: Repository) -> None:
    repository.write("docs/Data-Model.md", repository.read(DOCUMENT))
    repository.write("src/Schema.ts", "export const other = 1;\n")
    done = run(repository, "check")
    assert done.returncode == 0, done.stdout
    assert "2 documents" in done.stdout


def doubled(line: str, count: int = 40) -> bytes:
    return "".join(line.format(n=number, m=number - 1) for number in range(1, count)).encode()


BOMBS: Mapping[str, Mapping[str, bytes]] = {
    "texts": {"a.ts": DRIZZLE + b"const t0 = 'xxxxxxxx';\n" + doubled("const t{n} = t{m} + t{m};\n")},
    "templates": {"a.ts": DRIZZLE + b"const t0 = 'xxxxxxxx';\n" + doubled("const t{n} = `${{t{m}}}${{t{m}}}`;\n")},
    "lists": {"a.ts": DRIZZLE + b"const t0 = [1, 2];\n" + doubled("const t{n} = [...t{m}, ...t{m}];\n")},
    "objects": {"a.ts": DRIZZLE + b"const t0 = { a: 1 };\n" + doubled("const t{n} = {{ a: t{m}, b: t{m} }};\n")},
    "repetition": {"a.ts": DRIZZLE + b"const t39 = 'x'.repeat(1e9).repeat(1e9);\n"},
    "branches": {"a.ts": DRIZZLE + b"const t0 = 'x';\n" + doubled("const t{n} = process.env.A ? t{m} : t{m} + 'x';\n")},
    "functions": {"a.ts": DRIZZLE + b"const t0 = () => 'x';\n" + doubled("const t{n} = () => t{m}() + t{m}();\n")},
    "python": {"m.py": b"from sqlalchemy import Table\nt0 = ['x']\n" + doubled("t{n} = t{m} + t{m}\n")},
    "multiplied": {"m.py": b"from sqlalchemy import Table\nt39 = 'x' * 10 ** 12\n"},
    "types": {
        "types/a.ts": b"export interface T0 { a: string }\n"
        + doubled("export interface T{n} {{ a: T{m}; b: T{m}; c: Partial<T{m}> & Pick<T{m}, 'a'> }}\n")
    },
    "migrations": {
        "migrations/1.sql": b"CREATE TABLE t0 (a int);\n" + doubled("CREATE TABLE t{n} (LIKE t{m}, b{n} int);\n", 400)
    },
}


USED = {
    "a.ts": b"export const users = pgTable(String(t39), {});\n",
    "m.py": b"from sqlalchemy import MetaData\nusers = Table(t39, MetaData())\n",
}
"""What asks for the last one."""


@pytest.mark.parametrize(
    "files",
    [
        {"datamodel-check.toml": b'i = """\n' + b"t" * 60 + b"@" + b"t" * 60 + b'\n"""\n'},
        {"datamodel-check.toml": b"i = 1\n" + b"t" * 5_000 + b"\n"},
        {f"drizzle{'-' * 200}.configs.ts": DRIZZLE},
        {f"{'_a' * 90}.md": b"<!-- datamodel:begin tables -->\n" + b"`" * 5_000 + b"a" * 5_000 + b"(" * 5_000},
        {"a.md": b"<!-- datamodel:begin tables -->\n" + b"> " * 20_000 + b"```\n" + b"#" * 20_000},
        {"a.md": b"<!-- datamodel:begin tables -->\nA b. " + b"*" * 20_000 + b' "' * 10_000 + b"\n"},
    ],
    ids=["keys", "a long key", "dashes", "backticks", "quotes", "stars"],
)
def test_patterns_take_no_time(repository: Repository, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        repository.write(path, content)
    done = run(repository, "check")
    assert done.returncode in {0, 1, 2}
    assert "internal error" not in done.stderr


@pytest.mark.parametrize("name", BOMBS)
def test_what_grows(name: str) -> None:
    files = {path: content + USED.get(path, b"") for path, content in BOMBS[name].items()}
    assert crashes(files) == []
