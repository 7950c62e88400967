"""A project of Django, and changes of it: those that change what a route is, and those that do not."""

from collections.abc import Mapping

from tests.mutation.express import Mutant

FILES: Mapping[str, str] = {
    "settings.py": """
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["shop", "rest_framework"]
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}
""",
    "config/__init__.py": "",
    "config/urls.py": """
from django.urls import include, path
urlpatterns = [path("api/", include("shop.urls"))]
""",
    "shop/__init__.py": "",
    "shop/models.py": """
from django.db import models
class Book(models.Model):
    class Meta:
        db_table = "books"
class Loan(models.Model):
    class Meta:
        db_table = "loans"
""",
    "shop/urls.py": """
from django.urls import include, path, re_path
from rest_framework.routers import SimpleRouter
from shop import views
router = SimpleRouter()
router.register("loans", views.Loans, basename="loan")
urlpatterns = [
    path("books/<int:pk>/", views.book),
    re_path(r"^books/new$", views.Make.as_view()),
    path("", include(router.urls)),
]
""",
    "shop/views.py": """
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import get_object_or_404
from django.views import View
from django.views.decorators.http import require_GET, require_http_methods
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny
from shop.models import Book, Loan

@require_GET
def book(request, pk): return get_object_or_404(Book, pk=pk)

class Make(LoginRequiredMixin, View):
    def post(self, request): self.save()
    def save(self): Book.objects.create()

class Loans(viewsets.ViewSet):
    def list(self, request): return list(Loan.objects.all())
    @action(detail=True, methods=["post"], url_path="give-back")
    def give_back(self, request, pk): Loan.objects.filter(pk=pk).delete()
""",
}

ROUTES = """
GET /api/books/:pk: book reads books
POST /api/books/new: Make.post (LoginRequiredMixin) writes books
GET /api/loans: Loans.list (IsAuthenticated) reads loans
POST /api/loans/:pk/give-back: Loans.give_back (IsAuthenticated) writes loans
"""

_BOOK, _MAKE, _LIST, _BACK = ROUTES.strip().splitlines()

SEMANTIC = (
    Mutant("path", "shop/urls.py", "books/<int:pk>/", "book/<int:id>/", (_BOOK,),
           ("GET /api/book/:id: book reads books",)),
    Mutant("include", "config/urls.py", '"api/"', '"v2/"', (_BOOK, _MAKE, _LIST, _BACK),
           tuple(one.replace("/api", "/v2") for one in (_BOOK, _MAKE, _LIST, _BACK))),
    Mutant("prefix of a router", "shop/urls.py", '"loans"', '"lendings"', (_LIST, _BACK),
           tuple(one.replace("/loans", "/lendings") for one in (_LIST, _BACK))),
    Mutant("pattern removed", "shop/urls.py", '    path("books/<int:pk>/", views.book),\n', "", (_BOOK,)),
    Mutant("method of a function", "shop/views.py", "@require_GET\n", "", (_BOOK,), (f"*{_BOOK[3:]}",)),
    Mutant("method of a class", "shop/views.py", "def post(self", "def put(self", (_MAKE,),
           ("PUT /api/books/new: Make.put (LoginRequiredMixin) writes books",)),
    Mutant("mixin removed", "shop/views.py", "LoginRequiredMixin, View", "View", (_MAKE,),
           (_MAKE.replace(" (LoginRequiredMixin)", ""),)),
    Mutant("default permission", "settings.py", "IsAuthenticated", "AllowAny", (_LIST, _BACK),
           tuple(one.replace(" (IsAuthenticated)", "") for one in (_LIST, _BACK))),
    Mutant("permission of an action", "shop/views.py", 'url_path="give-back"',
           'url_path="give-back", permission_classes=[AllowAny]', (_BACK,), (_BACK.replace(" (IsAuthenticated)", ""),)),
    Mutant("path of an action", "shop/views.py", "give-back", "back", (_BACK,), (_BACK.replace("give-back", "back"),)),
    Mutant("action removed", "shop/views.py", "    def list(", "    def listed(", (_LIST,)),
    Mutant("table read", "shop/views.py", "get_object_or_404(Book", "get_object_or_404(Loan", (_BOOK,),
           (_BOOK.replace("reads books", "reads loans"),)),
    Mutant("table written", "shop/views.py", "Book.objects.create()", "Loan(pk=1).save()", (_MAKE,),
           (_MAKE.replace("writes books", "writes loans"),)),
)  # fmt: skip

COSMETIC = (
    Mutant("include of a module", "config/urls.py", 'include("shop.urls")', 'include(("shop.urls", "shop"))'),
    Mutant("an expression for a path", "shop/urls.py", 'path("books/<int:pk>/"', 're_path(r"^books/(?P<pk>[0-9]+)/$"'),
    Mutant("a list that grows", "shop/urls.py", '    path("", include(router.urls)),\n]',
           "]\nurlpatterns += router.urls"),
    Mutant("name of a pattern", "shop/urls.py", "views.book)", 'views.book, name="book")'),
    Mutant("methods listed", "shop/views.py", "@require_GET", '@require_http_methods(["GET"])'),
    Mutant("a queryset named", "shop/views.py", "return list(Loan.objects.all())",
           "\n        found = Loan.objects.all()\n        return list(found)"),
    Mutant("kind of a parameter", "shop/urls.py", "<int:pk>", "<slug:pk>"),
)  # fmt: skip
