import { makeSlice } from "./lib";

export const apples = makeSlice("apples", { apples: 0 });
export const pears = makeSlice("pears", { pears: 0 });
