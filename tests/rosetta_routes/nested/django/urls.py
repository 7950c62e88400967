from django.urls import include, path
from django.views.decorators.http import require_GET, require_POST

from shop import library


@require_GET
def every(request, shop):
    return library.all_books()


@require_GET
def one(request, shop, id):
    return library.one_book()


@require_POST
def lend(request, shop):
    return library.lend()


@require_GET
def health(request):
    return "ok"


shops = [path("books/", include([path("", every), path("<int:id>", one)])), path("loans", lend)]
api = [path("health", health), path("shops/<slug:shop>/", include(shops))]
urlpatterns = [path("api/v1/", include((api, "api")))]
