"""Names of tables that nobody writes, and names of constraints that conventions make.

https://github.com/pallets-eco/flask-sqlalchemy/blob/main/src/flask_sqlalchemy/model.py and
https://github.com/sqlalchemy/sqlalchemy/blob/main/lib/sqlalchemy/sql/naming.py
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.symbols import string
from datamodel_check.model.values import Closure, ObjectValue, Value


def snake_case(name: str) -> str:
    """Flask-SQLAlchemy's `camel_to_snake_case`."""
    name = re.sub(r"((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))", r"_\1", name)
    return name.lower().lstrip("_")


class Named(NamedTuple):
    """What a convention may speak of."""

    table: str
    schema: str | None
    columns: tuple[str, ...]
    """Names of columns."""
    keys: tuple[str, ...] = ()
    referred_table: str = ""
    referred_columns: tuple[str, ...] = ()
    constraint_name: str | None = None


_USUAL: Mapping[str, str] = {"ix": "ix_%(column_0_label)s"}
"""`DEFAULT_NAMING_CONVENTION` in lib/sqlalchemy/sql/schema.py."""


class Convention:
    """The `naming_convention` of a `MetaData`."""

    def __init__(self, given: Value | None, call: Callable[[Value, Sequence[Value]], Value], longest: int) -> None:
        self._given = given if isinstance(given, ObjectValue) else None
        self._call = call
        self._longest = longest

    def template(self, kind: str) -> str | None:
        """What the convention says of indexes (`ix`), uniques (`uq`), checks, foreign and primary keys."""
        if self._given is None:
            return _USUAL.get(kind)
        found = self._given.entries.get(kind, self._given.entries.get(_CLASSES[kind]))
        return string(found)

    def name(self, kind: str, named: Named) -> str | None:
        """The name of a constraint; None where the database gives one."""
        template = self.template(kind)
        if template is None:
            return named.constraint_name
        if "%(constraint_name)s" in template and named.constraint_name is None:
            return None
        if named.constraint_name is not None and "%(constraint_name)s" not in template:
            return named.constraint_name
        unknown: list[str] = []

        def token(match: "re.Match[str]") -> str:
            found = self._token(match.group(1), named)
            if found is None:
                unknown.append(match.group(1))
            return found or ""

        made = re.sub(r"%\((\w+)\)s", token, template)
        return None if unknown else self.truncated(made)

    def _token(self, token: str, named: Named) -> str | None:
        match token:
            case "table_name":
                return named.table
            case "referred_table_name":
                return named.referred_table
            case "constraint_name":
                return named.constraint_name
            case _:
                return self._of_columns(token, named) or self._own(token, named)

    def _of_columns(self, token: str, named: Named) -> str | None:
        """`column_0_name`, `column_0N_name`, `column_0_N_label`, `referred_column_1_name`."""
        match = re.fullmatch(r"(referred_)?column_(\d+)(_?N)?_(name|key|label)", token)
        if match is None:
            return None
        names = named.referred_columns if match[1] else named.columns
        if match[4] == "label":
            prefix = f"{named.schema}_{named.table}" if named.schema else named.table
            names = tuple(f"{prefix}_{name}" for name in names)
        if match[3] is not None:
            return ("_" if match[3].startswith("_") else "").join(names)
        position = int(match[2])
        return names[position] if position < len(names) else ""

    def _own(self, token: str, named: Named) -> str | None:
        """A function of one's own, called with the constraint and its table: known where it asks for neither."""
        function = self._given.entries.get(token) if self._given is not None else None
        del named
        return string(self._call(function, ())) if isinstance(function, Closure) else None

    def truncated(self, name: str) -> str:
        """A made name as long as the database allows: `_truncated_label` in lib/sqlalchemy/sql/compiler.py."""
        if len(name) <= self._longest:
            return name
        from hashlib import md5

        digest = md5(name.encode("utf-8"), usedforsecurity=False).hexdigest()
        return f"{name[: self._longest - 8]}_{digest[-4:]}"


_CLASSES: Mapping[str, str] = {
    "ck": "CheckConstraint",
    "fk": "ForeignKeyConstraint",
    "ix": "Index",
    "pk": "PrimaryKeyConstraint",
    "uq": "UniqueConstraint",
}
