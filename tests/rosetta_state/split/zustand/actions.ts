import { initial } from "./initial";

export const actions = (set) => ({
  increment: () => set((state) => ({ count: state.count + state.step })),
  reset: () => set(initial),
});
