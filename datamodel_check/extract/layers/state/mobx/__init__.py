"""The stores of MobX (https://mobx.js.org) and MobX-State-Tree (https://mobx-state-tree.js.org)."""

from collections.abc import Sequence

from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.protocol import Marks, Settings, States
from datamodel_check.model.program import Program


class MobX:
    """Reads classes and objects that are observed, with their fields, computed values and actions."""

    system = "mobx"
    marks = Marks(suffixes=SCRIPTS, literals=(b"mobx",))

    def state(self, program: Program, candidates: Sequence[str], settings: Settings) -> States:
        from datamodel_check.extract.layers.state.mobx.reading import stores

        return stores(program, candidates, settings)
