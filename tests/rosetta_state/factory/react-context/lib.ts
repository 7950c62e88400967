import { createContext } from "react";

export const makeContext = (initial) => createContext(initial);
