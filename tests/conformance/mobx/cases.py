"""Stores of MobX in the many ways in which they are written.

`store.ts` exports objects, and classes that can be made without arguments.
"""

from collections.abc import Mapping

_HEAD = """
import {
  action, autorun, computed, extendObservable, flow, makeAutoObservable, makeObservable, observable, override,
  runInAction,
} from 'mobx'
"""

_SOURCES: Mapping[str, str] = {
    "automatic": """
        export class Cart {
          items = []
          note = ''
          constructor() { makeAutoObservable(this) }
          get total() { return this.items.length }
          set total(n) { this.items.length = n }
          add(item) { this.items.push(item) }
          clear = () => { this.items = [] }
          *load() { this.items = yield Promise.resolve([]) }
          async save() { await null; runInAction(() => { this.note = 'saved' }) }
          static make() { return new Cart() }
        }
    """,
    "left out": """
        const left = { api: false, timer: false } as const
        export class Cart {
          items = []
          api = {}
          timer = 0
          shown = () => this.items
          constructor() { makeAutoObservable(this, { ...left, items: observable.shallow, shown: false }) }
          get first() { return this.items[0] }
        }
    """,
    "set in the constructor": """
        export class Cart {
          items
          kept
          constructor(items = []) {
            this.items = items
            this.kept = 1
            makeAutoObservable(this, {}, { autoBind: true })
          }
          add() { this.items.push(1) }
        }
    """,
    "annotated": """
        export class Todo {
          title = ''
          done = false
          deep = { a: 1 }
          plain = 1
          constructor() {
            makeObservable(this, {
              title: observable, done: observable.ref, deep: observable.struct, label: computed, size: computed.struct,
              toggle: action.bound, rename: action, load: flow,
            })
          }
          get label() { return this.title }
          get size() { return this.title.length }
          get unknown() { return this.plain }
          toggle() { this.done = !this.done }
          rename(title) { this.title = title }
          *load() { yield null }
          helper() { return this.plain }
        }
    """,
    "annotations apart": """
        const annotations = { title: observable, retitle: action } as const
        export class Todo {
          title = ''
          done = false
          constructor() { makeObservable(this, annotations); makeObservable(this, { done: observable }) }
          retitle(title) { this.title = title }
        }
    """,
    "decorators": """
        export class Users {
          @observable users = []
          @observable.ref chosen = null
          plain = 1
          constructor() { makeObservable(this) }
          @computed get count() { return this.users.length }
          @computed.struct get names() { return this.users }
          @action add(user) { this.users.push(user) }
          @action.bound remove(user) { this.users = [] }
          @action choose = (user) => { this.chosen = user }
          @flow *load() { yield null }
        }
    """,
    "inheritance": """
        class Base {
          pending = false
          constructor() { makeObservable(this, { pending: observable, start: action, isIdle: computed }) }
          start() { this.pending = true }
          get isIdle() { return !this.pending }
        }
        export class Users extends Base {
          users = []
          constructor() { super(); makeObservable(this, { users: observable, start: override, add: action }) }
          start() { super.start() }
          add(user) { this.users.push(user) }
        }
    """,
    "objects": """
        export const timer = observable({
          seconds: 0,
          list: [],
          get minutes() { return this.seconds / 60 },
          tick() { this.seconds++ },
        })
        export const cart = makeAutoObservable(
          { lines: [], get count() { return 1 }, add() {}, hidden: 1 },
          { hidden: false },
        )
    """,
    "objects with annotations": """
        export const todo = makeObservable(
          { title: '', done: false, get label() { return this.title }, toggle() { this.done = true } },
          { title: observable, label: computed, toggle: action },
        )
        export const left = observable({ a: 1, b: 2, up() { this.a += 1 } }, { b: false })
    """,
    "functions that make stores": """
        function createTimer(initial = 0) {
          return makeAutoObservable({
            seconds: initial,
            tick() { this.seconds++ },
            get minutes() { return this.seconds / 60 },
          })
        }
        const createFlag = () => observable({ on: false, toggle() { this.on = !this.on } })
        export const timer = createTimer()
        export const later = createTimer(60)
        export const flag = createFlag()
    """,
    "instances": """
        class Cart {
          lines = []
          constructor() { makeAutoObservable(this) }
          add() { this.lines.push(1) }
        }
        export const cart = new Cart()
    """,
    "class expressions": """
        export const Cart = class {
          lines = []
          constructor() { makeAutoObservable(this) }
          add() { this.lines.push(1) }
        }
    """,
    "extended": """
        export class Form {
          constructor() {
            extendObservable(this, { name: '', get isEmpty() { return this.name === '' } })
          }
        }
    """,
    "parameter properties": """
        export class Session {
          token = ''
          constructor(private readonly root = null, public lifetime = 60) { makeAutoObservable(this) }
          signOut() { this.token = '' }
        }
    """,
}

CASES: Mapping[str, Mapping[str, str]] = {name: {"store.ts": _HEAD + source} for name, source in _SOURCES.items()} | {
    "modules": {
        "lib/mobx.ts": "export { makeAutoObservable as auto, observable } from 'mobx'\nexport * as all from 'mobx'",
        "lib/base.ts": """
            import { all } from './mobx'
            export abstract class Base {
              pending = false
              constructor() { all.makeObservable(this, { pending: all.observable, start: all.action }) }
              start() { this.pending = true }
            }
        """,
        "store.ts": """
            import { Base } from './lib/base'
            import { all, auto } from './lib/mobx'
            export class Cart {
              lines = []
              constructor() { auto(this) }
              add() { this.lines.push(1) }
            }
            export class Users extends Base {
              users = []
              constructor() { super(); all.makeObservable(this, { users: all.observable }) }
            }
        """,
    }
}
