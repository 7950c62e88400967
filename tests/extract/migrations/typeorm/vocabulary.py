"""Migrations of TypeORM in, what they do as text out."""

from collections.abc import Mapping, Sequence
from textwrap import dedent

from datamodel_check.model.migrations import History
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Snapshot
from tests.extract.vocabulary import described
from tests.vocabulary import read

CLASS = """
import {{ MigrationInterface, QueryRunner }} from "typeorm";
import {{ Table, TableColumn, TableForeignKey, TableIndex, TableUnique }} from "typeorm";
export class {name} implements MigrationInterface {{
  public async up(queryRunner: QueryRunner): Promise<void> {{
{body}
  }}
  public async down(queryRunner: QueryRunner): Promise<void> {{
    await queryRunner.query("DROP TABLE everything");
  }}
}}
"""


def migration(name: str, body: str) -> bytes:
    """The module of one migration."""
    return CLASS.format(name=name, body=body).encode()


def history(files: Mapping[str, bytes]) -> History:
    """The one history of a repository."""
    (found,) = read(files).migrations
    return found


def told(found: History) -> list[str]:
    """What each migration did and what is wrong with them, one line for each thing."""
    lines = [f"{entry.id}: {'; '.join(entry.operations)}" for entry in found.entries]
    return lines + [f"{each.kind}: {each.message}" for each in found.irregularities]


def repository(bodies: Sequence[str], dialect: str) -> dict[str, bytes]:
    """Migrations with these bodies, one after the other."""
    return {
        f"{dialect}/migrations/170000000000{number}-m.ts": migration(f"M170000000000{number}", dedent(body))
        for number, body in enumerate(bodies)
    }


def does(*bodies: str, dialect: str = "postgres") -> list[str]:
    """What migrations with these bodies do, one after the other."""
    return told(history(repository(bodies, dialect)))


def makes(*bodies: str, dialect: str = "postgres") -> str:
    """The state after migrations with these bodies, and what of them is refused or unknown."""
    found = read(repository(bodies, dialect))
    (made,) = found.migrations
    source = Source("", "typeorm", "postgresql", (), made.tables, None, made.enums, made.views, made.sequences)
    wrong = [each.message for each in found.diagnostics if each.code == "unreadable"]
    wrong += [each.message for each in made.irregularities]
    return "\n".join([*wrong, dedent(described(Snapshot(sources=(source,))).partition("\n")[2]).strip("\n")])


def same(text: str) -> str:
    """A text that is indented in a test."""
    return dedent(text).strip("\n")
