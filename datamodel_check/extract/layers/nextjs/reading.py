"""Everything that the applications of a repository answer."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.layers.nextjs import actions, app_router, pages_router
from datamodel_check.extract.layers.nextjs.applications import Application, applications, files
from datamodel_check.extract.layers.nextjs.handlers import Handlers
from datamodel_check.extract.layers.nextjs.middleware import Middleware
from datamodel_check.extract.protocol import Handled, Routes, Settings
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic


def routes(program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
    """The routes of every application; `candidates` are the modules that may hold server actions."""
    handlers = Handlers(program)
    found: list[Handled] = []
    diagnostics: list[Diagnostic] = []
    known = list(applications(program, settings))
    for application in known:
        diagnostics += application.configuration.diagnostics
        middleware = Middleware(program, handlers, application)
        answered = _of_application(program, handlers, application, settings)
        found += (middleware.guarding(_based(handled, application)) for handled in answered)
    if known:
        found += actions.routes(program, handlers, candidates)
    return Routes(tuple(found), tuple(diagnostics))


def _of_application(
    program: Program, handlers: Handlers, application: Application, settings: Settings
) -> Iterator[Handled]:
    extensions = application.configuration.extensions
    if application.app is not None:
        paths = list(files(program, application.app, settings))
        yield from app_router.routes(program, handlers, application.app, extensions, paths)
    if application.pages is not None:
        paths = list(files(program, application.pages, settings))
        yield from pages_router.routes(program, handlers, application.pages, extensions, paths)


def _based(handled: Handled, application: Application) -> Handled:
    base = application.configuration.base_path
    if not base:
        return handled
    path = handled.route.path
    return handled._replace(route=handled.route._replace(path=base if path == "/" else f"{base}{path}"))
