"""Which database the models are for, and what the connection says for all of them.

Sources: sequelize/src/sequelize.js, the constructor; sequelize-cli's `config/config.json`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.errors import UnreadableFileError
from datamodel_check.extract.schema.sequelize import known
from datamodel_check.extract.schema.sequelize.dialects import DIALECTS
from datamodel_check.extract.schema.sequelize.dialects.dialect import Dialect
from datamodel_check.extract.schema.sequelize.visiting import calls
from datamodel_check.extract.symbols import Symbol, argument, callee, entry, string
from datamodel_check.model.program import Package, Program
from datamodel_check.model.values import Application, Closure, ObjectValue, Value

_DRIVERS: Mapping[str, str] = {
    "pg": "postgres",
    "@sequelize/postgres": "postgres",
    "mysql2": "mysql",
    "@sequelize/mysql": "mysql",
    "mariadb": "mariadb",
    "@sequelize/mariadb": "mariadb",
    "tedious": "mssql",
    "@sequelize/mssql": "mssql",
    "sqlite3": "sqlite",
    "@sequelize/sqlite3": "sqlite",
}
"""Packages that connect Sequelize with a database."""

_CONFIGURATIONS = ("config/config.json", "config/config.js", "src/config/config.json", "src/config/config.js")


_NEST = frozenset(Symbol("@nestjs/sequelize", ("SequelizeModule", method)) for method in ("forRoot", "forRootAsync"))


class Connection(NamedTuple):
    """`define` are the options that all models get."""

    dialect: Dialect
    define: Value | None = None
    seven: bool = False
    """Whether it is Sequelize of version 7, which is another package."""


def connection(program: Program, files: Sequence[str], package: Package | None) -> Connection:
    """The connection of a package: what the code says, else sequelize-cli's configuration, else the one driver."""
    made = list(_made(program, files))
    define = next((value for options in made if (value := entry(options, "define")) is not None), None)
    words = (*map(_dialect_of, made), *_configured(program, package), *_driven(package))
    name = next((word for word in words if word is not None and word in DIALECTS), "postgres")
    seven = any(b"@sequelize/core" in program.tree.read(path) for path in files)
    return Connection(DIALECTS[name], define, seven)


def _made(program: Program, files: Sequence[str]) -> Iterator[ObjectValue]:
    """The options of every `new Sequelize(…)`; what a URL says of the dialect is one of them."""
    for path in files:
        for step in calls(program, path):
            value = program.evaluate(step.expression, step.scope)
            if not isinstance(value, Application):
                continue
            if callee(value) in _NEST:
                yield from _of_nest(program, value)
            elif value.new and known.name(value.callee) == "Sequelize":
                options = next((one for one in reversed(value.arguments) if isinstance(one, ObjectValue)), None)
                url = value.arguments[0] if value.arguments and string(value.arguments[0]) else None
                yield _with_url(options or ObjectValue({}), url)


def _of_nest(program: Program, call: Application) -> Iterator[ObjectValue]:
    """`SequelizeModule.forRoot(options)` and `forRootAsync({ useFactory: () => options })` of NestJS."""
    given = argument(call.arguments, 0)
    factory = entry(given, "useFactory")
    options = program.call(factory, ()) if isinstance(factory, Closure) else given
    if isinstance(options, ObjectValue):
        uri = entry(options, "uri")
        yield _with_url(options, uri)


def _with_url(options: ObjectValue, url: Value | None) -> ObjectValue:
    return options if url is None else ObjectValue({"url": url, **options.entries}, options.open, options.places)


def _dialect_of(options: ObjectValue) -> str | None:
    given = entry(options, "dialect")
    named = string(given)
    if named is None and known.name(given):
        named = (known.name(given) or "").removesuffix("Dialect").lower()
    url = string(entry(options, "url"))
    scheme = url.partition(":")[0] if url else None
    return named or ({"postgresql": "postgres"}.get(scheme, scheme) if scheme else None)


def _configured(program: Program, package: Package | None) -> Iterator[str | None]:
    folder = f"{package.directory}/" if package and package.directory else ""
    for name in _CONFIGURATIONS:
        path = f"{folder}{name}"
        if path not in program.tree:
            continue
        if name.endswith(".json"):
            yield from _in_json(program, path)
            continue
        for export in program.exports(path):
            value = export.value
            stages_ = value.entries.values() if isinstance(value, ObjectValue) else ()
            yield from (string(entry(stage, "dialect")) for stage in (value, *stages_))


def _in_json(program: Program, path: str) -> Iterator[str]:
    from json import loads

    try:
        stages = loads(program.tree.read(path))
    except (ValueError, UnreadableFileError):
        return
    for stage in stages.values() if isinstance(stages, dict) else ():
        if isinstance(stage, dict) and isinstance(stage.get("dialect"), str):
            yield stage["dialect"]


def _driven(package: Package | None) -> Iterator[str]:
    found = [_DRIVERS[name] for name in (package.dependencies if package else ()) if name in _DRIVERS]
    yield from found[:1]
