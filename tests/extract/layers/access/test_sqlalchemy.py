"""Which tables code touches through SQLAlchemy."""

from textwrap import dedent

import pytest

from tests.extract.layers.access.vocabulary import touched

MODELS = """
from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
class Base(DeclarativeBase): pass
class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
class Loan(Base):
    __tablename__ = "loans"
    id: Mapped[int] = mapped_column(primary_key=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("books.id"))
tags = Table("tags", Base.metadata, Column("id", Integer, primary_key=True))
"""

START = """
from sqlalchemy import delete, insert, select, text, update
from models import Book, Loan, tags
"""


def says(body: str, expected: str, more: str = "") -> None:
    code = f"{START}{dedent(more)}\ndef run(session, book: Book):\n{_indented(body)}\n"
    assert touched({"models.py": MODELS, "app.py": code}, "app.py#run") == expected


def _indented(body: str) -> str:
    return "\n".join(f"    {line}" for line in dedent(body).strip().splitlines())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return session.nothing(1)", ""),
        ("return {}.get(1)", ""),
        ("return session.execute(select(Book)).all()", "reads books"),
        ("return session.scalars(select(Book.id).where(Book.id == 1)).first()", "reads books"),
        ("statement = select(Book).join(Loan)\nreturn session.exec(statement)", "reads books, loans"),
        ("return session.execute(select(Book).where(Book.id.in_(select(Loan.book_id))))", "reads books, loans"),
        ("session.execute(insert(Book).values(id=1))", "writes books"),
        ("session.execute(update(Book).where(Book.id == 1).values(id=2))", "writes books"),
        ("session.execute(delete(Loan))", "writes loans"),
        ("session.execute(tags.insert())", "writes tags"),
        ("session.execute(select(tags))", "reads tags"),
        ("session.execute(text('select * from loans'))", "reads loans"),
        ("session.add(Book(id=1))\nsession.commit()", "writes books"),
        ("session.add_all([Book(id=1), Loan(id=2)])", "writes books, loans"),
        ("made = Book(id=1)\nsession.add(made)\nsession.refresh(made)", "reads books; writes books"),
        ("session.delete(session.get(Loan, 1))", "reads loans; writes loans"),
        ("return session.get(Book, 1)", "reads books"),
        ("return session.query(Book).filter(Book.id == 1).all()", "reads books"),
        ("return session.query(Book, Loan).join(tags).first()", "reads books, loans, tags"),
        ("session.query(Loan).filter_by(id=1).delete()", "writes loans"),
        ("return Book.query.filter_by(id=1).first()", "reads books"),
        ("session.add(book)", "writes books"),
    ],
)
def test_calls(body: str, expected: str) -> None:
    says(body, expected)


def test_functions_that_are_called() -> None:
    more = """
    def every(session): return session.scalars(select(Book))
    async def save(session, *, thing):
        session.add(thing)
        await session.commit()
    """
    says("every(session)", "reads books", more)
    says("await save(session, thing=Loan(id=1))", "writes loans", more)


def test_parameters_by_their_types() -> None:
    more = """
    from typing import Annotated, Optional
    Current = Annotated[Loan, 1]
    def a(session, loan: Current): session.add(loan)
    def b(session, loan: Annotated[Book, 1]): session.delete(loan)
    def c(session, loan: Optional[Book]): session.merge(loan)
    """
    says("a(session, 1)", "writes loans", more)
    says("b(session, 1)", "writes books", more)
    says("c(session, 1)", "writes books", more)


def test_methods_of_objects() -> None:
    more = """
    class Repository:
        model = Book
        def __init__(self, session): self.session = session
        def every(self): return self.session.scalars(select(self.model)).all()
        @staticmethod
        def drop(session): session.execute(delete(Loan))
    class Loans(Repository):
        model = Loan
        def every(self):
            self.save(Book(id=1))
            return super().every()
        def save(self, thing): self.session.add(thing)
    class Service:
        def __init__(self, session):
            self.loans = Loans(session)
        def run(self): return self.loans.every()
    books = Repository(None)
    """
    says("return Repository(session).every()", "reads books", more)
    says("Repository(session).drop(session)", "writes loans", more)
    says("books.every()", "reads books", more)
    says("service = Service(session)\nreturn service.run()", "reads loans; writes books", more)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("book.id = 2", "writes books"),
        ("one = session.get(Book, 1)\none.id = 2", "reads books; writes books"),
        ("one = session.scalars(select(Book)).one()\nif one:\n    one.id += 2", "reads books; writes books"),
        ("for one in session.scalars(select(Book)):\n    one.id = 2", "reads books; writes books"),
        ("Book.id = 2", ""),
        ("found = {}\nfound.book = session.get(Book, 1)", "reads books"),
        ("other = Plain()\nother.book = 1", ""),
    ],
)
def test_what_is_changed_in_objects_is_written(body: str, expected: str) -> None:
    says(body, expected, "class Plain: pass")


def test_repositories_for_any_model() -> None:
    code = """
    from sqlalchemy import select
    from models import Book, Loan
    class Repository:
        def __init__(self, session, *, model):
            self.session = session
            self.model = model
        @property
        def query(self):
            return select(self.model)
        def all(self):
            return self.session.execute(self.query).all()
        def add(self, data):
            self.session.add(self.model(**data))
    class Loans(Repository):
        limit: int | None = None
        def __init__(self, session):
            super().__init__(session, model=Loan)
    def books(session):
        return Repository(model=Book, session=session).all()
    def added(session):
        return Repository(session, model=Book).add({})
    """
    files = {"models.py": MODELS, "app.py": code}
    assert touched(files, "app.py#books") == "reads books"
    assert touched(files, "app.py#added") == "writes books"


def test_many_repositories_of_one_class() -> None:
    numbers = range(40)
    models = "".join(
        f"class M{n}(Base):\n    __tablename__ = 'm{n}'\n    id: Mapped[int] = mapped_column(primary_key=True)\n"
        for n in numbers
    )
    functions = "".join(f"def all{n}(session):\n    return Repository(session, M{n}).all()\n" for n in numbers)
    code = """
from sqlalchemy import select
from models import *
class Repository:
    def __init__(self, session, model):
        self.session = session
        self.model = model
    def all(self):
        return self.session.execute(select(self.model)).all()
"""
    files = {"models.py": MODELS + models, "app.py": code + functions}
    assert touched(files, *(f"app.py#all{n}" for n in numbers)) == "reads m39"
