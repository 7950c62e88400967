import { initial } from "./initial";
import { atom } from "./lib/store";

export const count = atom(initial.count);
export const step = atom(initial.step);
