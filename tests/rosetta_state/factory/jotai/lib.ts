import { atom } from "jotai";

export const makeAtom = (initial) => atom(initial);
