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


def test_a_private_store_is_known_by_the_hook_that_reads_it() -> None:
    source = """
        import { create } from 'zustand'
        const store = create(() => ({ n: 1 }))
        export function useCount() { return store((state) => state.n) }
    """
    says(source, "store useCount\n  fields: n: number")


def test_actions_beside_a_store() -> None:
    source = """
        import { createStore, useStore } from 'zustand'
        export const counter = createStore(() => ({ n: 0 }))
        export const useCounter = (selector) => useStore(counter, selector)
        export function up() { counter.setState((state) => ({ n: state.n + 1 })) }
        export const reset = () => { counter.setState({ n: 0 }) }
        function hidden() { counter.setState({ n: 0 }) }
    """
    says(source, "store counter\n  fields: n: number\n  actions: reset, up")


def test_a_default_export_is_known_by_its_file() -> None:
    source = "import create from 'zustand'\nexport default create(() => ({ n: 0 }))"
    says({"stores/useCart.ts": source}, "store useCart\n  fields: n: number")


def test_middlewares() -> None:
    source = """
        import { create } from 'zustand'
        import { combine, devtools, persist, subscribeWithSelector } from 'zustand/middleware'
        import { immer } from 'zustand/middleware/immer'
        export const useA = create<{ a: string }>()(
          devtools(persist(immer(subscribeWithSelector(() => ({ a: '' }))), { name: 'a-storage' })),
        )
        export const useB = create(combine({ n: 0 }, (set) => ({ up: () => set({ n: 1 }) })))
    """
    says(
        source,
        """
        store useA a-storage
          fields: a: string
          options: devtools, persist, immer, subscribeWithSelector
        store useB
          fields: n: number
          actions: up
          options: combine
        """,
    )


def test_the_redux_middleware() -> None:
    source = """
        import { create } from 'zustand'
        import { redux } from 'zustand/middleware'
        const reducer = (state, action) => state
        export const useA = create(redux(reducer, { n: 0 }))
    """
    says(source, "store useA\n  fields: n: number\n  actions: dispatch\n  options: redux")


def test_slices() -> None:
    files = {
        "fish.ts": "export const createFish = (set) => ({ fishes: 0, addFish: () => set({ fishes: 1 }) })",
        "store.ts": """
            import { create } from 'zustand'
            import { createFish } from './fish'
            const createBear = (set, get) => ({ bears: 0, addBear: () => get().addFish() })
            export const useAll = create((...a) => ({ ...createBear(...a), ...createFish(...a) }))
        """,
    }
    says(files, "store useAll\n  fields: bears: number, fishes: number\n  actions: addBear, addFish")


def test_factories_and_stores_of_components() -> None:
    source = """
        import { createStore } from 'zustand/vanilla'
        import { createWithEqualityFn as make } from 'zustand/traditional'
        export const createCounter = (n = 0) => createStore<{ n: number }>()((set) => ({ n }))
        export function Provider() {
          const ref = useRef(null)
          if (!ref.current) ref.current = make(() => ({ open: true }))
          return null
        }
    """
    says(source, "store Provider\n  fields: open: boolean\nstore createCounter\n  fields: n: number")


def test_wrappers_and_what_others_hand_on() -> None:
    files = {
        "lib/index.ts": "export { create as make } from 'zustand'\nexport * from './store'",
        "lib/store.ts": """
            import { create } from 'zustand'
            import { devtools } from 'zustand/middleware'
            export const createStore = (fill) => create()(devtools(fill))
        """,
        "a.ts": "import { createStore } from './lib'\nexport const useA = createStore<{ a: 1 }>(() => ({ a: 1 }))",
        "b.ts": "import { make } from './lib'\nexport const useB = make(() => ({ b: 1 }))",
        "c.ts": "import { other } from './lib'\nexport const useC = other(() => ({ b: 1 }))",
    }
    says(files, "store useA\n  fields: a: 1\n  options: devtools\nstore useB\n  fields: b: number")


def test_functions_that_make_stores_of_their_own_kind() -> None:
    source = """
        import { create } from 'zustand'
        const resetting = (initial) => create((set) => ({ ...initial, reset: () => set(initial) }))
        export const useA = resetting({ a: 1 })
        const inside = { b: create(() => ({ b: 1 })) }
        export const useB = inside.b
        const own = create(() => ({ c: 1 }))
        export { own as useC }
    """
    says(
        source,
        """
        store useA
          fields: a: number
          actions: reset
        store useB
          fields: b: number
        store useC
          fields: c: number
        """,
    )


def test_a_type_of_the_name() -> None:
    source = """
        import { create, StoreApi, UseBoundStore } from 'zustand'
        export const useA: UseBoundStore<StoreApi<{ a: Item }>> = create(() => ({ a: null }))
    """
    says(source, "store useA\n  fields: a: Item")


def test_a_type_of_what_fills_a_store() -> None:
    source = """
        import { create, StateCreator } from 'zustand'
        const fill: StateCreator<{ a: Item }> = () => ({ a: null })
        export const useA = create(fill)
    """
    says(source, "store useA\n  fields: a: Item")


def test_decoys() -> None:
    source = "import { create } from 'zustand'\nexport const useA = create(() => ({ a: 1 }))"
    says({"__mocks__/zustand.ts": source, "src/store.test.ts": source}, "")
    says({"store.ts": "/** import { create } from 'zustand'; create(() => ({ a: 1 })) */\nexport const a = 1"}, "")


def test_a_dependency_that_nobody_declares() -> None:
    files = {
        "package.json": '{ "dependencies": {} }',
        "store.ts": "import { create } from 'zustand'\nexport const useA = create(() => ({ a: 1 }))",
    }
    says(files, "store useA\n  fields: a: number")
