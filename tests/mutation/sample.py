"""Where the schema of the sample application stands, and what a mutant of it is."""

from collections.abc import Mapping
from typing import NamedTuple

from tests.mutation.source import Edit

Files = Mapping[str, bytes]

SCHEMA = "packages/db/src/schema"
SCHEMAS = {"inventory": "inventory"}
COLUMNS = "packages/db/src/columns.ts"
CONSTANTS = "packages/shared/src/constants.ts"


class Mutant(NamedTuple):
    """`names` are what the findings have to name, each of them."""

    kind: str
    what: str
    edits: tuple[Edit, ...]
    names: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind} {self.what}"
