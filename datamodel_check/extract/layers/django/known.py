"""Which methods the views of Django and of Django REST framework answer themselves.

Sources: django/views/generic/, django/contrib/auth/views.py; rest_framework/generics.py, mixins.py, viewsets.py.
"""

from collections.abc import Mapping

from datamodel_check.extract.symbols import symbol
from datamodel_check.model.values import Value

VERBS = ("get", "post", "put", "patch", "delete", "head", "options", "trace")
"""`View.http_method_names`, and `APIView`'s."""

ANSWERED = ("get", "post", "put", "patch", "delete")
"""Of these a view has only those that a class declares; `head` and `options` all of them have."""

_GET, _FORM = ("get",), ("get", "post", "put")

DATES = ("ArchiveIndex", "YearArchive", "MonthArchive", "WeekArchive", "DayArchive", "TodayArchive", "DateDetail")

VIEWS: Mapping[str, tuple[str, ...]] = {
    "TemplateView": _GET,
    "ListView": _GET,
    "BaseListView": _GET,
    "DetailView": _GET,
    "BaseDetailView": _GET,
    **{f"{prefix}{name}View": _GET for name in DATES for prefix in ("", "Base")},
    "FormView": _FORM,
    "BaseFormView": _FORM,
    "ProcessFormView": _FORM,
    "CreateView": _FORM,
    "BaseCreateView": _FORM,
    "UpdateView": _FORM,
    "BaseUpdateView": _FORM,
    "DeletionMixin": ("post", "delete"),
    "DeleteView": ("get", "post", "delete"),
    "BaseDeleteView": ("get", "post", "delete"),
    "LoginView": _FORM,
    "LogoutView": ("post",),
    "PasswordChangeView": _FORM,
    "PasswordChangeDoneView": _GET,
    "PasswordResetView": _FORM,
    "PasswordResetDoneView": _GET,
    "PasswordResetConfirmView": _FORM,
    "PasswordResetCompleteView": _GET,
    "JavaScriptCatalog": _GET,
    "JSONCatalog": _GET,
}
"""Of Django."""

API_VIEWS: Mapping[str, tuple[str, ...]] = {
    "CreateAPIView": ("post",),
    "ListAPIView": ("get",),
    "RetrieveAPIView": ("get",),
    "DestroyAPIView": ("delete",),
    "UpdateAPIView": ("put", "patch"),
    "ListCreateAPIView": ("get", "post"),
    "RetrieveUpdateAPIView": ("get", "put", "patch"),
    "RetrieveDestroyAPIView": ("get", "delete"),
    "RetrieveUpdateDestroyAPIView": ("get", "put", "patch", "delete"),
    "ObtainAuthToken": ("post",),
    "APIRootView": ("get",),
    "SchemaView": ("get",),
    "SpectacularAPIView": ("get",),
    "SpectacularJSONAPIView": ("get",),
    "SpectacularYAMLAPIView": ("get",),
    "SpectacularSwaggerView": ("get",),
    "SpectacularRedocView": ("get",),
    "TokenObtainPairView": ("post",),
    "TokenRefreshView": ("post",),
    "TokenVerifyView": ("post",),
}
"""Of Django REST framework, drf-spectacular and simplejwt."""

_READ, _ALL = ("list", "retrieve"), ("list", "create", "retrieve", "update", "partial_update", "destroy")

ACTIONS: Mapping[str, tuple[str, ...]] = {
    "CreateModelMixin": ("create",),
    "ListModelMixin": ("list",),
    "RetrieveModelMixin": ("retrieve",),
    "UpdateModelMixin": ("update", "partial_update"),
    "DestroyModelMixin": ("destroy",),
    "ReadOnlyModelViewSet": _READ,
    "ModelViewSet": _ALL,
}
"""Of view sets: the actions that they have."""


def name_of(value: Value) -> str:
    """The last name of something of a package; empty where it is none."""
    known = symbol(value)
    return known.path[-1] if known and known.path else ""


def package_of(value: Value) -> str:
    known = symbol(value)
    return known.package if known else ""


def dotted(value: Value) -> str:
    known = symbol(value)
    return ".".join((known.package, *known.path)) if known else ""
