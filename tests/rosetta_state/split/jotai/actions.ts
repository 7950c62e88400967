import { count, step } from "./atoms";
import { initial } from "./initial";
import { atom } from "./lib/store";

export const increment = atom(null, (get, set) => set(count, get(count) + get(step)));
export const reset = atom(null, (get, set) => set(count, initial.count));
