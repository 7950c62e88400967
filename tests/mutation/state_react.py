"""A front end with stores, queries and contexts, and changes of it: those that change a fact, and those that do not."""

from collections.abc import Mapping
from typing import NamedTuple

FILES: Mapping[str, str] = {
    "stores/cart.ts": """
import { create } from "zustand";
import { devtools, persist } from "zustand/middleware";
import type { Line } from "../types";
import { discounts } from "./discounts";

interface CartState {
  lines: Line[];
  note: string | null;
  add: (line: Line) => void;
  clear: () => void;
}

export const useCart = create<CartState>()(
  devtools(persist((set) => ({
    lines: [],
    note: null,
    add: (line) => set((state) => ({ lines: [...state.lines, line] })),
    clear: () => set({ lines: [] }),
  }), { name: "cart" })),
);

const store = create((set) => ({
  open: false,
  width: 240,
  toggle: () => set((state) => ({ open: !state.open })),
  ...discounts(set),
}));
export function setWidth(width: number) {
  store.setState({ width });
}
export const useSidebar = store;
""",
    "stores/discounts.ts": """
export const discounts = (set: any) => ({ percent: 0, give: (percent: number) => set({ percent }) });
""",
    "api/client.ts": """
const base = "/api";
async function send(method: string, path: string, body?: unknown) {
  const response = await fetch(`${base}${path}`, { method, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}
export const api = {
  get: (path: string) => send("GET", path),
  post: (path: string, body: unknown) => send("POST", path, body),
};
""",
    "api/books.ts": """
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "./client";

export const keys = {
  all: ["books"] as const,
  detail: (id: string) => [...keys.all, "detail", id] as const,
};

export const bookOptions = (id: string) =>
  queryOptions({ queryKey: keys.detail(id), queryFn: () => api.get(`/books/${id}`) });

export function useBook(id: string) {
  return useQuery(bookOptions(id));
}

export function useShelf(shelf: { id: string }) {
  const path = `/shelves/${shelf.id}/books`;
  return useQuery({ queryKey: ["shelves", shelf.id], queryFn: () => api.get(path) });
}

export function useAddBook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (book: unknown) => api.post("/books", book),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: keys.all });
    },
  });
}
""",
    "theme.tsx": """
import { createContext, useContext, useState } from "react";

interface Theme {
  mode: "light" | "dark";
  toggle: () => void;
}

const ThemeContext = createContext<Theme | null>(null);

export function ThemeProvider({ children }: { children: React.ReactNode }) {
  const [mode, setMode] = useState("light");
  return <ThemeContext.Provider value={{ mode, toggle }}>{children}</ThemeContext.Provider>;
}

export function useTheme() {
  const theme = useContext(ThemeContext);
  if (!theme) throw new Error("no theme");
  return theme;
}
""",
}

STATE = """
react-context context ThemeContext
ThemeContext action toggle: () => void
ThemeContext field mode: 'light' | 'dark'
ThemeContext option hook useTheme
ThemeContext option provider ThemeProvider
ThemeContext option value Theme | null
react-query mutation useAddBook
useAddBook calls POST /api/books
useAddBook invalidates ['books']
react-query query bookOptions
bookOptions calls GET /api/books/:param
bookOptions key ['books', 'detail', :param]
bookOptions option query options
react-query query useBook
useBook calls GET /api/books/:param
useBook key ['books', 'detail', :param]
react-query query useShelf
useShelf calls GET /api/shelves/:id/books
useShelf key ['shelves', :id]
zustand store useCart
useCart action add: (line: Line) => void
useCart action clear: () => void
useCart field lines: Line[]
useCart field note: string | null
useCart key cart
useCart option devtools
useCart option persist
zustand store useSidebar
useSidebar action give
useSidebar action setWidth
useSidebar action toggle
useSidebar field open: boolean
useSidebar field percent: number
useSidebar field width: number
"""


class Mutant(NamedTuple):
    """A change of one file, and the lines that are lost and won by it."""

    kind: str
    path: str
    edits: tuple[tuple[str, str], ...]
    lost: tuple[str, ...] = ()
    won: tuple[str, ...] = ()

    @property
    def files(self) -> Mapping[str, str]:
        changed = FILES[self.path]
        for before, after in self.edits:
            assert before in changed, (self.kind, before)
            changed = changed.replace(before, after)
        return {**FILES, self.path: changed}


