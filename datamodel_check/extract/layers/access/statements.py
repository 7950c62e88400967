"""Tables in the text of SQL statements: what stands behind FROM, JOIN, INTO, UPDATE and DELETE FROM.

Only the places of tables are read, not the grammar: the text may be cut by values and hold any dialect's words.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from datamodel_check.extract.layers.access.protocol import Touch, union
from datamodel_check.model.values import Constant, TemplateValue, Unresolved, Value

_TOKEN = re.compile(
    r"""--[^\n]*|/\*.*?\*/                            # comments
    |'(?:[^']|'')*'                                   # strings
    |(?P<hole>\x00\d+)
    |(?P<word>"(?:[^"]|"")+"|`[^`]+`|\[[^\]\n]+\]|[^\W\d][\w$]*)
    |(?P<sign>[.,()*;])""",
    re.VERBOSE | re.DOTALL,
)

_BEGINS = re.compile(r"\s*(?:\(\s*)?(?:select|insert|update|delete|with|truncate|merge|replace)\b", re.IGNORECASE)
_READS = {"from", "join", "using"}
_WRITES = {"into", "update", "truncate"}
_FILLERS = {"only", "table", "low_priority", "ignore", "lateral"}
_AFTER_FROM = {"where", "set", "on", "group", "order", "limit", "returning", "having", "union", "values", "select"}


def statement(
    parts: Sequence[str | Value], named: Callable[[str | None, str], str | None], valued: Callable[[Value], str | None]
) -> Touch:
    """The tables of a statement; `named` and `valued` give the key of a table for a name, and for a value in a hole."""
    reads: set[str] = set()
    writes: set[str] = set()
    for kind, table in _places(list(_tokens(parts)), named, valued):
        (writes if kind == "write" else reads).add(table)
    return Touch(frozenset(reads), frozenset(writes))


def texts(value: Value) -> tuple[str | Value, ...] | None:
    """The parts of a text, values among them; None of what is no text, or nobody knows."""
    match value:
        case Constant(value=str(text)):
            return (text,)
        case TemplateValue(parts=parts):
            return parts
        case Unresolved(parts=parts) if parts:
            return tuple(inner for part in parts for inner in _flat(part))
        case _:
            return None


def reads_like_statement(parts: Sequence[str | Value]) -> bool:
    """Whether a text begins as SQL statements do."""
    return bool(parts) and isinstance(parts[0], str) and _BEGINS.match(parts[0]) is not None


def executed(
    values: Sequence[Value], named: Callable[[str | None, str], str | None], valued: Callable[[Value], str | None]
) -> Touch:
    """The tables of a statement that may be any of the values."""
    found = [texts(value) for value in values]
    known = [statement(parts, named, valued) for parts in found if parts is not None]
    return union([*known, Touch(any_text=None in found)])


def _flat(part: str | Value) -> tuple[str | Value, ...]:
    """A text in a text is part of it, and so is each of several that it may be."""
    if isinstance(part, str):
        return (part,)
    several = [texts(one) for one in part.alternatives] if isinstance(part, Unresolved) else []
    inner = tuple(word for one in several if one is not None for word in (*one, " "))
    return texts(part) or inner or (part,)


def _tokens(parts: Sequence[str | Value]) -> Iterator[str | Value]:
    """Words in lower case where they are not quoted, signs, and the values of holes."""
    text = "".join(part if isinstance(part, str) else f" \x00{number} " for number, part in enumerate(parts))
    for found in _TOKEN.finditer(text):
        if found["hole"]:
            yield parts[int(found["hole"][1:])]
        elif found["word"]:
            yield found["word"]
        elif found["sign"]:
            yield found["sign"]


def _places(
    tokens: list[str | Value],
    named: Callable[[str | None, str], str | None],
    valued: Callable[[Value], str | None],
) -> Iterator[tuple[str, str]]:
    position, deleting = 0, False
    while position < len(tokens):
        word = _word(tokens[position])
        position += 1
        if word == "delete":
            deleting = True
            continue
        kind = "read" if word in _READS else "write" if word in _WRITES else None
        if word == "update" and _word(tokens[position - 2] if position > 1 else "") in {"for", "do", "key"}:
            kind = None  # `for update`, `on conflict do update`
        if kind is None:
            continue
        if deleting and word == "from":
            kind, deleting = "write", False
        more = True
        while more:
            table, position = _table(tokens, position, named, valued)
            if table is not None:
                yield kind, table
            position, more = _next(tokens, position) if word == "from" else (position, False)


def _table(
    tokens: list[str | Value],
    position: int,
    named: Callable[[str | None, str], str | None],
    valued: Callable[[Value], str | None],
) -> tuple[str | None, int]:
    """The table at a position, and the position behind it."""
    while position < len(tokens) and _word(tokens[position]) in _FILLERS:
        position += 1
    if position >= len(tokens):
        return None, position
    token = tokens[position]
    if not isinstance(token, str):
        return valued(token), position + 1
    if not _is_name(token):
        return None, position
    names = [_name(token)]
    position += 1
    while position + 1 < len(tokens) and tokens[position] == "." and _is_name(tokens[position + 1]):
        names.append(_name(str(tokens[position + 1])))
        position += 2
    if tokens[position : position + 1] == ["("] and len(names) == 1 and named(None, names[0]) is None:
        return None, position  # a function
    return named(names[-2] if len(names) > 1 else None, names[-1]), position


def _next(tokens: list[str | Value], position: int) -> tuple[int, bool]:
    """Behind a comma of `from a x, b y` stands another table."""
    for ahead, word in enumerate(tokens[position : position + 3], position):
        if word == ",":
            return ahead + 1, True
        if not isinstance(word, str) or not _is_name(word) or _word(word) in _AFTER_FROM | _READS | _WRITES:
            break
    return position, False


def _word(token: str | Value) -> str:
    return token.lower() if isinstance(token, str) else ""


def _is_name(token: str | Value) -> bool:
    return isinstance(token, str) and token not in {".", ",", "(", ")", "*", ";"}


def _name(token: str) -> str:
    return token[1:-1].replace('""', '"') if token[0] in '"`[' else token
