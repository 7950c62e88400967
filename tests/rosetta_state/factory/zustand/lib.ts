import { create } from "zustand";
import { devtools } from "zustand/middleware";

export const makeStore = (initial) => create(devtools(() => initial));
