"""What depends on the release that a project uses."""

import pytest

from datamodel_check.extract.schema.sqlalchemy.versions import Version, allows
from tests.extract.vocabulary import extracts

MODELS = """
    from datetime import datetime
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
    from sqlmodel import Field, SQLModel

    class Base(DeclarativeBase):
        pass

    class Mixin:
        size: Mapped[float]

    class Thing(Mixin, Base):
        __tablename__ = "thing"
        id: Mapped[int] = mapped_column(primary_key=True)

    class Event(SQLModel, table=True):
        at: datetime = Field(primary_key=True)
    """

PROJECT = """
    [project]
    name = "app"
    dependencies = ["sqlalchemy%s", "sqlmodel%s"]
    """

NEW = """
    sqlalchemy:models.py postgresql
      table event (Event)
        at: timestamp with time zone primary key
      table thing (Thing)
        id: serial primary key
        size: double precision
    """

OLD = """
    sqlalchemy:models.py postgresql
      table event (Event)
        at: timestamp without time zone primary key
      table thing (Thing)
        size: float
        id: serial primary key
    """


@pytest.mark.parametrize(
    ("requirement", "least", "expected"),
    [
        ("", (2, 0), True),
        ("*", (2, 0), True),
        (">=1.4", (2, 0), True),
        (">=1.4,<2", (2, 0), False),
        (">=0.0.38,<0.0.40", (0, 0, 45), False),
        (">=0.0.39,<1.0.0", (0, 0, 45), True),
        ("==1.3.24", (2, 0), False),
        ("==2.1.3", (2, 1), True),
        ("2.0.1", (2, 1), False),
        ("^2.0.50", (2, 1), True),
        ("^0.0.22", (0, 0, 45), False),
        ("~=2.0.1", (2, 1), False),
        ("~=2.0", (2, 1), True),
        ("~2.0", (2, 1), False),
        ("<=2.1.0", (2, 1), True),
        (">=2; python_version < '3.14'", (2, 1), True),
    ],
)
def test_requirements(requirement: str, least: Version, expected: bool) -> None:
    assert allows(requirement, least) is expected


def test_the_newest_where_nothing_is_said() -> None:
    extracts({"models.py": MODELS}, NEW)


def test_what_requirements_allow() -> None:
    extracts({"models.py": MODELS, "pyproject.toml": PROJECT % (">=1.4", ">=0.0.20")}, NEW)
    extracts({"models.py": MODELS, "pyproject.toml": PROJECT % ("<2", "==0.0.22")}, OLD)


def test_what_is_locked() -> None:
    lock = '[[package]]\nname = "sqlalchemy"\nversion = "1.4.2"\n\n[[package]]\nname = "sqlmodel"\nversion = "0.0.44"\n'
    extracts({"models.py": MODELS, "pyproject.toml": PROJECT % ("", ""), "uv.lock": lock}, OLD)


@pytest.mark.parametrize(
    "manifest",
    [
        {"requirements.txt": "SQLAlchemy[asyncio]==1.4.9\nsqlmodel==0.0.8  # pinned\n"},
        {"pyproject.toml": '[tool.poetry.dependencies]\nSQLAlchemy = "~1.4"\nsqlmodel = {version = "^0.0.8"}\n'},
        {"pyproject.toml": '[project]\ndependencies = ["x", "sqlalchemy[asyncio]<2", "sqlmodel<0.0.9"]\n'},
        {"setup.py": 'setup(install_requires=[\n  "sqlalchemy<2",\n  "sqlmodel==0.0.8"\n])\n'},
    ],
)
def test_ways_to_require(manifest: dict[str, str]) -> None:
    extracts({"models.py": MODELS, **manifest}, OLD)


def test_projects_of_one_repository() -> None:
    extracts(
        {
            "one/models.py": "from sqlalchemy import *\nt = Table('t', MetaData(), Column('a', LargeBinary))",
            "one/requirements.txt": "pymysql\nsqlalchemy-utils\n",
            "two/models.py": "from sqlalchemy import *\nt = Table('t', MetaData(), Column('a', LargeBinary))",
            "two/pyproject.toml": "",
        },
        """
        sqlalchemy:one/models.py mysql
          table t (t)
            a: blob null
        sqlalchemy:two/models.py postgresql
          table t (t)
            a: bytea null
        """,
    )
