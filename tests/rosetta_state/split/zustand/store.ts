import { actions } from "./actions";
import { initial } from "./initial";
import { create } from "./lib/store";

export const useCounter = create((set) => ({ ...initial, ...actions(set) }));
