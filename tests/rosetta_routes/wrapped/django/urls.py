from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from shop import library


class Loans:
    def add(self):
        return self.save()

    def save(self):
        library.lend()


@require_http_methods(["GET"])
def books(request):
    return library.all_books()


@require_http_methods(["POST"])
def loans(request):
    return Loans().add()


urlpatterns = [path("books", books), path("loans", csrf_exempt(loans))]
