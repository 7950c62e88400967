import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";

export const useSettings = create(
  persist(() => ({ theme: "light" }), { name: "settings", storage: createJSONStorage(() => localStorage) }),
);
