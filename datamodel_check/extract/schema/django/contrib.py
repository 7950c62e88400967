"""The models of Django's own apps, and those that packages give to many projects: what models here point to.

https://github.com/django/django/tree/stable/5.2.x/django/contrib
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from datamodel_check.extract.schema.django.kinds import KINDS
from datamodel_check.extract.schema.django.known import INDEX
from datamodel_check.extract.schema.django.metadata import Field, Key, Model
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.values import Application, Constant, ListValue, Value

PLACE = Location("", NOWHERE)


class Base(NamedTuple):
    """An abstract model of a package: the fields that it gives."""

    fields: tuple[Field, ...] = ()
    added: bool = False
    """Whether its fields are added to a model when that is there."""
    indexes: tuple[tuple[str, ...], ...] = ()
    """The fields of indexes that it adds, whatever `Meta` says."""


def _field(name: str, kind: str, *, to: str = "", **options: object) -> Field:
    given: dict[str, object] = {**KINDS[kind].given, **options, **({"to": to} if to else {})}
    values: dict[str, Value] = {key: Constant(value) for key, value in given.items()}  # type: ignore[arg-type]
    return Field(name, kind, values, PLACE, f"django.db.models.{kind}")


def _together(*names: str) -> Mapping[str, Value]:
    return {"unique_together": ListValue((ListValue(tuple(Constant(name) for name in names)),))}


def added_index(names: tuple[str, ...]) -> Value:
    """An index that a package adds, named after its model and columns within 30 characters."""
    fields = ListValue(tuple(Constant(name) for name in names))
    name = Constant(f"%(model)s_{'_'.join(names)}_idx")
    return Application(INDEX, (), PLACE, keywords={"fields": fields, "name": name})


_BASE_USER = (
    _field("password", "CharField", max_length=128),
    _field("last_login", "DateTimeField", null=True),
)
_PERMISSIONS = (
    _field("is_superuser", "BooleanField", default=False),
    _field("groups", "ManyToManyField", to="auth.Group", related_name="user_set"),
    _field("user_permissions", "ManyToManyField", to="auth.Permission", related_name="user_set"),
)
_USER = (
    _field("username", "CharField", max_length=150, unique=True),
    _field("first_name", "CharField", max_length=150),
    _field("last_name", "CharField", max_length=150),
    _field("email", "EmailField"),
    _field("is_staff", "BooleanField", default=False),
    _field("is_active", "BooleanField", default=True),
    _field("date_joined", "DateTimeField", default="timezone.now"),
)
_TREE_NODE = (
    _field("tn_ancestors_pks", "TextField", default=""),
    _field("tn_ancestors_count", "PositiveIntegerField", default=0),
    _field("tn_children_pks", "TextField", default=""),
    _field("tn_children_count", "PositiveIntegerField", default=0),
    _field("tn_depth", "PositiveIntegerField", default=0),
    _field("tn_descendants_pks", "TextField", default=""),
    _field("tn_descendants_count", "PositiveIntegerField", default=0),
    _field("tn_index", "PositiveIntegerField", default=0),
    _field("tn_level", "PositiveIntegerField", default=1),
    _field("tn_parent", "ForeignKey", to="self", related_name="tn_children", null=True),
    _field("tn_priority", "PositiveIntegerField", default=0),
    _field("tn_order", "PositiveIntegerField", default=0),
    _field("tn_siblings_pks", "TextField", default=""),
    _field("tn_siblings_count", "PositiveIntegerField", default=0),
)
_CONTENT_TYPE = _field("content_type", "ForeignKey", to="contenttypes.ContentType")
_SESSION = (
    _field("session_key", "CharField", max_length=40, primary_key=True),
    _field("session_data", "TextField"),
    _field("expire_date", "DateTimeField", db_index=True),
)

ABSTRACT: Mapping[str, Base] = {
    "django.contrib.auth.base_user.AbstractBaseUser": Base(_BASE_USER),
    "django.contrib.auth.models.AbstractBaseUser": Base(_BASE_USER),
    "django.contrib.auth.models.AbstractUser": Base((*_BASE_USER, *_PERMISSIONS, *_USER)),
    "django.contrib.auth.models.PermissionsMixin": Base(_PERMISSIONS),
    "django.contrib.sessions.base_session.AbstractBaseSession": Base(_SESSION),
    # --- other packages ---
    "django_extensions.db.models.TimeStampedModel": Base(
        (_field("created", "DateTimeField", auto_now_add=True), _field("modified", "DateTimeField", auto_now=True))
    ),
    "django_softdelete.models.SoftDeleteModel": Base(
        (
            _field("deleted_at", "DateTimeField", null=True),
            _field("restored_at", "DateTimeField", null=True),
            _field("transaction_id", "UUIDField", null=True),
        )
    ),
    "model_utils.models.TimeStampedModel": Base(
        (_field("created", "DateTimeField", default="now"), _field("modified", "DateTimeField", default="now"))
    ),
    "modelcluster.models.ClusterableModel": Base(),
    "mptt.models.MPTTModel": Base(
        (
            _field("lft", "PositiveIntegerField"),
            _field("rght", "PositiveIntegerField"),
            _field("tree_id", "PositiveIntegerField", db_index=True),
            _field("level", "PositiveIntegerField"),
        ),
        added=True,
        indexes=(("tree_id", "lft"),),
    ),
    "taggit.models.CommonGenericTaggedItemBase": Base((_CONTENT_TYPE,)),
    "taggit.models.GenericTaggedItemBase": Base((_CONTENT_TYPE, _field("object_id", "IntegerField", db_index=True))),
    "taggit.models.GenericUUIDTaggedItemBase": Base((_CONTENT_TYPE, _field("object_id", "UUIDField", db_index=True))),
    "taggit.models.ItemBase": Base(),
    "taggit.models.TagBase": Base(
        (
            _field("name", "CharField", max_length=100, unique=True),
            _field("slug", "SlugField", max_length=100, unique=True),
        )
    ),
    "taggit.models.TaggedItemBase": Base((_field("tag", "ForeignKey", to="taggit.Tag"),)),
    "treenode.models.TreeNodeModel": Base(_TREE_NODE),
    "treebeard.mp_tree.MP_Node": Base(
        (
            _field("path", "CharField", max_length=255, unique=True),
            _field("depth", "PositiveIntegerField"),
            _field("numchild", "PositiveIntegerField", default=0),
        )
    ),
    "treebeard.ns_tree.NS_Node": Base(
        tuple(_field(name, "PositiveIntegerField", db_index=True) for name in ("lft", "rgt", "tree_id", "depth"))
    ),
}
"""Abstract models by the names of their classes."""


def _model(
    app: str, name: str, fields: Iterable[Field], table: str = "", *, options: Mapping[str, Value] = {}
) -> Model:
    given: dict[str, Value] = {**options, **({"db_table": Constant(table)} if table else {})}
    own = tuple(fields)
    if not any("primary_key" in field.options for field in own):
        own = (_field("id", "AutoField", primary_key=True), *own)
    return Model(app, name, own, given, PLACE, outside=True)


_MODELS = {
    "django.contrib.admin": (
        _model(
            "admin",
            "LogEntry",
            (
                _field("action_time", "DateTimeField", default="timezone.now"),
                _field("user", "ForeignKey", to="settings.AUTH_USER_MODEL"),
                _field("content_type", "ForeignKey", to="contenttypes.ContentType", null=True),
                _field("object_id", "TextField", null=True),
                _field("object_repr", "CharField", max_length=200),
                _field("action_flag", "PositiveSmallIntegerField"),
                _field("change_message", "TextField"),
            ),
            "django_admin_log",
        ),
    ),
    "django.contrib.auth": (
        _model(
            "auth",
            "Permission",
            (
                _field("name", "CharField", max_length=255),
                _field("content_type", "ForeignKey", to="contenttypes.ContentType"),
                _field("codename", "CharField", max_length=100),
            ),
            options=_together("content_type", "codename"),
        ),
        _model(
            "auth",
            "Group",
            (
                _field("name", "CharField", max_length=150, unique=True),
                _field("permissions", "ManyToManyField", to="auth.Permission"),
            ),
        ),
        _model(
            "auth", "User", (*_BASE_USER, *_PERMISSIONS, *_USER), options={"swappable": Constant("AUTH_USER_MODEL")}
        ),
    ),
    "django.contrib.contenttypes": (
        _model(
            "contenttypes",
            "ContentType",
            (_field("app_label", "CharField", max_length=100), _field("model", "CharField", max_length=100)),
            "django_content_type",
            options=_together("app_label", "model"),
        ),
    ),
    "django.contrib.flatpages": (
        _model(
            "flatpages",
            "FlatPage",
            (
                _field("url", "CharField", max_length=100, db_index=True),
                _field("title", "CharField", max_length=200),
                _field("content", "TextField"),
                _field("enable_comments", "BooleanField", default=False),
                _field("template_name", "CharField", max_length=70),
                _field("registration_required", "BooleanField", default=False),
                _field("sites", "ManyToManyField", to="sites.Site"),
            ),
            "django_flatpage",
        ),
    ),
    "django.contrib.redirects": (
        _model(
            "redirects",
            "Redirect",
            (
                _field("site", "ForeignKey", to="sites.Site"),
                _field("old_path", "CharField", max_length=200, db_index=True),
                _field("new_path", "CharField", max_length=200),
            ),
            "django_redirect",
            options=_together("site", "old_path"),
        ),
    ),
    "django.contrib.sessions": (_model("sessions", "Session", _SESSION, "django_session"),),
    "django.contrib.sites": (
        _model(
            "sites",
            "Site",
            (_field("domain", "CharField", max_length=100, unique=True), _field("name", "CharField", max_length=50)),
            "django_site",
        ),
    ),
    # --- other packages: no more than what foreign keys need ---
    "taggit": (_model("taggit", "Tag", ()),),
    "wagtail": (_model("wagtailcore", "Page", ()), _model("wagtailcore", "Site", ())),
    "wagtail.documents": (_model("wagtaildocs", "Document", ()),),
    "wagtail.images": (_model("wagtailimages", "Image", ()),),
}

MODELS: Mapping[Key, Model] = {model.key: model for models in _MODELS.values() for model in models}
"""Models of packages by their app and name."""

CLASSES: Mapping[str, Key] = {
    f"{package}.models.{model.name}": model.key for package, models in _MODELS.items() for model in models
}
"""The models by the names of their classes."""
