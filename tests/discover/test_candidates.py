from collections.abc import Mapping

from datamodel_check.discover import candidates, documents
from datamodel_check.discover.candidates import LARGEST
from datamodel_check.errors import UnreadableFileError
from datamodel_check.extract.protocol import Marks
from tests.vocabulary import Files

MARKS = {
    "drizzle": Marks(("**/drizzle.config.ts",), (".ts",), (b"drizzle-orm",)),
    "django": Marks((), (".py",), (b"django", b"models")),
}


class Unreadable(Files):
    def read(self, path: str) -> bytes:
        if path.startswith("secret"):
            raise UnreadableFileError(path, "Permission denied")
        return super().read(path)


def found(files: Mapping[str, bytes], excluded: str = "") -> tuple[Mapping[str, tuple[str, ...]], list[str]]:
    made = candidates(Unreadable(files), MARKS, lambda path: bool(excluded) and path.startswith(excluded))
    return made.by_system, [f"{one.location.path}: {one.message}" for one in made.diagnostics]


NOTHING: Mapping[str, tuple[str, ...]] = {"drizzle": (), "django": ()}


def test_nothing() -> None:
    assert found({}) == (NOTHING, [])
    assert found({"a.ts": b"", "b.py": b"drizzle-orm", "c.md": b"drizzle-orm"}) == (NOTHING, [])
    assert found({"node_modules/a.ts": b"drizzle-orm", "x/node_modules/drizzle.config.ts": b""}) == (NOTHING, [])
    assert found({"old/a.ts": b"drizzle-orm"}, excluded="old") == (NOTHING, [])


def test_path_rules_and_literals() -> None:
    files = {
        "a.ts": b"import 'drizzle-orm/pg-core'",
        "db/drizzle.config.ts": b"export default {}",
        "models.py": b"from django.db import models",
    }

    assert found(files) == ({"drizzle": ("a.ts", "db/drizzle.config.ts"), "django": ("models.py",)}, [])


def test_what_cannot_be_read_is_said() -> None:
    assert found({"secret.ts": b"", "secret.md": b""}) == (
        NOTHING,
        ["secret.ts: the file is not read: Permission denied"],
    )


def test_names_that_are_no_text_are_said() -> None:
    assert found({"f\udcff.ts": b"drizzle-orm"}) == (
        NOTHING,
        ["f\\xff.ts: the file is not read: its name is not UTF-8"],
    )


def test_large_files_matter_only_where_their_path_says_so() -> None:
    large = b"drizzle-orm" * (LARGEST // 10)

    assert found({"bundle.ts": large, "drizzle.config.ts": large}) == (
        NOTHING,
        ["drizzle.config.ts: the file is not read: it is larger than 2 MB"],
    )


def test_documents() -> None:
    files = {
        "a.md": b"<!-- datamodel:begin tables -->",
        "b.mdx": b"{/* datamodel:begin tables */}",
        "c.md": b"Nothing.",
        "d.txt": b"<!-- datamodel:begin tables -->",
        "node_modules/e.md": b"<!-- datamodel:begin tables -->",
        "old/f.md": b"<!-- datamodel:begin tables -->",
        "secret.md": b"",
    }

    made = documents(Unreadable(files), lambda path: not path.startswith("old/"), lambda _path: False)

    assert [path for path, _ in made.found] == ["a.md", "b.mdx"]
    assert [(str(one.location), one.message) for one in made.diagnostics] == [
        ("secret.md:1", "the document cannot be read: Permission denied")
    ]
