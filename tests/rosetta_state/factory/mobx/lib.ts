import { observable } from "mobx";

export function makeStore(initial) {
  return observable(initial);
}
