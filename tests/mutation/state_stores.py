"""A front end with stores of Redux, MobX and Jotai, and changes of it: of facts, and of nothing."""

from collections.abc import Mapping

from tests.mutation.express import Mutant

FILES: Mapping[str, str] = {
    "redux/cart.ts": """
import { createSlice } from "@reduxjs/toolkit";
import type { Line } from "../types";

const initialState = { lines: [] as Line[], note: "", open: false };

const slice = createSlice({
  name: "cart",
  initialState,
  reducers: {
    added: (state, action) => { state.lines.push(action.payload); },
    cleared: () => initialState,
    noted: {
      reducer: (state, action) => { state.note = action.payload; },
      prepare: (text) => ({ payload: text.trim() }),
    },
  },
  selectors: { selectCount: (state) => state.lines.length },
});
export const { added, cleared, noted } = slice.actions;
export const cart = slice;
""",
    "redux/panel.ts": """
import { OPENED, SHUT } from "./types";

const initial = { open: false, width: 240 };

export function panel(state = initial, action) {
  switch (action.type) {
    case OPENED: return { ...state, open: true };
    case SHUT: return { ...state, open: false };
    default: return state;
  }
}
""",
    "redux/types.ts": """
export const OPENED = "panel/opened";
export const SHUT = "panel/shut";
""",
    "redux/api.ts": """
import { createApi, fetchBaseQuery } from "@reduxjs/toolkit/query/react";

export const api = createApi({
  reducerPath: "books",
  baseQuery: fetchBaseQuery({ baseUrl: "/api" }),
  tagTypes: ["Book"],
  endpoints: (build) => ({
    book: build.query({ query: (id) => `/books/${id}`, providesTags: ["Book"] }),
    rename: build.mutation({
      query: ({ id, ...body }) => ({ url: `/books/${id}`, method: "PATCH", body }),
      invalidatesTags: ["Book"],
    }),
  }),
});
""",
    "redux/store.ts": """
import { configureStore } from "@reduxjs/toolkit";
import { api } from "./api";
import { cart } from "./cart";
import { panel } from "./panel";

export const store = configureStore({
  reducer: { cart: cart.reducer, panel, [api.reducerPath]: api.reducer },
  middleware: (defaults) => defaults().concat(api.middleware),
});
""",
    "mobx/timer.ts": """
import { action, computed, makeAutoObservable, makeObservable, observable } from "mobx";

class Pausing {
  paused = false;
  constructor() {
    makeObservable(this, { paused: observable, pause: action });
  }
  pause() { this.paused = true; }
}

export class Timer extends Pausing {
  seconds: number = 0;
  label: string | null = null;
  api = {};
  constructor() {
    super();
    makeObservable(this, { seconds: observable, label: observable.ref, minutes: computed, tick: action.bound });
  }
  get minutes() { return this.seconds / 60; }
  tick() { this.seconds += 1; }
  helper() { return this.api; }
}

export class Alarm {
  at = 0;
  secret = "";
  constructor() { makeAutoObservable(this, { secret: false }); }
  get isSet() { return this.at > 0; }
  set(at: number) { this.at = at; }
}
""",
    "jotai/atoms.ts": """
import { atom } from "jotai";
import { atomWithReset, atomWithStorage } from "jotai/utils";
import { toggled } from "./toggled";

interface User {
  name: string;
  admin: boolean;
}

export const userAtom = atom<User | null>(null);
export const nameAtom = atom((get) => get(userAtom)?.name);
export const formAtom = atomWithReset({ query: "", page: 1 });
export const themeAtom = atomWithStorage("theme", "light");
export const clearAtom = atom(null, (get, set) => set(userAtom, null));
export const openAtom = toggled(false);
""",
    "jotai/toggled.ts": """
import { atom } from "jotai";

export const toggled = (initial: boolean) => {
  const state = atom(initial);
  return atom((get) => get(state), (get, set) => set(state, !get(state)));
};
""",
}

STATE = """
jotai atom clearAtom
clearAtom option write-only
jotai atom formAtom
formAtom field page: number
formAtom field query: string
formAtom option reset
jotai atom nameAtom
nameAtom option derived
jotai atom openAtom
openAtom option derived
openAtom option writable
jotai atom themeAtom
themeAtom key theme
themeAtom option storage
jotai atom userAtom
userAtom field admin: boolean
userAtom field name: string
mobx store Alarm
Alarm action set
Alarm computed isSet
Alarm field at: number
mobx store Pausing
Pausing action pause
Pausing field paused: boolean
mobx store Timer
Timer action pause
Timer action tick
Timer computed minutes
Timer field label: string | null
Timer field paused: boolean
Timer field seconds: number
redux api api
api action rename
api calls GET /api/books/:param
api calls PATCH /api/books/:id
api field book
api invalidates Book
api key books
redux slice cart
cart action added
cart action cleared
cart action noted
cart computed selectCount
cart field lines
cart field note: string
cart field open: boolean
cart key cart
redux slice panel
panel action panel/opened
panel action panel/shut
panel field open: boolean
panel field width: number
panel key panel
redux store store
store field books
store field cart
store field panel
"""

