"""The routes of Express: https://expressjs.com/en/guide/routing.html."""

from collections.abc import Sequence

from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.protocol import Marks, Routes, Settings
from datamodel_check.model.program import Program


class Express:
    """Reads what applications answer, and what routers do that these mount."""

    system = "express"
    marks = Marks(suffixes=SCRIPTS, literals=(b"express",))

    def routes(self, program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
        from datamodel_check.extract.layers.express.reading import routes

        return routes(program, candidates, settings)
