from django.urls import path
from django.views import View

from shop import library


class Crud(View):
    def get(self, request):
        return library.all_books()

    def post(self, request):
        return library.add_book()


class Books(Crud):
    pass


class Drafts(Crud):
    pass


urlpatterns = [path("books/", Books.as_view()), path("drafts/", Drafts.as_view())]
