"""Which routes a project of Django answers."""

from tests.extract.layers.django.vocabulary import says


def test_nothing_is_declared() -> None:
    says("urlpatterns = []", "")


def test_functions() -> None:
    says(
        """
        from django.views.decorators.http import require_GET, require_http_methods
        from django.views.decorators.csrf import csrf_exempt
        def a(request): pass
        @require_GET
        def b(request): pass
        @require_http_methods(["GET", "post"])
        def c(request): pass
        urlpatterns = [path("a/<int:pk>/", a), path("b", b), re_path(r"^c/(?P<slug>\\w+)$", csrf_exempt(c))]
        """,
        "* /a/:pk: a\nGET /b: b\nGET /c/:slug: c\nPOST /c/:slug: c",
    )


def test_classes() -> None:
    says(
        """
        from django.views.generic import RedirectView, TemplateView
        class Base(View):
            def post(self, request): pass
        class A(Base):
            def get(self, request): pass
            def helper(self): pass
        class B(A):
            http_method_names = ["get", "head"]
        class C(ListView): pass
        urlpatterns = [
            path("a", A.as_view()), path("b", B.as_view(x=1)), path("c", C.as_view()),
            path("d", TemplateView.as_view(template_name="x")), path("e", RedirectView.as_view(url="/")),
        ]
        """,
        """
        GET /a: A.get
        POST /a: A.post
        GET /b: B.get
        GET /c: C.get
        GET /d: TemplateView.get
        * /e: RedirectView
        """,
    )


PROJECT = {
    "config/settings/base.py": "ROOT_URLCONF = 'config.urls'\n",
    "config/settings/local.py": "from .base import *\n",
    "config/urls.py": """
    from django.conf import settings
    from django.conf.urls.i18n import i18n_patterns
    from django.conf.urls.static import static
    from django.contrib import admin
    from django.urls import include, path
    from shop import urls as shop
    PREFIX = "api/"
    more = [path("x", shop.index)]
    urlpatterns = [
        path("admin/", admin.site.urls),
        path(PREFIX, include(("shop.urls", "shop"), namespace="v1")),
        path("again/", include(shop)),
        path("list/", include((more, "more"))),
        path("outside/", include("elsewhere.urls")),
    ] + static("/static")
    urlpatterns += i18n_patterns(path("home", shop.index))
    if settings.DEBUG:
        urlpatterns += [path("debug", shop.index)]
    """,
    "shop/urls.py": """
    from django.urls import path
    def index(request): pass
    urlpatterns = [path("", index), *[path(f"{name}/", index) for name in ("a", "b")]]
    """,
}


def test_includes() -> None:
    says(
        PROJECT,
        """
        * /api: index
        * /api/a: index
        * /api/b: index
        * /again: index
        * /again/a: index
        * /again/b: index
        * /list/x: index
        * /debug: index
        * /home: index
        """,
    )


def test_without_settings_every_list_that_nothing_includes() -> None:
    files = {path: text for path, text in PROJECT.items() if not path.startswith("config/settings")}
    says({"shop/urls.py": files["shop/urls.py"]}, "* /: index\n* /a: index\n* /b: index")
    including = "from django.urls import include, path\nurlpatterns = [path('x/', include('shop.urls'))]"
    says({"shop/urls.py": files["shop/urls.py"], "z/urls.py": including}, "* /x: index\n* /x/a: index\n* /x/b: index")


def test_a_list_that_nothing_includes() -> None:
    says(
        {
            "settings.py": "ROOT_URLCONF = 'urls'",
            "urls.py": "urlpatterns = []",
            "lost/urls.py": "from django.urls import path\ndef a(request): pass\nurlpatterns = [path('a', a)]",
        },
        "? lost/urls.py:1: nothing that can be followed includes the patterns of this module",
    )


def test_what_cannot_be_followed_is_said() -> None:
    says(
        """
        def a(request): pass
        def more(name): return open(name)
        urlpatterns = [path(more("x"), a), path("b/", include(more("y")))]
        """,
        """
        * /${open('x')}: a
        ? urls.py:8: the path of a route cannot be resolved: open('x')
        ? urls.py:7: patterns cannot be followed: open('y')
        """,
    )
