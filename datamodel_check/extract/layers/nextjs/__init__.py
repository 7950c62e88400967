"""The routes of Next.js (https://nextjs.org/docs), of the App Router and of the Pages Router, and server actions.

Read `applications.py` first: where an application is. Then `segments.py`: which path a file answers.
"""

from collections.abc import Sequence

from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.protocol import Marks, Routes, Settings
from datamodel_check.model.program import Program


class NextJs:
    """Reads what the files below `app` and `pages` answer."""

    system = "nextjs"
    marks = Marks(suffixes=SCRIPTS, literals=(b"use server",))

    def routes(self, program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
        from datamodel_check.extract.layers.nextjs.reading import routes

        return routes(program, candidates, settings)
