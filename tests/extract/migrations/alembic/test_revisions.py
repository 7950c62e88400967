"""In which order revisions run, and what is wrong with their graph."""

from tests.extract.migrations.alembic.vocabulary import history, revision, told
from tests.vocabulary import read

V = "alembic/versions"


def order(files: dict[str, bytes]) -> list[str]:
    return [entry.id for entry in history(files).entries]


def wrong(files: dict[str, bytes]) -> list[str]:
    return [line for line in told(history(files)) if line.split(":")[0] in {"missing", "fork", "order", "duplicate"}]


def test_the_chain_decides_and_not_the_names_of_files() -> None:
    files = {
        f"{V}/a.py": revision("3", "2"),
        f"{V}/b.py": revision("1", None),
        f"{V}/c.py": revision("2", "1"),
    }
    assert order(files) == ["1", "2", "3"]
    assert wrong(files) == []


def test_branches_that_are_merged() -> None:
    files = {
        f"{V}/1.py": revision("1", None),
        f"{V}/2a.py": revision("2a", "1"),
        f"{V}/2b.py": revision("2b", "1"),
        f"{V}/2c.py": revision("2c", "2a"),
        f"{V}/3.py": revision("3", ("2b", "2c")),
    }
    assert order(files) == ["1", "2a", "2c", "2b", "3"]
    assert wrong(files) == []


def test_several_heads() -> None:
    files = {f"{V}/1.py": revision("1", None), f"{V}/2.py": revision("2", "1"), f"{V}/3.py": revision("3", "1")}
    assert wrong(files) == ["fork: the history has several heads: 2, 3"]


def test_a_revision_that_is_not_there() -> None:
    assert wrong({f"{V}/2.py": revision("2", "1")}) == ["missing: 2 follows 1, which is not there"]


def test_two_of_one_name() -> None:
    files = {f"{V}/a.py": revision("1", None), f"{V}/b.py": revision("1", None)}
    assert wrong(files) == ["duplicate: two revisions are called 1: a.py is the other"]


def test_a_circle() -> None:
    files = {f"{V}/1.py": revision("1", "2"), f"{V}/2.py": revision("2", "1")}
    assert sorted(wrong(files)) == ["order: 1 follows itself", "order: 2 follows itself"]


def test_a_parent_may_be_shortened() -> None:
    files = {f"{V}/1.py": revision("abcdef0123", None), f"{V}/2.py": revision("2", "abcdef")}
    assert order(files) == ["abcdef0123", "2"]
    assert wrong(files) == []


def test_several_version_locations_are_one_history() -> None:
    files = {
        "core/versions/1.py": revision("1", None),
        "plugin/versions/2.py": revision("2", "1"),
        "core/versions/3.py": revision("3", "2"),
    }
    found = history(files)
    assert [entry.id for entry in found.entries] == ["1", "2", "3"]


def test_several_environments() -> None:
    files = {"one/versions/1.py": revision("1", None), "two/versions/2.py": revision("2", None)}
    assert [(found.folder, len(found.entries)) for found in read(files).migrations] == [
        ("one/versions", 1),
        ("two/versions", 1),
    ]


def test_what_is_no_revision() -> None:
    files = {
        "app/models.py": b"down_revision = None\nrevision = 'x'\n",
        "tests/versions/1.py": revision("1", None),
    }
    assert read(files).migrations == ()
