"""Migrations of Sequelize in, what they do as text out."""

from collections.abc import Mapping, Sequence
from json import dumps
from textwrap import dedent

from datamodel_check.model.migrations import History
from datamodel_check.model.schema import Enum, Source, Table
from datamodel_check.model.snapshot import Snapshot
from tests.extract.vocabulary import described
from tests.vocabulary import read

MODULE = """
'use strict';
const {{ DataTypes, Op }} = require('sequelize');
/** @type {{import('sequelize-cli').Migration}} */
module.exports = {{
  async up(queryInterface, Sequelize) {{
{body}
  }},
  async down(queryInterface, Sequelize) {{
    await queryInterface.dropTable('everything');
  }},
}};
"""


def history(files: Mapping[str, bytes]) -> History:
    """The one history of a repository."""
    (found,) = read(files).migrations
    return found


def told(found: History) -> list[str]:
    """What each migration did and what is wrong with them, one line for each thing."""
    lines = [f"{entry.id}: {'; '.join(entry.operations)}" for entry in found.entries]
    return lines + [f"{each.kind}: {each.message}" for each in found.irregularities]


def configured(dialect: str) -> dict[str, bytes]:
    """What says that a package uses a database."""
    return {"package.json": b"{}", "config/config.json": dumps({"test": {"dialect": dialect}}).encode()}


def repository(bodies: Sequence[str], dialect: str) -> dict[str, bytes]:
    """Migrations with these bodies, one after the other."""
    modules = {
        f"migrations/2024010100000{number}-m.js": MODULE.format(body=dedent(body)).encode()
        for number, body in enumerate(bodies)
    }
    return {**configured(dialect), **modules}


def does(*bodies: str, dialect: str = "postgres") -> list[str]:
    """What migrations with these bodies do, one after the other; of their names the last digit is said."""
    return [
        line.replace("2024010100000", "").replace("-m:", ":") for line in told(history(repository(bodies, dialect)))
    ]


def makes(*bodies: str, dialect: str = "postgres") -> str:
    """The state after migrations with these bodies, and what of them is refused or unknown."""
    found = read(repository(bodies, dialect))
    (made,) = found.migrations
    wrong = [each.message for each in found.diagnostics if each.code == "unreadable"]
    wrong += [each.message for each in made.irregularities]
    return "\n".join([*wrong, state(made.tables, made.enums)])


def state(tables: tuple[Table, ...], enums: tuple[Enum, ...]) -> str:
    """Tables and enums as text."""
    source = Source("", "sequelize", "postgresql", (), tables, None, enums)
    return dedent(described(Snapshot(sources=(source,))).partition("\n")[2]).strip("\n")


def same(text: str) -> str:
    """A text that is indented in a test."""
    return dedent(text).strip("\n")
