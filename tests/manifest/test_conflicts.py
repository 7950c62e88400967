"""Git's conflict markers in documents."""

from datamodel_check.manifest import read
from datamodel_check.model.document import Document

OPENING = "<!-- datamodel:begin tables -->"
END = "<!-- datamodel:end v1 facts={0} text={0} -->"


def conflict(ours: str, theirs: str, base: str | None = None) -> str:
    middle = "" if base is None else f"||||||| 1234567\n{base}\n"
    return f"<<<<<<< HEAD\n{ours}\n{middle}=======\n{theirs}\n>>>>>>> branch"


def found(text: str) -> tuple[Document, list[tuple[str, bool, str]], list[tuple[str, int]]]:
    """The document, its sections (title, conflicted, all the text that belongs to it), and its problems."""
    document = read("a.md", text.encode())
    sections = [
        (section.title, section.conflicted, text.encode()[section.opening.end : section.closing.end].decode())
        for section in document.sections
    ]
    return document, sections, [(problem.kind, problem.span.line) for problem in document.problems]


def test_a_conflict_in_prose_is_not_ours() -> None:
    end = END.format("aaaa")
    _, sections, problems = found(f"{conflict('one', 'two')}\n\n{OPENING}\n\n{end}\n")

    assert (sections, problems) == ([("tables", False, f"\n\n{end}")], [])


def test_a_conflict_within_the_generated_text() -> None:
    inside = f"\n\n| a |\n{conflict('| b |', '| c |')}\n\n{END.format('aaaa')}"
    document, sections, problems = found(f"{OPENING}{inside}\n")

    assert (sections, problems) == ([("tables", True, inside)], [])
    assert document.sections[0].entry is not None


def test_a_conflict_that_holds_the_closing_line_on_both_sides() -> None:
    ours, theirs = f"| b |\n\n{END.format('aaaa')}", f"| c |\n\n{END.format('bbbb')}"
    for base in (None, f"| a |\n\n{END.format('cccc')}"):
        inside = f"\n\n{conflict(ours, theirs, base)}"
        document, sections, problems = found(f"{OPENING}{inside}\n\nwords\n\n<!-- datamodel:begin erd -->\n")

        assert (sections, problems) == ([("tables", True, inside), ("erd", False, "")], [])
        assert document.sections[0].entry is None


def test_two_conflicts_in_one_section() -> None:
    rows = conflict("| b |", "| c |")
    closing = conflict(END.format("aaaa"), END.format("bbbb"))
    inside = f"\n\n{rows}\n| d |\n{closing}"

    assert found(f"{OPENING}{inside}\n")[1:] == ([("tables", True, inside)], [])


def test_a_conflict_in_a_diagram() -> None:
    ours, theirs = (f'  "{name}"\n```\n\n{END.format("aaaa")}' for name in "bc")
    inside = f"\n\n```mermaid\nerDiagram\n{conflict(ours, theirs)}"

    assert found(f"{OPENING}{inside}\n\n## Next\n\n<!-- datamodel:begin enums -->\n")[1] == [
        ("tables", True, inside),
        ("enums", False, ""),
    ]


def test_windows_line_endings() -> None:
    inside = f"\n\n{conflict('| b |', '| c |')}\n\n{END.format('aaaa')}".replace("\n", "\r\n")

    assert found(f"{OPENING}{inside}\r\n")[1:] == ([("tables", True, inside)], [])


def test_markers_that_a_half_done_resolution_left_behind() -> None:
    for marker in ("<<<<<<< HEAD", "=======", ">>>>>>> branch", "||||||| 1234567"):
        inside = f"\n\n| a |\n\n{marker}\n\n{END.format('aaaa')}"

        assert found(f"{OPENING}{inside}\n")[1:] == ([("tables", True, inside)], [])


def test_words_behind_a_closing_line_in_conflict_are_a_persons() -> None:
    ours = f"{END.format('aaaa')}\n\nmy words"
    theirs = END.format("bbbb")

    assert found(f"{OPENING}\n\n{conflict(ours, theirs)}\n")[1:] == ([], [("conflict", 3)])


def test_whole_sections_on_the_two_sides() -> None:
    ours = f"{OPENING}\n\n{END.format('aaaa')}"
    theirs = f"<!-- datamodel:begin enums -->\n\n{END.format('bbbb')}"
    after = f"<!-- datamodel:begin erd -->\n\n{END.format('cccc')}"

    assert found(f"{conflict(ours, theirs)}\n\n{after}\n")[1:] == (
        [("erd", False, f"\n\n{END.format('cccc')}")],
        [("conflict", 1)],
    )


def test_an_opening_line_in_conflict() -> None:
    lines = conflict("<!-- datamodel:begin table a -->", "<!-- datamodel:begin table b -->")

    assert found(f"{lines}\n\n{END.format('aaaa')}\n")[1:] == ([], [("conflict", 1)])
