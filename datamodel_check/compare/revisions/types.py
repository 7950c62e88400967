"""Whether a change of a column's type loses anything."""

import re

_WIDER = (
    ("smallint", "integer", "bigint", "numeric"),
    ("tinyint", "smallint", "mediumint", "int", "bigint", "decimal"),
    ("real", "double precision"),
    ("float", "double"),
    ("char", "varchar", "text"),
    ("tinytext", "text", "mediumtext", "longtext"),
    ("json", "jsonb"),
    ("date", "timestamp", "timestamp with time zone"),
)
"""Each type holds all that those before it hold."""

_SIZED = re.compile(r"(?P<base>[a-z ]+?)\s*\((?P<size>\d+)(?:,\s*(?P<scale>\d+))?\)(?P<rest>.*)")


def widens(before: str, after: str) -> bool:
    """Whether every value of the one type is one of the other."""
    old, new = _parts(before), _parts(after)
    if old[0] == new[0] and old[3] == new[3]:
        return _holds(old, new)
    if old[3] != new[3]:
        return False
    return any(old[0] in row and new[0] in row and row.index(old[0]) < row.index(new[0]) for row in _WIDER) and (
        new[1] is None or (old[1] is not None and old[1] <= new[1])
    )


def narrows(before: str, after: str) -> bool:
    """Whether some values of the one type are none of the other, though they are of one kind."""
    return not widens(before, after) and widens(after, before)


def _holds(old: tuple[str, int | None, int, str], new: tuple[str, int | None, int, str]) -> bool:
    if new[1] is None:
        return True
    return old[1] is not None and new[2] >= old[2] and new[1] - new[2] >= old[1] - old[2]


def _parts(text: str) -> tuple[str, int | None, int, str]:
    """The type without its size, the size, the digits behind the point, and what follows."""
    found = _SIZED.fullmatch(text)
    if found is None:
        return text, None, 0, ""
    rest = found["rest"].strip()
    base = f"{found['base'].strip()} {rest}".strip() if rest and rest != "[]" else found["base"].strip()
    return base, int(found["size"]), int(found["scale"] or 0), rest if rest == "[]" else ""
