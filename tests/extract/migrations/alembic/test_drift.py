"""What the next revision would hold: models against revisions."""

from tests.extract.migrations.alembic.vocabulary import repository
from tests.vocabulary import read

MODELS = """
from sqlalchemy import Integer, String, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

class Base(DeclarativeBase):
    pass

class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str | None] = mapped_column(String(50), index=True)
"""

USERS = """
op.create_table(
    "users",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("email", sa.String(length=50), nullable=True),
    sa.PrimaryKeyConstraint("id"),
)
op.create_index(op.f("ix_users_email"), "users", ["email"], unique=False)
"""


def pending(models: str, *bodies: str) -> list[str]:
    files = {**repository(*bodies), "app/models.py": models.encode()}
    (found,) = read(files).migrations
    assert found.sources == ("sqlalchemy:app/models.py",)
    return [one.text for one in found.pending]


def test_nothing() -> None:
    assert pending(MODELS, USERS) == []


def test_what_alembic_does_not_compare() -> None:
    models = MODELS.replace("String(50),", "String(50), server_default=text(\"'x'\"),")

    assert pending(models, USERS) == []


def test_columns() -> None:
    assert pending(MODELS + "    age: Mapped[int]\n", USERS) == ["add column users.age integer not null"]
    assert pending(MODELS.replace("String(50)", "String(60)"), USERS) == [
        "change users.email from varchar(50) to varchar(60)"
    ]
    assert pending(MODELS.replace("str | None", "str"), USERS) == ["set users.email not null"]
    assert pending(MODELS.partition("    email")[0], USERS) == [
        "drop column users.email",
        "drop index ix_users_email (email) of users",
    ]


def test_tables() -> None:
    assert pending(MODELS, USERS, 'op.create_table("logs", sa.Column("id", sa.Integer(), primary_key=True))') == [
        "drop table logs"
    ]
    assert pending(MODELS, 'op.execute("select 1")') == ["create table users (id, email)"]


def test_indexes() -> None:
    assert pending(MODELS.replace(", index=True", ""), USERS) == ["drop index ix_users_email (email) of users"]
    assert pending(MODELS.replace("index=True", "unique=True"), USERS) == [
        "drop index ix_users_email (email) of users",
        "add unique (email) to users",
    ]
