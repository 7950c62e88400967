"""The cases of `rosetta/`: a folder per model, which every ORM says in its own way.

    not-null/
      drizzle.ts            the model in Drizzle for PostgreSQL
      expected.json         the facts: what every ORM's file must come to (names in code aside)
      drizzle.mysql.ts      where dialects differ: the same model in another one,
      expected.mysql.json   and what comes of it
      prisma.prisma         the model in other ORMs
      django.cannot         one line: why an ORM cannot say it

Further files belong to all whose language they are in (`constants.ts`). A schema of Drizzle gets a configuration that
names it; the files of the others say themselves which dialect they are for.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tests.vocabulary import ROOT, Json, folder, without

ROSETTA = os.path.join(ROOT, "tests", "rosetta")

DIALECTS = {
    "": "postgresql",
    "mysql": "mysql",
    "singlestore": "singlestore",
    "sqlite": "sqlite",
    "sqlserver": "sqlserver",
    "cockroachdb": "cockroachdb",
    "mongodb": "mongodb",
}

SUFFIXES = {
    "django": (".py",),
    "drizzle": (".ts",),
    "mongoose": (".ts", ".js"),
    "prisma": (".prisma",),
    "sequelize": (".ts", ".js"),
    "sqlalchemy": (".py",),
    "typeorm": (".ts",),
}
"""The ORMs, and how the names of their schemas end."""

PLACES = {"django": "app/models.py"}
"""Where a schema stands in its repository, where its own name would hide the package that it imports."""

_SCRIPTS = (".ts", ".js")

_FOREIGN = {"django": _SCRIPTS, "prisma": _SCRIPTS, "sqlalchemy": _SCRIPTS}
"""Further files that are in another language."""


class Case(NamedTuple):
    """One model in one ORM and dialect."""

    name: str
    orm: str
    variant: str
    """The dialect in the files' names; empty for the usual one."""
    schema: str

    def __str__(self) -> str:
        return "-".join(filter(None, (self.name, self.orm, self.variant)))

    @property
    def path(self) -> str:
        return os.path.join(ROSETTA, self.name)

    @property
    def dialect(self) -> str:
        return DIALECTS[self.variant]

    @property
    def config(self) -> str | None:
        """The case's own configuration of Drizzle."""
        return next((path for path in sorted(folder(self.path)) if path.startswith("drizzle.config.")), None)

    @property
    def expected_path(self) -> str:
        return os.path.join(self.path, ".".join(filter(None, ("expected", self.variant, "json"))))

    @property
    def expected(self) -> Json:
        with open(self.expected_path, encoding="utf-8") as stream:
            facts = json.load(stream)
        return with_keys(facts) if self.orm in KEYED else facts

    @property
    def files(self) -> Mapping[str, bytes]:
        """The repository that the case stands for: its files for one ORM, and Drizzle's configuration."""
        found = {path: content for path, content in folder(self.path).items() if self._holds(path)}
        files = {PLACES.get(self.orm, path) if path == self.schema else path: found[path] for path in found}
        if self.orm == "drizzle" and self.config is None:
            files["drizzle.config.json"] = json.dumps({"dialect": self.dialect, "schema": f"./{self.schema}"}).encode()
        return files

    def _holds(self, path: str) -> bool:
        owner = path.split(".", maxsplit=1)[0]
        if owner in SUFFIXES:
            return path == self.schema or (owner == self.orm and path.startswith(f"{owner}.config."))
        return owner != "expected" and not path.endswith(_FOREIGN.get(self.orm, ()))


def cases(orm: str) -> Iterator[Case]:
    """The cases that an ORM says."""
    for name in names():
        case = Case(name, orm, "", "")
        if orm == "drizzle" and case.config is not None:
            yield case._replace(schema="drizzle.ts")
            continue
        for variant in DIALECTS:
            for suffix in SUFFIXES[orm]:
                schema = ".".join(filter(None, (orm, variant, suffix[1:])))
                if schema in folder(case.path):
                    yield Case(name, orm, variant, schema)


def names() -> Iterator[str]:
    """All cases."""
    for name in sorted(os.listdir(ROSETTA)):
        if os.path.isdir(os.path.join(ROSETTA, name)) and not name.startswith("__"):
            yield name


def silent(orm: str) -> list[str]:
    """The cases that an ORM neither says nor declares that it cannot say."""
    return [
        name
        for name in names()
        if not any(path.startswith(f"{orm}.") for path in folder(os.path.join(ROSETTA, name)))
        and not any(case.name == name for case in cases(orm))
    ]


KEYED = frozenset({"django", "sequelize", "typeorm"})
"""ORMs that demand a primary key of every table: where the model has none, they say it with a column `id` before."""


def with_keys(facts: Json) -> Json:
    for table in facts.get("tables", {}).values():
        if "primary_key" not in table:
            key = table["columns"].pop("id", {"type": "integer"})
            key.pop("nullable", None)
            table["columns"] = {"id": key | {"primary_key": True}, **table["columns"]}
            table["primary_key"] = ["id"]
    return facts


# --- what ORMs share -------------------------------------------------------------------------------------------------


def shared(expected: Json, *, relations: bool) -> Json:
    """The facts on which all ORMs must agree: not the names that each gives to constraints, nor their order.

    Relations have names of the code; only the cases that are about them compare them. Some spell a type otherwise, and
    some make a unique constraint as a unique index.
    """
    agreed = without(expected, {"code_name", "primary_key_name"} | (set() if relations else {"relations"}))
    for table in agreed.get("tables", {}).values():
        for column in table["columns"].values():
            column["type"] = spelled(column["type"], agreed["dialect"])
            if column["type"] in SERIALS:  # the type says it all
                column.update(has_default=None, autoincrement=None)
        indexes, uniques = table.pop("indexes", []), table.pop("uniques", [])
        table["indexes"] = [index for index in indexes if not is_constraint(index)]
        table["uniques"] = [*uniques, *({"columns": index["columns"]} for index in indexes if is_constraint(index))]
        for kind in ("uniques", "indexes", "foreign_keys", "checks"):
            constraints = [{key: value for key, value in each.items() if key != "name"} for each in table.get(kind, ())]
            if constraints:
                table[kind] = sorted(constraints, key=lambda each: json.dumps(each, sort_keys=True))
    return agreed


SERIALS = {"serial", "smallserial", "bigserial"}


def spelled(data_type: str, dialect: str) -> str:
    """`numeric(10, 2)` as `numeric(10,2)`; PostgreSQL's `decimal` is `numeric`, MySQL's `integer` is `int`."""
    text = data_type if "'" in data_type else re.sub(r" ?([(,]) ?", r"\1", data_type)
    if dialect == "mysql":
        return re.sub(r"^integer\b", "int", text)
    if dialect != "postgresql":
        return text
    return re.sub(r"^decimal\b", "numeric", text).removesuffix(" without time zone")


def is_constraint(index: Json) -> bool:
    """Whether a unique index says no more than a unique constraint."""
    return bool(index.get("unique")) and all(set(part) == {"text"} for part in index["parts"]) and "where" not in index
