"""What the migrations state: the facts of the family `migrations`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from datamodel_check.model.location import Location
from datamodel_check.model.schema import Enum, Sequence, Table, View

if TYPE_CHECKING:
    from datamodel_check.model.sql import SqlDialect

IrregularityKind: TypeAlias = Literal[
    "missing", "unlisted", "order", "fork", "duplicate", "snapshot", "edited", "conflict"
]


class Migration(NamedTuple):
    """One migration and what it did, in readable words (`create table user`).

    `digest` tells whether its statements were edited: layout, comments and needless quotes do not count.
    """

    id: str
    location: Location
    operations: tuple[str, ...] = ()
    digest: str = ""


class Irregularity(NamedTuple):
    """Something wrong with a history (DM302).

    - `missing`: a file that the tool's journal lists is not there;
    - `unlisted`: a file that the tool will not run;
    - `order`: numbers or times that go backwards or leave a gap;
    - `fork`: two migrations with one number or one parent;
    - `duplicate`: a migration that says the same as the one before it;
    - `snapshot`: what the tool noted of the state is not what the SQL makes;
    - `edited`: a migration that was there before is changed or gone;
    - `conflict`: a statement that the database would refuse where the migrations run in this order.
    """

    kind: IrregularityKind
    location: Location
    message: str
    hint: str | None = None


PendingKind: TypeAlias = Literal["added", "removed", "changed"]


class Pending(NamedTuple):
    """Something that the next migration would do, in words (`add column user.banned boolean not null`).

    `subject` is the key of the table or enum, or `table.column`; `location` where the schema says so, if it does.
    """

    kind: PendingKind
    subject: str
    text: str
    location: Location | None = None


class History(NamedTuple):
    """One ordered history of migrations and the state it produces."""

    tool: str
    folder: str
    dialect: SqlDialect
    entries: tuple[Migration, ...]
    tables: tuple[Table, ...] = ()
    enums: tuple[Enum, ...] = ()
    views: tuple[View, ...] = ()
    sequences: tuple[Sequence, ...] = ()
    irregularities: tuple[Irregularity, ...] = ()
    baseline: str | None = None
    """The script with the whole schema that new databases begin with, where the migrations do not create it all."""
    sources: tuple[str, ...] = ()
    """The ids of the schemas that these migrations are made from."""
    pending: tuple[Pending, ...] = ()
    """How they differ from those schemas."""
    unsure: bool = False
    """Whether something of them or of those schemas could not be told, so that it was not compared."""

    def table(self, key: str) -> Table | None:
        return next((table for table in self.tables if table.key == key), None)
