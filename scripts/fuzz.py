"""Throws bytes at a reader, guided by what they reach: `python scripts/fuzz.py READER [SECONDS]`.

Readers: typescript, python, sql, prisma, json, yaml, markdown, config, index. Needs `pip install atheris` (Linux, not a
dependency of anything else: https://github.com/google/atheris). Begins with the samples of the tests, and stops at the
first exception that a reader does not document, saying where the bytes are.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "typescript": (".ts", ".tsx"),
    "python": (".py",),
    "sql": (".sql",),
    "prisma": (".prisma",),
    "json": (".json",),
    "yaml": (".yaml",),
    "markdown": (".md", ".mdx"),
    "config": (".toml",),
    "index": (),
}


def readers() -> Mapping[str, Callable[[bytes], object]]:
    from datamodel_check import config, parse
    from datamodel_check.errors import ConfigurationError
    from datamodel_check.link import jsonc, yaml
    from datamodel_check.manifest import read
    from datamodel_check.memory import git
    from tests.vocabulary import Files

    def configuration(content: bytes) -> None:
        try:
            config.load(Files({"datamodel-check.toml": content}))
        except ConfigurationError:
            return

    def index(content: bytes) -> None:
        place = git.Place(folder, folder)
        Path(place.index).write_bytes(b"DIRC\0\0\0\2" + content)
        try:
            git.staged(place)
        except git.UnknownError:
            return

    folder = tempfile.mkdtemp()
    return {
        "typescript": lambda content: parse.module("a.tsx", content),
        "python": lambda content: parse.module("a.py", content),
        "sql": lambda content: [parse.script(content, one) for one in ("postgresql", "mysql", "sqlite")],
        "prisma": parse.prisma_schema,
        "json": jsonc.loads,
        "yaml": yaml.loads,
        "markdown": lambda content: [read(path, content) for path in ("a.md", "a.mdx")],
        "config": configuration,
        "index": index,
    }


def samples(name: str, folder: str) -> None:
    """The corpus to begin with."""
    from tests.trust.damage import sound

    for number, (path, content) in enumerate(sound().items()):
        if path.endswith(SUFFIXES[name]):
            Path(folder, str(number)).write_bytes(content)


def main(name: str, seconds: int) -> None:
    import atheris  # type: ignore[import-not-found]

    with atheris.instrument_imports(include=["datamodel_check"]):
        read = readers()[name]

    def test(content: bytes) -> Any:
        read(content)

    folder = tempfile.mkdtemp()
    samples(name, folder)
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2048", folder], test)
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in SUFFIXES:
        sys.exit(__doc__)
    os.chdir(tempfile.mkdtemp())
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300)
