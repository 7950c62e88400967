"""What is told of two versions of a section."""

from collections.abc import Sequence

from datamodel_check.compare.blocks import changes
from datamodel_check.markdown import print_blocks, read_blocks
from datamodel_check.model.blocks import Block, Cell, Code, Fence, Grid, Paragraph, Text

HEADER = ("Column", "Type", "Null", "Default", "Key", "Notes")


def cell(text: str) -> Cell:
    return (Code(text),) if text else ()


def columns(*rows: Sequence[str], subject: str = "users") -> Grid:
    return Grid(HEADER, tuple(tuple(map(cell, (*row, *[""] * (6 - len(row))))) for row in rows), 1, "column", subject)


def grid(header: Sequence[str], *rows: Sequence[str | Cell], keys: int = 1, noun: str, subject: str = "") -> Grid:
    made = tuple(tuple(cell(one) if isinstance(one, str) else one for one in row) for row in rows)
    return Grid(tuple(header), made, keys, noun, subject)


def codes(*names: str) -> Cell:
    return tuple(part for name in names for part in (Text(", "), Code(name)))[1:]


def told(old: Sequence[Block], new: Sequence[Block]) -> list[str]:
    """The sentences; the old blocks are printed and read as they would be in a document."""
    written = read_blocks(print_blocks(old, path="docs/page.md"))
    return [change.text for _, change in changes(written, new, "table users")]


ID, EMAIL = ("id", "uuid", "no"), ("email", "varchar(100)", "no")


def test_nothing() -> None:
    assert told([columns(ID, EMAIL)], [columns(EMAIL, ID)]) == []


def test_cells() -> None:
    new = ("email", "varchar(255)", "yes", "'none'")

    assert told([columns(ID, EMAIL)], [columns(ID, new)]) == [
        "users.email: type varchar(100) → varchar(255)",
        "users.email: nullable no → yes",
        "users.email: default none → 'none'",
    ]


def test_rows() -> None:
    bio = ("bio", "text", "yes")

    assert told([columns(ID)], [columns(ID, EMAIL)]) == ["users.email: column added"]
    assert told([columns(ID, EMAIL)], [columns(ID)]) == ["users.email: column removed"]
    assert told([columns(ID, EMAIL)], [columns(ID, bio)]) == ["users.bio: column added", "users.email: column removed"]


def test_a_renamed_row() -> None:
    assert told([columns(ID, EMAIL)], [columns(ID, ("mail", "varchar(100)", "no"))]) == [
        "users.email: column renamed to mail"
    ]


def test_two_that_go_and_two_that_come_are_not_guessed_at() -> None:
    old = columns(("a", "text", "no"), ("b", "text", "no"))
    new = columns(("c", "text", "no"), ("d", "text", "no"))

    assert told([old], [new]) == [
        "users.c: column added",
        "users.d: column added",
        "users.a: column removed",
        "users.b: column removed",
    ]


def test_a_row_that_says_little_is_not_taken_for_renamed() -> None:
    header = ("Table", "Primary key", "Unique", "References")
    old = grid(header, ("users", "id", "", ""), noun="table")
    new = grid(header, ("posts", "id", "", ""), noun="table")

    assert told([old], [new]) == ["posts: table added", "users: table removed"]


def test_a_row_of_another_table_is_not_taken_for_renamed() -> None:
    header = ("Table", "Foreign key", "References", "On delete")
    author, owner = ((name, "user", "users.id", "cascade") for name in ("posts", "orgs"))
    writer = ("posts", "writer", "users.id", "cascade")
    old = grid(header, author, keys=2, noun="foreign key")

    assert told([old], [grid(header, owner, keys=2, noun="foreign key")]) == [
        "orgs.user: foreign key added",
        "posts.user: foreign key removed",
    ]
    assert told([old], [grid(header, writer, keys=2, noun="foreign key")]) == [
        "posts.user: foreign key renamed to writer"
    ]


def test_references() -> None:
    before: Cell = (Text("→ "), Code("orgs.id"), Text("; "), Text("an old comment"))
    after: Cell = (Text("→ "), Code("orgs.id"), Text(", on delete cascade; "), Text("a new comment"))
    old, new = (
        Grid(HEADER, ((*map(cell, ("org", "uuid", "no", "", "")), notes),), 1, "column", "users")
        for notes in (before, after)
    )

    assert told([old], [new]) == [
        "users.org: references orgs.id → orgs.id, on delete cascade",
        "users.org: note an old comment → a new comment",
    ]


def test_long_lists_are_told_by_what_comes_and_goes() -> None:
    header = ("Enum", "Values", "Used by")
    old = grid(header, ("status", codes("a", "b", "c", "d"), ""), noun="enum")
    new = grid(header, ("status", codes("b", "a", "c", "e"), ""), noun="enum")

    assert told([old], [new]) == [
        "status: value e added",
        "status: value d removed",
        "status: order of the values a, b, c, d → b, a, c, e",
    ]


def test_short_lists_and_new_orders_are_told_whole() -> None:
    header = ("Enum", "Values")
    old = grid(header, ("status", codes("a", "b", "c", "d")), noun="enum")

    assert told(
        [grid(header, ("s", codes("a")), noun="enum")], [grid(header, ("s", codes("a", "b")), noun="enum")]
    ) == ["s: values a → a, b"]
    assert told([old], [grid(header, ("status", codes("b", "a", "c", "d")), noun="enum")]) == [
        "status: values a, b, c, d → b, a, c, d"
    ]


