"""Which file, and which name in it, an import means."""

import pytest

from datamodel_check.model.values import External, Unresolved
from tests.link.python.vocabulary import comes_to, linked, value


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a.py": "from b import x", "b.py": "x = 1"}, "1"),
        ({"a.py": "import b\nx = b.y", "b.py": "y = 1"}, "1"),
        ({"a.py": "import b.c\nx = b.c.y", "b/__init__.py": "", "b/c.py": "y = 1"}, "1"),
        ({"a.py": "import b.c as d\nx = d.y", "b/c.py": "y = 1"}, "1"),
        ({"a.py": "from b import c\nx = c.y", "b/c.py": "y = 1"}, "1"),
        ({"a.py": "from b import c\nx = c.y", "b/__init__.py": "from . import c", "b/c.py": "y = 1"}, "1"),
        ({"a.py": "from b import *", "b.py": "x = 1\n_y = 2"}, "1"),
        ({"a.py": "from b import *", "b.py": "__all__ = ['_z']\n_z = 1\nx = 2", "c.py": ""}, None),
        ({"a.py": "from b import x", "b/__init__.py": "from .c import *\nfrom .d import y as x", "b/c.py": "x = 1",
          "b/d.py": "y = 2"}, "2"),
        ({"a.py": "from b import x", "b/__init__.py": "from .c import *", "b/c.py": "from .d import *",
          "b/d.py": "x = 1"}, "1"),
        ({"a.py": "try:\n  from local import *\nexcept ImportError:\n  pass\nx = x + 1", "local.py": "x = 1"}, "2"),
        ({"a.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n  from b import x", "b.py": "x = 1"}, "1"),
    ],
)  # fmt: skip
def test_names_of_other_modules(files: dict[str, str], expected: str | None) -> None:
    if expected is None:
        assert "x" not in {export.name for export in linked(files).exports("a.py")}
    else:
        comes_to(files, expected)


@pytest.mark.parametrize(
    ("importer", "specifier", "expected"),
    [
        ("app/models/user.py", ".base", "app/models/base.py"),
        ("app/models/user.py", "..db", "app/db/__init__.py"),
        ("app/models/user.py", "app.db", "app/db/__init__.py"),
        ("app/models/__init__.py", ".user", "app/models/user.py"),
        ("backend/src/shop/a.py", "shop.b", "backend/src/shop/b.py"),
        ("backend/tests/test_a.py", "shop.b", "backend/src/shop/b.py"),
        ("backend/tests/test_a.py", "helpers", "backend/tests/helpers.py"),
        ("services/one/main.py", "common.x", "services/one/common/x.py"),
        ("services/two/main.py", "common.x", "services/two/common/x.py"),
        ("app/env.py", "alembic", None),
        ("app/env.py", "types", None),
        ("app/env.py", "sqlalchemy.orm", None),
        ("app/models/user.py", "user", None),
        ("backend/tests/helpers.py", "helpers.x", None),
    ],
)
def test_files(importer: str, specifier: str, expected: str | None) -> None:
    paths = [
        "app/__init__.py", "app/models/__init__.py", "app/models/base.py", "app/models/user.py", "app/db/__init__.py",
        "app/env.py", "app/types.py", "backend/pyproject.toml", "backend/src/shop/__init__.py",
        "backend/src/shop/a.py", "backend/src/shop/b.py", "backend/tests/test_a.py", "backend/tests/helpers.py",
        "services/one/main.py", "services/one/common/x.py", "services/two/main.py", "services/two/common/x.py",
        "tests/sqlalchemy/orm.py",
    ]  # fmt: skip
    assert linked(dict.fromkeys(paths, "")).resolve(specifier, importer) == expected


def test_what_is_outside_has_one_name_however_it_is_imported() -> None:
    source = """\
import sqlalchemy as sa, sqlalchemy.orm
from sqlalchemy import orm
from sqlalchemy.orm import relationship as a
b = orm.relationship
c = sa.orm.relationship
d = sqlalchemy.orm.relationship
x = [a, b, c, d]
"""
    found = value(source)
    names = {item.dotted for item in found if isinstance(item, External)}  # type: ignore[union-attr]
    assert names == {"sqlalchemy.orm.relationship"}


def test_a_directory_without_modules_of_that_name_is_not_the_package() -> None:
    files = {"alembic/env.py": "", "a.py": "from alembic import op\nx = op.add_column"}
    found = value(files)
    assert isinstance(found, External)
    assert found.dotted == "alembic.op.add_column"


def test_a_module_that_is_missing() -> None:
    found = value({"p/a.py": "from .b import x", "p/__init__.py": ""}, "p/a.py#x")
    assert isinstance(found, Unresolved)
    assert found.reason == "cannot find module '.b'"


def test_modules_that_import_one_another() -> None:
    comes_to({"a.py": "from b import y\nz = 1\nx = y", "b.py": "import a\ny = [a.z]"}, "[1]")


def test_a_name_that_is_made_of_itself_elsewhere() -> None:
    found = value({"a.py": "from b import x", "b.py": "from a import x"})
    assert isinstance(found, Unresolved)


def test_names_of_a_module_are_its_own_and_all_that_it_hands_on() -> None:
    program = linked({"a.py": "from b import c\nd = 1\n_e = 2", "b.py": "c = 3"})
    assert [export.name for export in program.bindings("a.py")] == ["d", "_e"]
    assert sorted(export.name for export in program.exports("a.py")) == ["c", "d"]


def test_names_of_a_package_outside_that_a_module_takes_all_of() -> None:
    sources = {
        "a.py": "from b import Thing, len\nx = [Thing, len, Other]\nfrom b import *\n",
        "b.py": "from far import *\n",
    }
    comes_to(sources, "[Thing, len, Other]")
    found = value({"a.py": "import b\nx = b.Thing", "b.py": "from far.away import *\n"})
    assert repr(found) == "far#away.Thing"
