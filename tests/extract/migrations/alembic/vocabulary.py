"""Revisions of Alembic in, what they do as text out."""

from collections.abc import Mapping
from textwrap import dedent, indent

from datamodel_check.model.migrations import History
from tests.vocabulary import read

REVISION = '''\
"""A revision."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = {id!r}
down_revision: str | None = {parent!r}


def upgrade() -> None:
{body}


def downgrade() -> None:
    op.drop_table("everything")
'''


def revision(id_: str, parent: object, body: str = "pass") -> bytes:
    """The module of one revision."""
    return REVISION.format(id=id_, parent=parent, body=indent(dedent(body).strip(), "    ")).encode()


def repository(*bodies: str) -> dict[str, bytes]:
    """Revisions with these bodies, one after the other."""
    parents = [None, *(f"r{number}" for number in range(len(bodies)))]
    return {
        f"migrations/versions/{number}.py": revision(f"r{number}", parents[number], body)
        for number, body in enumerate(bodies)
    }


def history(files: Mapping[str, bytes]) -> History:
    """The one history of a repository."""
    (found,) = read(files).migrations
    return found


def told(found: History) -> list[str]:
    """What each revision did and what is wrong with them, one line for each thing."""
    lines = [f"{entry.id}: {'; '.join(entry.operations)}" for entry in found.entries]
    return lines + [f"{each.kind}: {each.message}" for each in found.irregularities]


def does(*bodies: str) -> list[str]:
    """What revisions with these bodies do, one after the other."""
    return told(history(repository(*bodies)))
