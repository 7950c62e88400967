"""The atoms of Jotai: https://jotai.org/docs."""

from collections.abc import Sequence

from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.protocol import Marks, Settings, States
from datamodel_check.model.program import Program


class Jotai:
    """Reads atoms, and what they are: derived, writable, families, kept in storage."""

    system = "jotai"
    marks = Marks(suffixes=SCRIPTS, literals=(b"jotai", b"atom(", b"atom<", b"atomWith", b"atomFamily"))

    def state(self, program: Program, candidates: Sequence[str], settings: Settings) -> States:
        from datamodel_check.extract.layers.state.jotai.reading import atoms

        return atoms(program, candidates, settings)
