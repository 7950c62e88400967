"""From the files of a repository to its routes."""

from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.execution import execution
from datamodel_check.extract.imports import imported
from datamodel_check.extract.layers.authentication import Guards
from datamodel_check.extract.layers.express.handing import Handing
from datamodel_check.extract.layers.express.hidden import run_hidden
from datamodel_check.extract.layers.express.known import PACKAGES
from datamodel_check.extract.layers.express.names import Names
from datamodel_check.extract.layers.express.runtime import Runtime
from datamodel_check.extract.layers.express.stacks import Declared, Layer, Mounted, Router
from datamodel_check.extract.layers.express.walk import Answer, answers
from datamodel_check.extract.protocol import Handled, Routes, Settings
from datamodel_check.model.layers import Route
from datamodel_check.model.location import Location
from datamodel_check.model.module import Module
from datamodel_check.model.program import Program


def routes(program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
    """What every application of the repository answers."""
    files = [path for path in candidates if decoy(path, settings) is None and _is_code(program.module(path))]
    runtime = Runtime(program, files)
    for path in execution(program, files, frozenset(files)):
        runtime.run(path)
    for path in files:
        run_hidden(runtime, path)
    handing = Handing(program)
    found = _answers(runtime, handing)
    answered = {answer.call for answer in found}
    for router in runtime.routers:
        _check(runtime, router, answered)
    return Routes(tuple(_handled(program, found, handing)), tuple(dict.fromkeys(runtime.diagnostics)))


def _answers(runtime: Runtime, handing: Handing) -> list[Answer]:
    """What all applications answer; one that is only known by its type is the same as another that does so too."""
    roots = [router for router in runtime.routers if router.application and not router.used]
    found: list[Answer] = []
    for root in sorted(roots, key=lambda one: one.typed):
        known = {one.call for one in found} if root.typed else ()
        found += [answer for answer in answers(root, handing) if answer.call not in known]
    return found


def _check(runtime: Runtime, router: Router, answered: set[Location]) -> None:
    """Report a router of which nobody knows where it is mounted, and that has routes that nothing else answers."""
    routes = sum(isinstance(layer, Declared) and layer.call not in answered for layer in router.layers)
    if router.application or router.used or not router.layers or not (routes or any(map(_mounts, router.layers))):
        return
    count = "its route is" if routes == 1 else "its routes are"
    which = f"the router `{router.unknown}`" if router.unknown else "a router"
    message = f"where {which} is mounted cannot be followed; {count} missing from the facts"
    runtime.report(router.location, message, "Mount it with `app.use(path, router)` in code that can be followed.")


def _mounts(layer: Layer) -> bool:
    return isinstance(layer, Mounted) and any(isinstance(one, Router) for one in layer.chain)


def _is_code(module: Module | None) -> bool:
    return module is not None and any(one.source in PACKAGES for one in imported(module))


def _handled(program: Program, found: Iterable[Answer], handing: Handing) -> Iterator[Handled]:
    names = Names(program)
    guards = Guards(program)
    for answer in found:
        handler = answer.chain[-1] if answer.chain else None
        answers_itself = handler is not None and not handing.on(handler.function)
        running = (*answer.before, *answer.chain)
        auth = (guards.evidence(one.function, names.of(one), last=answers_itself and one is handler) for one in running)
        route = Route(
            "express",
            "endpoint",
            answer.method,
            answer.path,
            names.of(handler) if handler is not None else "",
            answer.call,
            tuple(dict.fromkeys(name for name in auth if name)),
        )
        yield Handled(route, tuple(one.function for one in running))
