import Counting from "./base";
import { initial } from "./initial";
import { action, makeObservable, observable } from "./lib/store";

export class Counter extends Counting {
  step = initial.step;

  constructor() {
    super();
    makeObservable(this, { step: observable, increment: action });
  }

  increment() {
    this.count += this.step;
  }
}
