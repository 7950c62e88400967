"""As much of YAML as package managers' files are written in: nested maps and lists of scalars, quotes, comments."""

from typing import NamedTuple, TypeAlias

Node: TypeAlias = "str | list[Node] | dict[str, Node] | None"

_DEEPEST = 50

_BEFORE_SCALARS = ("", ":", "-", ",", "[", "{")


class _Line(NamedTuple):
    indent: int
    text: str


def loads(content: bytes) -> Node:
    """What the file says, scalars as strings. What is not understood is left out; nothing raises."""
    lines = []
    for line in content.decode("utf-8-sig", "replace").splitlines():
        text = _without_comment(line).rstrip()
        if text.strip() and text.strip() not in ("---", "..."):
            lines.append(_Line(len(text) - len(text.lstrip()), text.strip()))
    lines.reverse()
    return _block(lines, lines[-1].indent, 0) if lines else None


def _block(lines: list[_Line], indent: int, depth: int) -> Node:
    """The lines of one indentation, taken off the end of `lines`."""
    if depth > _DEEPEST:
        lines.clear()
        return None
    if lines[-1].text == "-" or lines[-1].text.startswith("- "):
        return _list(lines, indent, depth)
    found: dict[str, Node] = {}
    while lines and lines[-1].indent >= indent:
        line = lines.pop()
        key, separator, value = _split(line.text)
        if line.indent > indent or not separator:
            continue
        found[_scalar(key)] = _value(lines, value, indent, depth)
    return found


def _list(lines: list[_Line], indent: int, depth: int) -> Node:
    found: list[Node] = []
    while lines and lines[-1].indent == indent and (lines[-1].text == "-" or lines[-1].text.startswith("- ")):
        inner = lines.pop().text[1:]
        offset = indent + 1 + len(inner) - len(inner.lstrip())
        inner = inner.strip()
        if _split(inner)[1] and inner[0] not in "\"'[{":
            lines.append(_Line(offset, inner))
            found.append(_block(lines, offset, depth + 1))
        else:
            found.append(_value(lines, inner, indent, depth))
    return found


def _value(lines: list[_Line], text: str, indent: int, depth: int) -> Node:
    if text and text[0] not in "|>&!":
        return _flow(text)
    listed = bool(lines) and lines[-1].indent == indent and lines[-1].text.startswith("- ")
    if lines and (lines[-1].indent > indent or listed):
        inside = _block(lines, lines[-1].indent, depth + 1)
        return None if text[:1] in ("|", ">") else inside
    return None


def _flow(text: str) -> Node:
    """A scalar, or `[a, b]`, or `{ a: b }`, the latter two of scalars only."""
    if text[0] == "[" and text[-1] == "]":
        return [_scalar(part) for part in _parts(text[1:-1])]
    if text[0] == "{" and text[-1] == "}":
        pairs = (_split(part) for part in _parts(text[1:-1]))
        return {_scalar(key): _scalar(value) for key, separator, value in pairs if separator}
    return _scalar(text)


def _scalar(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return text


def _parts(text: str) -> list[str]:
    cuts = [position for position in _outside_quotes(text) if text[position] == ","]
    starts, ends = [0, *(cut + 1 for cut in cuts)], [*cuts, len(text)]
    return [part.strip() for start, end in zip(starts, ends, strict=True) if (part := text[start:end]).strip()]


def _split(text: str) -> tuple[str, str, str]:
    """Key, colon and value; no colon where the text is no entry of a map."""
    for position in _outside_quotes(text):
        if text[position] == ":" and text[position + 1 : position + 2] in ("", " ", "\t"):
            return text[:position], ":", text[position + 1 :].strip()
    return text, "", ""


def _without_comment(line: str) -> str:
    for position in _outside_quotes(line):
        if line[position] == "#" and (not position or line[position - 1] in " \t"):
            return line[:position]
    return line


def _outside_quotes(text: str) -> list[int]:
    """The positions that are not in a quoted scalar."""
    found: list[int] = []
    quote, before = "", ""
    for position, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and before in _BEFORE_SCALARS:
            quote = character
        else:
            found.append(position)
        before = before if character.isspace() else character
    return found
