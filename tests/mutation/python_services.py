"""Services of Python, over SQLAlchemy and over Django, and changes of them."""

from collections.abc import Mapping
from typing import NamedTuple

FILES: Mapping[str, str] = {
    "app/__init__.py": "",
    "app/models.py": """
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
class Base(DeclarativeBase): pass
class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
class Loan(Base):
    __tablename__ = "loans"
    id: Mapped[int] = mapped_column(primary_key=True)
class Member(Base):
    __tablename__ = "members"
    id: Mapped[int] = mapped_column(primary_key=True)
""",
    "app/repository.py": """
from sqlalchemy import select

class Repository:
    def __init__(self, session, model):
        self.session = session
        self.model = model

    def _query(self):
        return select(self.model)

    def all(self):
        return self.session.scalars(self._query()).all()

    def add(self, item):
        self.session.add(item)
""",
    "app/lending.py": """
from sqlalchemy import delete, select
from app.mail import notify
from app.models import Book, Loan, Member

class LendingService:
    def __init__(self, session):
        self.session = session

    @property
    def open_loans(self):
        return select(Loan)

    def lend(self, book_id):
        book = self.session.get(Book, book_id)
        self.session.add(Loan(book_id=book.id))
        notify(self.session, book)

    def give_back(self, loan_id):
        loan = self.session.scalars(self.open_loans).first()
        self.session.execute(delete(Loan).where(Loan.id == loan.id))

    def rename(self, book_id, title):
        book = self._one(book_id)
        book.title = title
        self.session.commit()

    def _one(self, book_id):
        return self.session.get(Book, book_id)
""",
    "app/mail.py": """
from sqlalchemy import select
from app.models import Member

def notify(session, book):
    return session.scalars(select(Member)).all()
""",
    "settings.py": "INSTALLED_APPS = ['shop']\n",
    "shop/__init__.py": "",
    "shop/models.py": """
from django.db import models
class Log(models.Model): pass
class Orders(models.Manager):
    def open(self):
        return self.filter(open=True)
class Order(models.Model):
    objects = Orders()
    open = models.BooleanField()
""",
    "shop/services.py": """
from shop.models import Log, Order

def open_orders():
    return list(Order.objects.open())

def close(order_id):
    order = Order.objects.get(pk=order_id)
    order.open = False
    order.save()
""",
}

LENDING, MAIL, SHOP = "app/lending.py", "app/mail.py", "shop/services.py"


class Mutant(NamedTuple):
    """A change of one file, and the words by which a report must name it."""

    kind: str
    path: str
    edits: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()

    @property
    def files(self) -> Mapping[str, str]:
        changed = FILES[self.path]
        for before, after in self.edits:
            assert changed.count(before) == 1, (self.kind, before)
            changed = changed.replace(before, after)
        return {**FILES, self.path: changed}


def _one(kind: str, path: str, before: str, after: str, *names: str) -> Mutant:
    return Mutant(kind, path, ((before, after),), names)


SEMANTIC = [
    _one("other-table", LENDING, "add(Loan(book_id=book.id))", "add(Book(id=1))", "lend", "books"),
    _one("removed-write", LENDING, "        self.session.add(Loan(book_id=book.id))\n", "", "lend", "loans"),
    _one("removed-call", LENDING, "        notify(self.session, book)\n", "", "lend", "app/mail#notify"),
    _one("in-a-property", LENDING, "return select(Loan)", "return select(Member)", "give_back", "members"),
    _one("read-instead-of-write", LENDING, "execute(delete(Loan)", "execute(select(Loan)", "give_back", "loans"),
    _one("no-longer-changed", LENDING, "        book.title = title\n", "", "rename", "books"),
    _one("in-a-helper", LENDING, "return self.session.get(Book, book_id)", "return Member()", "rename", "members"),
    _one("renamed-operation", LENDING, "def lend(", "def hand_out(", "lend", "hand_out"),
    _one("hidden-operation", LENDING, "def rename(", "def _rename(", "rename"),
    _one("renamed-class", LENDING, "class LendingService", "class LoanService", "LendingService", "LoanService"),
    _one("no-longer-a-property", LENDING, "    @property\n", "", "open_loans"),
    Mutant(
        "new-read",
        MAIL,
        (("select(Member)", "select(Member).join(Book)"), ("import Member", "import Book, Member")),
        ("notify", "books"),
    ),
    Mutant(
        "raw-sql",
        MAIL,
        (
            ("return", "session.execute(text('delete from members'))\n    return"),
            ("import select", "import select, text"),
        ),
        ("notify", "members"),
    ),
    _one("new-table", SHOP, "order.save()", "order.save()\n    Log.objects.create()", "close", "shop_log"),
    _one("not-saved", SHOP, "    order.save()\n", "", "close", "shop_order"),
    _one("deleted", SHOP, "list(Order.objects.open())", "Order.objects.all().delete()", "open_orders", "shop_order"),
    _one("in-a-manager", "shop/models.py", "return self.filter(open=True)", "Log.objects.create()", "shop_log"),
    Mutant(
        "generic-repository",
        LENDING,
        (
            ("notify(self.session, book)", "Repository(self.session, model=Member).add(Member())"),
            ("from app.mail import notify", "from app.repository import Repository"),
        ),
        ("lend", "members"),
    ),
]

COSMETIC = [
    _one("comment", LENDING, "        book.title = title\n", "        # the new one\n        book.title = title\n"),
    _one("docstring", MAIL, "(session, book):\n", '(session, book):\n    """Tell everybody."""\n'),
    _one("annotations", MAIL, "def notify(session, book):", "def notify(session: object, book: Book | None) -> list:"),
    Mutant("renamed-local", LENDING, (("loan = ", "found = "), ("== loan.id", "== found.id"))),
    _one("other-condition", LENDING, "Loan.id == loan.id", "Loan.id.in_([loan.id])"),
    _one("keyword", LENDING, "notify(self.session, book)", "notify(book=book, session=self.session)"),
    _one("private-helper", MAIL, "def notify", "def _size(items):\n    return len(items)\n\ndef notify"),
    _one("imported-otherwise", SHOP, "from shop.models import Log, Order", "from .models import Log, Order"),
    _one("generator", SHOP, "list(Order.objects.open())", "[one for one in Order.objects.open()]"),
    _one("one-step-less", SHOP, "    order.open = False\n", ""),
    _one("moved-import", LENDING, "from app.mail import notify\n", "from app import mail\nnotify = mail.notify\n"),
]
