import * as reducers from "./actions";
import { initial as initialState } from "./initial";
import { createSlice } from "./lib/store";

export const counter = createSlice({ name: "counter", initialState, reducers });
