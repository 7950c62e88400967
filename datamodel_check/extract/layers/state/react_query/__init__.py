"""The queries and mutations of React Query, now TanStack Query: https://tanstack.com/query."""

from collections.abc import Sequence

from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.protocol import Marks, Settings, States
from datamodel_check.model.program import Program


class ReactQuery:
    """Reads what hooks and components ask for and change, under which keys."""

    system = "react-query"
    marks = Marks(
        suffixes=SCRIPTS,
        literals=(
            *(b"react-query", b"useQuery", b"useMutation", b"useInfiniteQuery", b"useQueries"),
            *(b"useSuspenseQuery", b"useSuspenseInfiniteQuery", b"useSuspenseQueries"),
        ),
    )
    """Not only files that import it: hooks may come from functions of the repository."""

    def state(self, program: Program, candidates: Sequence[str], settings: Settings) -> States:
        from datamodel_check.extract.layers.state.react_query.reading import queries

        return queries(program, candidates, settings)