CART, PANEL, API, STORE = "redux/cart.ts", "redux/panel.ts", "redux/api.ts", "redux/store.ts"
TIMER, ATOMS, TOGGLED = "mobx/timer.ts", "jotai/atoms.ts", "jotai/toggled.ts"


def _one(kind: str, path: str, old: str, new: str, lost: str = "", won: str = "") -> Mutant:
    """Lines stand one below the other."""
    return Mutant(kind, path, old, new, tuple(lost.splitlines()), tuple(won.splitlines()))


def _renamed(kind: str, path: str, old: str, new: str, name: tuple[str, str]) -> Mutant:
    """All that is said of something, under another name."""
    before, after = name
    lost = tuple(line for line in STATE.splitlines() if before in line.split())
    won = tuple(" ".join(after if word == before else word for word in line.split()) for line in lost)
    return Mutant(kind, path, old, new, lost, won)


REDUX = (
    _one("field renamed", CART, 'note: "",', 'remark: "",', "cart field note: string", "cart field remark: string"),
    _one("field added", CART, "open: false }", "open: false, total: 0 }", won="cart field total: number"),
    _one("field removed", CART, ", open: false }", " }", "cart field open: boolean"),
    _one("type of a field", CART, "open: false", "open: 0", "cart field open: boolean", "cart field open: number"),
    _one("action renamed", CART, "    added:", "    appended:", "cart action added", "cart action appended"),
    _one("action removed", CART, "    cleared: () => initialState,\n", "", "cart action cleared"),
    _one("action added", CART, "reducers: {", "reducers: {\n    shut: () => {},", won="cart action shut"),
    _one("selector", CART, "{ selectCount:", "{ selectSize:", "cart computed selectCount", "cart computed selectSize"),
    _one("name of a slice", CART, 'name: "cart"', 'name: "basket"', "cart key cart", "cart key basket"),
    _one("case removed", PANEL, "    case SHUT: return { ...state, open: false };\n", "", "panel action panel/shut"),
    _one(
        "type of an action",
        "redux/types.ts",
        '"panel/shut"',
        '"panel/hide"',
        "panel action panel/shut",
        "panel action panel/hide",
    ),
    _one("field of a reducer", PANEL, ", width: 240", "", "panel field width: number"),
    _one("part of a store", STORE, "{ cart: cart.reducer, ", "{ ", "store field cart"),
    _one(
        "name of a part",
        STORE,
        "{ cart: cart.reducer",
        "{ basket: cart.reducer",
        "store field cart",
        "store field basket",
    ),
    _one(
        "path of an API",
        API,
        '"books",',
        '"shop",',
        "api key books\nstore field books",
        "api key shop\nstore field shop",
    ),
    _one("endpoint renamed", API, "rename: build", "retitle: build", "api action rename", "api action retitle"),
    _one("method", API, '"PATCH"', '"PUT"', "api calls PATCH /api/books/:id", "api calls PUT /api/books/:id"),
    _one(
        "base of an API",
        API,
        '"/api"',
        '"/v2"',
        "api calls GET /api/books/:param\napi calls PATCH /api/books/:id",
        "api calls GET /v2/books/:param\napi calls PATCH /v2/books/:id",
    ),
    _one("what becomes stale", API, '      invalidatesTags: ["Book"],\n', "", "api invalidates Book"),
)

MOBX = (
    _one("observable", TIMER, "seconds: observable, ", "", "Timer field seconds: number"),
    _one(
        "plain field observed",
        TIMER,
        "tick: action.bound",
        "tick: action.bound, api: observable",
        won="Timer field api",
    ),
    _one(
        "type of a field",
        TIMER,
        "string | null",
        "string",
        "Timer field label: string | null",
        "Timer field label: string",
    ),
    _one("computed value", TIMER, "minutes: computed, ", "", "Timer computed minutes"),
    _one("action", TIMER, ", tick: action.bound", "", "Timer action tick"),
    _one(
        "kind of a member",
        TIMER,
        "minutes: computed",
        "minutes: action",
        "Timer computed minutes",
        "Timer action minutes",
    ),
    _one(
        "member of a base",
        TIMER,
        "paused: observable, ",
        "",
        "Pausing field paused: boolean\nTimer field paused: boolean",
    ),
    _one("base removed", TIMER, " extends Pausing", "", "Timer action pause\nTimer field paused: boolean"),
    _one("no longer left out", TIMER, "{ secret: false }", "{}", won="Alarm field secret: string"),
    _one("automatic field", TIMER, "  at = 0;", "  at = 0;\n  loud = true;", won="Alarm field loud: boolean"),
    _one("automatic action", TIMER, "  set(at: number)", "  move(at: number)", "Alarm action set", "Alarm action move"),
    _one("getter becomes a method", TIMER, "get isSet()", "isSet()", "Alarm computed isSet", "Alarm action isSet"),
    _renamed("store renamed", TIMER, "export class Alarm", "export class Bell", ("Alarm", "Bell")),
    _one(
        "no store any more",
        TIMER,
        "  constructor() { makeAutoObservable(this, { secret: false }); }\n",
        "",
        "mobx store Alarm\nAlarm action set\nAlarm computed isSet\nAlarm field at: number",
    ),
)

