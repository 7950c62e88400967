"""The next revision that is told is the one that Alembic would write.

Not compared: comments, which are facts of the schema alone; checks, which Alembic does not see and we do; defaults,
which it compares on request only; what a unique index is called.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from datamodel_check.model.migrations import Pending
from tests.conformance.installed import missing
from tests.conformance.judge import HERE
from tests.conformance.sql import postgresql
from tests.extract.migrations.alembic.vocabulary import history, repository

Record = Callable[[str, object], None]

MODELS = """\
from sqlalchemy import *
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    __table_args__ = (UniqueConstraint("email", name="one_mail"),)
    id = mapped_column(Integer, primary_key=True)
    email = mapped_column(String(50))
    balance = mapped_column(Numeric(10, 2), server_default="0", nullable=False)
    active = mapped_column(Boolean, server_default=true(), nullable=False)
    made = mapped_column(DateTime(timezone=True), server_default=func.now())
    notes = mapped_column(JSON)


class Post(Base):
    __tablename__ = "posts"
    __table_args__ = (Index("by_title", "title", "author_id"),)
    id = mapped_column(Integer, primary_key=True)
    author_id = mapped_column(ForeignKey("users.id", name="author", ondelete="CASCADE"), nullable=False)
    editor_id = mapped_column(Integer)
    title = mapped_column(Text, nullable=False)
    slug = mapped_column(String(20), index=True)
"""

REVISION = """\
op.create_table(
    "users",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("email", sa.String(length=50), nullable=True),
    sa.Column("balance", sa.Numeric(10, 2), server_default="0", nullable=False),
    sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.Column("made", sa.DateTime(timezone=True), server_default=sa.func.now()),
    sa.Column("notes", sa.JSON()),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("email", name="one_mail"),
)
op.create_table(
    "posts",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("author_id", sa.Integer(), nullable=False),
    sa.Column("editor_id", sa.Integer(), nullable=True),
    sa.Column("title", sa.Text(), nullable=False),
    sa.Column("slug", sa.String(length=20), nullable=True),
    sa.ForeignKeyConstraint(["author_id"], ["users.id"], name="author", ondelete="CASCADE"),
    sa.PrimaryKeyConstraint("id"),
)
op.create_index("by_title", "posts", ["title", "author_id"])
op.create_index(op.f("ix_posts_slug"), "posts", ["slug"])
"""

EDITS: Sequence[tuple[str, str]] = [
    ("", ""),
    ("String(50)", "String(60)"),
    ("String(50)", "Text"),
    ("String(50)", "String(50), nullable=False"),
    ('server_default="0", nullable=False', "nullable=False"),
    ("Numeric(10, 2)", "Numeric(12, 2)"),
    ("mapped_column(JSON)", "mapped_column(JSON, nullable=False)"),
    ("    notes = mapped_column(JSON)\n", ""),
    (
        "    notes = mapped_column(JSON)\n",
        '    notes = mapped_column(JSON)\n    age = mapped_column(SmallInteger, server_default="3")\n',
    ),
    ("    editor_id = mapped_column(Integer)", '    editor_id = mapped_column(ForeignKey("users.id"))'),
    ('ondelete="CASCADE"', 'ondelete="SET NULL"'),
    ('ForeignKey("users.id", name="author", ondelete="CASCADE")', "Integer"),
    ('(Index("by_title", "title", "author_id"),)', "()"),
    ('Index("by_title", "title", "author_id")', 'Index("by_title", "title")'),
    ('Index("by_title", "title", "author_id")', 'Index("by_title", "title", "author_id", unique=True)'),
    ('Index("by_title", "title", "author_id")', 'Index("titles", "title", "author_id")'),
    (", index=True", ""),
    (", index=True", ", index=True, unique=True"),
    (", index=True", ", unique=True"),
    ('UniqueConstraint("email", name="one_mail"),', ""),
    ('UniqueConstraint("email", name="one_mail")', 'UniqueConstraint("email", "balance", name="one_mail")'),
    ('__tablename__ = "posts"', '__tablename__ = "articles"'),
    ("DateTime(timezone=True)", "DateTime"),
    ("mapped_column(Boolean", "mapped_column(Integer"),
    ("    made = ", "    made_at = "),
    (
        "class Post(Base)",
        'class Tag(Base):\n    __tablename__ = "tag"\n    id = mapped_column(Text, primary_key=True)\nclass Post(Base)',
    ),
    ("func.now()", 'text("CURRENT_TIMESTAMP")'),
    ("server_default=true()", 'server_default="true"'),
    (
        "id = mapped_column(Integer, primary_key=True)\n    email",
        "id = mapped_column(Integer, primary_key=True, autoincrement=False)\n    email",
    ),
]
"""Changes of the models, of which each is something that a revision has to do, or nothing at all."""

WORDS: Sequence[tuple[str, str]] = [
    (r"create table (\w+) .*", r"add_table \1"),
    (r"drop table (\w+)", r"remove_table \1"),
    (r"add column (\w+\.\w+) .*", r"add_column \1"),
    (r"drop column (\w+\.\w+)", r"remove_column \1"),
    (r"change (\w+\.\w+) from .*", r"modify_type \1"),
    (r"set (\w+\.\w+) not null|drop not null of (\w+\.\w+)", r"modify_nullable \1\2"),
    (r"add (?:unique )?index (\w+) .* to (\w+)", r"add_index \1 \2"),
    (r"drop (?:unique )?index (\w+) .* of (\w+)", r"remove_index \1 \2"),
    (r"rename index (\w+) of (\w+) to (\w+)", r"add_index \3 \2; remove_index \1 \2"),
    (r"add foreign key (\([\w, ]+\)) references .* to (\w+)", r"add_fk \2\1"),
    (r"drop foreign key (\([\w, ]+\)) references .* of (\w+)", r"remove_fk \2\1"),
    (r"add unique (\([\w, ]+\)) to (\w+)", r"add_constraint \2\1"),
    (r"drop unique (\([\w, ]+\)) of (\w+)", r"remove_constraint \2\1"),
]
"""Our words, and Alembic's."""


