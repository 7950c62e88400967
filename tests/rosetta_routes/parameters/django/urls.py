from django.urls import path, re_path
from django.views.decorators.http import require_GET

from shop import library


@require_GET
def one(request, org, id=None):
    return library.one_book()


@require_GET
def file(request, path):
    return path


urlpatterns = [
    path("orgs/<slug:org>/books/latest", one),
    re_path(r"^orgs/(?P<org>[\w-]+)/books/(?P<id>\d+)/?$", one),
    path("files/<path:path>", file),
]
