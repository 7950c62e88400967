"""How facts read in cells."""

from collections.abc import Iterable, Mapping, Sequence

from datamodel_check.model.blocks import Cell, Code, Inline, Text
from datamodel_check.model.schema import Column, ForeignKey


def codes(names: Iterable[str]) -> Cell:
    """Names as code, with commas between."""
    return join([(Code(name),) for name in names])


def join(parts: Sequence[Cell], separator: str = ", ") -> Cell:
    """The parts that are not empty, with the separator between."""
    cell: list[Inline] = []
    for part in filter(None, parts):
        if cell:
            cell.append(Text(separator))
        cell += part
    return tuple(cell)


def code(text: str | None) -> Cell:
    return (Code(text),) if text else ()


def column_cells(
    columns: Mapping[str, Sequence[Cell]], always: Sequence[str]
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """The header and the rows of a grid, without the columns that say nothing, but for those that are always told."""
    kept = [name for name, cells in columns.items() if name in always or any(cells)]
    return tuple(kept), tuple(zip(*(columns[name] for name in kept), strict=True))


def words(text: str | None) -> Cell:
    return (Text(text),) if text else ()


def yes_or_no(value: bool) -> Cell:  # noqa: FBT001
    return (Text("yes" if value else "no"),)


def rules(key: ForeignKey) -> Cell:
    """What happens on delete and update, as far as it is not the default."""
    return join(
        [
            words(f"on delete {key.on_delete}" if key.on_delete != "no action" else None),
            words(f"on update {key.on_update}" if key.on_update != "no action" else None),
            words(None if key.enforced else "not enforced by the database"),
        ]
    )


def target(key: ForeignKey) -> str:
    """`table.column` of a single-column foreign key, `table (a, b)` of a longer one."""
    if len(key.ref_columns) == 1:
        return f"{key.table}.{key.ref_columns[0]}"
    return f"{key.table} ({', '.join(key.ref_columns)})"


def _is_unnamed_default(column: Column) -> bool:
    """Whether there is a default that no other field tells."""
    told = column.default or column.client_default or column.autoincrement or column.identity or column.generated
    return column.has_default and not told


def origin(column: Column) -> Cell:
    """Where a column's value comes from when none is given."""
    generated = column.generated
    return join(
        [
            code(column.default),
            words("a default" if _is_unnamed_default(column) else None),
            words("set by the ORM" if column.client_default else None),
            words("auto-increment" if column.autoincrement else None),
            _identity(column),
            (Text("generated "), Code(generated.expression)) if generated else (),
            words("(virtual)" if generated and not generated.stored else None),
            (Text("on update "), Code(column.on_update)) if column.on_update else (),
        ]
    )


def _identity(column: Column) -> Cell:
    if column.identity is None:
        return ()
    kind = "always" if column.identity.always else "by default"
    options = ", ".join(f"{name} {value}" for name, value in column.identity.options)
    return words(f"identity {kind}" + (f" ({options})" if options else ""))
