"""What routers of Django REST framework make of view sets."""

from tests.extract.layers.django.vocabulary import says

IMPORTS = """
from django.urls import include, path
from rest_framework import mixins, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import IsAdminUser
from rest_framework.routers import DefaultRouter, SimpleRouter
"""


def project(text: str) -> dict[str, str]:
    return {"settings.py": "ROOT_URLCONF = 'urls'", "urls.py": f"{IMPORTS}{text}"}


def test_standard_actions() -> None:
    says(
        project(
            """
class Books(viewsets.ModelViewSet): pass
class Loans(viewsets.ReadOnlyModelViewSet):
    lookup_field = "code"
class Tags(mixins.ListModelMixin, viewsets.GenericViewSet):
    def create(self, request): pass
router = SimpleRouter()
router.register("books", Books)
router.register(r"loans", Loans, basename="loan")
router.register("tags", viewset=Tags)
urlpatterns = [path("api/", include(router.urls))]
"""
        ),
        """
        GET /api/books: Books.list
        POST /api/books: Books.create
        GET /api/books/:pk: Books.retrieve
        PUT /api/books/:pk: Books.update
        PATCH /api/books/:pk: Books.partial_update
        DELETE /api/books/:pk: Books.destroy
        GET /api/loans: Loans.list
        GET /api/loans/:code: Loans.retrieve
        GET /api/tags: Tags.list
        POST /api/tags: Tags.create
        """,
    )


def test_extra_actions() -> None:
    says(
        project(
            """
class Books(viewsets.ViewSet):
    @action(detail=False)
    def latest(self, request): pass
    @action(methods=["post", "PUT"], detail=True, url_path="lend/(?P<to>[^/.]+)", permission_classes=[IsAdminUser])
    def lend(self, request, pk, to): pass
    @lend.mapping.delete
    def give_back(self, request, pk, to): pass
router = SimpleRouter()
router.register("books", Books)
urlpatterns = router.urls
"""
        ),
        """
        GET /books/latest: Books.latest
        POST /books/:pk/lend/:to: Books.lend (IsAdminUser)
        PUT /books/:pk/lend/:to: Books.lend (IsAdminUser)
        DELETE /books/:pk/lend/:to: Books.give_back (IsAdminUser)
        """,
    )


def test_routers_of_the_repository() -> None:
    says(
        project(
            """
class Books(viewsets.ReadOnlyModelViewSet): pass
class OwnRouter(DefaultRouter): pass
router = OwnRouter()
router.register("books", Books)
urlpatterns = [path("api/", include((router.urls, "api"), namespace="api")),
               path("one/", Books.as_view({"get": "list", "post": "extra"}))]
"""
        ),
        """
        GET /api: APIRootView
        GET /api/books: Books.list
        GET /api/books/:pk: Books.retrieve
        GET /one: Books.list
        POST /one: Books.extra
        """,
    )


def test_nested_routers() -> None:
    says(
        project(
            """
from rest_framework_nested import routers
class Books(viewsets.ReadOnlyModelViewSet): pass
class Pages(viewsets.ReadOnlyModelViewSet): pass
router = SimpleRouter()
router.register("books", Books)
pages = routers.NestedSimpleRouter(router, "books", lookup="book")
pages.register("pages", Pages)
urlpatterns = [path("", include(router.urls)), path("", include(pages.urls))]
"""
        ),
        """
        GET /books: Books.list
        GET /books/:pk: Books.retrieve
        GET /books/:book_pk/pages: Pages.list
        GET /books/:book_pk/pages/:pk: Pages.retrieve
        """,
    )
