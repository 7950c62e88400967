from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import path
from django.utils.decorators import method_decorator
from django.views import View

from shop import library


class Books(View):
    def get(self, request):
        return library.all_books()

    @method_decorator(login_required)
    def post(self, request):
        return library.add_book()


class Loans(LoginRequiredMixin, View):
    def post(self, request):
        return library.lend()


urlpatterns = [path("books", Books.as_view()), path("loans", Loans.as_view())]
