import { atom } from "jotai";

export const count = atom(0);
export const double = atom((get) => get(count) * 2);
export const increment = atom(null, (get, set) => set(count, get(count) + 1));
