"""What the migrations state: the facts of the family `migrations`."""

from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.location import Location
from datamodel_check.model.schema import Dialect, Enum, Sequence, Table, View

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


class History(NamedTuple):
    """One ordered history of migrations and the state it produces."""

    tool: str
    folder: str
    dialect: Dialect
    entries: tuple[Migration, ...]
    tables: tuple[Table, ...] = ()
    enums: tuple[Enum, ...] = ()
    views: tuple[View, ...] = ()
    sequences: tuple[Sequence, ...] = ()
    irregularities: tuple[Irregularity, ...] = ()
    baseline: str | None = None
    """The script with the whole schema that new databases begin with, where the migrations do not create it all."""

    def table(self, key: str) -> Table | None:
        return next((table for table in self.tables if table.key == key), None)