def _one(kind: str, path: str, before: str, after: str, lost: str = "", won: str = "") -> Mutant:
    """One edit; lines stand one below the other."""
    return Mutant(kind, path, ((before, after),), tuple(lost.splitlines()), tuple(won.splitlines()))


def _several(kind: str, path: str, *edits: tuple[str, str], won: str = "") -> Mutant:
    """Edits that belong together."""
    return Mutant(kind, path, edits, (), tuple(won.splitlines()))


CART, BOOKS, THEME = "stores/cart.ts", "api/books.ts", "theme.tsx"

_REST = "useAddBook calls POST /api/books\nuseShelf calls GET /api/shelves/:id/books"

_BOOK = """export function useBook(id: string) {
  return useQuery(bookOptions(id));
}
"""

_TWICE = ("bookOptions", "useBook")


def _both(line: str) -> str:
    return "\n".join(f"{name} {line}" for name in _TWICE)


SEMANTIC = (
    _one(
        "field renamed",
        CART,
        "note",
        "remark",
        "useCart field note: string | null",
        "useCart field remark: string | null",
    ),
    _one(
        "type of a field",
        CART,
        "lines: Line[];",
        "lines: Map<string, Line>;",
        "useCart field lines: Line[]",
        "useCart field lines: Map<string, Line>",
    ),
    _one(
        "nullability of a field",
        CART,
        "string | null;",
        "string;",
        "useCart field note: string | null",
        "useCart field note: string",
    ),
    _one("field added", CART, "open: false,", "open: false, pinned: true,", won="useSidebar field pinned: boolean"),
    _one("field removed", CART, "  width: 240,\n", "", "useSidebar field width: number"),
    _one(
        "field becomes an action",
        CART,
        "open: false,",
        "open: () => false,",
        "useSidebar field open: boolean",
        "useSidebar action open",
    ),
    _one(
        "type of an initial value",
        CART,
        "width: 240",
        "width: '240px'",
        "useSidebar field width: number",
        "useSidebar field width: string",
    ),
    _one(
        "parameter of an action",
        CART,
        "add: (line: Line) => void;",
        "add: (line: Line, at: number) => void;",
        "useCart action add: (line: Line) => void",
        "useCart action add: (line: Line, at: number) => void",
    ),
    _one("action renamed", CART, "toggle:", "flip:", "useSidebar action toggle", "useSidebar action flip"),
    _one(
        "action removed", CART, "  clear: () => void;\n", "", "useCart action clear: () => void", "useCart action clear"
    ),
    _one(
        "action in a slice",
        "stores/discounts.ts",
        "give:",
        "grant:",
        "useSidebar action give",
        "useSidebar action grant",
    ),
    _one(
        "field in a slice",
        "stores/discounts.ts",
        "percent: 0",
        "percent: 0, until: ''",
        won="useSidebar field until: string",
    ),
    _one(
        "slice removed", CART, "  ...discounts(set),\n", "", "useSidebar action give\nuseSidebar field percent: number"
    ),
    _one("action beside a store", CART, "setWidth", "resize", "useSidebar action setWidth", "useSidebar action resize"),
    _one("name in storage", CART, 'name: "cart"', 'name: "basket"', "useCart key cart", "useCart key basket"),
    _one(
        "middleware removed",
        CART,
        "devtools(persist((set) => ({",
        "((one: any) => one)(persist((set) => ({",
        "useCart option devtools",
    ),
    _one(
        "store renamed",
        CART,
        "export const useSidebar",
        "export const usePanel",
        "\n".join(line for line in STATE.splitlines() if "useSidebar" in line),
        "\n".join(line.replace("useSidebar", "usePanel") for line in STATE.splitlines() if "useSidebar" in line),
    ),
    _one(
        "root of all keys",
        BOOKS,
        'all: ["books"]',
        'all: ["titles"]',
        f"{_both('key [' + repr('books') + ', ' + repr('detail') + ', :param]')}\nuseAddBook invalidates ['books']",
        f"{_both('key [' + repr('titles') + ', ' + repr('detail') + ', :param]')}\nuseAddBook invalidates ['titles']",
    ),
    _one(
        "part of a key",
        BOOKS,
        '"detail", id',
        '"one", id',
        _both("key ['books', 'detail', :param]"),
        _both("key ['books', 'one', :param]"),
    ),
    _one(
        "parameter of a key removed",
        BOOKS,
        '["shelves", shelf.id]',
        '["shelves"]',
        "useShelf key ['shelves', :id]",
        "useShelf key ['shelves']",
    ),
    _one(
        "another parameter",
        BOOKS,
        '["shelves", shelf.id]',
        '["shelves", shelf.name]',
        "useShelf key ['shelves', :id]",
        "useShelf key ['shelves', :name]",
    ),
    _one(
        "endpoint",
        BOOKS,
        "`/books/${id}`",
        "`/titles/${id}`",
        _both("calls GET /api/books/:param"),
        _both("calls GET /api/titles/:param"),
    ),
    _one(
        "endpoint in a constant",
        BOOKS,
        "/books`;",
        "/titles`;",
        "useShelf calls GET /api/shelves/:id/books",
        "useShelf calls GET /api/shelves/:id/titles",
    ),
    _one(
        "method",
        BOOKS,
        'api.post("/books", book)',
        'api.get("/books")',
        "useAddBook calls POST /api/books",
        "useAddBook calls GET /api/books",
    ),
    _one(
        "method in the client",
        "api/client.ts",
        'send("POST", path, body)',
        'send("PUT", path, body)',
        "useAddBook calls POST /api/books",
        "useAddBook calls PUT /api/books",
    ),
    _one(
        "base in the client",
        "api/client.ts",
        'base = "/api"',
        'base = "/v2"',
        f"{_both('calls GET /api/books/:param')}\n{_REST}",
        f"{_both('calls GET /v2/books/:param')}\n{_REST.replace('/api', '/v2')}",
    ),
    _one(
        "what becomes stale",
        BOOKS,
        "queryKey: keys.all }",
        'queryKey: ["shelves"] }',
        "useAddBook invalidates ['books']",
        "useAddBook invalidates ['shelves']",
    ),
    _one(
        "nothing becomes stale",
        BOOKS,
        "client.invalidateQueries({ queryKey: keys.all });",
        "",
        "useAddBook invalidates ['books']",
    ),
    _one(
        "hook renamed",
        BOOKS,
        "useShelf",
        "useBooksOf",
        "\n".join(line for line in STATE.splitlines() if "useShelf" in line),
        "\n".join(line.replace("useShelf", "useBooksOf") for line in STATE.splitlines() if "useShelf" in line),
    ),
    _several(
        "kind of a query",
        BOOKS,
        ("return useQuery({", "return useSuspenseQuery({"),
        ("import { queryOptions", "import { useSuspenseQuery, queryOptions"),
        won="useShelf option suspense",
    ),
    _one("member of a context", THEME, '  mode: "light" | "dark";\n', "", "ThemeContext field mode: 'light' | 'dark'"),
    _one(
        "type of a member",
        THEME,
        '"light" | "dark"',
        '"light" | "dark" | "auto"',
        "ThemeContext field mode: 'light' | 'dark'",
        "ThemeContext field mode: 'light' | 'dark' | 'auto'",
    ),
    _one(
        "provider",
        THEME,
        "ThemeProvider",
        "Themed",
        "ThemeContext option provider ThemeProvider",
        "ThemeContext option provider Themed",
    ),
    _one(
        "hook of a context",
        THEME,
        "useTheme",
        "useMode",
        "ThemeContext option hook useTheme",
        "ThemeContext option hook useMode",
    ),
    _one(
        "no provider any more",
        THEME,
        "<ThemeContext.Provider value={{ mode, toggle }}>{children}</ThemeContext.Provider>",
        "children",
        "ThemeContext option provider ThemeProvider",
    ),
)

