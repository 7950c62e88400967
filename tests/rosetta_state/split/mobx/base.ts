import { initial } from "./initial";
import { action, makeObservable, observable } from "./lib/store";

abstract class Counting {
  count = initial.count;

  constructor() {
    makeObservable(this, { count: observable, reset: action });
  }

  reset() {
    this.count = initial.count;
  }
}

export default Counting;
