import { action, computed, makeObservable, observable } from "mobx";

export class Counter {
  count = 0;

  constructor() {
    makeObservable(this, { count: observable, double: computed, increment: action });
  }

  get double() {
    return this.count * 2;
  }

  increment() {
    this.count += 1;
  }
}
