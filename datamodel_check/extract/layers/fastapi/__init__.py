"""The routes of FastAPI: https://fastapi.tiangolo.com/tutorial/bigger-applications/."""

from collections.abc import Sequence

from datamodel_check.extract.protocol import Marks, Routes, Settings
from datamodel_check.model.program import Program


class FastApi:
    """Reads what applications answer, with the routers that they include."""

    system = "fastapi"
    marks = Marks(suffixes=(".py",), literals=(b"fastapi", b"APIRouter", b"create_app", b"make_app", b"get_app"))
    """Who calls the function that makes an application need not name the framework."""

    def routes(self, program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
        from datamodel_check.extract.layers.fastapi.reading import routes

        return routes(program, candidates, settings)
