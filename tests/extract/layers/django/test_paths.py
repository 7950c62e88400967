"""How the paths of patterns are written."""

import pytest

from datamodel_check.extract.layers.django.paths import of_expression, of_route


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        ("", ""),
        ("users/", "users/"),
        ("users/<int:pk>/", "users/:pk/"),
        ("<slug>-<uuid:id>.html", ":slug-:id.html"),
        ("files/<path:rest>", "files/:rest*"),
        ("api/${PREFIX}/<pk>", "api/${PREFIX}/:pk"),
    ],
)
def test_routes(route: str, expected: str) -> None:
    assert of_route(route) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"^$", ""),
        (r"^users/(?P<pk>\d+)/$", "users/:pk/"),
        (r"^users/(?P<pk>[^/.]+)/?$", "users/:pk/"),
        (r"^a/(\d+)/(\d+)$", "a/:0/:1"),
        (r"^logo(?:/(?P<filename>.+))?/?$", "logo/:filename*?/"),
        (r"^page(?:-(?P<number>\d+))?$", "page-:number?"),
        (r"^files/(?P<rest>.*)\Z", "files/:rest*"),
        (r"^favicon\.ico$", "favicon.ico"),
        (r"^(?P<a>(?:x|y)[)]\d{2})/b", ":a/b"),
        (r"^\(a\)$", "(a)"),
        (r"^a/.*", "a/:0*?"),
    ],
)
def test_expressions(expression: str, expected: str) -> None:
    assert of_expression(expression) == expected
