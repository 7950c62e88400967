"""Mutants of the sample's migrations: what somebody does to files that databases have already run."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

Files = Mapping[str, bytes]

FOLDER = "packages/db/migrations"
JOURNAL = f"{FOLDER}/meta/_journal.json"
BREAKPOINT = "--> statement-breakpoint"

_IDENTIFIERS = re.compile(r"""('(?:[^']|'')*')|"([a-z_]+)\"""")
_WORDS = re.compile(r"\b[A-Z]{2,}\b(?=[^']*(?:'[^']*'[^']*)*$)")


class Mutant(NamedTuple):
    """`name` is what the findings have to name; empty for one that says the same as before."""

    what: str
    files: Files
    name: str = ""

    def __str__(self) -> str:
        return self.what


def scripts(files: Files) -> list[str]:
    return sorted(path for path in files if path.startswith(f"{FOLDER}/") and path.endswith(".sql"))


def semantic(files: Files) -> Iterator[Mutant]:
    for path in scripts(files):
        tag = path.rpartition("/")[2][:-4]
        yield Mutant(f"remove {tag}", {name: content for name, content in files.items() if name != path}, tag)
        yield Mutant(f"duplicate {tag}", {**files, f"{FOLDER}/0009_again.sql": files[path]}, "0009_again")
        yield from _of_statements(files, path, tag)
    journal = json.loads(files[JOURNAL])
    journal["entries"].reverse()
    yield Mutant("reorder", {**files, JOURNAL: json.dumps(journal).encode()}, "0001_coupons")


def _of_statements(files: Files, path: str, tag: str) -> Iterator[Mutant]:
    statements = files[path].decode().split(BREAKPOINT)
    for number, statement in enumerate(statements):
        words = " ".join(statement.split())[:40]
        without = statements[:number] + statements[number + 1 :]
        if not words.startswith("CREATE SCHEMA"):  # shapes no fact: tables have their schema's name
            yield Mutant(f"drop from {tag}: {words}", {**files, path: BREAKPOINT.join(without).encode()}, tag)
        changed = re.sub(r"text NOT NULL|\bcascade\b|varchar\(\d+\)|'\w+'", _other, statement, count=1)
        if changed != statement:
            edited = [*statements[:number], changed, *statements[number + 1 :]]
            yield Mutant(f"edit in {tag}: {words}", {**files, path: BREAKPOINT.join(edited).encode()}, tag)


def _other(found: re.Match[str]) -> str:
    word = found.group()
    return {"text NOT NULL": "text", "cascade": "restrict"}.get(word) or (
        f"{word[:-1]}x'" if word.startswith("'") else "varchar(7)"
    )


def cosmetic(files: Files) -> Iterator[Mutant]:
    for path in scripts(files):
        text = files[path].decode()
        for what, other in {
            "comment": f"-- read me\n{text}\n/* the end */\n",
            "blanks": re.sub(r"\n\t", "\n\n        ", text),
            "line ends": text.replace("\n", "\r\n"),
            "lower case": _WORDS.sub(lambda found: found.group().lower(), text),
            "no quotes": _IDENTIFIERS.sub(lambda found: found[1] or found[2], text),
            "semicolon": text.rstrip() + "\n;\n",
        }.items():
            yield Mutant(f"{what} in {path}", {**files, path: other.encode()})