def test_whole_grids_come_and_go() -> None:
    index = grid(("Index", "Columns"), ("users_email_idx", "email"), noun="index", subject="users")

    assert told([columns(ID)], [columns(ID), index]) == ["users.users_email_idx: index added"]
    assert told([columns(ID), index], [columns(ID)]) == ["users.users_email_idx: index removed"]


def test_rows_without_a_name_are_called_by_their_columns() -> None:
    header = ("Unique", "Columns", "Notes")
    new = grid(header, ("", codes("org", "name"), ""), keys=2, noun="unique constraint", subject="users")

    assert told([columns(ID)], [columns(ID), new]) == ["users (org, name): unique constraint added"]


def test_rows_of_two_keys() -> None:
    header = ("Table", "Foreign key", "References", "On delete")
    old = grid(header, ("posts", "author", "users.id", "no action"), keys=2, noun="foreign key")
    new = grid(header, ("posts", "author", "users.id", "cascade"), keys=2, noun="foreign key")

    assert told([old], [new]) == ["posts.author: on delete no action → cascade"]


def test_an_older_layout() -> None:
    """A release may show more or other columns."""
    old = grid(("Column", "Type"), ("id", "uuid"), ("email", "text"), noun="")

    assert told([old], [columns(("id", "uuid"), ("email", "varchar"))]) == ["users.email: type text → varchar"]


def test_words() -> None:
    said = Paragraph((Text("Row-level security is enabled."),))

    assert told([columns(ID)], [columns(ID), said]) == ["users: “Row-level security is enabled.” added"]
    assert told([columns(ID), said], [columns(ID)]) == ["users: “Row-level security is enabled.” removed"]
    assert told([], [Paragraph((Text("No enums."),))]) == ["table users: “No enums.” added"]


def test_code() -> None:
    old, new, longer = (Fence("sql", text) for text in ("select  a\nfrom x", "select b from x", "x" * 500))

    assert told([columns(ID), old], [columns(ID), Fence("sql", "select a from x")]) == []
    assert told([columns(ID), old], [columns(ID), new]) == ["users: SQL select a from x → select b from x"]
    assert told([columns(ID)], [columns(ID), new]) == ["users: SQL none → select b from x"]
    assert told([columns(ID), new], [columns(ID)]) == ["users: SQL select b from x → none"]
    assert told([columns(ID), old], [columns(ID), longer]) == ["users: SQL changed"]
    assert told([old, old], [old]) == ["table users: SQL select a from x select a from x → select a from x"]


def test_several_notes_and_references() -> None:
    def noted(*notes: Cell) -> Grid:
        cells = tuple(part for note in notes for part in (Text("; "), *note))[1:]
        return Grid(HEADER, ((*map(cell, ("org", "uuid", "no", "", "")), cells),), 1, "column", "users")

    to_orgs, to_teams = ((Text("→ "), Code(name)) for name in ("orgs.id", "teams.id"))
    first, second = ((Text(name),) for name in ("one", "two"))

    assert told([noted(first)], [noted(to_orgs, to_teams, first, second)]) == [
        "users.org: references none → orgs.id and teams.id",
        "users.org: note none → two",
    ]
    assert told([noted(first, second)], [noted()]) == ["users.org: note one; two → none"]


def test_sources_are_told_apart() -> None:
    def of(name: str, *rows: Sequence[str]) -> list[Block]:
        return [Paragraph((Code(name),)), columns(*rows)]

    old = [*of("drizzle:a", ID), *of("drizzle:b", ID)]
    new = [*of("drizzle:a", ID), *of("drizzle:b", ID, EMAIL)]

    assert [(scope, change.text) for scope, change in changes(old, new, "table users")] == [
        ("drizzle:b", "users.email: column added")
    ]


def test_a_second_source_changes_nothing_about_the_first() -> None:
    header = ("Table", "Primary key")
    users, orgs, posts = (grid(header, *((name, "id") for name in names), noun="table") for names in ("ab", "c", "abd"))
    several: list[Block] = [Paragraph((Code("drizzle:x"),)), orgs, Paragraph((Code("drizzle:y"),)), posts]

    assert told([users], several) == ["c: table added", "d: table added"]
    assert told(several, [users]) == ["d: table removed", "c: table removed"]


def diagram(*lines: str) -> Fence:
    return Fence("mermaid", "\n".join(("erDiagram", "  direction LR", *lines)))


USERS = ('  "users" {', "    uuid id PK", "    varchar(100) email UK", "  }")


def test_diagrams() -> None:
    old = diagram(*USERS, '  "posts"', '  "users" ||--o{ "posts" : "author"')
    new = diagram(
        *USERS[:2],
        "    text email UK",
        "    uuid org FK",
        "  }",
        '  "posts"',
        '  "orgs"',
        '  "users" |o--o{ "posts" : "author"',
        '  "orgs" ||--o| "users" : "org"',
    )

    assert told([old], [new]) == [
        "orgs: table added",
        "users.email: type varchar(100) → text",
        "users.org: column of the diagram added",
        "posts.author: at the other end exactly one → at most one",
        "users.org: foreign key added",
    ]


def test_what_comes_or_goes_with_a_table_is_not_told() -> None:
    old = diagram(*USERS)
    new = diagram(*USERS, '  "posts" {', "    uuid id PK", "  }", '  "users" ||--o{ "posts" : "author"')

    assert told([old], [new]) == ["posts: table added"]
    assert told([new], [old]) == ["posts: table removed"]


def test_a_diagram_that_was_split_says_the_same() -> None:
    whole = diagram('  "a"', '  "b"')

    assert told([whole], [diagram('  "a"'), diagram('  "b"')]) == []
