import { makeAtom } from "./lib";

export const apples = makeAtom(0);
export const pears = makeAtom(0);
