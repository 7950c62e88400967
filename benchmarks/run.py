"""Prints what the hook costs on a repository, in multiples of `python -c pass`. See README.md."""

import importlib.util
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "examples" / "bookshop"
ROUNDS = 11
LITERALS = ("pgTable(", "@Entity(", "sequelize.define(", "mongoose.model(", "models.Model", "__tablename__")
HOOK = (sys.executable, "-P", "-m", "datamodel_check", "check", "--staged", "--hook")

PARSE = """
import subprocess, tree_sitter, tree_sitter_python, tree_sitter_typescript
grammars = {".py": tree_sitter_python.language(), ".ts": tree_sitter_typescript.language_typescript()}
grammars |= dict.fromkeys((".tsx", ".js", ".jsx"), tree_sitter_typescript.language_tsx())
parsers = {ending: tree_sitter.Parser(tree_sitter.Language(one)) for ending, one in grammars.items()}
for path in subprocess.run(("git", "ls-files", "-z"), capture_output=True, text=True).stdout.split(chr(0)):
    ending = path[path.rfind("."):]
    if ending in parsers:
        with open(path, "rb") as file:
            parsers[ending].parse(file.read())
"""


class Row(NamedTuple):
    """A command, and what is done before each of its runs."""

    name: str
    command: Sequence[str]
    before: Callable[[Path], None]


class Cost(NamedTuple):
    """One run: seconds on the wall and of the processor, and megabytes."""

    wall: float
    cpu: float
    memory: float


def main(repository: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(repository, Path(folder) / "repository")
        rows = list(available(copy))
        costs: dict[str, list[Cost]] = {row.name: [] for row in rows}
        for _ in range(ROUNDS + 1):
            for row in rows:
                row.before(copy)
                costs[row.name].append(run(row.command, copy))
        show(copy, {name: found[1:] for name, found in costs.items()})


# --- what is measured ------------------------------------------------------------------------------------------------


def available(copy: Path) -> list[Row]:
    schema = next((path for path in tracked(copy) if "schema" in path and path.endswith((".ts", ".prisma", ".py"))), "")
    patterns = [part for literal in LITERALS for part in ("-e", literal)]
    rows = [
        Row("`python -c pass`", (sys.executable, "-c", "pass"), nothing),
        Row("hook, nothing changed", HOOK, warm),
        Row(
            "hook, another file changed",
            HOOK,
            lambda root: edited(root, "bench_other.ts", "export const other = {0}\n"),
        ),
        Row("hook, a schema file changed", HOOK, lambda root: edited(root, schema, "\n// {0}\n", append=True)),
        Row("check, nothing remembered", HOOK, forget),
        Row("git status", ("git", "status", "--porcelain"), nothing),
        Row("parsing every module", (sys.executable, "-c", PARSE), nothing),
        Row("`cat`, `wc -c`", ("sh", "-c", "git ls-files -z | xargs -0 cat | wc -c"), nothing),
    ]
    config = next((path for path in tracked(copy) if path.endswith("drizzle.config.ts")), "")
    peers = [
        Row("rg -lF, the same literals", ("rg", "-lF", *patterns, "."), nothing),
        Row("git grep -lF, the same literals", ("git", "grep", "-lF", *patterns), nothing),
        Row("cog --check README.md", ("cog", "--check", "README.md"), nothing),
        Row("drizzle-kit export", ("drizzle-kit", "export", f"--config={config}"), nothing),
        Row("ast-grep, one pattern", ("ast-grep", "run", "-l", "ts", "-p", "pgTable($$$)", "."), nothing),
    ]
    return rows + [row for row in peers if shutil.which(row.command[0]) and works(row, copy)]


def works(row: Row, copy: Path) -> bool:
    """Whether a peer can do anything with this repository; `rg` and `git grep` fail where they find nothing."""
    done = subprocess.run(row.command, cwd=copy, env=environment(), capture_output=True, check=False)
    return done.returncode == 0 or row.command[0] in {"rg", "git"}


def nothing(root: Path) -> None:
    """The command as it is."""


def warm(root: Path) -> None:
    subprocess.run(HOOK, cwd=root, env=environment(), capture_output=True, check=False)


def edited(root: Path, path: str, text: str, *, append: bool = False) -> None:
    """A change that is staged, after a run that remembers what was before."""
    warm(root)
    place = root / path
    before = place.read_text() if append else ""
    place.write_text(before + text.format(time.time_ns()))
    subprocess.run(("git", "add", path), cwd=root, check=True)


def forget(root: Path) -> None:
    shutil.rmtree(root / ".git" / "datamodel-check", ignore_errors=True)


# --- how -------------------------------------------------------------------------------------------------------------


def copied(repository: Path, target: Path) -> Path:
    """The repository's files with a history of one commit, and documents of its data model."""
    listed = subprocess.run(("git", "ls-files", "-z"), cwd=repository, capture_output=True, check=False)
    paths = [os.fsdecode(path) for path in listed.stdout.split(b"\0") if path]
    for path in paths:
        source = repository / path
        if source.is_file() and not source.is_symlink():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target / path)
    (target / "bench_other.ts").write_text("export const other = 0\n")
    git = ("git", "-c", "user.name=bench", "-c", "user.email=bench@example.com", "-C", str(target))
    subprocess.run((*git, "init", "--quiet"), check=True)
    for words in (("init", "docs/bench.md"), ("check", "--fix")):
        subprocess.run((*HOOK[:4], *words), cwd=target, env=environment(), capture_output=True, check=False)
    subprocess.run((*git, "add", "--all"), check=True)
    subprocess.run((*git, "commit", "--quiet", "--message", "all"), check=True)
    return target


def tracked(root: Path) -> list[str]:
    listed = subprocess.run(("git", "ls-files", "-z"), cwd=root, capture_output=True, check=True)
    return [os.fsdecode(path) for path in listed.stdout.split(b"\0") if path]


def environment() -> dict[str, str]:
    """With this checkout, unless the tool is installed: what is worked on costs a look at every module."""
    installed = importlib.util.find_spec("datamodel_check")
    return dict(os.environ) if installed else {**os.environ, "PYTHONPATH": str(ROOT)}


def run(command: Sequence[str], root: Path) -> Cost:
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=root, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = 0
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


# --- the table -------------------------------------------------------------------------------------------------------


def show(root: Path, costs: dict[str, list[Cost]]) -> None:
    bare = costs["`python -c pass`"]
    files = len(tracked(root))
    machine = (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    )
    print(f"{files} files; {machine}; {time.strftime('%Y-%m-%d')}; medians of {ROUNDS} rounds\n")
    print("| | × `python -c pass` | wall ms | CPU ms | peak MB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, found in costs.items():
        ratio = statistics.median(one.wall / other.wall for one, other in zip(found, bare, strict=True))
        wall, cpu, memory = (statistics.median(values) for values in zip(*found, strict=True))
        print(f"| {name} | {ratio:.2f} | {wall * 1000:.0f} | {cpu * 1000:.0f} | {memory:.0f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else SAMPLE)
