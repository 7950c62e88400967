"""The stores of Zustand."""

from collections.abc import Mapping
from textwrap import dedent

from datamodel_check.extract.layers.state.zustand import Zustand
from tests.extract.layers.state.vocabulary import described


def says(files: Mapping[str, str] | str, expected: str) -> None:
    """What the stores of some files come to; a file without a name is `store.ts`."""
    given = {"store.ts": files} if isinstance(files, str) else files
    assert described(Zustand(), given) == dedent(expected).strip()


def test_no_store() -> None:
    says("import { useStore } from 'zustand'", "")


def test_a_function_of_the_same_name() -> None:
    files = {
        "create.ts": "export const create = (fn) => fn",
        "store.ts": "// not zustand\nimport { create } from './create'\nexport const useA = create(() => ({ a: 1 }))",
    }
    says(files, "")


def test_a_type_argument() -> None:
    source = """
        import { create } from 'zustand'
        interface Dialog { isOpen: boolean; item?: string | null; open: (item: string) => void; toggle(): void }
        export const useDialog = create<Dialog>((set) => ({
          isOpen: false,
          open: (item) => set({ isOpen: true, item }),
          toggle: () => set((state) => ({ isOpen: !state.isOpen })),
        }))
    """
    says(
        source,
        """
        store useDialog
          fields: isOpen: boolean, item: string | null
          actions: open: (item: string) => void, toggle: () => void
        """,
    )


def test_an_initial_state() -> None:
    says(
        "import { create } from 'zustand'\nexport const useA = create((set) => ({ n: 1, up: () => set({ n: 2 }) }))",
        """
        store useA
          fields: n: number
          actions: up
        """,
    )


def test_an_exported_alias() -> None:
    source = """
        import { create } from 'zustand'
        const initial = { theme: 'light', user: null }
        const store = create(() => ({ ...initial }))
        export const useApp = store
    """
    says(source, "store useApp\n  fields: theme: string, user")


def test_what_is_not_known() -> None:
    source = """
        import { create } from 'zustand'
        import { load } from 'elsewhere'
        export const useA = create(() => ({ a: 1, ...load() }))
        export const useB = create<{ b: string }>(() => load())
    """
    says(
        source,
        """
        store useA
          fields: a: number
        store useB
          fields: b: string
        ? store.ts:4: not all members of the store useA are known: what it holds is not known
        """,
    )
