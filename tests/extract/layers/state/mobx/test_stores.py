"""Stores of MobX."""

from collections.abc import Mapping
from textwrap import dedent

from datamodel_check.extract.layers.state.mobx import MobX
from tests.extract.layers.state.vocabulary import described


def says(files: Mapping[str, str] | str, expected: str) -> None:
    """What the stores of some files come to; a file without a name is `store.ts`."""
    given = {"store.ts": files} if isinstance(files, str) else files
    assert described(MobX(), given) == dedent(expected).strip()


def test_nothing() -> None:
    source = "import { observer } from 'mobx-react-lite'\nexport const View = observer(() => null)\n"
    says(source + "export class A { a = 1 }", "")


def test_functions_of_the_same_name() -> None:
    source = """
        import { observable } from 'rxjs' // mobx
        const makeAutoObservable = (x) => x
        export const a = observable({ a: 1 })
        export class B { b = 1; constructor() { makeAutoObservable(this) } }
    """
    says(source, "")


def test_make_auto_observable() -> None:
    source = """
        import { makeAutoObservable } from 'mobx'
        export class Cart {
          items: string[] = []
          private api
          constructor(api) { makeAutoObservable(this, { api: false }); this.api = api }
          get total() { return this.items.length }
          add(item: string) { this.items.push(item) }
          clear = () => { this.items = [] }
          static make() {}
        }
    """
    says(
        source,
        """
        store Cart
          fields: items: string[]
          computeds: total
          actions: add, clear
        """,
    )


def test_make_observable() -> None:
    source = """
        import { action, computed, makeObservable, observable } from 'mobx'
        export class Todo {
          title = ''
          done = false
          hidden = 1
          constructor() {
            makeObservable(this, { title: observable, done: observable.ref, label: computed, toggle: action.bound })
          }
          get label() { return this.title }
          toggle() { this.done = !this.done }
        }
    """
    says(
        source,
        """
        store Todo
          fields: done: boolean, title: string
          computeds: label
          actions: toggle
        """,
    )


def test_decorators_and_inheritance() -> None:
    files = {
        "base.ts": """
            import { observable, action } from 'mobx'
            export class Base { @observable loading: boolean = false; @action.bound load() {} plain = 1 }
        """,
        "store.ts": """
            import { computed, observable } from 'mobx'
            import { Base } from './base'
            class Users extends Base<User> {
              @observable accessor users: User[] = []
              @computed get count() { return 1 }
            }
            export default Users
        """,
    }
    says(
        files,
        """
        store Base
          fields: loading: boolean
          actions: load
        store Users
          fields: loading: boolean, users: User[]
          computeds: count
          actions: load
        """,
    )


def test_what_constructors_set() -> None:
    source = """
        import { makeAutoObservable } from 'mobx'
        const size = 1
        export class Page {
          constructor(private size: string, title) {
            this.title = title
            this.open = () => true
            makeAutoObservable(this)
          }
        }
    """
    says(source, "store Page\n  fields: size: string, title\n  actions: open")


def test_objects() -> None:
    source = """
        import { observable } from 'mobx'
        export const timer = observable({
          seconds: 0,
          get minutes() { return this.seconds / 60 },
          tick() { this.seconds++ },
        })
    """
    says(
        source,
        """
        store timer
          fields: seconds: number
          computeds: minutes
          actions: tick
        """,
    )


def test_models_of_state_trees() -> None:
    source = """
        import { types } from 'mobx-state-tree'
        export const Todo = types
          .model('Todo', { title: types.string, done: false })
          .views((self) => ({ get label() { return self.title } }))
          .actions((self) => ({ toggle() { self.done = !self.done } }))
    """
    says(
        source,
        """
        store Todo Todo
          fields: done, title
          computeds: label
          actions: toggle
        """,
    )
