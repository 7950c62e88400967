"""A Markdown or MDX file that carries directives, taken apart: what `manifest` reads and everybody else uses."""

from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.location import Span


class Item(NamedTuple):
    """One fact that a reviewed section depends on, with a short digest of what it was."""

    name: str
    digest: str


class Entry(NamedTuple):
    """A closing line: the digests that its section was last true for. `scheme` is the fingerprint's number (1)."""

    scheme: int
    facts: str
    text: str | None = None
    items: tuple[Item, ...] = ()


class Argument(NamedTuple):
    """`name=value` of an opening line; a plain word has no name."""

    name: str | None
    value: str


SectionKind: TypeAlias = Literal["view", "review"]


class Section(NamedTuple):
    """A stretch of a document between its opening and its closing line.

    `opening` and `closing` are the spans of the directive comments, `body` of all that stands between those two lines.
    """

    kind: SectionKind
    name: str
    """The view (`table`), or the name that its writer gave a reviewed section."""
    arguments: tuple[Argument, ...]
    opening: Span
    body: Span
    closing: Span
    entry: Entry | None
    """None where there is none yet, or none that can be read (then there is a problem as well)."""
    depth: int = 0
    """The level of the heading under which the section stands; 0 where there is none."""
    conflicted: bool = False
    """Whether git's conflict markers stand in the section."""

    @property
    def title(self) -> str:
        """The opening line's words: `table user source=…`."""
        words = (f"{a.name}={a.value}" if a.name else a.value for a in self.arguments)
        return " ".join((self.name, *words))


ProblemKind: TypeAlias = Literal[
    "unclosed", "unopened", "nested", "duplicate", "unknown", "malformed", "conflict", "entry", "newer"
]


class Problem(NamedTuple):
    """A directive that cannot be followed (`entry`: a closing line that cannot be read).

    `newer`: a closing line that a later release wrote; its section must not be overwritten.
    """

    kind: ProblemKind
    message: str
    span: Span
    hint: str | None = None


class Ignore(NamedTuple):
    """Findings that the document's writer does not want: of these rules, in a stretch of it. `span` is the line's."""

    rules: tuple[str, ...]
    reason: str
    span: Span
    covers: Span


class Value(NamedTuple):
    """A stretch of prose that states facts: what stands in `body` ought to be what `arguments` ask for.

    `opening` is the span of the comment before it; `block` tells a list on lines of its own from words in a sentence.
    """

    arguments: tuple[Argument, ...]
    opening: Span
    body: Span
    block: bool

    @property
    def title(self) -> str:
        """The opening comment's words: `value count tables`."""
        return " ".join(("value", *(argument.value for argument in self.arguments)))


class Document(NamedTuple):
    """One document. `newline` is what its lines end with."""

    path: str
    content: bytes
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...]
    newline: str = "\n"
    ignores: tuple[Ignore, ...] = ()
    values: tuple[Value, ...] = ()

    @property
    def mdx(self) -> bool:
        return self.path.endswith(".mdx")

    def body(self, section: Section) -> str:
        """The text between a section's opening and closing line."""
        return self.content[section.body.start : section.body.end].decode("utf-8", "replace")
