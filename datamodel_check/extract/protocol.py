"""What an extractor is: which files it wants to see, and what it makes of them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from datamodel_check.model.layers import Route, State
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source, System
from datamodel_check.model.snapshot import Detection, Diagnostic, PassedOver
from datamodel_check.model.values import Value


class Marks(NamedTuple):
    """Which files can matter: those whose path matches `paths`, or whose suffix is given and that hold a literal.

    `paths` are globs as in `model/globs.py`; `**/` at the beginning stands for any folder, also none.
    """

    paths: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    literals: tuple[bytes, ...] = ()


class Settings(NamedTuple):
    """The configuration, as far as extractors need it: globs. What `sources` names is always a source.

    `types`, where given, names the files of the domain's types instead of the folders that usually hold them.
    """

    sources: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


T = TypeVar("T", bound=tuple[object, ...])


class Answer(NamedTuple, Generic[T]):
    """A part of the facts. Where answers are remembered, the digest is the same for the same facts."""

    found: T
    digest: bytes = b""


class Asking(Protocol):
    """Answers a part of the facts, by reading it or from memory."""

    def __call__(
        self, part: str, given: Sequence[object], read: Callable[[Program], T], make: Callable[[Iterable[Any]], T], /
    ) -> Answer[T]:
        """What `read` finds in a program that nobody else asks, so that no part depends on what was read before it.

        `given` is all that it depends on beside the files of the program and the settings: texts, and the digests of
        other answers. `make` makes the answer of its fields, which are values of the model.
        """


class Extraction(NamedTuple):
    """What one extractor found, what it could not resolve, and what it took for no source."""

    sources: tuple[Source, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    failed: bool = False


class Verdicts(NamedTuple):
    """What is used in a repository.

    `packages` are the folders of the packages that hold evidence, whether they declare what they use or not.
    """

    detections: tuple[Detection, ...]
    diagnostics: tuple[Diagnostic, ...]
    passed_over: tuple[PassedOver, ...]
    packages: tuple[str, ...]


class SchemaExtractor(Protocol):
    """Reads the schemas of one ORM."""

    @property
    def system(self) -> System: ...

    @property
    def marks(self) -> Marks: ...

    def extract(self, program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
        """The sources among `candidates`, the files that `marks` selects.

        What the code says never raises: what cannot be decided is a diagnostic.
        """


class Handled(NamedTuple):
    """A route, and the functions that answer it: from them follows what it reads, writes and calls.

    `handlers` are closures in the order in which they run (middleware, guards, then the handler); `this` is the object
    that they are methods of.
    """

    route: Route
    handlers: tuple[Value, ...] = ()
    this: Value | None = None


class Routes(NamedTuple):
    """What one back-end framework declares."""

    routes: tuple[Handled, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class RouteExtractor(Protocol):
    """Reads the routes of one back-end framework."""

    @property
    def system(self) -> str: ...

    @property
    def marks(self) -> Marks: ...

    def routes(self, program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
        """The routes that `candidates` declare. What the code says never raises."""


class States(NamedTuple):
    """What one library for client state declares."""

    state: tuple[State, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class StateExtractor(Protocol):
    """Reads the client state of one library."""

    @property
    def system(self) -> str: ...

    @property
    def marks(self) -> Marks: ...

    def state(self, program: Program, candidates: Sequence[str], settings: Settings) -> States:
        """The stores, queries, contexts, … that `candidates` declare. What the code says never raises."""
