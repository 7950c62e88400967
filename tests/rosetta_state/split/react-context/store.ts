import { createContext, useContext } from "./lib/store";
import type { Counter } from "./types";

export const CounterContext = createContext<Counter | undefined>(undefined);
export const useCounter = () => useContext(CounterContext);
