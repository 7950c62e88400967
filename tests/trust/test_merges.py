"""Thousands of merges: what two branches say of different tables goes together, and no conflict is ever green.

`git merge-file` is the merge that `git merge` makes of one file; a few cases show that both agree.
"""

import random
import subprocess
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from datamodel_check import compare
from datamodel_check.fingerprint import digest, text_digest
from datamodel_check.fix import apply, first_document
from datamodel_check.manifest import read
from datamodel_check.model.schema import Source, Table
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views import claims
from tests.fix.vocabulary import planned
from tests.views.samples import column, key, table

PAGE = "docs/data.md"
CASES = 1000
"""Merges of each kind: it takes git longer to start than to merge."""

TYPES = ("text", "integer", "uuid", "varchar(20)", "numeric(10,2)", "timestamp with time zone", "jsonb", "boolean")
NAMES = ("amount", "body", "city", "due", "email", "flag", "grade", "hits", "item", "joined", "kind", "limit")


class Case(NamedTuple):
    base: Source
    ours: Source
    theirs: Source
    both: Source


# --- schemas ---------------------------------------------------------------------------------------------------------


def schema(dice: random.Random) -> Source:
    count = dice.randint(2, 5)
    made = [drawn(dice, f"t{number}", count) for number in range(count)]
    return Source("drizzle:src", "drizzle", "postgresql", ("src/schema.ts",), tuple(made))


def drawn(dice: random.Random, name: str, count: int) -> Table:
    names = dice.sample(NAMES, dice.randint(2, 5))
    columns = [column("id", "uuid"), *(column(one, dice.choice(TYPES), null=dice.random() < 0.5) for one in names)]
    made = table(name, *columns)
    if dice.random() < 0.4:
        made = made._replace(foreign_keys=(key(names[0], f"t{dice.randrange(count)}"),))
    return made


def changed(dice: random.Random, source: Source, names: Collection[str], *, keys: bool) -> Source:
    """The schema with a change or more in each of these tables; of foreign keys, which diagrams show, on request."""
    tables = tuple(edited(dice, one, keys=keys) if one.name in names else one for one in source.tables)
    return source._replace(tables=tables)


def edited(dice: random.Random, one: Table, *, keys: bool) -> Table:
    before, fixed = one, set() if keys else {name for each in one.foreign_keys for name in each.columns}
    while one == before:
        columns = list(one.columns)
        position = dice.randrange(1, len(columns))
        if columns[position].name in fixed:
            continue
        match dice.randrange(5):
            case 0:
                columns.insert(position, column(f"new{dice.randrange(1000)}", dice.choice(TYPES)))
            case 1 if len(columns) > 2:
                del columns[position]
            case 2:
                columns[position] = columns[position]._replace(type=dice.choice(TYPES))
            case 3:
                columns[position] = columns[position]._replace(nullable=not columns[position].nullable)
            case _:
                columns[position] = columns[position]._replace(comment=f"What it means {dice.randrange(1000)}")
        kept = {each.name for each in columns}
        left = tuple(each for each in one.foreign_keys if kept.issuperset(each.columns))
        one = one._replace(columns=tuple(columns), foreign_keys=left)
    return one


def apart(dice: random.Random) -> Case:
    """Two branches that change different tables."""
    base = schema(dice)
    names = [one.name for one in base.tables]
    dice.shuffle(names)
    cut = dice.randint(1, len(names) - 1)
    ours, theirs = (changed(dice, base, part[: dice.randint(1, 3)], keys=False) for part in (names[:cut], names[cut:]))
    return Case(base, ours, theirs, _both(base, ours, theirs))


def together(dice: random.Random) -> Case:
    """Two branches that change one table, each in its own way, and perhaps others."""
    base = schema(dice)
    names = [one.name for one in base.tables]
    shared = dice.choice(names)
    ours, theirs = (changed(dice, base, {shared, dice.choice(names)}, keys=True) for _ in range(2))
    return Case(base, ours, theirs, changed(dice, ours, [shared], keys=True))


def _both(base: Source, ours: Source, theirs: Source) -> Source:
    sides = zip(base.tables, ours.tables, theirs.tables, strict=True)
    return base._replace(tables=tuple(mine if mine != old else other for old, mine, other in sides))


# --- documents -------------------------------------------------------------------------------------------------------


def document(source: Source) -> bytes:
    return first_document(Snapshot((source,)), PAGE, digest, text_digest)


def repaired(content: bytes, source: Source) -> bytes:
    return apply(content, planned(content, Snapshot((source,)), path=PAGE).edits)


def is_green(content: bytes, source: Source) -> bool:
    """Whether `check` has nothing to say."""
    page, snapshot = read(PAGE, content), Snapshot((source,))
    return not [*compare.of_document(page, claims(page, snapshot, digest), snapshot, text_digest)]


def merged(folder: Path, case: Case) -> tuple[int, bytes]:
    """The number of conflicts, and the text."""
    base = document(case.base)
    for name, content in (("base", base), ("ours", repaired(base, case.ours)), ("theirs", repaired(base, case.theirs))):
        (folder / name).write_bytes(content)
    command = ("git", "merge-file", "--stdout", "--diff3", "ours", "base", "theirs")
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode >= 0, done.stderr
    return done.returncode, done.stdout


def cases(make: Callable[[random.Random], Case], count: int = CASES) -> Iterator[Case]:
    for seed in range(count):
        yield make(random.Random(seed))  # noqa: S311 - the same cases each time


# --- merges ----------------------------------------------------------------------------------------------------------


def test_different_tables(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    clean = 0
    for case in cases(apart):
        conflicts, content = merged(tmp_path, case)
        if not conflicts:
            assert is_green(content, case.both)
            clean += 1
    record_property("merges", (clean, CASES))
    assert clean == CASES


def test_one_table(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    healed = 0
    for case in cases(together):
        conflicts, content = merged(tmp_path, case)
        if b"<<<<<<<" in content:
            for source in (case.base, case.ours, case.theirs, case.both):
                assert not is_green(content, source)
        whole = repaired(content, case.both)
        assert is_green(whole, case.both), content.decode()
        assert whole == repaired(document(case.base), case.both)
        healed += bool(conflicts) or not is_green(content, case.both)
    record_property("healed", (healed, healed))
    assert healed > CASES // 2


@pytest.mark.parametrize("make", [apart, together])
def test_git_merges_as_git_merges_files(make: Callable[[random.Random], Case], tmp_path: Path) -> None:
    for number, case in enumerate(cases(make, 8)):
        folder = tmp_path / str(number)
        folder.mkdir()
        conflicts, content = merged(folder, case)
        git(folder, "init", "--quiet", "--initial-branch", "main")
        for branch in ("base", "ours", "theirs"):
            git(folder, "checkout", "--quiet", "-B", branch, *(["base"] if branch != "base" else []))
            (folder / "page.md").write_bytes((folder / branch).read_bytes())
            git(folder, "add", "page.md")
            git(folder, "commit", "--quiet", "--allow-empty", "--message", branch)
        git(folder, "checkout", "--quiet", "ours")
        code = git(folder, "merge", "--quiet", "--no-edit", "theirs")
        assert (code != 0) == (conflicts > 0)
        if not conflicts:
            assert (folder / "page.md").read_bytes() == content


def git(folder: Path, *arguments: str) -> int:
    identity = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=false", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, check=False).returncode
