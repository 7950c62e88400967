"""Atoms of Jotai."""

from collections.abc import Mapping
from textwrap import dedent

from datamodel_check.extract.layers.state.jotai import Jotai
from tests.extract.layers.state.vocabulary import described


def says(files: Mapping[str, str] | str, expected: str) -> None:
    """What the atoms of some files come to; a file without a name is `atoms.ts`."""
    given = {"atoms.ts": files} if isinstance(files, str) else files
    assert described(Jotai(), given) == dedent(expected).strip()


def test_no_atoms() -> None:
    says("import { useAtom } from 'jotai'\nexport const useIt = () => useAtom(null)", "")


def test_functions_of_the_same_name() -> None:
    files = {
        "own.ts": "export const atom = (value) => value\nexport const a = atom(1)",
        "recoil.ts": "import { atom } from 'recoil'\nexport const b = atom({ key: 'b', default: 1 })",
        "nanostores.ts": "import { atom } from 'nanostores'\nexport const c = atom(1)",
    }
    says(files, "")


def test_what_atoms_are() -> None:
    source = """
        import { atom } from 'jotai'
        import { atomFamily, atomWithStorage, loadable } from 'jotai/utils'
        export const count = atom(0)
        export const double = atom((get) => get(count) * 2)
        export const half = atom((get) => get(count) / 2, (get, set, value) => set(count, value * 2))
        export const reset = atom(null, (get, set) => set(count, 0))
        export const todo = atomFamily((id) => atom({ id }))
        export const theme = atomWithStorage('theme', 'light')
        export const later = loadable(double)
    """
    says(
        source,
        """
        atom count
        atom double
          options: derived
        atom half
          options: derived, writable
        atom later
          options: derived
        atom reset
          options: write-only
        atom theme theme
          options: storage
        atom todo
          options: family
        """,
    )


def test_what_objects_hold() -> None:
    source = """
        import { atom } from 'jotai'
        interface Cart { items: string[]; total: number }
        export const cart = atom<Cart | null>(null)
        export const form = atom({ name: '', age: 0 })
        export const atoms = { first: atom(1) }
    """
    says(
        source,
        """
        atom atoms.first
        atom cart
          fields: items: string[], total: number
        atom form
          fields: age: number, name: string
        """,
    )


def test_wrapper_modules() -> None:
    files = {
        "jotai.ts": "export { atom } from 'jotai'",
        "atoms.ts": "import { atom } from './jotai'\nexport const open = atom(false)\nexport default atom(1)",
        "again.ts": "export { open } from './atoms' // atom(",
    }
    says(files, "atom atoms\natom open")
