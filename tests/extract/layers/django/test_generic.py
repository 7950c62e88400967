"""Which tables generic views touch."""

import pytest

from tests.vocabulary import read

FILES = {
    "settings.py": "ROOT_URLCONF = 'urls'\nINSTALLED_APPS = ['shop']",
    "shop/__init__.py": "",
    "shop/models.py": "from django.db import models\nclass Book(models.Model): pass\nclass Loan(models.Model): pass\n",
}

START = """
from django.urls import include, path
from django.views.generic import CreateView, DeleteView, FormView, ListView, UpdateView
from rest_framework import viewsets
from rest_framework.routers import SimpleRouter
from shop.models import Book, Loan
"""


def touched(view: str) -> str:
    urls = f"{START}{view}\nurlpatterns = [path('a', A.as_view())]\n"
    if "ViewSet" in view:
        urls = f"{START}{view}\nr = SimpleRouter()\nr.register('a', A)\nurlpatterns = r.urls\n"
    files = {path: text.encode() for path, text in {**FILES, "urls.py": urls}.items()}
    lines = [
        f"{one.method}{one.path[2:]} r:{','.join(one.reads)} w:{','.join(one.writes)}"
        for one in read(files, layers=("routes",)).routes
    ]
    return "; ".join(lines)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("class A(ListView):\n  model = Book", "GET r:shop_book w:"),
        ("class A(ListView):\n  queryset = Book.objects.filter(id=1)", "GET r:shop_book w:"),
        ("class A(ListView):\n  def get_queryset(self): return Loan.objects.all()", "GET r:shop_loan w:"),
        ("class A(FormView):\n  model = Book", "GET r:shop_book w:; POST r: w:; PUT r:shop_book w:"),
        (
            "class A(CreateView):\n  model = Book\n  def form_valid(self, form): Loan.objects.create()",
            "GET r:shop_book w:; POST r: w:shop_book,shop_loan; PUT r:shop_book w:shop_book,shop_loan",
        ),
        (
            "class A(viewsets.ModelViewSet):\n  queryset = Book.objects\n  def destroy(self, request, pk): pass",
            (
                "GET r:shop_book w:; POST r: w:shop_book; DELETE/:pk r: w:; GET/:pk r:shop_book w:; "
                "PATCH/:pk r:shop_book w:shop_book; PUT/:pk r:shop_book w:shop_book"
            ),
        ),
        (
            (
                "class Base(viewsets.GenericViewSet):\n  def get_queryset(self): return super().get_queryset()\n"
                "  def list(self, request): return self.get_queryset()\nclass A(Base):\n  queryset = Book.objects.all()"
            ),
            "GET r:shop_book w:",
        ),
        (
            (
                "class A(viewsets.GenericViewSet):\n  queryset = Book.objects.all()\n"
                "  def create(self, request): self.perform_create(self.get_serializer(data=request.data))"
            ),
            "POST r: w:shop_book",
        ),
        (
            (
                "class A(viewsets.GenericViewSet):\n  queryset = Book.objects.all()\n"
                "  def create(self, request): self.perform_create(self.get_serializer(data=request.data))\n"
                "  def perform_create(self, serializer): Loan.objects.create()"
            ),
            "POST r: w:shop_loan",
        ),
        (
            "class A(viewsets.ReadOnlyModelViewSet):\n  queryset = Book.objects.all()",
            "GET r:shop_book w:; GET/:pk r:shop_book w:",
        ),
    ],
)
def test_views(view: str, expected: str) -> None:
    assert touched(view) == expected
