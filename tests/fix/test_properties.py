"""`--fix` on any document: a second one changes nothing, and no byte outside generated sections changes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from datamodel_check.fix import apply
from datamodel_check.manifest import read
from datamodel_check.model.snapshot import Snapshot
from tests.fix.vocabulary import planned
from tests.views.samples import ONE, SHOP

OTHER = Snapshot((SHOP._replace(tables=SHOP.tables[1:4], enums=()),), detections=ONE.detections)

PIECES = (
    "# Heading",
    "Some words, *with* `code`.",
    "- item\n\n  ```sh\n  make\n  ```",
    "```md\n<!-- datamodel:begin tables -->\n```",
    "| a |\n| --- |\n| b |",
    "<!-- datamodel:begin enums -->",
    "<!-- datamodel:begin table book -->",
    "<!-- datamodel:begin table nowhere -->",
    "<!-- datamodel:begin erd columns=all -->\n\n<!-- datamodel:end -->",
    "<!-- datamodel:begin tables -->\n\nold\n\n<!-- datamodel:end v1 facts=aaaa text=bbbb -->",
    "<!-- datamodel:begin key-files -->\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n\n<!-- datamodel:end -->",
    "<!-- datamodel:begin relations -->\n\nx\n\n<!-- datamodel:end v1 facts=aaaa -->",
    "<!-- datamodel:end -->",
    "<!-- datamodel:review x table:user -->\n\nProse.\n\n<!-- datamodel:end -->",
)
texts = st.lists(st.sampled_from(PIECES)).map("\n\n".join)
endings = st.sampled_from(["\n", "\r\n"])
documents = st.builds(
    lambda mark, text, end, newline: (mark + text + end).replace("\n", newline).encode(),
    st.sampled_from(["", "\ufeff"]),
    texts,
    st.sampled_from(["", "\n", "\n\n"]),
    endings,
)


def repaired(content: bytes, snapshot: Snapshot) -> bytes:
    return apply(content, planned(content, snapshot, overwrite=True).edits)


def outside(content: bytes) -> bytes:
    """What stands outside generated sections, a mark in the place of each."""
    document = read("docs/a.md", content)
    for section in reversed(document.sections):
        if section.kind == "view":
            content = content[: section.opening.end] + b"\0" + content[section.closing.end :]
    return content


@settings(max_examples=40)
@given(documents)
def test_a_second_fix_changes_nothing(content: bytes) -> None:
    once = repaired(content, ONE)

    assert repaired(once, ONE) == once
    assert planned(once, ONE).refusals == ()


@settings(max_examples=40)
@given(documents)
def test_nothing_outside_generated_sections_changes(content: bytes) -> None:
    before, after = outside(content), outside(repaired(content, ONE))

    # A new section's closing line is set off from words that follow its opening line at once.
    assert after.replace(b"\0\r\n\r\n", b"\0\r\n").replace(b"\0\n\n", b"\0\n") == before.replace(
        b"\0\r\n\r\n", b"\0\r\n"
    ).replace(b"\0\n\n", b"\0\n")


@settings(max_examples=40)
@given(documents)
def test_there_and_back_again(content: bytes) -> None:
    once = repaired(content, ONE)

    assert repaired(repaired(once, OTHER), ONE) == once


@settings(max_examples=40)
@given(documents, st.data())
def test_an_edit_by_hand_is_refused(content: bytes, data: st.DataObject) -> None:
    once = repaired(content, ONE)
    sections = [section for section in read("docs/a.md", once).sections if section.name in {"enums", "tables"}]
    if sections:
        section = data.draw(st.sampled_from(sections))
        place = once.index(b"book", section.body.start)
        edited = once[:place] + b"cook" + once[place + 4 :]

        assert [refusal.section.title for refusal in planned(edited, ONE).refusals] == [section.title]
