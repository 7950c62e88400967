"""Paths of Express 4 and 5 in the form that all frameworks share."""

import pytest

from datamodel_check.extract.layers.url_patterns import covers, joined, normalised


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/users/:id", "/users/:id"),
        ("/users/:id?", "/users/:id?"),
        (r"/users/:id(\d+)", "/users/:id"),
        ("/users/:id([a-z](x)?)/posts", "/users/:id/posts"),
        ("/flights/:from-:to", "/flights/:from-:to"),
        ("/plantae/:genus.:species", "/plantae/:genus.:species"),
        ("*", ":0*?"),
        ("/a/*/b/*", "/a/:0*?/b/:1*?"),
        ("/a/(.*)", "/a/:0*?"),
        ("/files/*path", "/files/:path*"),
        ("/files{/*path}", "/files/:path*?"),
        ("/users{/:id}", "/users/:id?"),
        ("/:rest*", "/:rest*?"),
        ("/:rest+", "/:rest*"),
        (r"/a\:b", "/a:b"),
        ("/${config.prefix}/:id", "/${config.prefix}/:id"),
    ],
)
def test_normalised(written: str, expected: str) -> None:
    assert normalised(written) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("", "/"), "/"),
        (("/api", "/"), "/api"),
        (("/api/", "/users/"), "/api/users"),
        (("/api", "users"), "/api/users"),
        (("//api", ""), "/api"),
    ],
)
def test_joined(parts: tuple[str, ...], expected: str) -> None:
    assert joined(*parts) == expected


@pytest.mark.parametrize(
    ("prefix", "path", "expected"),
    [
        ("/", "/users", True),
        ("/users", "/users/:id", True),
        ("/Users", "/users", True),
        ("/user", "/users", False),
        ("/users/:id", "/users", False),
        ("/users/:id?", "/users", True),
        ("/:any", "/users", True),
        ("/api/:0*?", "/api", True),
        ("/api/:rest*", "/api", False),
        ("/api/:rest*", "/api/a/b", True),
    ],
)
def test_covers(prefix: str, path: str, expected: bool) -> None:
    assert covers(prefix, path) is expected
