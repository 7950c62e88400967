"""Files as editors, merges and enemies leave them: sound code, cut and mixed and repeated."""

import os
from collections.abc import Mapping
from functools import lru_cache

from hypothesis import strategies as st

from tests.vocabulary import ROOT

FOLDERS = ("rosetta", "rosetta_routes", "rosetta_state", "extract/schema", "extract/migrations", "repositories")
SUFFIXES = (".ts", ".tsx", ".js", ".py", ".prisma", ".sql", ".json", ".toml", ".yaml", ".md")
LARGEST = 6_000

HOSTILE = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"`", b"${", b"}", b"*/", b"/*", b"'", b'"', b"'''", b"--", b"$$", b"(",
    b")", b"[", b"{", b"<", b"=>", b"@", b"...", b"\\", b"\\u{110000}", b"\\ud800", b"-->", b"]]>", b"\x1b[31m",
    b"__proto__", b"constructor", b"undefined", b"NaN", b"9" * 400, b"0x", b"1e999", b"class", b"export default",
    b"def f(", b"lambda:", b"async", b"await", b"new ", b"extends", b"import * as x from './x'", b"from . import *",
    b"CREATE TABLE", b"ALTER TABLE x", b"model X {", b"@@id([])", b"<<<<<<< HEAD\n", b"\n" * 5, b" " * 9,
)  # fmt: skip
"""What confuses readers."""


@lru_cache
def sound() -> Mapping[str, bytes]:
    """Every sample of the tests, by its path."""
    found: dict[str, bytes] = {}
    for folder in FOLDERS:
        for directory, folders, names in os.walk(os.path.join(ROOT, "tests", folder)):
            folders[:] = [name for name in folders if name not in {"node_modules", "expected", "__pycache__"}]
            for name in sorted(names):
                path = os.path.join(directory, name)
                if name.endswith(SUFFIXES) and os.path.getsize(path) <= LARGEST:
                    with open(path, "rb") as file:
                        found[os.path.relpath(path, ROOT)] = file.read()
    return dict(sorted(found.items()))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """The path and the bytes of a file that was sound."""
    path = draw(st.sampled_from(list(sound())))
    content = sound()[path]
    for _ in range(draw(st.integers(1, 4))):
        content = _edited(draw, content)
    return path, content


def _edited(draw: st.DrawFn, content: bytes) -> bytes:
    start = draw(st.integers(0, len(content)))
    end = min(len(content), start + draw(st.integers(0, 40)))
    match draw(st.sampled_from(("cut", "insert", "repeat", "end", "swap"))):
        case "cut":
            return content[:start] + content[end:]
        case "insert":
            return content[:start] + draw(st.sampled_from(HOSTILE)) + content[start:]
        case "repeat":
            return content[:start] + content[start:end] * draw(st.integers(2, 30)) + content[end:]
        case "end":
            return content[:start]
        case _:
            other = sound()[draw(st.sampled_from(list(sound())))]
            return content[:start] + other[: end - start + 60] + content[end:]
