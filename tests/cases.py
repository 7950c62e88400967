"""The cases of `rosetta/`: a folder per model, which every ORM says in its own way.

    not-null/
      drizzle.ts            the model in Drizzle for PostgreSQL
      expected.json         the facts: what every ORM's file must come to (names in code aside)
      drizzle.mysql.ts      where dialects differ: the same model in another one,
      expected.mysql.json   and what comes of it
      prisma.prisma         the model in other ORMs
      django.cannot         one line: why an ORM cannot say it

Further files belong to all of them (`constants.ts`, or the ORM's own configuration).
"""

import json
import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tests.vocabulary import ROOT, Json, folder

ROSETTA = os.path.join(ROOT, "tests", "rosetta")

DIALECTS = {"": "postgresql", "mysql": "mysql", "singlestore": "singlestore", "sqlite": "sqlite"}


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
        """The case's own configuration."""
        return next((path for path in sorted(folder(self.path)) if path.startswith("drizzle.config.")), None)

    @property
    def expected_path(self) -> str:
        return os.path.join(self.path, ".".join(filter(None, ("expected", self.variant, "json"))))

    @property
    def expected(self) -> Json:
        with open(self.expected_path, encoding="utf-8") as stream:
            return json.load(stream)

    @property
    def files(self) -> Mapping[str, bytes]:
        """The repository that the case stands for: its files, and a configuration that names the schema."""
        files = {path: content for path, content in folder(self.path).items() if path.endswith((".ts", ".js", ".json"))}
        if self.config is None:
            files["drizzle.config.json"] = json.dumps({"dialect": self.dialect, "schema": f"./{self.schema}"}).encode()
        return files


def cases(orm: str) -> Iterator[Case]:
    for name in sorted(os.listdir(ROSETTA)):
        case = Case(name, orm, "", "")
        if not os.path.isdir(case.path) or name.startswith("__"):
            continue
        if case.config is not None:
            yield case
            continue
        for variant in DIALECTS:
            schema = ".".join(filter(None, (orm, variant, "ts")))
            if schema in folder(case.path):
                yield Case(name, orm, variant, schema)
