"""Models of Pydantic and serializers as types."""

from textwrap import dedent

from tests.vocabulary import read


def says(source: str, expected: str) -> None:
    files = {"app/models.py": dedent(source).encode(), "app/base.py": BASE}
    found = read(files, layers=("types",)).types
    lines = [
        f"{one.name}: {', '.join(f'{each.name}{chr(63) * each.optional} {each.type}' for each in one.members)}"
        for one in found
    ]
    assert "\n".join(lines) == dedent(expected).strip("\n")


BASE = b"from pydantic import BaseModel\nclass Base(BaseModel):\n    id: int\n"


def test_classes_that_are_no_models() -> None:
    says("class A:\n    a: int\nclass _B(A): pass\n", "")


def test_models_of_pydantic() -> None:
    says(
        """
        from typing import ClassVar
        from pydantic import BaseModel, Field
        from app.base import Base
        class Book(Base):
            model_config = {}
            kind: ClassVar[str] = "x"
            title: str
            pages: int | None = None
            tags: list[str] = Field(default_factory=list)
            code: str = Field(max_length=3)
        class Novel(Book):
            title: str = "x"
        """,
        """
        Book: id int, title str, pages? int | None, tags? list[str], code str
        Novel: id int, title? str, pages? int | None, tags? list[str], code str
        """,
    )


def test_models_that_are_no_tables() -> None:
    says(
        """
        from sqlmodel import Field, SQLModel
        class BookBase(SQLModel):
            title: str
        class Book(BookBase, table=True):
            id: int | None = Field(default=None, primary_key=True)
        """,
        "BookBase: title str",
    )


def test_serializers() -> None:
    says(
        """
        from rest_framework import serializers
        class Author(serializers.Serializer):
            name = serializers.CharField()
        class Book(serializers.ModelSerializer):
            authors = Author(many=True, required=False)
            class Meta:
                fields = ["id", "authors"]
        """,
        "Author: name CharField\nBook: id model, authors? Author[]",
    )
