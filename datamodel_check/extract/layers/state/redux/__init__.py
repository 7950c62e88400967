"""The slices, reducers, stores and APIs of Redux and Redux Toolkit: https://redux-toolkit.js.org/api/createSlice."""

from collections.abc import Sequence

from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.protocol import Marks, Settings, States
from datamodel_check.model.program import Program


class Redux:
    """Reads slices with their fields and actions, stores, and the endpoints of RTK Query."""

    system = "redux"
    marks = Marks(
        suffixes=SCRIPTS,
        literals=(b"@reduxjs/toolkit", b"redux", b"createSlice", b"injectEndpoints", b"combineReducers", b"createApi"),
    )

    def state(self, program: Program, candidates: Sequence[str], settings: Settings) -> States:
        from datamodel_check.extract.layers.state.redux.reading import states

        return states(program, candidates, settings)