_TYPE = FILES[CART].partition("interface")[2].partition("}\n")[0]

COSMETIC = (
    _one("comment", CART, "lines: [],", "lines: [], // nothing yet"),
    _one("quotes", CART, '"zustand"', "'zustand'"),
    _one(
        "order of members",
        CART,
        "  lines: Line[];\n  note: string | null;\n",
        "  note: string | null;\n  lines: Line[];\n",
    ),
    _one(
        "local of an action",
        CART,
        "add: (line) => set((state) => ({ lines: [...state.lines, line] }))",
        "add: (one) => set((now) => ({ lines: [...now.lines, one] }))",
    ),
    _one("parameters of a store", CART, "create((set) => ({\n  open", "create((set, get) => ({\n  open"),
    _several(
        "private name of a store",
        CART,
        ("const store", "const panel"),
        ("store.setState", "panel.setState"),
        ("= store;", "= panel;"),
    ),
    _one(
        "arrow function",
        CART,
        "export function setWidth(width: number) {\n  store.setState({ width });\n}",
        "export const setWidth = (width: number) => {\n  store.setState({ width });\n};",
    ),
    _one(
        "method",
        CART,
        "toggle: () => set((state) => ({ open: !state.open })),",
        "toggle() { set((state) => ({ open: !state.open })); },",
    ),
    _one("type alias", CART, f"interface{_TYPE}}}", f"type CartState ={_TYPE.replace(' CartState', '')}}};"),
    _several(
        "initial state apart",
        CART,
        ("  open: false,\n  width: 240,\n", "  ...initial,\n"),
        ("const store =", "const initial = { open: false, width: 240 };\nconst store ="),
    ),
    _one("other initial value", CART, "width: 240", "width: 320"),
    _several(
        "renamed slice",
        CART,
        ("import { discounts }", "import { discounts as reductions }"),
        ("discounts(set)", "reductions(set)"),
    ),
    _one(
        "parameter of a hook",
        BOOKS,
        "useBook(id: string) {\n  return useQuery(bookOptions(id));",
        "useBook(bookId: string) {\n  return useQuery(bookOptions(bookId));",
    ),
    _several(
        "parameter of options",
        BOOKS,
        ("bookOptions = (id: string)", "bookOptions = (bookId: string)"),
        ("keys.detail(id)", "keys.detail(bookId)"),
        ("`/books/${id}`", "`/books/${bookId}`"),
    ),
    _one("local path", BOOKS, "path", "address"),
    _one("text put together", BOOKS, "`/shelves/${shelf.id}/books`", '"/shelves/" + shelf.id + "/books"'),
    _several(
        "name of the client",
        BOOKS,
        ("const client", "const queries"),
        ("client.invalidateQueries", "queries.invalidateQueries"),
    ),
    _one("awaited", BOOKS, "onSuccess: () => {\n      client", "onSuccess: async () => {\n      await client"),
    _several(
        "helper extracted",
        BOOKS,
        ("client.invalidateQueries({ queryKey: keys.all });", "refresh(client);"),
        (
            "export function useAddBook",
            "const refresh = (one: any) => one.invalidateQueries({ queryKey: keys.all });\nexport function useAddBook",
        ),
    ),
    _one(
        "more options",
        BOOKS,
        "queryFn: () => api.get(path) })",
        "queryFn: () => api.get(path), staleTime: 5000, enabled: !!shelf.id })",
    ),
    _several(
        "order of hooks",
        BOOKS,
        (_BOOK, ""),
        ("export function useAddBook", f"{_BOOK}export function useAddBook"),
    ),
    _one(
        "arrow hook",
        BOOKS,
        _BOOK,
        "export const useBook = (id: string) => useQuery(bookOptions(id));\n",
    ),
    _several(
        "namespace import",
        BOOKS,
        ("import { queryOptions, useMutation, useQuery, useQueryClient } from", "import * as rq from"),
        ("useQueryClient()", "rq.useQueryClient()"),
        ("return useMutation", "return rq.useMutation"),
        ("return useQuery", "return rq.useQuery"),
        ("  queryOptions({", "  rq.queryOptions({"),
    ),
    _one("parameter of the client", "api/client.ts", "path", "url"),
    _one("local of a provider", THEME, "[mode, setMode]", "[current, setCurrent]"),
    _one("message", THEME, '"no theme"', '"outside of ThemeProvider"'),
    _several(
        "local of a hook",
        THEME,
        ("const theme", "const value"),
        ("(!theme)", "(!value)"),
        ("return theme", "return value"),
    ),
    _several(
        "React's namespace",
        THEME,
        ("import { createContext, useContext, useState } from", "import * as React from"),
        ("= createContext", "= React.createContext"),
        ("= useContext", "= React.useContext"),
        ("useState(", "React.useState("),
    ),
)
