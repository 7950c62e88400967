"""Which tables code touches through Django's models."""

from textwrap import dedent

import pytest

from tests.extract.layers.access.vocabulary import touched

MODELS = """
from django.db import models
class PublishedManager(models.Manager): pass
class Author(models.Model):
    name = models.TextField()
class Shared(models.Model):
    kept = PublishedManager.from_queryset(models.QuerySet)()
    class Meta:
        abstract = True
class Book(Shared):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    readers = models.ManyToManyField("Author", related_name="read")
    published = PublishedManager()
"""

START = """
from django.db import connection
from django.shortcuts import get_object_or_404
from shop.models import Author, Book
"""

AUTHOR, BOOK = "shop_author", "shop_book"


def says(body: str, expected: str, more: str = "") -> None:
    lines = "\n".join(f"    {line}" for line in dedent(body).strip().splitlines())
    code = f"{START}{dedent(more)}\ndef run(request, author: Author):\n{lines}\n"
    files = {
        "settings.py": "INSTALLED_APPS = ['shop']",
        "shop/__init__.py": "",
        "shop/models.py": MODELS,
        "shop/views.py": code,
    }
    assert touched(files, "shop/views.py#run") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return request.user.filter(1)", ""),
        ("return Author.DoesNotExist", ""),
        ("return Author.objects.all()", f"reads {AUTHOR}"),
        ("return [one.name for one in Author.objects.filter(name='x').order_by('name')]", f"reads {AUTHOR}"),
        ("found = Author.objects.filter(name='x')\nreturn found.first()", f"reads {AUTHOR}"),
        ("return Book.published.count()", f"reads {BOOK}"),
        ("return Book.kept.filter(pk=1)", f"reads {BOOK}"),
        ("Author.objects.create(name='x')", f"writes {AUTHOR}"),
        ("Author.objects.filter(name='x').update(name='y')", f"writes {AUTHOR}"),
        ("Author.objects.get_or_create(name='x')", f"reads {AUTHOR}; writes {AUTHOR}"),
        ("await Author.objects.acreate(name='x')", f"writes {AUTHOR}"),
        ("Author(name='x').save()", f"writes {AUTHOR}"),
        ("one = Author.objects.get(pk=1)\none.delete()", f"reads {AUTHOR}; writes {AUTHOR}"),
        ("one = get_object_or_404(Author, pk=1)\none.save()", f"reads {AUTHOR}; writes {AUTHOR}"),
        ("author.save()", f"writes {AUTHOR}"),
        ("return Book.published.select_related('author')", f"reads {AUTHOR}, {BOOK}"),
        ("return author.book_set.all()", f"reads {BOOK}"),
        ("with connection.cursor() as c:\n    c.execute('delete from shop_author')", f"writes {AUTHOR}"),
    ],
)
def test_calls(body: str, expected: str) -> None:
    says(body, expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("BookForm(request.POST).save()", f"writes {BOOK}"),
        ("form = BookForm(request.POST)\nif form.is_valid():\n    form.save(commit=True)", f"writes {BOOK}"),
        ("LoggingForm().save()", f"reads {AUTHOR}; writes {BOOK}"),
        ("PlainForm().save()", ""),
        ("Editing().edit()", f"writes {BOOK}"),
        ("BookForm(request.POST).is_valid()", ""),
    ],
)
def test_forms_and_serializers_save_their_model(body: str, expected: str) -> None:
    says(
        body,
        expected,
        """
        from django import forms
        class BookForm(forms.ModelForm):
            class Meta:
                model = Book
        class LoggingForm(BookForm):
            def save(self, commit=True):
                Author.objects.first()
                return super().save(commit)
        class PlainForm(forms.Form):
            pass
        class Editing:
            form = BookForm
            def edit(self):
                form = self.form(data={})
                form.save()
        """,
    )


def test_methods_of_managers_and_models_run_as_well() -> None:
    code = """
    from django.db import models
    class Log(models.Model):
        pass
    class Orders(models.Manager):
        def open(self):
            Log.objects.create()
            return self.filter(open=True)
    class Order(models.Model):
        objects = Orders()
        def save(self, *args):
            Log.objects.first()
            super().save(*args)
    """
    files = {
        "settings.py": "INSTALLED_APPS = ['shop']",
        "shop/__init__.py": "",
        "shop/models.py": code,
        "shop/tasks.py": """
        from shop.models import Order
        def listed():
            return Order.objects.open()
        def made():
            Order().save()
        """,
    }
    assert touched(files, "shop/tasks.py#listed") == "reads shop_order; writes shop_log"
    assert touched(files, "shop/tasks.py#made") == "reads shop_log; writes shop_order"
