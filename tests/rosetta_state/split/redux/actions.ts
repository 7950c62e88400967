import { initial } from "./initial";

export const increment = (state) => {
  state.count += state.step;
};
export const reset = () => initial;
