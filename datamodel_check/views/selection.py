"""Which tables of which sources a section is about, as the arguments of its opening line say."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from datamodel_check.model.document import Argument
from datamodel_check.model.schema import Source, Table
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.closest import did_you_mean
from datamodel_check.views.protocol import Parameter, UnknownArgumentError

SOURCE = Parameter("source", "the one schema meant, where there are several: its id as `detect` prints it")
FILTERS = (
    Parameter("TABLE…", "only these tables; `*` and `?` stand for any characters"),
    SOURCE,
    Parameter("schema", "only tables of this database schema"),
    Parameter("table", "only tables whose name matches, as in `table=billing_*`"),
    Parameter("exclude", "not the tables whose name matches"),
)


class Selected(NamedTuple):
    """The tables meant of one source, and the patterns of those that are not.

    `label` is the source's id where a reader must be told it, else empty.
    """

    source: Source
    tables: tuple[Table, ...]
    label: str
    excluded: tuple[str, ...]


class Filter(NamedTuple):
    """The values of those arguments that choose tables."""

    names: tuple[str, ...]
    schemas: tuple[str, ...]
    excluded: tuple[str, ...]

    def keeps(self, table: Table) -> bool:
        return (
            (not self.names or matches(table.key, self.names))
            and (not self.schemas or table.schema in self.schemas)
            and not matches(table.key, self.excluded)
        )


def select(
    arguments: Sequence[Argument], snapshot: Snapshot, parameters: Sequence[Parameter] = FILTERS
) -> tuple[Selected, ...]:
    """The tables that the arguments leave, source by source.

    Raises `UnknownArgumentError` for an argument that is none of the parameters, or that nothing matches.
    """
    sources = select_sources(arguments, snapshot, parameters)
    wanted = Filter(
        tuple(argument.value for argument in arguments if argument.name in {None, "table"}),
        _values(arguments, "schema"),
        _values(arguments, "exclude"),
    )
    _require(wanted, [table for source in sources for table in source.tables])
    chosen = ((source, tuple(table for table in source.tables if wanted.keeps(table))) for source in sources)
    kept = [(source, tables) for source, tables in chosen if tables]
    labels = len(kept) > 1
    return tuple(Selected(source, tables, source.id if labels else "", wanted.excluded) for source, tables in kept)


def select_sources(
    arguments: Sequence[Argument], snapshot: Snapshot, parameters: Sequence[Parameter]
) -> tuple[Source, ...]:
    """The sources that `source=` leaves. Raises `UnknownArgumentError` as `select` does."""
    check_arguments(arguments, parameters)
    known = {source.id: source for source in snapshot.sources}
    ids = _values(arguments, "source")
    for name in ids:
        if name not in known:
            raise UnknownArgumentError(f"there is no schema `{name}`", instead(name, known))
    if not known:
        raise UnknownArgumentError(
            "no schema was found in this repository", "Run `datamodel-check detect` to see what was looked at."
        )
    return tuple(known[name] for name in dict.fromkeys(ids)) if ids else snapshot.sources


def check_arguments(arguments: Iterable[Argument], parameters: Sequence[Parameter]) -> None:
    """Raises `UnknownArgumentError` for the first argument that is not among the parameters."""
    names = [parameter.name for parameter in parameters if parameter.named]
    takes_words = len(names) < len(parameters)
    for argument in arguments:
        if argument.name is None and not takes_words:
            raise UnknownArgumentError(f"`{argument.value}` means nothing here", instead(argument.value, names))
        if argument.name is not None and argument.name not in names:
            raise UnknownArgumentError(f"`{argument.name}=` means nothing here", instead(argument.name, names))


def chosen(arguments: Iterable[Argument], name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The values of an argument, all of which must be known. Raises `UnknownArgumentError` where one is not."""
    known = tuple(known)
    values = _values(arguments, name)
    for value in values:
        if value not in known:
            raise UnknownArgumentError(f"there is no `{name}={value}`", instead(value, known))
    return values


def matches(key: str, patterns: Iterable[str]) -> bool:
    """Whether the table's key, or its name without the schema, is one of the patterns."""
    from fnmatch import fnmatchcase

    names = (key, key.partition(".")[2])
    return any(name == pattern or fnmatchcase(name, pattern) for pattern in patterns for name in names)


def _require(wanted: Filter, known: Sequence[Table]) -> None:
    """A filter that nothing matches is a slip of the pen, or its table is gone: both must be told."""
    for pattern in wanted.names:
        if not any(matches(table.key, (pattern,)) for table in known):
            hint = instead(pattern, [table.key for table in known])
            raise UnknownArgumentError(f"no table matches `{pattern}`", hint)
    for schema in wanted.schemas:
        names = sorted({table.schema for table in known if table.schema})
        if schema not in names:
            raise UnknownArgumentError(f"no table is in the schema `{schema}`", instead(schema, names))


def _values(arguments: Iterable[Argument], name: str) -> tuple[str, ...]:
    return tuple(argument.value for argument in arguments if argument.name == name)


def instead(word: str, known: Iterable[str]) -> str:
    """Which known word was probably meant, or what there is."""
    known = tuple(known)
    if close := did_you_mean(word, known):
        return close
    shown = ", ".join(f"`{name}`" for name in known[:5]) + (", …" if len(known) > 5 else "")
    return f"Known are {shown}." if known else "Delete it."
