import { makeContext } from "./lib";

export const ApplesContext = makeContext({ apples: 0 });
export const PearsContext = makeContext({ pears: 0 });
