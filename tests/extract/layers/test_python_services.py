"""Which functions and classes of Python are services."""

from collections.abc import Mapping
from textwrap import dedent

import pytest

from tests.extract.layers.vocabulary import described

MODELS = """
from sqlmodel import Field, SQLModel
class User(SQLModel, table=True):
    id: int = Field(primary_key=True)
    def renamed(self, session):
        session.add(self)
class Post(SQLModel, table=True):
    id: int = Field(primary_key=True)
"""

START = """
from sqlmodel import select
from app.models import Post, User
"""


def says(files: Mapping[str, str], expected: str) -> None:
    given = {path: START + dedent(text) for path, text in files.items()}
    assert described({"app/__init__.py": "", "app/models.py": MODELS, **given}) == dedent(expected).strip("\n")


def test_functions_that_access_data() -> None:
    code = """
    def users(session):
        return session.exec(select(User)).all()
    def _hidden(session):
        return session.exec(select(User)).all()
    def double(number):
        return number * 2
    """
    says({"app/queries.py": code}, "module app/queries\n  users: reads user")


@pytest.mark.parametrize("path", ["app/crud.py", "app/user_crud.py", "app/repositories/users.py", "app/user_dao.py"])
def test_repositories_are_known_by_their_names(path: str) -> None:
    code = "def users(session):\n    return session.exec(select(User)).all()\n"
    says({path: code}, f"repository {path.removesuffix('.py')}\n  users: reads user")


def test_packages_are_called_as_their_folders() -> None:
    code = "def users(session):\n    return session.exec(select(User)).all()\n"
    says({"app/services/__init__.py": code}, "module app/services\n  users: reads user")


def test_classes() -> None:
    code = """
    class UserService:
        def __init__(self, session):
            self.session = session
        @property
        def everybody(self):
            return select(User)
        def create(self, data):
            self.session.add(User(**data))
        def greet(self):
            return self._greeting()
        def _greeting(self):
            return self.session.exec(self.everybody).first()
        @staticmethod
        def drop(session, user: User):
            session.delete(user)
    """
    says(
        {"app/users.py": code},
        """
        class UserService
          create: writes user
          drop: writes user
          greet: reads user
        """,
    )


def test_models_are_none_and_neither_is_what_is_imported() -> None:
    assert described({"app/__init__.py": "", "app/models.py": MODELS}) == ""
    code = """
    class UserRepository:
        def all(self, session):
            return session.exec(select(User)).all()
    """
    says(
        {"app/users.py": code, "app/later.py": "from app.users import UserRepository\n"},
        "repository UserRepository\n  all: reads user",
    )


@pytest.mark.parametrize(
    "code",
    [
        """
        from fastapi import APIRouter
        router = APIRouter()
        @router.get("/users")
        def users(session):
            return session.exec(select(User)).all()
        """,
        """
        from pydantic import BaseModel
        class Form(BaseModel):
            def stored(self, session):
                session.add(User())
        """,
    ],
)
def test_what_frameworks_call_is_no_service(code: str) -> None:
    says({"app/api.py": code}, "")


def test_migrations_are_none() -> None:
    code = "def upgrade(session):\n    session.exec(select(User)).all()\n"
    says({"alembic/versions/1_first.py": code, "app/migrations/first.py": code}, "")


@pytest.mark.parametrize("path", ["views.py", "admin.py", "views/books.py", "management/commands/load.py", "urls.py"])
def test_what_django_calls_is_no_service(path: str) -> None:
    code = "from shop.models import Book\ndef books():\n    return Book.objects.all()\n"
    files = {
        "settings.py": "INSTALLED_APPS = ['shop']",
        "shop/__init__.py": "",
        "shop/models.py": """
        from django.db import models
        class Book(models.Model):
            def save(self):
                Book.objects.count()
                super().save()
        """,
    }
    assert described({**files, f"shop/{path}": code}) == ""
    assert described({**files, "shop/services.py": code}) == "module shop/services\n  books: reads shop_book"
