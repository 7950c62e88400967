"""React's contexts: https://react.dev/reference/react/createContext."""

from collections.abc import Sequence

from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.protocol import Marks, Settings, States
from datamodel_check.model.program import Program


class ReactContext:
    """Reads contexts with what they hold, the components that provide it and the hooks that read it."""

    system = "react-context"
    marks = Marks(suffixes=SCRIPTS, literals=(b"createContext", b"useContext", b".Provider"))

    def state(self, program: Program, candidates: Sequence[str], settings: Settings) -> States:
        from datamodel_check.extract.layers.state.react_context.reading import contexts

        return contexts(program, candidates, settings)
