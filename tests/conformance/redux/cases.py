"""Slices, reducers and stores of Redux in the many ways in which they are written; `store.ts` exports them."""

from collections.abc import Mapping

_HEAD = """
import { combineReducers, createStore } from 'redux'
import {
  combineSlices, configureStore, createAction, createAsyncThunk, createEntityAdapter, createReducer, createSlice,
  nanoid,
} from '@reduxjs/toolkit'
"""

_SOURCES: Mapping[str, str] = {
    "plain": """
        export const a = createSlice({
          name: 'counter',
          initialState: { n: 0, list: [], none: null },
          reducers: { up: (state) => { state.n += 1 }, add(state, action) { state.n += action.payload } },
        })
    """,
    "initial state": """
        const initial = { n: 0, deep: { a: 1 } }
        const KEY = 'chosen'
        export const a = createSlice({ name: 'a', initialState: initial, reducers: {} })
        export const b = createSlice({ name: 'b', initialState: () => ({ ...initial, [KEY]: 1 }), reducers: {} })
        export const c = createSlice({ name: 'c', initialState: initial as any, reducers: { reset: () => initial } })
    """,
    "prepared": """
        export const a = createSlice({
          name: 'todos',
          initialState: { items: [] as string[] },
          reducers: {
            added: { reducer: (state, action) => {}, prepare: (text: string) => ({ payload: { id: nanoid(), text } }) },
            cleared: () => ({ items: [] }),
          },
        })
    """,
    "builder of reducers": """
        export const a = createSlice({
          name: 'a',
          initialState: { n: 0 },
          reducers: (create) => ({
            up: create.reducer((state) => { state.n += 1 }),
            named: create.preparedReducer((n: number) => ({ payload: n }), (state, action) => {}),
          }),
        })
    """,
    "other actions": """
        const signedOut = createAction('auth/signedOut')
        const load = createAsyncThunk('users/load', async () => [])
        export const a = createSlice({
          name: 'users',
          initialState: { users: [], pending: false },
          reducers: { cleared: (state) => { state.users = [] } },
          extraReducers: (builder) => {
            builder.addCase(signedOut, () => {}).addCase(load.pending, (state) => { state.pending = true })
          },
        })
    """,
    "selectors": """
        export const a = createSlice({
          name: 'cart',
          initialState: { lines: [], open: false },
          reducers: { opened: (state) => { state.open = true } },
          selectors: { selectCount: (state) => state.lines.length, selectOpen: (state) => state.open },
        })
    """,
    "shared reducers": """
        const common = { started: (state) => { state.pending = true }, ended: (state) => { state.pending = false } }
        const NAME = 'jobs'
        export const a = createSlice({
          name: `${NAME}/all`,
          initialState: { pending: false },
          reducers: { ...common, 'with-dash': (state) => state },
        })
    """,
    "entities": """
        const adapter = createEntityAdapter()
        export const a = createSlice({
          name: 'books',
          initialState: adapter.getInitialState({ pending: false }),
          reducers: { added: adapter.addOne, removed: adapter.removeOne },
        })
        export const b = createSlice({ name: 'b', initialState: adapter.getInitialState(), reducers: {} })
    """,
    "wrapper": """
        const make = (name, initial, reducers = {}) =>
          createSlice({
            name,
            initialState: { status: 'idle', ...initial },
            reducers: { start: (state) => { state.status = 'busy' }, ...reducers },
          })
        export const a = make('a', { items: [] }, { added: (state, action) => {} })
        export const b = make('b', {})
    """,
    "reducers": """
        const up = createAction('up')
        export const a = createReducer({ n: 0 }, (builder) => { builder.addCase(up, (state) => { state.n += 1 }) })
    """,
    "configured store": """
        const cart = createSlice({ name: 'cart', initialState: { lines: [] }, reducers: {} })
        const user = createSlice({ name: 'user', initialState: { name: '' }, reducers: {} })
        export const a = configureStore({ reducer: { cart: cart.reducer, [user.name]: user.reducer } })
        const reducer = combineReducers({ cart: cart.reducer })
        export const b = configureStore({ reducer })
        export const c = configureStore({ reducer: combineSlices(cart, user) })
        export const d = configureStore({ reducer: cart.reducer })
    """,
    "classic store": """
        const initial = { n: 0 }
        function counter(state = initial, action) {
          return action.type === 'up' ? { ...state, n: state.n + 1 } : state
        }
        const flags = (state = { on: false }, { type }) => (type === 'on' ? { on: true } : state)
        const parts = { counter, flags }
        export const a = createStore(combineReducers(parts))
        export const b = createStore(combineReducers({ all: combineReducers(parts), counter }))
        export const c = createStore(counter)
    """,
    "function that makes a store": """
        const cart = createSlice({ name: 'cart', initialState: { lines: [] }, reducers: {} })
        const make = () => configureStore({ reducer: { cart: cart.reducer } })
        export const a = make()
    """,
}

CASES: Mapping[str, Mapping[str, str]] = {name: {"store.ts": _HEAD + source} for name, source in _SOURCES.items()} | {
    "modules": {
        "lib/redux.ts": "export { createSlice as slice } from '@reduxjs/toolkit'\nexport * from '@reduxjs/toolkit'",
        "users/reducers.ts": "export const added = (state, action) => {}\nexport function removed(state) {}",
        "users/state.ts": "export default { users: [], chosen: null }",
        "store.ts": """
            import { configureStore, slice } from './lib/redux'
            import * as reducers from './users/reducers'
            import initialState from './users/state'
            export const a = slice({ name: 'users', initialState, reducers })
            export const b = configureStore({ reducer: { users: a.reducer } })
        """,
    }
}
