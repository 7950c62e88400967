from django.urls import path

from shop import library


def hook(request):
    return library.add_book()


urlpatterns = [path("api/hook", hook)]
