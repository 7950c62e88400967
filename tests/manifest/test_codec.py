"""Closing lines are read as they were written, whatever names stand in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamodel_check.manifest import codec, read, syntax
from datamodel_check.model.document import Argument, Entry, Item

digests = st.text("0123456789abcdef", min_size=4, max_size=16)
names = st.text(st.characters(), min_size=1)
items = st.builds(Item, names, digests)
entries = st.builds(Entry, st.just(1), digests, st.none() | digests, st.lists(items).map(tuple))


def test_a_generated_sections_entry() -> None:
    entry = Entry(1, "9f2c1ab03d5e77aa", "03d5e77aa9f2c1ab")

    assert codec.write(entry) == "<!-- datamodel:end v1 facts=9f2c1ab03d5e77aa text=03d5e77aa9f2c1ab -->"
    assert codec.write(entry, mdx=True) == "{/* datamodel:end v1 facts=9f2c1ab03d5e77aa text=03d5e77aa9f2c1ab */}"


def test_a_reviewed_sections_entry() -> None:
    entry = Entry(1, "9f2c", items=(Item("user.email", "1ab0"), Item("a --> b,c:d */", "77aa")))

    assert codec.write(entry) == (
        "<!-- datamodel:end v1 facts=9f2c items=user.email:1ab0,a%20;%2d;%2d;%3e;%20;b%2c;c%3a;d%20;%2a;/:77aa -->"
    )


@given(entries, st.booleans())
def test_what_is_written_is_read_back(entry: Entry, mdx: bool) -> None:
    path = "a.mdx" if mdx else "a.md"
    opening = syntax.comment("begin tables", mdx=mdx)
    document = read(path, f"{opening}\n\n{codec.write(entry, mdx=mdx)}\n".encode())

    assert document.problems == ()
    assert [section.entry for section in document.sections] == [entry]


def test_a_later_release_may_add_to_an_entry() -> None:
    arguments = (Argument(None, "v1"), Argument("facts", "aaaa"), Argument("moon", "full"), Argument(None, "word"))

    assert codec.read(arguments) == Entry(1, "aaaa")


@pytest.mark.parametrize("version", ["v2", "v10"])
def test_a_newer_entry_is_told_from_a_broken_one(version: str) -> None:
    with pytest.raises(codec.NewerEntryError) as caught:
        codec.read((Argument(None, version), Argument("facts", "aaaa")))

    assert caught.value.hint == "Upgrade datamodel-check to the version that wrote it."
