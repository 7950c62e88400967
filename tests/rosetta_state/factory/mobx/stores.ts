import { makeStore } from "./lib";

export const apples = makeStore({ apples: 0 });
export const pears = makeStore({ pears: 0 });
