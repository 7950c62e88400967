"""What Alembic's autogeneration finds between a database, as revisions leave it, and models.

`python compared.py URL FOLDER…`, where each folder holds revisions and `models.py`; prints a list for each, as JSON.
Source: https://alembic.sqlalchemy.org/en/latest/api/autogenerate.html#alembic.autogenerate.compare_metadata
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, create_engine, text


def main(url: str, folder: Path) -> list[str]:
    engine = create_engine(url)
    with engine.connect() as connection:
        _emptied(connection)
        _upgraded(connection, folder)
        return sorted(_told(compare_metadata(MigrationContext.configure(connection), _models(folder))))


def _emptied(connection: Any) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("drop schema public cascade"))
        connection.execute(text("create schema public"))
    else:
        found = MetaData()
        found.reflect(connection)
        found.drop_all(connection)


def _upgraded(connection: Any, folder: Path) -> None:
    """Every revision, in order."""
    (folder / "env.py").write_text("")
    (folder / "script.py.mako").write_text("")
    config = Config()
    config.set_main_option("script_location", str(folder))
    script = ScriptDirectory.from_config(config)
    context = MigrationContext.configure(connection, opts={"fn": lambda rev, _: script._upgrade_revs("head", rev)})
    with Operations.context(context):
        context.run_migrations()


def _models(folder: Path) -> Any:
    space: dict[str, Any] = {"__name__": "models"}
    exec((folder / "models.py").read_text(), space)  # noqa: S102  our own models
    return space["Base"].metadata


def _told(differences: list[Any]) -> Iterator[str]:
    for one in differences:
        for each in one if isinstance(one, list) else [one]:
            yield _words(*each)


def _words(kind: str, *rest: Any) -> str:
    """`add_column users.age`, `remove_index by_age users`, `add_fk posts(user_id)`."""
    if kind.endswith("_column"):
        return f"{kind} {rest[1]}.{rest[2].name}"
    if kind.startswith("modify_"):
        return f"{kind} {rest[1]}.{rest[2]}"
    if kind.endswith("_table"):
        return f"{kind} {rest[0].name}"
    if kind.endswith("_fk"):
        return f"{kind} {rest[0].parent.name}({', '.join(rest[0].column_keys)})"
    if kind.endswith("_constraint"):
        return f"{kind} {rest[0].table.name}({', '.join(column.name for column in rest[0].columns)})"
    return f"{kind} {rest[0].name} {rest[0].table.name}"


if __name__ == "__main__":
    json.dump([main(sys.argv[1], Path(folder)) for folder in sys.argv[2:]], sys.stdout)
