"""API routes and pages of the Pages Router: https://nextjs.org/docs/pages/building-your-application/routing/api-routes."""

from collections.abc import Iterator, Sequence
from functools import partial

from datamodel_check.extract.layers.nextjs.cases import OTHER, Cases, hands_on
from datamodel_check.extract.layers.nextjs.handlers import Handlers
from datamodel_check.extract.layers.nextjs.methods import methods
from datamodel_check.extract.layers.nextjs.segments import pages_path
from datamodel_check.extract.protocol import Handled
from datamodel_check.model.layers import Route
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.program import Export, Program
from datamodel_check.model.values import Value

_OWN = frozenset({"_app", "_document", "_error", "404", "500"})
"""Files that are no pages of their own."""


def routes(
    program: Program, handlers: Handlers, root: str, extensions: Sequence[str], paths: Sequence[str]
) -> Iterator[Handled]:
    """What the files below `pages` answer; paths are without the base path."""
    for path in paths:
        *folders, name = path[len(root) + 1 :].split("/")
        stem = next((name.removesuffix(one) for one in extensions if name.endswith(one)), None)
        if stem is None or name.endswith(".d.ts") or (not folders and stem in _OWN):
            continue
        export = next((one for one in program.exports(path) if one.name == "default"), None)
        if export is None:
            continue
        address = pages_path(folders, stem)
        if [*folders, stem][0] == "api":
            yield from _endpoints(program, handlers, path, address, export)
        else:
            found = handlers.exported(path, "default", export.value)
            route = Route("nextjs", "page", "", address, "default", _place(path, export), tuple(sorted(found.auth)))
            yield Handled(route, (*found.functions, *_props(program, path)))


def _props(program: Program, path: str) -> Iterator[Value]:
    """What fetches a page's data: https://nextjs.org/docs/pages/api-reference/functions/get-server-side-props."""
    for one in program.exports(path):
        if one.name in {"getServerSideProps", "getStaticProps", "getInitialProps"}:
            yield one.value


def _endpoints(program: Program, handlers: Handlers, path: str, address: str, export: Export) -> Iterator[Handled]:
    """One for each method that the handler asks for; `*` where it asks for none, or answers others too."""
    cases = Cases(program)
    asked = methods(program, handlers.exported(path, "default", export.value, cases.whole).functions)
    for method in (*asked, OTHER):
        found = handlers.exported(path, "default", export.value, partial(cases.of, method))
        if method != OTHER or not asked or any(map(hands_on, found.functions)):
            auth = tuple(sorted(found.auth))
            route = Route("nextjs", "endpoint", method, address, "default", _place(path, export), auth)
            yield Handled(route, found.functions)


def _place(path: str, export: Export) -> Location:
    return export.location if export.location.path == path else Location(path, NOWHERE)
