"""Projects of Django, each in as many files as it needs."""

from collections.abc import Mapping

SETTINGS = """
SECRET_KEY = "x"
ROOT_URLCONF = "urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
"""

CASES: Mapping[str, Mapping[str, str]] = {
    "patterns": {
        "urls.py": """
from django.http import HttpResponse
from django.urls import include, path, re_path
def view(request, **kwargs): return HttpResponse()
inner = [path("", view), path("<slug:name>/", view)]
urlpatterns = [
    path("", view),
    path("users/<int:pk>/", view),
    path("users/<uuid:key>/edit", view),
    path("files/<path:rest>", view),
    re_path(r"^articles/(?P<year>[0-9]{4})/$", view),
    re_path(r"^articles/(?P<year>[0-9]{4})/(?P<slug>[\\w-]+)/?$", view),
    re_path(r"^page(?:/(?P<number>\\d+))?/$", view),
    re_path(r"^plain/(\\d+)/(\\w+)/$", view),
    path("inner/", include(inner)),
    path("named/<int:pk>/", include((inner, "inner"), namespace="n")),
    path("again/", include("more.urls")),
]
urlpatterns += [path("late/", view)]
""",
        "more/__init__.py": "",
        "more/urls.py": """
from django.urls import path
from urls_base import view
app_name = "more"
urlpatterns = [path(f"{name}/", view) for name in ("a", "b")]
""",
        "urls_base.py": """
from django.http import HttpResponse
def view(request): return HttpResponse()
""",
    },
    "classes": {
        "urls.py": """
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.urls import path
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import (
    ArchiveIndexView, CreateView, DeleteView, DetailView, FormView, ListView, TemplateView, UpdateView,
)
class Base(View):
    def get(self, request): ...
class Own(Base):
    def delete(self, request): ...
class Reading(Own):
    http_method_names = ["get"]
class Users(ListView):
    model = User
class One(DetailView):
    model = User
class Made(CreateView):
    model = User
    fields = ["username"]
class Changed(UpdateView):
    model = User
    fields = ["username"]
class Dropped(DeleteView):
    model = User
class Formed(FormView): ...
class Archive(ArchiveIndexView):
    model = User
    date_field = "date_joined"
urlpatterns = [
    path("own/", Own.as_view()),
    path("reading/", Reading.as_view()),
    path("users/", Users.as_view()),
    path("users/<int:pk>/", login_required(One.as_view())),
    path("users/new/", csrf_exempt(Made.as_view())),
    path("users/<int:pk>/change/", Changed.as_view()),
    path("users/<int:pk>/drop/", Dropped.as_view()),
    path("form/", Formed.as_view()),
    path("archive/", Archive.as_view()),
    path("text/", TemplateView.as_view(template_name="x.html")),
    path("login/", auth.LoginView.as_view()),
    path("logout/", auth.LogoutView.as_view()),
    path("password/", auth.PasswordChangeView.as_view()),
    path("password/done/", auth.PasswordChangeDoneView.as_view()),
]
""",
    },
    "routers": {
        "urls.py": """
from django.contrib.auth.models import Group, User
from django.urls import include, path
from rest_framework import generics, mixins, viewsets
from rest_framework.authtoken.views import ObtainAuthToken
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.routers import DefaultRouter, SimpleRouter
class Users(viewsets.ModelViewSet):
    queryset = User.objects.all()
    @action(detail=False)
    def recent(self, request): return Response()
    @action(detail=True, methods=["post", "put"], url_path="set-password")
    def set_password(self, request, pk=None): return Response()
    @set_password.mapping.delete
    def unset_password(self, request, pk=None): return Response()
class Groups(viewsets.ReadOnlyModelViewSet):
    queryset = Group.objects.all()
    lookup_field = "name"
class Names(mixins.ListModelMixin, mixins.DestroyModelMixin, viewsets.GenericViewSet):
    queryset = Group.objects.all()
    lookup_url_kwarg = "name_id"
class Plain(viewsets.ViewSet):
    def list(self, request): return Response()
    def partial_update(self, request, pk): return Response()
class Listed(generics.ListCreateAPIView):
    queryset = User.objects.all()
class Detailed(generics.RetrieveUpdateDestroyAPIView):
    queryset = User.objects.all()
router = DefaultRouter()
router.register("users", Users)
router.register(r"groups", Groups)
simple = SimpleRouter(trailing_slash=False)
simple.register("names", Names, basename="name")
simple.register("plain", Plain, basename="plain")
urlpatterns = [
    path("api/", include(router.urls)),
    path("simple/", include(simple.urls)),
    path("mapped/<int:pk>/", Users.as_view({"get": "retrieve", "delete": "destroy"})),
    path("generic/", Listed.as_view()),
    path("generic/<int:pk>/", Detailed.as_view()),
    path("token/", ObtainAuthToken.as_view()),
]
""",
    },
}
