"""In which order migrations run, and what is wrong with it: `MigrationLoader.build_graph`.

https://github.com/django/django/blob/stable/5.2.x/django/db/migrations/loader.py
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from datamodel_check.extract.migrations.django.loading import Migration, Node
from datamodel_check.model.location import Location
from datamodel_check.model.migrations import Irregularity


class Graph:
    """The migrations of a project. Those that a squashed one replaces are left out, as on a new database."""

    def __init__(self, migrations: Iterable[Migration]) -> None:
        everything = {one.node: one for one in migrations}
        self._replaced = {node: one.node for one in everything.values() for node in one.replaces}
        self.migrations: Mapping[Node, Migration] = {
            node: one for node, one in everything.items() if node not in self._replaced
        }
        self._apps = {app for app, _ in self.migrations}
        self._parents = {node: list(dict.fromkeys(self._found(one))) for node, one in self.migrations.items()}
        for node, one in self.migrations.items():
            for other in one.run_before:
                if self._meant(other) in self._parents:
                    self._parents[self._meant(other)].append(node)

    def _found(self, one: Migration) -> Iterator[Node]:
        """What a migration waits for: its own dependencies and, of a squashed one, those of what it replaces."""
        for other in one.dependencies:
            for node in self._all(other):
                if node != one.node and node in self.migrations:
                    yield node

    def _meant(self, node: Node) -> Node:
        while node in self._replaced:
            node = self._replaced[node]
        return node

    def _all(self, node: Node) -> list[Node]:
        """`__first__` and `__latest__` of an app as its migrations."""
        app, name = node
        if name not in ("__first__", "__latest__"):
            return [self._meant(node)]
        own = [one for one in self.migrations.values() if one.node[0] == app]
        if name == "__latest__":
            return self._leaves(own)
        return [one.node for one in own if not any(parent[0] == app for parent in map(self._meant, one.dependencies))]

    def _leaves(self, own: Sequence[Migration]) -> list[Node]:
        waited = {self._meant(node) for one in own for node in one.dependencies}
        return [one.node for one in own if one.node not in waited]

    def order(self) -> list[Migration]:
        """Parents before children, else by name."""
        done: dict[Node, None] = {}
        running: set[Node] = set()

        def visit(node: Node) -> None:
            if node in done or node in running:
                return
            running.add(node)
            for parent in sorted(self._parents[node]):
                visit(parent)
            done[node] = None

        for node in sorted(self.migrations):
            visit(node)
        return [self.migrations[node] for node in done]

    def irregularities(self, app: str) -> Iterator[Irregularity]:
        """Several leaves, and dependencies that are not there."""
        own = [one for node, one in sorted(self.migrations.items()) if node[0] == app]
        leaves = self._leaves(own)
        if len(leaves) > 1:
            names = ", ".join(name for _, name in leaves)
            message = f"conflicting migrations: multiple leaf nodes in the migration graph ({names} in {app})"
            hint = "To fix them run `python manage.py makemigrations --merge`."
            yield Irregularity("fork", self.migrations[leaves[-1]].location, message, hint)
        for one in own:
            for other in one.dependencies:
                if self._is_missing(other):
                    yield _missing(one.location, one.node, other)

    def _is_missing(self, node: Node) -> bool:
        special = node[1] in ("__first__", "__latest__")
        return node[0] in self._apps and not special and self._meant(node) not in self.migrations


def _missing(place: Location, node: Node, other: Node) -> Irregularity:
    message = f"migration {'.'.join(node)} depends on {'.'.join(other)}, which is not there"
    return Irregularity("missing", place, message, "Restore the file from the version control system.")
