from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import path
from django.utils.decorators import method_decorator
from django.views import View

from shop import library

guarded = [login_required, permission_required("shop.change")]


class Books(View):
    def get(self, request):
        return library.all_books()

    @method_decorator(guarded)
    def post(self, request):
        return library.add_book()


class Book(LoginRequiredMixin, View):
    @method_decorator(permission_required("shop.delete"))
    def delete(self, request, id):
        return library.drop_book()


urlpatterns = [path("books", Books.as_view()), path("books/<int:id>", Book.as_view())]
