"""Which route answers a request."""

import pytest

from datamodel_check.extract.layers.endpoints import Endpoints
from datamodel_check.model.layers import Route
from datamodel_check.model.location import NOWHERE, Location

ROUTES = [
    "GET /api/users",
    "POST /api/users",
    "GET /api/users/me",
    "GET /api/users/:id",
    "* /api/any",
    "GET /api/docs/:path*",
    "GET /api/shop/:path*?",
    "GET /",
]


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        ("DELETE /api/users", []),
        ("GET /api/user", []),
        ("GET /api/users/1/posts", []),
        ("GET /api/docs", []),
        ("GET users", []),
        ("GET /api/users", ["GET /api/users"]),
        ("GET /api/users/", ["GET /api/users"]),
        ("GET /api/users?page=1", ["GET /api/users"]),
        ("GET /api/users/me", ["GET /api/users/me"]),
        ("GET /api/users/7", ["GET /api/users/:id"]),
        ("GET /api/users/:userId", ["GET /api/users/:id"]),
        ("PUT /api/any", ["* /api/any"]),
        ("GET /api/docs/a/b", ["GET /api/docs/:path*"]),
        ("GET /api/shop", ["GET /api/shop/:path*?"]),
        ("GET /api/shop/a", ["GET /api/shop/:path*?"]),
        ("GET /", ["GET /"]),
    ],
)
def test_endpoints(endpoint: str, expected: list[str]) -> None:
    place = Location("a.ts", NOWHERE)
    parts = [route.split(" ") for route in ROUTES]
    routes = [Route("nextjs", "endpoint", method, path, "handler", place) for method, path in parts]
    assert [route.key for route in Endpoints(routes).routes(endpoint)] == expected


def test_a_parameter_of_the_request_fits_no_fixed_segment() -> None:
    place = Location("a.ts", NOWHERE)
    route = Route("nextjs", "endpoint", "GET", "/api/users/me", "handler", place)
    assert Endpoints([route]).routes("GET /api/users/:id") == []
