"""What the classes of models come to."""

from tests.extract.vocabulary import extracts

AUTHORS = """
    from django.db import models

    class Author(models.Model):
        name = models.CharField(max_length=100)

    class Book(models.Model):
        title = models.CharField("Title", max_length=200)
        author = models.ForeignKey(Author, on_delete=models.CASCADE)
    """


def test_nothing() -> None:
    extracts({}, "")
    unused = "unresolved shop/models.py:1: Django is used here, but no table was found"
    extracts({"shop/models.py": "from django.db import models"}, unused)


def test_models_of_an_app() -> None:
    extracts(
        {"shop/models.py": AUTHORS},
        """
        django:shop/models.py postgresql
          table shop_author (Author)
            id: integer primary key identity by default
            name: varchar(100)
          table shop_book (Book)
            id: integer primary key identity by default
            title: varchar(200)
            author_id: integer → shop_author.id
            index shop_book_author_id_82b8ab51 (author_id)
            foreign key shop_book_author_id_82b8ab51_fk_shop_author_id (author_id) → shop_author (id)
          relation shop_book.author: one shop_author (author_id → id)
        """,
    )
