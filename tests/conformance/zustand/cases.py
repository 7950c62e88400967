"""Stores of Zustand in the many ways in which they are written; `store.ts` exports them."""

from collections.abc import Mapping

_HEAD = """
import { create, createStore, useStore } from 'zustand'
import { createStore as vanilla } from 'zustand/vanilla'
import { combine, createJSONStorage, devtools, persist, redux, subscribeWithSelector } from 'zustand/middleware'
import { immer } from 'zustand/middleware/immer'
"""

_SOURCES: Mapping[str, str] = {
    "plain": "export const a = create((set) => ({ n: 0, list: [], none: null, up: () => set({ n: 1 }) }))",
    "curried": "export const a = create<{ n: number; up(): void }>()((set) => ({ n: 0, up() { set({ n: 1 }) } }))",
    "vanilla": "export const a = vanilla(() => ({ n: 0 }))\nexport const b = createStore()(() => ({ f: () => 1 }))",
    "no actions": "export const a = create(() => ({ n: 0 }))\nexport const up = () => a.setState({ n: 1 })",
    "statements": """
        export const a = create((set) => {
          const reset = () => set({ n: 0 })
          function up() { set({ n: 1 }) }
          const initial = { n: 0, on: true }
          return { ...initial, reset, up }
        })
    """,
    "constants": """
        const initial = { n: 0, deep: { a: 1 } }
        const KEY = 'chosen'
        export const a = create(() => ({ ...initial, [KEY]: 1, 'with-dash': 2, n: 3 }))
        export const b = create(() => initial)
    """,
    "middlewares": """
        export const a = create()(devtools(persist((set) => ({ n: 0, up: () => set({ n: 1 }) }), { name: 'a-key' })))
        export const b = create(subscribeWithSelector(immer((set) => ({ n: 0, up: () => set((s) => { s.n += 1 }) }))))
        const NAME = 'kept'
        const options = { name: `${NAME}-store`, storage: createJSONStorage(() => localStorage) }
        export const c = create(persist(() => ({ n: 0 }), options))
    """,
    "combine": "export const a = create(combine({ n: 0, s: '' }, (set) => ({ up: () => set({ n: 1 }) })))",
    "redux": """
        const reducer = (state, { type, by }) => (type === 'up' ? { n: state.n + by } : state)
        export const a = create(redux(reducer, { n: 0 }))
    """,
    "slices": """
        const bears = (set) => ({ bears: 0, addBear: () => set((s) => ({ bears: s.bears + 1 })) })
        const fishes = (set, get) => ({ fishes: 0, addFish: () => get().addBear() })
        const both = (...a) => ({ ...bears(...a), ...fishes(...a) })
        export const a = create((...args) => ({ ...both(...args), own: true }))
        export const b = create(persist((set, get, api) => ({ ...bears(set), ...fishes(set, get) }), { name: 'b' }))
    """,
    "wrappers": """
        const make = (fill, name) => create()(devtools(persist(fill, { name })))
        const resetting = (initial) => create((set) => ({ ...initial, reset: () => set(initial) }))
        export const a = make((set) => ({ n: 0, up: () => set({ n: 1 }) }), 'made')
        export const b = resetting({ x: 1, y: 2 })
    """,
    "computed at once": """
        const names = ['one', 'two']
        const flags = Object.fromEntries(names.map((name) => [name, false]))
        export const a = create((set) => ({
          ...flags,
          ...Object.fromEntries(names.map((name) => [`set_${name}`, (value) => set({ [name]: value })])),
        }))
    """,
    "functions beside": """
        const toggle = (set) => () => set((s) => ({ on: !s.on }))
        export const a = create((set) => ({ on: false, toggle: toggle(set), count: [1, 2].length }))
    """,
    "aliases": "const own = create(() => ({ n: 0 }))\nexport const a = own\nexport { own as b }",
    "lists of stores": "const made = { a: create(() => ({ n: 0 })) }\nexport const a = made.a",
}

CASES: Mapping[str, Mapping[str, str]] = {name: {"store.ts": _HEAD + source} for name, source in _SOURCES.items()} | {
    "modules": {
        "slices/user.ts": "export const user = (set) => ({ user: null, signOut: () => set({ user: null }) })",
        "lib/store.ts": "export { create } from 'zustand'\nexport * from '../slices/user'",
        "store.ts": """
            import { create, user } from './lib/store'
            export const a = create((set) => ({ ...user(set), ready: true }))
        """,
    }
}
