"""Which routes, services, stores and types a section is about, as the arguments of its opening line say."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from datamodel_check.model import globs
from datamodel_check.model.blocks import Cell, Code, Link, Text
from datamodel_check.model.document import Argument
from datamodel_check.views.protocol import Parameter, UnknownArgumentError
from datamodel_check.views.selection import check_arguments, instead, matches

T = TypeVar("T")

NAMES = ""
"""The filter of plain words."""


def filtered(
    items: Sequence[T],
    arguments: Sequence[Argument],
    parameters: Sequence[Parameter],
    filters: Mapping[str, Callable[[T], Iterable[str]]],
    noun: str,
) -> list[T]:
    """The items that every argument leaves; of several with one name any may match.

    `filters` say by the name of an argument what of an item it is compared with. Raises `UnknownArgumentError` for an
    argument that is none of the parameters, or that nothing matches: a slip of the pen, or what it names is gone.
    """
    check_arguments(arguments, parameters)
    wanted: dict[str, list[str]] = {}
    for argument in arguments:
        if (argument.name or NAMES) in filters:
            wanted.setdefault(argument.name or NAMES, []).append(argument.value)
    for name, patterns in wanted.items():
        for pattern in patterns:
            _require(pattern, name, {value for item in items for value in filters[name](item)}, noun)
    return [item for item in items if all(_keeps(filters[name](item), name, wanted[name]) for name in wanted)]


def _require(pattern: str, name: str, known: Iterable[str], noun: str) -> None:
    known = sorted(known)
    if not _keeps(known, name, [pattern]):
        told = f"{name}={pattern}" if name else pattern
        raise UnknownArgumentError(f"no {noun} matches `{told}`", instead(pattern, known))


def _keeps(values: Iterable[str], name: str, patterns: Sequence[str]) -> bool:
    if name == "path":
        return any(globs.matches(pattern, text) for value in values for pattern in patterns for text in _paths(value))
    return any(matches(value, patterns) for value in values)


def _paths(path: str) -> tuple[str, str]:
    """A path, and as a folder: `/api/orgs/**` means `/api/orgs` too."""
    return path, f"{path}/"


# --- what rows are called --------------------------------------------------------------------------------------------


def links(names: Sequence[str], paths: Sequence[str]) -> list[Cell]:
    """Names that lead to their files. What several have for a name is told apart by its file."""
    count = Counter(names)
    cells: list[Cell] = []
    for name, path in zip(names, paths, strict=True):
        if count[name] > 1:
            cells.append((Code(name), Text(" in "), Link(path, path)))
        else:
            cells.append((Link(name, path),))
    return cells
