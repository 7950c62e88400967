"""Migrations of TypeORM in, what they do as text out."""

from collections.abc import Mapping
from textwrap import dedent

from datamodel_check.model.migrations import History
from tests.vocabulary import read

CLASS = """
import {{ MigrationInterface, QueryRunner, Table, TableColumn }} from "typeorm";
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


def does(*bodies: str, dialect: str = "postgres") -> list[str]:
    """What migrations with these bodies do, one after the other."""
    files = {
        f"{dialect}/migrations/170000000000{number}-m.ts": migration(f"M170000000000{number}", dedent(body))
        for number, body in enumerate(bodies)
    }
    return told(history(files))
