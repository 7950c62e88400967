"""On which line of a configuration file a key stands: the parsers of TOML and JSON do not tell."""

import re
from collections.abc import Sequence
from typing import TypeAlias

Keys: TypeAlias = Sequence[str | int]
"""The way to a value: names of tables and keys, and positions in arrays of tables."""

HEADER = re.compile(r"\s*(\[\[?)([^\]]+)\]\]?")
ASSIGNMENT = re.compile(r"""\s*+((?:[\w-]++|"[^"]*+"|'[^']*+'|\s*+\.\s*+)++)\s*+=""")
PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def line_in_toml(text: str, keys: Keys) -> int:
    """The line that says most of the way to `keys`: the assignment, or else the table that should hold it."""
    best, line = 0, 1
    header: list[str | int] = []
    arrays: dict[str, int] = {}
    for number, content in enumerate(text.splitlines(), 1):
        if match := HEADER.match(content):
            header = list(_parts(match[2]))
            if match[1] == "[[":
                position = arrays[match[2]] = arrays.get(match[2], -1) + 1
                header.append(position)
            found = header
        elif match := ASSIGNMENT.match(content):
            found = [*header, *_parts(match[1])]
        else:
            continue
        if list(keys[: len(found)]) == found and len(found) > best:
            best, line = len(found), number
    return line


def line_in_json(text: str, keys: Keys) -> int:
    """The line on which the last name of `keys` stands behind all names before it."""
    position = 0
    for key in keys:
        if isinstance(key, str):
            match = re.compile(rf'"{re.escape(key)}"\s*:').search(text, position)
            position = match.start() if match else position
    return text.count("\n", 0, position) + 1


def _parts(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in PART.findall(dotted)]
