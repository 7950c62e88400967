import { createContext, useContext, useState } from "react";

interface Counter {
  count: number;
  increment: () => void;
}

const CounterContext = createContext<Counter | null>(null);

export function CounterProvider({ children }: { children: React.ReactNode }) {
  const [count, setCount] = useState(0);
  const increment = () => setCount(count + 1);
  return <CounterContext.Provider value={{ count, increment }}>{children}</CounterContext.Provider>;
}

export const useCounter = () => useContext(CounterContext);
