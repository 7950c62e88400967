"""Which releases of SQLAlchemy and SQLModel a project uses: what is locked, else what its requirements allow."""

import re
from typing import TypeAlias

from datamodel_check.extract.schema.sqlalchemy.projects import Project

Version: TypeAlias = tuple[int, ...]

DOUBLES: Version = (2, 1)
"""SQLAlchemy makes `float` a DOUBLE since then: https://docs.sqlalchemy.org/en/21/changelog/migration_21.html"""

OWN_FIRST: Version = (2, 0)
"""A class's own columns stand before those of mixins since then, of which earlier releases take the oldest first."""

ZONES: Version = (0, 0, 45)
"""SQLModel makes `datetime` a type with a time zone since then: https://github.com/fastapi/sqlmodel/releases"""

_NUMBER = r"\d+(?:\.\d+)*"

_CLAUSE = re.compile(rf"(===?|<=|<|~=|~|\^|)\s*v?({_NUMBER})")


class Versions:
    """The releases that one project uses; the newest where nothing says otherwise."""

    def __init__(self, project: Project | None = None) -> None:
        self._project = project

    def may_be(self, name: str, least: Version) -> bool:
        """Whether the project uses this release of `name` or a later one."""
        if self._project is None:
            return True
        locked = re.match(_NUMBER, self._project.locked(name) or "")
        if locked is not None:
            return _version(locked[0]) >= least
        return allows(self._project.required(name) or "", least)


def allows(requirement: str, least: Version) -> bool:
    """Whether a requirement allows a release or a later one: `>=1.4,<2`, `^2.0`, `==1.3.24`."""
    return all(
        _is_below(match[1], _version(match[2]), least) for match in _CLAUSE.finditer(_lower_left_out(requirement))
    )


def _is_below(sign: str, bound: Version, least: Version) -> bool:
    match sign:
        case "<":
            return least < bound
        case "^":
            first = next((place for place, number in enumerate(bound) if number), len(bound) - 1)
            return least < (*bound[:first], bound[first] + 1)
        case "~=":
            return least < (*bound[:-2], bound[-2] + 1) if len(bound) > 1 else True
        case "~":
            return least < (*bound[:1], bound[1] + 1) if len(bound) > 1 else least < (bound[0] + 1,)
        case _:
            return least <= bound


def _lower_left_out(requirement: str) -> str:
    return re.sub(r"(?:>=|>|!=)\s*[\w.*+-]+|;.*", "", requirement)


def _version(text: str) -> Version:
    return tuple(int(part) for part in text.split("."))
