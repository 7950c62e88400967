export { create } from "zustand";
