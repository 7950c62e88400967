"""The stores of Zustand: https://zustand.docs.pmnd.rs/."""

from collections.abc import Sequence

from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.protocol import Marks, Settings, States
from datamodel_check.model.program import Program


class Zustand:
    """Reads stores with their fields and actions."""

    system = "zustand"
    marks = Marks(suffixes=SCRIPTS, literals=(b"zustand",))

    def state(self, program: Program, candidates: Sequence[str], settings: Settings) -> States:
        from datamodel_check.extract.layers.state.zustand.reading import stores

        return stores(program, candidates, settings)