JOTAI = (
    _one("derived atom", ATOMS, "atom((get) => get(userAtom)?.name)", 'atom("")', "nameAtom option derived"),
    _one("writable", ATOMS, "?.name);", "?.name, (get, set) => set(userAtom, null));", won="nameAtom option writable"),
    _one(
        "no longer written alone",
        ATOMS,
        "atom(null, (get, set) => set(userAtom, null))",
        "atom(null)",
        "clearAtom option write-only",
    ),
    _one(
        "no longer kept",
        ATOMS,
        'atomWithStorage("theme", "light")',
        'atom("light")',
        "themeAtom key theme\nthemeAtom option storage",
    ),
    _one("key in storage", ATOMS, '("theme"', '("mode"', "themeAtom key theme", "themeAtom key mode"),
    _one("field of an atom", ATOMS, "query: ", "text: ", "formAtom field query: string", "formAtom field text: string"),
    _one("member of a type", ATOMS, "  admin: boolean;\n", "", "userAtom field admin: boolean"),
    _one("kind", ATOMS, "atomWithReset({", "atom({", "formAtom option reset"),
    _one("atom of a function", TOGGLED, ", (get, set) => set(state, !get(state))", "", "openAtom option writable"),
    _renamed("atom renamed", ATOMS, "const openAtom", "const shownAtom", ("openAtom", "shownAtom")),
    _one(
        "atom removed",
        ATOMS,
        "export const openAtom = toggled(false);\n",
        "",
        "jotai atom openAtom\nopenAtom option derived\nopenAtom option writable",
    ),
)

SEMANTIC = (*REDUX, *MOBX, *JOTAI)

_REDUCERS = (
    "    added: (state, action) => { state.lines.push(action.payload); },\n",
    "    cleared: () => initialState,\n",
)

COSMETIC = (
    _one("actions reordered", CART, "".join(_REDUCERS), "".join(reversed(_REDUCERS))),
    _one(
        "local of an action",
        CART,
        "(state, action) => { state.lines.push(action.payload)",
        "(all, { payload }) => { all.lines.push(payload)",
    ),
    _one("method", CART, "cleared: () => initialState,", "cleared() { return initialState; },"),
    _one("selector's local", CART, "(state) => state.lines.length", "({ lines }) => lines.length"),
    _one("exported by another line", CART, "export const cart = slice;", "export { slice as cart };"),
    _one("function for the first state", CART, "  initialState,\n", "  initialState: () => initialState,\n"),
    _one(
        "comparisons for a switch",
        PANEL,
        """  switch (action.type) {
    case OPENED: return { ...state, open: true };
    case SHUT: return { ...state, open: false };
    default: return state;
  }
""",
        """  if (action.type === OPENED) return { ...state, open: true };
  return action.type === SHUT ? { ...state, open: false } : state;
""",
    ),
    _one("other first value", PANEL, "width: 240", "width: 320"),
    _one("parts put together", STORE, "reducer: {", "reducer: {\n    // every part\n   "),
    _one("text put together", API, "`/books/${id}`, providesTags", '"/books/" + id, providesTags'),
    _one(
        "annotations reordered",
        TIMER,
        "seconds: observable, label: observable.ref",
        "label: observable.ref, seconds: observable",
    ),
    _one("other observation", TIMER, "seconds: observable,", "seconds: observable.ref,"),
    _one("bound action", TIMER, "tick() { this.seconds += 1; }", "tick = () => { this.seconds += 1; };"),
    _one("helper renamed", TIMER, "helper() { return this.api; }", "other() { const api = this.api; return api; }"),
    _one("local of an atom", ATOMS, "(get) => get(userAtom)?.name", "(read) => read(userAtom)?.name"),
    _one(
        "function of a derived atom",
        ATOMS,
        "(get) => get(userAtom)?.name",
        "function (get) { return get(userAtom)?.name; }",
    ),
    _one("other first value of an atom", ATOMS, '"light"', '"dark"'),
    _one("type for an interface", ATOMS, "interface User {", "type User = {"),
    _one(
        "local of a function that makes atoms",
        TOGGLED,
        "(initial: boolean) => {\n  const state = atom(initial)",
        "(on: boolean) => {\n  const state = atom(on)",
    ),
    _one(
        "namespace",
        TOGGLED,
        'import { atom } from "jotai";',
        'import * as jotai from "jotai";\nconst { atom } = jotai;',
    ),
)
