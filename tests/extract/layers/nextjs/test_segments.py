"""The path that a file of Next.js answers."""

import pytest

from datamodel_check.extract.layers.nextjs.segments import app_path, pages_path


@pytest.mark.parametrize(
    ("folders", "path"),
    [
        ("", "/"),
        ("api/users", "/api/users"),
        ("(shop)/cart", "/cart"),
        ("(shop)", "/"),
        ("users/[id]", "/users/:id"),
        ("docs/[...slug]", "/docs/:slug*"),
        ("docs/[[...slug]]", "/docs/:slug*?"),
        ("dashboard/@team/members", "/dashboard/members"),
        ("feed/(.)photo/[id]", "/feed/photo/:id"),
        ("feed/(..)photo/[id]", "/photo/:id"),
        ("a/b/(..)(..)photo", "/photo"),
        ("a/b/(...)photo", "/photo"),
        ("@modal/(.)photo/[id]", "/photo/:id"),
        ("(shop)/feed/(..)photo", "/photo"),
        ("%5Finternal", "/_internal"),
        ("v2.0/[...directory]", "/v2.0/:directory*"),
    ],
)
def test_app_router(folders: str, path: str) -> None:
    assert app_path([folder for folder in folders.split("/") if folder]) == path


@pytest.mark.parametrize("folders", ["_components", "api/_lib/users"])
def test_private_folders_answer_nothing(folders: str) -> None:
    assert app_path(folders.split("/")) is None


@pytest.mark.parametrize(
    ("folders", "stem", "path"),
    [
        (["api", "users"], "index", "/api/users"),
        (["api", "users"], "[id]", "/api/users/:id"),
        (["api"], "[...path]", "/api/:path*"),
        ([], "index", "/"),
        (["_private"], "index", "/_private"),
    ],
)
def test_pages_router(folders: list[str], stem: str, path: str) -> None:
    assert pages_path(folders, stem) == path
