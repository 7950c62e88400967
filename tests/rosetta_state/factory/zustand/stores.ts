import { makeStore } from "./lib";

export const useApples = makeStore({ apples: 0 });
export const usePears = makeStore({ pears: 0 });
