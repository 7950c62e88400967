"""What models and tables come to."""

from tests.extract.vocabulary import extracts

MODELS = """
    import enum

    from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, UniqueConstraint, func
    from sqlalchemy.orm import Mapped, declarative_base, mapped_column, relationship

    Base = declarative_base()

    class Kind(enum.Enum):
        A = "a"
        B = "b"

    class User(Base):
        __tablename__ = "user"
        __table_args__ = (UniqueConstraint("name", "age"), CheckConstraint("age > 3", name="adult"), {"schema": "s"})

        id = Column(Integer, primary_key=True)
        name = Column(String(50), nullable=False, index=True)
        age: Mapped[int | None] = mapped_column(server_default="3")
        kind: Mapped[Kind]
        at = Column("created_at", server_default=func.now(), type_=String)
        posts: Mapped[list["Post"]] = relationship(back_populates="user")

    class Post(Base):
        __tablename__ = "post"

        id: Mapped[int] = mapped_column(primary_key=True)
        user_id = Column(ForeignKey("s.user.id", ondelete="CASCADE"))
        user = relationship("User", back_populates="posts")

    Index("ix", func.lower(User.name).desc())
    """


def test_nothing() -> None:
    extracts({}, "")
    unused = "unresolved app/models.py:1: SQLAlchemy is used here, but no table was found"
    extracts({"app/models.py": "from sqlalchemy.orm import DeclarativeBase"}, unused)


def test_models() -> None:
    extracts(
        {"app/models.py": MODELS},
        """
        sqlalchemy:app/models.py postgresql
          table post (Post)
            id: serial primary key
            user_id: integer null → s.user.id
            foreign key None (user_id) → s.user (id) on delete cascade
          table s.user (User)
            id: serial primary key
            name: varchar(50)
            age: integer null default '3'
            kind: kind enum kind
            created_at: varchar null default now() (at)
            unique None (name, age)
            index ix_s_user_name (name)
            index ix ((lower(name)) desc)
            check adult: age > 3
          enum kind (Kind): A, B
          relation post.user: one s.user (user_id → id)
          relation s.user.posts: many post
        """,
    )


def test_models_of_tests_are_no_source() -> None:
    extracts({"tests/models.py": MODELS}, "passed over tests/models.py: in a tests folder")


def test_what_cannot_be_resolved() -> None:
    extracts(
        {
            "app/models.py": """
                from functools import partial
                from sqlalchemy import ARRAY, Column, Enum, MetaData, Table
                from sqlalchemy_utils import EmailType
                from unknown import Kind, choose

                kinds = choose()
                t = Table(
                    "t",
                    MetaData(),
                    Column("a", Kind),
                    Column("b", ARRAY(kinds["some"])),
                    Column("c", Enum(*kinds, name="c")),
                    Column("d", EmailType),
                    *kinds,
                )
                """,
            "alembic/versions/1_first.py": """
                from sqlalchemy.orm import declarative_base
                from sqlalchemy import Column, Integer
                down_revision = None
                class Old(declarative_base()):
                    __tablename__ = "old"
                    id = Column(Integer, primary_key=True)
                """,
        },
        """
        sqlalchemy:app/models.py postgresql
          table t (t)
            a: Kind null
            b: ARRAY(getitem(choose(), 'some')) null
            c: choose() null
            d: varchar(255) null
        unresolved app/models.py:11: the type of the column a is not known: `Kind`
        unresolved app/models.py:12: the type of the column b is not known: `ARRAY(getitem(choose(), 'some'))`
        unresolved app/models.py:13: the type of the column c cannot be resolved: what it holds is not known
        unresolved app/models.py:15: a part of the table t cannot be resolved: what it holds is not known
        passed over alembic/versions/1_first.py: a migration of Alembic
        """,
    )
