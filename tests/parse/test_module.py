import pytest

from datamodel_check import parse

JSX = b"export const a = <b />"
CAST = b"export const a = <b>c"


@pytest.mark.parametrize("path", ["a.prisma", "a.rb", "a.json", "ts", "a.ts.txt", "a"])
def test_no_language(path: str) -> None:
    assert parse.module(path, b"") is None


@pytest.mark.parametrize("path", ["a.tsx", "a.jsx", "a.js", "a.mjs", "a.cjs"])
def test_jsx_is_read_where_it_may_stand(path: str) -> None:
    module = parse.module(path, JSX)
    assert module is not None
    assert (module.path, module.language, module.problems) == (path, "typescript", ())


@pytest.mark.parametrize("path", ["a.ts", "a.mts", "a.cts", "a.d.ts", "b/c.d.mts"])
def test_casts_are_read_where_they_may_stand(path: str) -> None:
    module = parse.module(path, CAST)
    assert module is not None
    assert (module.path, module.language, module.problems) == (path, "typescript", ())
