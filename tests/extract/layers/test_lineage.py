"""The thread from a table to the screen."""

from datamodel_check.extract.layers.lineage import lineage
from datamodel_check.model.layers import Lineage, Operation, Route, Service, State
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.schema import Source, Table
from tests.link.vocabulary import linked

FILES = {
    "hooks.ts": "export function useTeam() {}\nexport function useUser() {}",
    "actions.ts": "'use server'\nexport async function leave() {}",
    "team.tsx": "import { useTeam } from './hooks'\nexport function Team() { useTeam() }",
    "user.tsx": "import { leave } from './actions'\nexport function User() { return <form action={leave} /> }",
}

TABLES = tuple(Table(None, name, name, Location("schema.ts", NOWHERE), ()) for name in ("team", "unused", "user"))

SOURCES = [Source("drizzle:schema.ts", "drizzle", "postgresql", ("schema.ts",), TABLES)]


def test_nothing_is_touched() -> None:
    assert lineage(linked({}), SOURCES, [], [], []) == ()


def test_threads() -> None:
    program = linked(FILES)
    places = {one.name: one.location for path in ("hooks.ts", "actions.ts") for one in program.bindings(path)}
    module = Location("lib/teams.ts", NOWHERE)
    repository = Service("module", "lib/teams", module, (Operation("load", module, reads=("team",)),))
    above = Service("class", "Teams", places["useTeam"], (Operation("get", module, calls=("lib/teams#load",)),))
    other = Service("class", "Users", places["useTeam"], (Operation("get", module, writes=("user",)),))
    routes = [
        Route("nextjs", "endpoint", "GET", "/api/teams/:id", "GET", module, reads=("team",), calls=("Teams.get",)),
        Route("nextjs", "action", "", "actions.ts", "leave", places["leave"], writes=("user",)),
    ]
    states = [
        State("react-query", "query", "useTeam", places["useTeam"], endpoints=("GET /api/teams/:teamId",)),
        State("react-query", "query", "useUser", places["useUser"], endpoints=("GET /api/users",)),
    ]
    assert lineage(program, SOURCES, [repository, above, other], routes, states) == (
        Lineage("team", ("Teams", "lib/teams"), ("GET /api/teams/:id",), ("useTeam",), ("team.tsx#Team",)),
        Lineage("user", ("Users",), ("actions.ts#leave",), (), ("user.tsx#User",)),
    )
