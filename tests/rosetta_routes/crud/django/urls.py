from django.urls import include, path
from django.views import View

from shop import library


class Books(View):
    def get(self, request):
        return library.all_books()

    def post(self, request):
        return library.add_book()


class Book(View):
    def get(self, request, id):
        return library.one_book()

    def patch(self, request, id):
        return library.change_book()

    def delete(self, request, id):
        return library.drop_book()


urlpatterns = [path("api/books/", include([path("", Books.as_view()), path("<int:id>/", Book.as_view())]))]
