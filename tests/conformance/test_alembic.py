"""Revisions leave the state that the SQL leaves which Alembic itself writes for them."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from datamodel_check import parse
from datamodel_check.extract.migrations.replay import Replay
from datamodel_check.model.schema import Enum, Source, Table
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.model.sql import SqlDialect
from tests.conformance.judge import HERE
from tests.extract.migrations.alembic.vocabulary import history, repository
from tests.extract.vocabulary import described

Record = Callable[[str, object], None]

SHOP = """
op.create_table(
    "users",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("email", sa.String(length=50), nullable=True),
    sa.Column("balance", sa.Numeric(10, 2), server_default="0", nullable=False),
    sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.Column("made", sa.DateTime(timezone=True), server_default=sa.text("CURRENT_TIMESTAMP")),
    sa.Column("data", sa.LargeBinary()),
    sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
    sa.UniqueConstraint("email", name="one_mail"),
)
op.create_table(
    "posts",
    sa.Column("id", sa.BigInteger(), autoincrement=True, primary_key=True),
    sa.Column("user_id", sa.Integer(), sa.ForeignKey("users.id", name="author", ondelete="CASCADE"), nullable=False),
    sa.Column("title", sa.Text(), nullable=False, comment="what it is called"),
    sa.CheckConstraint("id > 0", name="positive"),
)
op.create_index(op.f("ix_posts_user_id"), "posts", ["user_id"], unique=False)
"""

CHAINS = {
    "tables": [SHOP],
    "columns": [
        SHOP,
        """
        op.add_column("users", sa.Column("age", sa.SmallInteger(), nullable=True))
        op.add_column("users", sa.Column("nick", sa.String(20), server_default="x", nullable=False))
        op.alter_column("users", "age", existing_type=sa.SmallInteger(), type_=sa.Integer(), nullable=False)
        op.alter_column("users", "nick", existing_type=sa.String(20), existing_nullable=False, server_default=None)
        """,
        'op.alter_column("users", "nick", new_column_name="name", existing_type=sa.String(20))',
        'op.drop_column("users", "data")',
    ],
    "constraints": [
        SHOP,
        """
        op.drop_constraint("one_mail", "users", type_="unique")
        op.create_unique_constraint("one_name", "users", ["email", "balance"])
        op.drop_constraint("author", "posts", type_="foreignkey")
        op.create_foreign_key("writer", "posts", "users", ["user_id"], ["id"], ondelete="SET NULL", onupdate="CASCADE")
        """,
    ],
    "indexes": [
        SHOP,
        """
        op.drop_index(op.f("ix_posts_user_id"), table_name="posts")
        op.create_index("by_title", "posts", ["title", "user_id"], unique=True)
        """,
    ],
    "renamed": [SHOP, 'op.rename_table("posts", "articles")', 'op.drop_table("articles")'],
    "batches": [
        SHOP,
        """
        with op.batch_alter_table("users") as batch:
            batch.add_column(sa.Column("age", sa.Integer()))
            batch.create_index("by_age", ["age"])
            batch.drop_column("data")
        """,
    ],
}

POSTGRESQL = {
    "enums": [
        SHOP,
        """
        plan = postgresql.ENUM("free", "paid", name="plan")
        plan.create(op.get_bind(), checkfirst=False)
        op.add_column("users", sa.Column("plan", plan, server_default="free", nullable=False))
        """,
        """op.execute("ALTER TYPE plan ADD VALUE 'trial'")""",
    ],
    "types": [
        """
        op.create_table(
            "everything",
            sa.Column("id", sa.Uuid(), primary_key=True, server_default=sa.text("gen_random_uuid()")),
            sa.Column("doc", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb")),
            sa.Column("tags", postgresql.ARRAY(sa.String(10))),
            sa.Column("net", postgresql.INET()),
            sa.Column("span", sa.Interval()),
            sa.Column("kind", sa.Enum("a", "b", name="kind")),
            sa.Column("number", sa.Integer(), sa.Identity(always=True)),
            sa.Column("twice", sa.Integer(), sa.Computed("number * 2", persisted=True)),
            sa.Column("price", sa.Double()),
        )
        op.create_index("by_doc", "everything", ["doc"], postgresql_using="gin")
        op.create_index("some", "everything", ["net"], unique=True, postgresql_where=sa.text("net IS NOT NULL"))
        op.create_index("low", "everything", [sa.text("lower(tags::text)")])
        """
    ],
    "schemas": [
        'op.execute("CREATE SCHEMA app")',
        'op.create_table("users", sa.Column("id", sa.Integer(), primary_key=True), schema="app")',
        'op.add_column("users", sa.Column("age", sa.Integer()), schema="app")',
        'op.create_index("by_age", "users", ["age"], schema="app")',
    ],
}

CASES: list[tuple[str, list[str], SqlDialect]] = [
    *((name, bodies, "postgresql") for name, bodies in {**CHAINS, **POSTGRESQL}.items()),
    ("tables", CHAINS["tables"], "mysql"),
    ("columns", CHAINS["columns"], "mysql"),
]


@pytest.mark.parametrize(
    ("bodies", "dialect"), [pytest.param(bodies, dialect, id=f"{name}-{dialect}") for name, bodies, dialect in CASES]
)
def test_state(bodies: list[str], dialect: SqlDialect, tmp_path: Path, record_property: Record) -> None:
    files = {**repository(*bodies), **MODELS[dialect]}
    found = history(files)
    ours = told(found.tables, found.enums)
    theirs = judged(tmp_path, bodies, dialect)

    record_property("conformance", (ours == theirs, 1))
    assert ours == theirs
    assert found.irregularities == ()


MODELS: Mapping[str, Mapping[str, bytes]] = {
    "postgresql": {},
    "mysql": {
        "app/models.py": (
            b"from sqlalchemy import create_engine, Column, Integer\nfrom sqlalchemy.orm import declarative_base\n"
            b"engine = create_engine('mysql+pymysql://localhost/shop')\nBase = declarative_base()\n"
            b"class Other(Base):\n    __tablename__ = 'other'\n    id = Column(Integer, primary_key=True)\n"
        )
    },
}
"""Where the dialect is known from."""


def judged(folder: Path, bodies: list[str], dialect: SqlDialect) -> str:
    for path, content in repository(*bodies).items():
        place = folder / path.removeprefix("migrations/")
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(content)
    program = Path(HERE, "alembic", "offline.py")
    command = [sys.executable, str(program), str(folder), dialect]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    script = parse.script(done.stdout, dialect)
    replay = Replay(dialect)
    replay.run("", script.statements)
    assert script.problems == ()
    state = replay.outcome()
    return told([table for table in state.tables if table.name != "alembic_version"], state.enums)


def told(tables: Sequence[Table], enums: Sequence[Enum]) -> str:
    """A state as text."""
    return described(Snapshot(sources=(Source("", "sqlalchemy", "postgresql", (), tuple(tables), None, tuple(enums)),)))
