"""Which files migrations in SQL are, what is read of them, and what an extractor is of migrations written in code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from datamodel_check.extract.protocol import Marks, Settings
from datamodel_check.model.migrations import History
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Diagnostic, PassedOver

MARKS = Marks(
    paths=("**/*.sql", "**/meta/_journal.json", "**/meta/*_snapshot.json", "**/snapshot.json", "**/migration_lock.toml")
)
"""Every file that a history depends on."""

if TYPE_CHECKING:
    from datamodel_check.extract.migrations.folders import Folder
    from datamodel_check.model.sql import Script, SqlDialect

Read: TypeAlias = "Callable[[str, SqlDialect], Script]"
"""The statements of one migration."""


class Migrations(NamedTuple):
    """What was found: histories by folder, statements that could not be read, and folders that were left out."""

    histories: tuple[History, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


class CodedMigrations(Protocol):
    """Reads the migrations of one tool, as the statements of `model/sql.py` that they run."""

    @property
    def tool(self) -> str: ...

    @property
    def marks(self) -> Marks: ...

    def folders(self, program: Program, candidates: Sequence[str], sources: Sequence[Source]) -> Iterator[Folder]:
        """The folders of migrations among `candidates`, the files that `marks` selects, in the order in which they run.

        `sources` are the schemas that were read: they may name folders and dialects.
        """

    def script(self, program: Program, path: str, dialect: SqlDialect) -> Script:
        """What the migration in a file does on its way up. What cannot be decided is among the script's problems."""


class Stated(NamedTuple):
    """Histories that are read whole, with the schemas that they serve and how they differ from them."""

    histories: tuple[History, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class StatedMigrations(Protocol):
    """Reads the migrations of a tool that knows the state of the models, and not what the database is told."""

    @property
    def tool(self) -> str: ...

    @property
    def marks(self) -> Marks: ...

    def stated(
        self,
        program: Program,
        candidates: Sequence[str],
        models: Sequence[str],
        sources: Sequence[Source],
        settings: Settings,
    ) -> Stated:
        """The histories among `candidates`, the files that `marks` selects; `models` are those of the ORM."""


class Found(NamedTuple):
    """A folder, and how its migrations are read."""

    folder: Folder
    read: Read