@pytest.mark.xdist_group("postgresql")
def test_postgresql(tmp_path: Path, record_property: Record) -> None:
    with postgresql.running() as server:
        if server is None:
            missing("PostgreSQL", "postgresql")
        agree(server.url("pg8000"), "postgresql://", tmp_path, record_property)


def test_sqlite(tmp_path: Path, record_property: Record) -> None:
    agree(f"sqlite:///{tmp_path}/judge.db", "sqlite://", tmp_path, record_property)


def agree(judge: str, ours: str, folder: Path, record_property: Record) -> None:
    edited = [MODELS.replace(old, new) if old else MODELS for old, new in EDITS]
    assert len(set(edited)) == len(EDITS)
    expected = judged(judge, edited, folder)
    found = {edit: sorted(pending(models, ours)) for edit, models in zip(EDITS, edited, strict=True)}
    theirs = {edit: sorted(told(each)) for edit, each in zip(EDITS, expected, strict=True)}
    record_property("conformance", (sum(found[edit] == theirs[edit] for edit in EDITS), len(EDITS)))
    assert found == theirs


def judged(url: str, edited: Sequence[str], folder: Path) -> list[list[str]]:
    """What Alembic finds, for each of the models."""
    folders: list[str] = []
    for number, models in enumerate(edited):
        place = folder / str(number)
        (place / "versions").mkdir(parents=True)
        (place / "models.py").write_text(models)
        for path, content in repository(REVISION).items():
            (place / path.removeprefix("migrations/")).write_bytes(content)
        folders.append(str(place))
    command = [sys.executable, str(Path(HERE, "alembic", "compared.py")), url, *folders]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answer: list[list[str]] = json.loads(done.stdout)
    return answer


def told(differences: Sequence[str]) -> Iterator[str]:
    """Without the indexes of tables that come and go as a whole."""
    whole = [one.split()[1] for one in differences if one.split()[0] in {"add_table", "remove_table"}]
    return (one for one in differences if not ("_index" in one and one.split()[-1] in whole))


def pending(models: str, url: str) -> Iterator[str]:
    made = f"{models}\nfrom sqlalchemy import create_engine\nengine = create_engine({url!r})\n"
    for one in history({**repository(REVISION), "app/models.py": made.encode()}).pending:
        yield from said(one).split("; ")


def said(one: Pending) -> str:
    found = ((re.fullmatch(pattern, one.text), words) for pattern, words in WORDS)
    return next((match.expand(words) for match, words in found if match), one.text)
