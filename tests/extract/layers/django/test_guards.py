"""By what a route of Django knows who calls."""

from tests.extract.layers.django.vocabulary import says


def test_functions() -> None:
    says(
        """
        from django.contrib.auth.decorators import login_required, permission_required
        from django.contrib.admin.views.decorators import staff_member_required
        @login_required
        def a(request): pass
        @permission_required("x.y")
        def b(request): pass
        def c(request): pass
        def d(request): pass
        urlpatterns = [path("a", a), path("b", b), path("c", c), path("d", staff_member_required(d))]
        """,
        """
        * /a: a (login_required)
        * /b: b (permission_required)
        * /c: c
        * /d: d (staff_member_required)
        """,
    )


def test_classes() -> None:
    says(
        """
        from django.contrib.auth.decorators import login_required
        from django.contrib.auth.mixins import LoginRequiredMixin, PermissionRequiredMixin
        from django.utils.decorators import method_decorator
        class OwnMixin(PermissionRequiredMixin): pass
        class A(LoginRequiredMixin, View):
            def get(self, request): pass
        class B(OwnMixin, ListView): pass
        @method_decorator(login_required, name="dispatch")
        class C(ListView): pass
        class D(View):
            def get(self, request): pass
            @method_decorator(login_required)
            def post(self, request): pass
        urlpatterns = [path("a", A.as_view()), path("b", B.as_view()), path("c", C.as_view()), path("d", D.as_view()),
                       path("e", login_required(D.as_view()))]
        """,
        """
        GET /a: A.get (LoginRequiredMixin)
        GET /b: B.get (OwnMixin)
        GET /c: C.get (login_required)
        GET /d: D.get
        POST /d: D.post (login_required)
        GET /e: D.get (login_required)
        POST /e: D.post (login_required)
        """,
    )


def test_permissions_of_the_rest_framework() -> None:
    says(
        {
            "settings.py": """
            ROOT_URLCONF = "urls"
            REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}
            """,
            "urls.py": """
            from django.urls import path
            from rest_framework.decorators import api_view, permission_classes
            from rest_framework.generics import ListCreateAPIView
            from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticatedOrReadOnly
            from rest_framework.views import APIView
            class IsOwner(BasePermission): pass
            class A(APIView):
                def get(self, request): pass
            class B(ListCreateAPIView):
                permission_classes = [IsAuthenticatedOrReadOnly]
            class C(APIView):
                permission_classes = (IsOwner,)
                def delete(self, request): pass
            class D(C):
                permission_classes = [AllowAny]
            @api_view(["GET", "POST"])
            @permission_classes([IsOwner])
            def e(request): pass
            urlpatterns = [path("a", A.as_view()), path("b", B.as_view()), path("c", C.as_view()),
                           path("d", D.as_view()), path("e", e)]
            """,
        },
        """
        GET /a: A.get (IsAuthenticated)
        GET /b: B.get
        POST /b: B.post (IsAuthenticatedOrReadOnly)
        DELETE /c: C.delete (IsOwner)
        DELETE /d: D.delete
        GET /e: e (IsOwner)
        POST /e: e (IsOwner)
        """,
    )
