import { atomWithStorage } from "jotai/utils";

const KEY = "settings";

export const settings = atomWithStorage(KEY, { theme: "light" });
