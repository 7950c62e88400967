"""React's contexts."""

from collections.abc import Mapping
from textwrap import dedent

from datamodel_check.extract.layers.state.react_context import ReactContext
from tests.extract.layers.state.vocabulary import described


def says(files: Mapping[str, str] | str, expected: str) -> None:
    """What the contexts of some files come to; a file without a name is `context.tsx`."""
    given = {"context.tsx": files} if isinstance(files, str) else files
    assert described(ReactContext(), given) == dedent(expected).strip()


def test_no_context() -> None:
    says("import { useContext } from 'react'\nexport const useA = () => useContext(null)", "")


def test_functions_of_the_same_name() -> None:
    files = {
        "own.ts": "export const createContext = (value) => value",
        "a.tsx": "import { createContext } from './own'\nexport const A = createContext({ a: 1 })",
        "b.tsx": "import { createContext } from 'node:vm'\nexport const B = createContext({ b: 1 })",
    }
    says(files, "")


def test_a_provider_and_a_hook() -> None:
    source = """
        import { createContext, useContext, useState } from 'react'
        interface Auth { user: User | null; isLoading: boolean; login: (name: string) => Promise<void>; logout(): void }
        const AuthContext = createContext<Auth | undefined>(undefined)
        export function AuthProvider({ children }) {
          const [user, setUser] = useState(null)
          return <AuthContext.Provider value={{ user }}>{children}</AuthContext.Provider>
        }
        export function useAuth() {
          const context = useContext(AuthContext)
          if (!context) throw new Error('useAuth outside of AuthProvider')
          return context
        }
    """
    says(
        source,
        """
        context AuthContext
          fields: isLoading: boolean, user: User | null
          actions: login: (name: string) => Promise<void>, logout: () => void
          options: value Auth | undefined, provider AuthProvider, hook useAuth
        """,
    )


def test_an_initial_value() -> None:
    says(
        "import * as React from 'react'\nexport const A = React.createContext({ n: 1, set: (n) => {} })",
        "context A\n  fields: n: number\n  actions: set",
    )


def test_a_plain_value() -> None:
    source = """
        import React from 'react'
        type Theme = 'light' | 'dark'
        export const A = React.createContext<Theme>('light')
        export const B = React.createContext(false)
    """
    says(source, "context A\n  options: value Theme\ncontext B\n  options: value boolean")


def test_a_type_of_the_name() -> None:
    source = "import { Context, createContext } from 'react'\nexport const A: Context<{ a: X }> = createContext(null)"
    says(source, "context A\n  fields: a: X")


def test_modules_that_provide_and_read() -> None:
    files = {
        "context.ts": "import { createContext } from 'react'\nexport default createContext<{ a: string }>(null)",
        "provider.tsx": """
            import Shared from './context'
            export const Provider = (props) => <Shared value={props.value}>{props.children}</Shared>
            export const useNothing = () => 1 // .Provider
        """,
        "hooks.ts": """
            import { use, useContext } from 'react'
            import Shared from './context'
            export const useShared = () => use(Shared)
        """,
        "other.ts": "import { use } from './own'\nimport A from './context'\nexport const useB = () => use(A)",
        "own.ts": "export const use = (context) => context // useContext",
    }
    says(files, "context context\n  fields: a: string\n  options: provider Provider, hook useShared")


def test_elements_that_are_created() -> None:
    source = """
        import React from 'react'
        export const A = React.createContext<{ a: string }>(null)
        export const Provider = (props) => React.createElement(A.Provider, props)
    """
    says(source, "context A\n  fields: a: string\n  options: provider Provider")


def test_hooks_beside_the_provider_count_before_others() -> None:
    files = {
        "a.tsx": """
            import { createContext, useContext } from 'react'
            export const A = createContext<{ a: string }>(null)
            export const useA = () => useContext(A)
        """,
        "b.ts": """
            import { useContext } from 'react'
            import { A } from './a'
            export const useSearch = () => search(useContext(A).a)
        """,
    }
    says(files, "context A\n  fields: a: string\n  options: hook useA")


def test_decoys() -> None:
    source = "import { createContext } from 'react'\nexport const A = createContext({ a: 1 })"
    says({"__tests__/a.tsx": source, "a.stories.tsx": source}, "")
