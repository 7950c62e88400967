"""Which components use a hook."""

from collections.abc import Mapping

from datamodel_check.extract.layers.users import Users
from datamodel_check.model.location import NOWHERE, Location
from tests.link.vocabulary import linked

HOOK = "export function useTeam() { return useQuery({ queryKey: ['team'] }) }\nexport function useOther() {}"


def users(files: Mapping[str, str], name: str = "useTeam", path: str = "hooks/use-team.ts") -> list[str]:
    program = linked({"hooks/use-team.ts": HOOK, **files})
    places = {one.name: one.location for one in program.bindings(path)}
    return sorted(Users(program).components(name, places.get(name, Location(path, NOWHERE))))


def test_nobody() -> None:
    assert users({}) == []
    assert users({"a.tsx": "export function Page() { return useTeam() }"}) == []
    assert users({"a.tsx": "import { useOther } from './hooks/use-team'\nexport function Page() { useOther() }"}) == []
    assert (
        users({"a.tsx": "import type { useTeam } from './hooks/use-team'\nexport function Page() { useTeam() }"}) == []
    )
    assert (
        users({"a.test.tsx": "import { useTeam } from './hooks/use-team'\nexport function Page() { useTeam() }"}) == []
    )
    assert users({"a.tsx": "import { useTeam } from 'elsewhere'\nexport function Page() { useTeam() }"}) == []
    assert users({"a.ts": "import { useTeam } from './hooks/use-team'\nexport function run() { useTeam() }"}) == []


def test_a_component() -> None:
    source = "import { useTeam as load } from './hooks/use-team'\nexport const Page = () => { const team = load() }"
    assert users({"a.tsx": source + "\nexport function Other() {}"}) == ["a.tsx#Page"]


def test_a_namespace() -> None:
    source = "import * as hooks from './hooks/use-team'\nexport const Page = memo(() => { hooks.useTeam() })"
    assert users({"a.tsx": source}) == ["a.tsx#Page"]


def test_a_barrel() -> None:
    source = "import { useTeam } from './hooks'\nexport default function Page() { useTeam() }"
    for barrel in ("export * from './use-team'", "export { useTeam } from './use-team'"):
        assert users({"hooks/index.ts": barrel, "a.tsx": source}) == ["a.tsx#Page"]


def test_hooks_in_between() -> None:
    files = {
        "hooks/use-board.ts": "import { useTeam } from './use-team'\nexport const useBoard = () => useTeam()",
        "a.tsx": "import { useBoard } from './hooks/use-board'\nexport function Page() { useBoard() }",
    }
    assert users(files) == ["a.tsx#Page"]


def test_hooks_that_use_one_another() -> None:
    files = {
        "hooks/a.ts": "import { b } from './b'; import { useTeam } from './use-team'; export const a = [b, useTeam]",
        "hooks/b.ts": "import { a } from './a'\nexport const b = () => a()",
    }
    assert users(files) == []


def test_names_in_the_braces_of_markup() -> None:
    head = "import { useTeam } from './hooks/use-team'\nexport function Page() { return "
    assert users({"a.tsx": head + "<form action={useTeam} /> }"}) == ["a.tsx#Page"]
    assert users({"a.tsx": head + "<p title='useTeam'>useTeam</p> }"}) == []


def test_what_stands_in_a_component_is_used_by_it() -> None:
    files = {"page.tsx": "export function Page() { const team = useQuery({}) }"}
    program = linked(files)
    (page,) = program.bindings("page.tsx")
    assert Users(program).components("team", page.location) == {"page.tsx#Page"}
