"""The routes of NestJS: https://docs.nestjs.com/controllers."""

from collections.abc import Sequence

from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.protocol import Marks, Routes, Settings
from datamodel_check.model.program import Program


class NestJs:
    """Reads what the controllers answer that an application's modules hold."""

    system = "nestjs"
    marks = Marks(suffixes=SCRIPTS, literals=(b"@nestjs/",))

    def routes(self, program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
        from datamodel_check.extract.layers.nestjs.reading import routes

        return routes(program, candidates, settings)
